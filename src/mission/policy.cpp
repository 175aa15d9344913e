#include "ceaseline/mission/policy.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"

namespace ceaseline {
namespace {

struct FixedRounds : PatrolPolicy {
  [[nodiscard]] bool end_to_end() const override { return true; }
  [[nodiscard]] double next(PatrolView const& view) const override {
    double const middle = 0.5 * (view.lane.from.metres() + view.lane.to.metres());
    return view.chainage < middle ? view.lane.to.metres() : view.lane.from.metres();
  }
};

struct RandomTargets : PatrolPolicy {
  [[nodiscard]] double next(PatrolView const& view) const override {
    double const u = view.draws->at(purpose::patrol_target, view.team, view.leg).unit();
    return view.lane.from.metres() + u * view.lane.length().metres();
  }
};

struct LeastRecentlyVisited : PatrolPolicy {
  [[nodiscard]] double next(PatrolView const& view) const override {
    return view.picture->stalest(view.side, view.lane, view.chainage);
  }
};

/// To a kilometre of its lane with the chance of what was reported from there lately, plus a floor for the
/// places from which nobody would report because nobody is there.
struct HotspotWeighted : PatrolPolicy {
  [[nodiscard]] double next(PatrolView const& view) const override {
    constexpr double cell = 1000;
    auto const from = static_cast<std::size_t>(view.lane.from.metres() / cell);
    auto const to = static_cast<std::size_t>(view.lane.to.metres() / cell);
    double total = 0;
    for (std::size_t k = from; k <= to; ++k) total += weight(view, k);
    Block const b = view.draws->at(purpose::patrol_target, view.team, view.leg);
    double left = b.unit() * total;
    std::size_t k = from;
    for (; k < to && left >= weight(view, k); ++k) left -= weight(view, k);
    return (static_cast<double>(k) + b.unit(1)) * cell;
  }
  /// An act that is remembered weighs as much as `floor` unknown kilometres less one.
  static double weight(PatrolView const& view, std::size_t kilometre) {
    constexpr double floor = 1;
    return floor + view.picture->activity(kilometre, view.now);
  }
};

}  // namespace

PolicyRegistry builtin_policies() {
  PolicyRegistry r;
  r.add("fixed-rounds", "end to end of its lane, over and over",
        [](Fields&) { return std::make_unique<FixedRounds>(); });
  r.add("random", "to a uniform place of its lane, again and again",
        [](Fields&) { return std::make_unique<RandomTargets>(); });
  r.add("least-recently-visited", "to the kilometre of its lane that was visited longest ago",
        [](Fields&) { return std::make_unique<LeastRecentlyVisited>(); });
  r.add("hotspot-weighted", "to where much was reported from lately, and now and then elsewhere",
        [](Fields&) { return std::make_unique<HotspotWeighted>(); });
  return r;
}

}  // namespace ceaseline
