#include "regime_factor.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "ceaseline/base/elementary.hpp"

namespace ceaseline {

RegimeFactor::RegimeFactor(std::vector<RegimeSpec> const& regimes) {
  constexpr double week_ms = 7 * 86'400'000.0;
  for (RegimeSpec const& r : regimes) {
    auto const begins = static_cast<double>(r.at.count());
    auto const reached = static_cast<double>((r.at + r.ramp).count());
    double const log_factor = r.factor > 0 ? portable_log(r.factor) : 0;
    double const back = portable_log(1 + r.rebound) / week_ms;
    curves_.push_back({begins, reached, std::abs(log_factor), back, r.factor > 1, !(r.factor > 0)});
  }
  std::sort(curves_.begin(), curves_.end(), [](Curve const& a, Curve const& b) {
    return std::tie(a.begins, a.reached, a.rises, a.depth, a.back) <
           std::tie(b.begins, b.reached, b.rises, b.depth, b.back);
  });
}

double RegimeFactor::Curve::at(double ms) const {
  if (ms < begins) return 1;
  if (ceases) return 0;
  double const now = ms < reached ? depth * (ms - begins) / (reached - begins)
                                  : std::max(0.0, depth - back * (ms - reached));
  if (now <= 0) return 1;
  return portable_exp(rises ? now : -now);
}

double RegimeFactor::at(SimTime t) const {
  double product = 1;
  for (Curve const& c : curves_) product *= c.at(static_cast<double>(ms_of(t)));
  return product;
}

double RegimeFactor::most(SimTime from, SimTime to) const {
  auto const first = static_cast<double>(ms_of(from));
  auto const last = static_cast<double>(ms_of(to) - 1);  // instants are whole milliseconds
  double product = 1;
  for (Curve const& c : curves_) {
    // Each curve is monotone up to `reached` and from there on.
    double most = std::max(c.at(first), c.at(last));
    if (c.reached > first && c.reached <= last) most = std::max(most, c.at(c.reached));
    product *= most;
  }
  return product;
}

}  // namespace ceaseline
