#include "ceaseline/mission/policy.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"

namespace ceaseline {
namespace {

constexpr double cell = 1000;  // m: a visit is remembered per kilometre
constexpr std::int64_t unvisited = -1;

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
    return view.visits->stalest(view.side, view.lane, view.chainage);
  }
};

}  // namespace

LastVisits::LastVisits(Length line) {
  auto const cells = static_cast<std::size_t>(std::max(1.0, std::ceil(line.metres() / cell)));
  for (auto& side : visits_) side.assign(cells, unvisited);
}

void LastVisits::reset() {
  for (auto& side : visits_) std::fill(side.begin(), side.end(), unvisited);
}

void LastVisits::visited(Side side, double from, double to, SimTime when) {
  auto& cells = visits_[static_cast<std::size_t>(side)];
  auto const last = static_cast<std::int64_t>(cells.size()) - 1;
  auto const i = std::clamp(static_cast<std::int64_t>(std::min(from, to) / cell), std::int64_t{0}, last);
  auto const j = std::clamp(static_cast<std::int64_t>(std::max(from, to) / cell), std::int64_t{0}, last);
  for (std::int64_t k = i; k <= j; ++k) {
    auto& c = cells[static_cast<std::size_t>(k)];
    c = std::max(c, ms_of(when));
  }
}

double LastVisits::stalest(Side side, Stretch lane, double from) const {
  auto const& cells = visits_[static_cast<std::size_t>(side)];
  double best = lane.from.metres();
  std::int64_t best_visit = INT64_MAX;
  double best_distance = 0;
  auto const first = static_cast<std::size_t>(lane.from.metres() / cell);
  for (std::size_t k = first; k < cells.size() && static_cast<double>(k) * cell < lane.to.metres(); ++k) {
    double const middle =
        std::clamp((static_cast<double>(k) + 0.5) * cell, lane.from.metres(), lane.to.metres());
    double const distance = std::abs(middle - from);
    bool const better = cells[k] < best_visit || (cells[k] == best_visit && distance < best_distance);
    if (!better) continue;
    best = middle;
    best_visit = cells[k];
    best_distance = distance;
  }
  return best;
}

PolicyRegistry builtin_policies() {
  PolicyRegistry r;
  r.add("fixed-rounds", "end to end of its lane, over and over",
        [](Fields&) { return std::make_unique<FixedRounds>(); });
  r.add("random", "to a uniform place of its lane, again and again",
        [](Fields&) { return std::make_unique<RandomTargets>(); });
  r.add("least-recently-visited", "to the kilometre of its lane that was visited longest ago",
        [](Fields&) { return std::make_unique<LeastRecentlyVisited>(); });
  return r;
}

}  // namespace ceaseline
