// Patrols on a straight line against closed forms: oracles P1, P2, D1 (whole path: world, process, mission,
// engine).
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

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

/// Covered figures of one shuttle: at the middle of 600 equal cells, and gaps at 440 places spread evenly
/// over the lane.
CoverageFigures shuttle_coverage(double lane, double speed, double range, double rounds) {
  double const round = 2 * lane / speed;
  WorldSpec spec = straight_world(km(lane), hours_of(rounds * round), object_kind(hours_of(1)), 1);
  spec.segment = km(lane / 600);
  constexpr int groups = 40;
  double const cell = lane / groups;
  for (int i = 0; i < groups; ++i) {
    HotspotSpec h;  // eleven places across four of its widths
    h.id = "group " + std::to_string(i);
    h.centre = km((i + 0.5) * cell);
    h.width = km(cell * 10 / 11 / 4);
    h.share_of_acts = 1.0 / groups;
    spec.violations.hotspots.push_back(h);
  }
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

struct Spells {
  double mean{0}, p95{0}, longest{0}, age{0}, from_uniform{0};
};

/// What the unseen spells of many places look like together; `most` is the longest there can be.
Spells spells(CoverageFigures const& f, double most) {
  Spells s;
  double sum = 0;
  double squares = 0;
  auto const n = static_cast<double>(f.gaps.size());
  for (std::size_t i = 0; i < f.gaps.size(); ++i) {
    sum += f.gaps[i];
    squares += f.gaps[i] * f.gaps[i];
    double const rank = (static_cast<double>(i) + 0.5) / n;
    s.from_uniform = std::max(s.from_uniform, std::abs(f.gaps[i] / most - rank));
  }
  s.mean = sum / n;
  s.p95 = f.gaps[static_cast<std::size_t>(0.95 * n)];
  s.longest = f.gaps.back();
  s.age = squares / sum / 2;
  return s;
}

TEST(OracleP1, GapsOfAShuttleAreUniformOverPlaces) {
  // l 60 km, v 20 km/h, seen when passed: mean 3 h, 95th percentile 5.7 h, longest 6 h, age of data 2 h.
  // 440 places leave steps of 6 h / 440 in the distribution; 200 rounds leave little of the cut spells at the
  // ends.
  CoverageFigures const f = shuttle_coverage(60, 20, 0.0005, 200);
  ASSERT_GT(f.gaps.size(), 440U * 2 * 195);
  Spells const s = spells(f, 6);
  EXPECT_NEAR(s.mean, 3, 0.01);
  EXPECT_NEAR(s.p95, 5.7, 0.02);
  EXPECT_NEAR(s.longest, 6, 6.0 / 440 + 1e-3);
  EXPECT_NEAR(s.age, 2, 0.01);
  EXPECT_LE(s.from_uniform, 1.5 / 440);
}

TEST(OracleP2, CoveredShareAndUnseenSpellsOfAShuttleWithRange) {
  // Share 1 - (1 - r / l)^2, as a mean over points in the middle of equal cells: the midpoint rule errs by
  // O(1 / n^2).
  struct Known {
    double lane, speed, range, share, mean_spell, longest;
  };
  for (Known const& k : {Known{60, 20, 2, 0.0655556, 2.9, 5.8}, Known{75, 30, 3, 0.0784, 2.4, 4.8}}) {
    CoverageFigures const f = shuttle_coverage(k.lane, k.speed, k.range, 200);
    double const covered = f.covered[1][0][0] + f.covered[1][0][1];
    double const total = f.total[0][0] + f.total[0][1];
    EXPECT_NEAR(covered / total, k.share, 2e-6);
    // Time-average gap is twice the mean response time, 2 l / 3 v (1 - r / l)^3: sum g^2 / T over all places.
    double squares = 0;
    for (double const g : f.gaps) squares += g * g;
    for (double const g : f.censored_gaps) squares += g * g;
    double const gap_time = (f.total[1][0] + f.total[1][1]) / 3600;
    double const response = 2 * k.lane / (3 * k.speed) * std::pow(1 - k.range / k.lane, 3);
    EXPECT_NEAR(squares / gap_time / 2, response, 0.01 * response);
    EXPECT_NEAR(spells(f, k.longest).mean, k.mean_spell, 0.005 * k.mean_spell);
    EXPECT_NEAR(f.gaps.back(), k.longest, 0.01 * k.longest);
  }
}

}  // namespace
}  // namespace ceaseline
