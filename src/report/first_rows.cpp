#include "first_rows.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "comparison_parts.hpp"

namespace ceaseline::report {
namespace {

struct Companion {
  char const* id;
  int row;
  char const* tag;
};
constexpr Companion companions[] = {{"acts_detected", 4, " acts"}, {"incidents_heard_only", 5, " heard"}};

/// The period was too short for the 95th percentile of gaps: what stands there is the longest one seen.
bool is_bound(CaseView const& in, MetricResult const& r, std::size_t design) {
  if (r.metric.id != "gap_p95") return false;
  MetricResult const* const bound = find_result(in, "gap_p95_at_least");
  return bound != nullptr && bound->estimates[design].value > 0;
}

}  // namespace

bool is_shown(CostItem const& item, ComparisonView const& view) {
  return item.always || std::any_of(view.designs.begin(), view.designs.end(),
                                    [&](DesignView const& d) { return item.of(d.establishment).euro() > 0; });
}

char const* companion_tag(MetricDefinition const& m) {
  for (Companion const& c : companions)
    if (m.id == c.id && m.row == c.row) return c.tag;
  return nullptr;
}

bool is_brief(MetricDefinition const& m) { return m.id == "objects_detected"; }

std::string number_of_replications(MetricResult const& r) {
  std::size_t least = 0;
  std::size_t most = 0;
  for (Estimate const& e : r.estimates) {
    if (e.n == 0) continue;
    least = least == 0 ? e.n : std::min(least, e.n);
    most = std::max(most, e.n);
  }
  if (most == 0) return "";
  return least == most ? fmt::format("n {}", most) : fmt::format("n {} to {}", least, most);
}

std::string value_words(CaseView const& in, MetricResult const& r, std::size_t design) {
  MetricResult const* const sides =
      r.metric.kind == MetricKind::WorseSide ? find_result(in, "even_handedness") : nullptr;
  std::string text = (is_bound(in, r, design) ? "at least " : "") +
                     estimate_text(r.estimates[design], printed_unit(r.metric.unit));
  if (sides != nullptr && sides->estimates[design].n > 0)
    text += sides->estimates[design].value > 1 ? " (B)" : " (A)";
  return text;
}

std::string difference_words(ComparisonView const& view, CaseView const& in, MetricResult const& r,
                             std::size_t design) {
  std::size_t const base = view.baseline;
  if (design == base) return "baseline";
  if (view.designs[design].equal_to == view.designs[base].equal_to) return "equal by construction";
  if (is_bound(in, r, design) || is_bound(in, r, base)) return "only a bound";
  return difference_text(r.differences[design], printed_unit(r.metric.unit));
}

}  // namespace ceaseline::report
