#pragma once

#include <string>
#include <vector>

#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/report/estimate_text.hpp"
#include "chart.hpp"

namespace ceaseline::report {

/// The designs a chart draws: one of those that are equal by construction, named after all of them.
struct DrawnDesigns {
  std::vector<std::size_t> which;  ///< indices of designs, by series
  std::vector<std::string> names;  ///< "civilian = ots"
  explicit DrawnDesigns(ComparisonView const& view);
};

/// What an estimate is drawn as.
[[nodiscard]] Dot dot_of(std::size_t series, MetricResult const& r, std::size_t design);
[[nodiscard]] Dot dot_of(std::size_t series, PairedDifference const& d, Unit const& unit);

}  // namespace ceaseline::report
