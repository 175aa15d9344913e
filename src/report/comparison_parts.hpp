#pragma once

#include <string>
#include <vector>

#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/report/estimate_text.hpp"

namespace ceaseline::report {

/// What the page looks like.
struct Page {
  std::size_t width{80};
  bool colour{false};
  /// Lines that stand out where there is colour, each ended by a line break.
  [[nodiscard]] std::string heading(std::string const& text) const;
};

/// nullptr when the case has no such metric.
[[nodiscard]] MetricResult const* find_result(CaseView const& in, std::string const& id,
                                              std::string const& stratum = "all");
/// "civilian, ots and gcc"
[[nodiscard]] std::string joined(std::vector<std::string> const& words);

/// The answer of one case in words: "gcc preferred: 2.1 [1.0, 3.2] points ahead of ots".
[[nodiscard]] std::string verdict_text(ComparisonView const& view, CaseView const& in);

/// The answer of the base case: who is in front, the values, what drives the difference, other cases.
[[nodiscard]] std::vector<std::string> answer_sentences(ComparisonView const& view);
/// "GCC, 575 observers (equal by construction to ots)"
[[nodiscard]] std::string about_design(ComparisonView const& view, std::size_t design);
/// With a capital in front.
[[nodiscard]] std::string capital(std::string text);
/// Groups by the size of their effect, those without one last.
[[nodiscard]] std::vector<DriverView> by_size(std::vector<DriverView> groups);

// The parts of the page, in their order.
[[nodiscard]] std::string answer_text(ComparisonView const& view, Page const& page);
[[nodiscard]] std::string first_table_text(ComparisonView const& view, Page const& page);
/// A line of marks for each design: how much of the time each stretch of the line is seen.
[[nodiscard]] std::string strip_text(ComparisonView const& view, Page const& page);
[[nodiscard]] std::string drivers_text(ComparisonView const& view, Page const& page);
[[nodiscard]] std::string notes_text(ComparisonView const& view, Page const& page);

}  // namespace ceaseline::report
