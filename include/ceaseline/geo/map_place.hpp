#pragma once

#include <string>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// A named place of a map: the map lists places, a design picks its sites among them.
struct MapPlace {
  std::string id;
  std::string title;
  std::string role;  ///< settlement, crossing, base, camera, listening
  Side side{Side::A};
  LonLat at;
  std::string source;
};

}  // namespace ceaseline
