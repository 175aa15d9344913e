#include "ceaseline/report/comparison_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"

namespace ceaseline {
namespace report {

std::string Page::heading(std::string const& text) const {
  std::string lines;
  for (std::string const& line : wrapped(text, width))
    lines += fmt::format("{}{}{}\n", colour ? "\x1b[1m" : "", line, colour ? "\x1b[0m" : "");
  return lines;
}

std::string notes_text(ComparisonView const& view, Page const& page) {
  std::string text = page.heading("Notes");
  auto const note = [&](std::string const& words) { text += paragraph(words, page.width, "- "); };
  MetricResult const* const published =
      view.cases.empty() ? nullptr : find_result(view.cases.front(), "acts_published_per_day");
  if (published != nullptr && view.yardstick.acts_per_day > 0) {
    std::vector<std::string> each;
    for (std::size_t d = 0; d < view.designs.size(); ++d)
      each.push_back(fmt::format("{} {:.0f}", view.designs[d].id, published->estimates[d].value));
    note(fmt::format(
        "Published acts a day: {}; {} recorded {:.0f}. Recorded is not occurred: this compares sizes, "
        "and is no target.",
        joined(each), view.yardstick.recorded_by, view.yardstick.acts_per_day));
  }
  note(
      "Brackets are 95 % intervals: Student over replications, shares as ratios of sums. They hold chance, "
      "not the "
      "doubt about assumptions.");
  MetricResult const* const asked =
      view.cases.empty() ? nullptr : find_result(view.cases.front(), view.metric);
  double pairing = 0;
  if (asked != nullptr)
    for (PairedDifference const& d : asked->differences)
      pairing = std::max(pairing, d.variance_reduction.value_or(0));
  note(
      "Differences are against the baseline and paired: every design meets the same incidents and the same "
      "luck." +
      (pairing > 0
           ? fmt::format(" Unpaired, one would have needed up to {:.1f} times as many replications.", pairing)
           : std::string{}));
  if (view.designs.size() > 2)
    note(
        "An answer by case compares the design in front with each other one, at a confidence that allows for "
        "having looked first.");
  note("Truth is that of the model: what it leaves out is in no row.");
  text += paragraph(
      fmt::format("ceaseline {}, seed {}, replications {}", view.version, view.seed, view.replications),
      page.width);
  for (std::string const& file : view.files) text += paragraph(file, page.width, "  ");
  return text;
}

}  // namespace report

std::string comparison_text(ComparisonView const& view, int width, bool colour) {
  report::Page const page{static_cast<std::size_t>(std::clamp(width, 40, 80)), colour};
  std::string text = report::answer_text(view, page);
  for (std::string const& part : {report::first_table_text(view, page), report::strip_text(view, page),
                                  report::drivers_text(view, page), report::notes_text(view, page)})
    if (!part.empty()) text.append("\n").append(part);
  return text;
}

}  // namespace ceaseline
