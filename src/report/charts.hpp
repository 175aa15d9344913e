#pragma once

#include <vector>

#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/store/planned_coverage.hpp"
#include "chart.hpp"

namespace ceaseline::report {

// The charts of a comparison, each for one section of the page; an empty list where there is nothing to draw.
// Designs that are equal by construction are drawn once, under both names.

/// Each design less the baseline: the study's metric by case, then the rows of the first table that are
/// shares.
[[nodiscard]] std::vector<Chart> difference_charts(ComparisonView const& view);
/// How far incidents came along the evidence chain; of all, and by the side responsible.
[[nodiscard]] std::vector<Chart> chain_charts(ComparisonView const& view);
/// Why incidents came no further.
[[nodiscard]] std::vector<Chart> loss_charts(ComparisonView const& view);
/// Planned coverage of the line by hour of the local day, seen and heard.
[[nodiscard]] std::vector<Chart> hour_charts(ComparisonView const& view,
                                             std::vector<PlannedCoverage> const& planned);
[[nodiscard]] std::vector<Chart> fairness_charts(ComparisonView const& view);
[[nodiscard]] std::vector<Chart> cost_charts(ComparisonView const& view);
/// What each case does to every design.
[[nodiscard]] std::vector<Chart> resilience_charts(ComparisonView const& view);
/// Whether the answer changes from case to case; where a study has many of them, it is a sweep.
[[nodiscard]] std::vector<Chart> sensitivity_charts(ComparisonView const& view);
/// What each group of figures makes up of a difference.
[[nodiscard]] std::vector<Chart> driver_charts(ComparisonView const& view);

/// All of them in the order of the page.
[[nodiscard]] std::vector<Chart> all_charts(ComparisonView const& view,
                                            std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline::report
