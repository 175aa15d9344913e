// Patrols on a straight line against closed forms: oracle D1 (whole path: world, process, mission, engine).
// What coverage says of the same patrols stands in tests/coverage.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

struct Case {
  double lane, speed, range, duration, expected;
};

/// Share of lasting objects noticed by one shuttle; objects uniform in place and time.
double share_met(Case const& c, double& standard_error) {
  WorldSpec spec = straight_world(km(c.lane), hours_of(24.0 * 365), object_kind(hours_of(c.duration)), 400);
  World const world = build(spec);
  DesignSpec design = watchful(km(c.range));
  design.driving.speed = kmh(c.speed);
  design.teams = {shuttle("one", Length{}, km(c.lane))};
  Mission const mission = set_up(world, design);
  Record const r = live(world, mission);
  double met = 0;
  double n = 0;
  for (std::size_t i = 0; i < r.incidents.size(); ++i) {
    if (r.incidents[i].end() > world.end()) continue;
    n += 1;
    met += r.fates[i].detected() ? 1 : 0;
  }
  standard_error = std::sqrt(c.expected * (1 - c.expected) / n);
  return met / n;
}

TEST(OracleD1, AShuttleMeetsALastingObjectWithTheKnownChance) {
  // P = 1 - max(0, 1 - q)^2 with q = (r + v d / 2) / l; the rule of thumb 2 q would be wrong by q^2.
  for (Case const& c : {Case{60, 20, 2, 0.5, 0.219722}, Case{60, 20, 0, 0.5, 0.159722},
                        Case{120, 25, 3, 2, 0.412222}, Case{250, 40, 5, 1, 0.190000}}) {
    double se = 0;
    double const share = share_met(c, se);
    EXPECT_LE(se, 0.006 * c.expected) << "too few incidents to prove anything";
    EXPECT_NEAR(share, c.expected, 4 * se) << c.lane << " km, " << c.range << " km";
  }
}

TEST(OracleD1, AnObjectThatOutlastsTheRoundIsAlwaysMet) {
  double se = 0;
  EXPECT_EQ(share_met({40, 15, 1, 5.4, 1}, se), 1);
}

TEST(OracleD1, TimeToFirstSightHasTheKnownLaw) {
  WorldSpec const spec = straight_world(km(60), hours_of(24.0 * 365), object_kind(hours_of(6)), 200);
  World const world = build(spec);
  DesignSpec design = watchful(km(2));
  design.driving.speed = kmh(20);
  design.teams = {shuttle("one", Length{}, km(60))};
  Mission const mission = set_up(world, design);
  Record const r = live(world, mission);
  std::vector<double> waits;
  for (std::size_t i = 0; i < r.incidents.size(); ++i) {
    if (r.incidents[i].end() > world.end()) continue;
    ASSERT_TRUE(r.fates[i].detected());
    waits.push_back(hours(r.fates[i].first_notice - r.incidents[i].start));
  }
  std::sort(waits.begin(), waits.end());
  auto const n = static_cast<double>(waits.size());
  double sum = 0;
  for (double const w : waits) sum += w;
  double const at_once =
      static_cast<double>(std::upper_bound(waits.begin(), waits.end(), 0.0) - waits.begin()) / n;
  // Standard deviation of the wait, from its law 1 - (1 - q)^2: 1.39 h.
  EXPECT_NEAR(sum / n, 1.806593, 4 * 1.39 / std::sqrt(n));
  EXPECT_NEAR(at_once, 0.0655556, 4 * std::sqrt(0.0655556 * 0.9344444 / n));
  EXPECT_NEAR(waits[waits.size() / 2], 1.557359, 4 * 0.5 / (0.2857 * std::sqrt(n)));
  EXPECT_LE(waits.back(), 5.8 + 1e-6);
  EXPECT_GT(waits.back(), 5.7);
}

}  // namespace
}  // namespace ceaseline
