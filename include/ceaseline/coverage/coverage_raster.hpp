#pragma once

#include <vector>

#include "ceaseline/coverage/place_figures.hpp"
#include "ceaseline/coverage/presence.hpp"

namespace ceaseline {

/// Coverage of chainage x time in cells. Along the line one column a reporting segment, judged at its middle;
/// in time exact. Shares stand row by row, the first row first, each from the start of the line.
struct CoverageRaster {
  struct OfChannel {
    std::vector<double> by_hour;  ///< 24 rows: covered share of hours of the local day, over the whole period
    std::vector<double> by_day;   ///< one row each 24 h of the period
    std::vector<PlaceFigures> places;  ///< one a column, over the whole period
  };
  std::size_t columns{0};
  std::array<OfChannel, 2> channel;  ///< [Sound, Sight]
  /// By column and light [Day, Night], h.
  std::vector<std::array<double, 2>> hours;
};

/// \param kind index into the world's kinds
[[nodiscard]] CoverageRaster coverage_raster(World const& world, Mission const& mission,
                                             Presence const& presence, std::size_t kind);

}  // namespace ceaseline
