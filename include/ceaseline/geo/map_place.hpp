#pragma once

#include <string>
#include <vector>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// A named place of a map: the map lists places, a design picks its sites among them. A river is drawn, no
/// more.
struct MapPlace {
  std::string id;
  std::string title;
  std::string role;  ///< settlement, crossing, base, camera, listening, river
  Side side{Side::A};
  LonLat at;
  std::string source;
  std::vector<LonLat> course{};  ///< of a river; `at` is its first point
};

}  // namespace ceaseline
