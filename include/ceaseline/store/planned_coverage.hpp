#pragma once

#include <string>
#include <vector>

#include "ceaseline/coverage/coverage_raster.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// Coverage of one design as it is planned: base case, reference kind, on the line.
struct PlannedCoverage {
  std::string design;
  CoverageRaster raster;
};
[[nodiscard]] std::vector<PlannedCoverage> planned_coverage(Study const& study);

/// study, design, channel, segment, from_km, axis, time, share: by hour of the local day and by day of the
/// period. Shares of 0 are left out.
[[nodiscard]] std::string planned_coverage_csv(Study const& study,
                                               std::vector<PlannedCoverage> const& planned);

/// Figures of merit at the middle of one reporting segment, under STK's names; h unless said otherwise. What
/// does not exist is not a number: the mean of no gap, or what complete gaps would say where there is none.
struct SegmentFigures {
  double share, share_day, share_night, two_assets, three_assets;  ///< of the time
  double assets;                                                   ///< mean number at once
  double accesses;                                                 ///< number
  double mean_gap, longest_gap, time_average_gap;
  double response_time;  ///< and age of data: half of the time-average gap
  double time_average_gap_corrected, response_time_corrected;
  bool worst;  ///< least covered of all, the first of equals
};
/// By segment.
[[nodiscard]] std::vector<SegmentFigures> segment_figures(CoverageRaster const& raster, Channel channel);

/// Name and meaning of each number of SegmentFigures, and how to get it.
struct SegmentFigure {
  char const* name;
  double SegmentFigures::*value;
  char const* meaning;
};
[[nodiscard]] std::vector<SegmentFigure> const& segment_figure_list();

/// study, design, channel, segment, from_km, to_km, the figures, worst.
[[nodiscard]] std::string coverage_figures_csv(Study const& study,
                                               std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline
