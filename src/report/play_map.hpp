#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ceaseline/scenario/study.hpp"
#include "ceaseline/store/map_table.hpp"
#include "pack.hpp"

namespace ceaseline::report {

/// What the map draws, in metres of the local frame: line, lanes, places, coast and borders.
[[nodiscard]] nlohmann::ordered_json map_json(Study const& study, Pack& pack);
/// Bases and fixed sensors of one design.
[[nodiscard]] nlohmann::ordered_json sites_json(Mission const& mission);

/// A coast or a border, clipped to a window.
struct BaseLine {
  bool border{false};
  std::vector<LonLat> points;
};
/// \param packed as tools/report/basemap.mjs writes it: per line a byte (1: border), the number of points and
/// the points as zigzag differences of ten-thousandths of a degree, in groups of seven bits
[[nodiscard]] std::vector<BaseLine> clipped_basemap(std::string const& packed, LonLat south_west,
                                                    LonLat north_east);

}  // namespace ceaseline::report
