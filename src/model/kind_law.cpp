#include "kind_law.hpp"

#include <algorithm>

namespace ceaseline {

KindLaw::KindLaw(std::vector<ViolationKind> const& kinds) {
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (!(kinds[i].per_day > 0)) order_.push_back(static_cast<std::uint16_t>(i));
  }
  std::sort(order_.begin(), order_.end(),
            [&](std::uint16_t a, std::uint16_t b) { return kinds[a].key() < kinds[b].key(); });
  double acts = 0;
  double incidents = 0;
  for (std::uint16_t const i : order_) {
    acts += kinds[i].share_of_acts;
    incidents += kinds[i].share_of_acts / kinds[i].acts.mean;
    cumulative_.push_back(incidents);
  }
  if (!(incidents > 0)) return;
  for (double& c : cumulative_) c /= incidents;
  incidents_per_act_ = incidents / acts;
}

std::uint16_t KindLaw::kind_at(double u) const {
  auto const it = std::upper_bound(cumulative_.begin(), cumulative_.end() - 1, u);
  return order_[static_cast<std::size_t>(it - cumulative_.begin())];
}

}  // namespace ceaseline
