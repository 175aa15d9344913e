#pragma once

#include <string>
#include <vector>

#include "ceaseline/report/html_report.hpp"

namespace ceaseline::report {

// Bodies of the sections that move, with what they show when nothing moves.
[[nodiscard]] std::string map_html(ReportSource const& source, bool live);
[[nodiscard]] std::string spacetime_html(ReportSource const& source, bool live);
[[nodiscard]] std::string replay_html(ReportSource const& source);

// What stands for them where the program has no web part.
[[nodiscard]] std::string static_map(ReportSource const& source);
[[nodiscard]] std::string still_map_words(ReportSource const& source);
[[nodiscard]] std::string static_hours(ComparisonView const& view,
                                       std::vector<PlannedCoverage> const& planned);

/// The data of the moving parts, packed, and the script that reads them.
[[nodiscard]] std::string play_scripts(ReportSource const& source);

/// What the script reads: map, designs and one replication, in base 64.
[[nodiscard]] std::string play_data(ReportSource const& source);

}  // namespace ceaseline::report
