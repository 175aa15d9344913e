#pragma once

#include <vector>

#include "ceaseline/coverage/presence.hpp"

namespace ceaseline {

/// Covered share of chainage x time, in cells. Along the line one column a reporting segment, judged at its
/// middle; in time exact. `share` stands row by row, the first row first, each from the start of the line.
struct CoverageRaster {
  std::size_t columns{0};
  std::vector<double> by_hour;  ///< 24 rows: hours of the local day, over the whole period
  std::vector<double> by_day;   ///< one row each 24 h of the period
};

/// \param kind index into the world's kinds
[[nodiscard]] CoverageRaster coverage_raster(World const& world, Mission const& mission,
                                             Presence const& presence, std::size_t kind, Channel channel);

}  // namespace ceaseline
