#pragma once

#include <string>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/scenario/study.hpp"
#include "ceaseline/store/manifest.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

/// Everything a report is made of. The same result gives the same bytes: of the manifest all is shown but how
/// the run went.
struct ReportSource {
  Study const& study;
  Plan const& plan;
  Comparison const& comparison;
  ComparisonView const& view;
  Manifest const& manifest;
  std::vector<PlannedCoverage> const& planned;
  std::uint32_t replayed{0};  ///< number of the replication that is played
};

/// One page that opens from disk and asks nothing of any network: answer, tables, charts, and, where the
/// program was built with its web part, the map, the space-time diagram and the replay of one replication.
[[nodiscard]] std::string html_report(ReportSource const& source);

/// Writes each chart as FOLDER/NAME.svg with its numbers as NAME.csv, and makes the folder.
/// \returns the paths written \throws DiskError
std::vector<std::string> write_figures(ReportSource const& source, std::string const& folder);

}  // namespace ceaseline
