#pragma once

#include <string>
#include <vector>

#include "ceaseline/coverage/coverage_raster.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// Covered share of chainage x time of one design as it is planned: base case, reference kind, on the line.
struct PlannedCoverage {
  std::string design;
  Channel channel{Channel::Sight};
  CoverageRaster raster;
};

/// By design, heard and seen.
[[nodiscard]] std::vector<PlannedCoverage> planned_coverage(Study const& study);

/// study, design, channel, segment, from_km, axis, time, share: by hour of the local day and by day of the
/// period. Shares of 0 are left out.
[[nodiscard]] std::string planned_coverage_csv(Study const& study,
                                               std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline
