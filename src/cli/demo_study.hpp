#pragma once

#include <vector>

#include "ceaseline/geo/map_place.hpp"

namespace ceaseline {

inline constexpr char const* demo_study_file = "study.toml";
inline constexpr char const* demo_places_file = "places.geojson";

/// A made-up line of 60 km for sixty days, and three ways to watch it.
extern char const* const demo_study;

/// Two bases and two camera sites on either side of it.
[[nodiscard]] std::vector<MapPlace> demo_places();

}  // namespace ceaseline
