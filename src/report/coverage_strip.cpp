#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"

namespace ceaseline::report {
namespace {

/// Tenths of the time: "." for less than one in twenty, 1 to 9, "#" for nearly all of it, "?" where it is not
/// known.
char mark(double share) {
  if (share < 0) return '?';
  auto const tenths = std::lround(10 * share);
  return tenths == 0 ? '.' : tenths >= 10 ? '#' : static_cast<char>('0' + tenths);
}

/// The mean of those segments from `first` that are known; below 0 when none is.
double mean(std::vector<double> const& shares, std::size_t first, std::size_t count) {
  double sum = 0;
  std::size_t known = 0;
  for (std::size_t i = first; i < std::min(first + count, shares.size()); ++i) {
    if (shares[i] < 0) continue;
    sum += shares[i];
    ++known;
  }
  return known == 0 ? -1 : sum / static_cast<double>(known);
}

}  // namespace

std::string strip_text(ComparisonView const& view, Page const& page) {
  std::size_t segments = 0;
  std::size_t widest = 0;
  for (auto const& along : view.seen_along) segments = std::max(segments, along.size());
  for (DesignView const& d : view.designs) widest = std::max(widest, shown_width(d.id));
  if (segments == 0) return "";
  widest = std::min(widest, page.width / 3);
  std::size_t const room = page.width - widest - 5;
  std::size_t const together = (segments + room - 1) / room;
  std::string text = page.heading("Seen along the line");
  text += paragraph(
      fmt::format(
          "From km 0 at the left, {:g} km a mark: tenths of the time in which an act of the reference kind "
          "would be "
          "seen; . less than one in twenty, # nearly always. Means over replications; with intervals in "
          "tables/segments.csv.",
          view.segment_km * static_cast<double>(together)),
      page.width);
  for (std::size_t d = 0; d < view.seen_along.size(); ++d) {
    if (view.designs[d].equal_to != d) continue;
    std::string strip;
    for (std::size_t s = 0; s < view.seen_along[d].size(); s += together)
      strip += mark(mean(view.seen_along[d], s, together));
    TextTable table{{1, widest, room}};
    table.row({"", view.designs[d].id, strip});
    text += table.text();
  }
  return text;
}

}  // namespace ceaseline::report
