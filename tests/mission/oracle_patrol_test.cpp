// Patrols on a straight line against closed forms: oracles P1, P2, D1 (whole path: world, process, mission,
// engine).
#include <gtest/gtest.h>

#include <algorithm>

#include <array>
#include "ceaseline/coverage/points.hpp"

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

/// Covered figures of one shuttle seen through many points.
CoverageFigures shuttle_coverage(double lane, double speed, double range, int points, double rounds) {
  double const round = 2 * lane / speed;
  WorldSpec spec = straight_world(km(lane), hours_of(rounds * round), object_kind(hours_of(1)), 1);
  spec.segment = km(lane / points);
  HotspotSpec h;
  h.id = "middle";
  h.centre = km(lane / 4);
  h.width = km(lane / 40);
  h.share_of_acts = 0.5;
  spec.violations.hotspots = {h};
  World const world = build(spec);
  DesignSpec design = watchful(km(range));
  design.driving.speed = kmh(speed);
  design.teams = {shuttle("one", Length{}, km(lane))};
  Mission const mission = set_up(world, design);
  Simulation run(world, mission);
  run.begin(Draws(1, 0), true);
  TruthStream truth(world, HotspotProcess(), Draws(1, 0));
  TruthDay today;
  while (truth.next(today)) run.day(today);
  run.finish();
  return cover_points(world, mission, run);
}

TEST(OracleP2, CoveredShareOfAShuttleWithRange) {
  // 1 - (1 - r / l)^2, as a mean over points in the middle of equal cells: the error of the midpoint rule is
  // O(1 / n^2).
  for (auto const& [lane, speed, range, expected] :
       {std::array{60.0, 20.0, 2.0, 0.0655556}, std::array{75.0, 30.0, 3.0, 0.0784}}) {
    CoverageFigures const f = shuttle_coverage(lane, speed, range, 600, 4);
    double const covered = f.covered[1][0][0] + f.covered[1][0][1];
    double const total = f.total[0][0] + f.total[0][1];
    EXPECT_NEAR(covered / total, expected, 2e-6);
  }
}

TEST(OracleP1, GapsAtAPlaceAlternate) {
  // At x, a point is passed after 2x/v and then after 2(l - x)/v, in turns; with range r each gap is 2r/v
  // shorter.
  CoverageFigures const f = shuttle_coverage(60, 20, 0.001, 60, 40);
  ASSERT_FALSE(f.gaps.empty());
  // Points of the hotspot stand at 15 km -+ 0 ... 3 km.
  for (double const gap : f.gaps) {
    bool found = false;
    for (int i = 0; i < 11; ++i) {
      double const x = 15 + 3 * (i / 5.0 - 1);
      for (double const expected : {2 * x / 20, 2 * (60 - x) / 20})
        found = found || std::abs(gap - expected) < 2e-4 + 2e-6;
    }
    EXPECT_TRUE(found) << gap;
  }
  double longest = f.gaps.back();
  EXPECT_NEAR(longest, 2 * (60 - 12.0) / 20, 3e-4);
}

}  // namespace
}  // namespace ceaseline
