#include "drawn_designs.hpp"

namespace ceaseline::report {

DrawnDesigns::DrawnDesigns(ComparisonView const& view) {
  for (std::size_t d = 0; d < view.designs.size(); ++d) {
    std::size_t const same = view.designs[d].equal_to;
    if (same == d) {
      which.push_back(d);
      names.push_back(view.designs[d].id);
      continue;
    }
    for (std::size_t s = 0; s < which.size(); ++s)
      if (which[s] == same) names[s] += " = " + view.designs[d].id;
  }
}

Dot dot_of(std::size_t series, MetricResult const& r, std::size_t design) {
  Estimate const& e = r.estimates[design];
  Unit const unit = printed_unit(r.metric.unit);
  return {series, e, estimate_text(e, unit) + (e.n > 0 && !unit.of_value.empty() ? " " + unit.of_value : "")};
}

Dot dot_of(std::size_t series, PairedDifference const& d, Unit const& unit) {
  Dot dot{series, d.difference, difference_text(d, unit)};
  if (d.finding == Finding::NotDefined) dot.e.n = 0;
  return dot;
}

}  // namespace ceaseline::report
