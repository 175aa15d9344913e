#pragma once

#include <string>

#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

/// Writes coverage_by_hour.tif and coverage_by_day.tif: planned coverage over chainage (km) and time, a band
/// a design and channel. \throws std::runtime_error
void write_coverage_rasters(std::string const& folder, Study const& study,
                            std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline
