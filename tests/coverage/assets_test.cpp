// Assets one by one: what watches, fields of view, light, passes and pairs of assets make of coverage, where
// the answer is known.
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/coverage/covered.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

constexpr double sharp = 1e-9;

Resolution finely() {
  Resolution r;
  r.step = 10000;
  r.finest = 1e-3;
  r.tolerance = 1e-9;
  return r;
}

PostSpec post(std::string id, double chainage, double depth = 0) {
  PostSpec p;
  p.id = std::move(id);
  p.sensor = "watch";
  p.chainage = km(chainage);
  p.depth = km(depth);
  return p;
}

CoverageFigures::Judged judged(World const& world, DesignSpec d, double depth = 0) {
  Mission const mission = set_up(world, std::move(d));
  return covered(world, mission, Presence::planned(world, mission), 0, depth, finely()).sets[0];
}

double share(CoverageOfSet const& c, CoverageFigures::Judged const& j) {
  return (c.covered[0] + c.covered[1]) / (j.hours[0] + j.hours[1]);
}

TEST(Posts, AWatchOfSixHoursCoversAQuarterOfTheTime) {
  World const world = build(straight_world(km(100), one_day * 10, shot_kind(), 1));
  DesignSpec d = watchful(km(5));
  d.posts = {post("one", 50)};
  d.posts[0].watch_from = hours_of(6);
  d.posts[0].watch_to = hours_of(12);
  CoverageFigures::Judged const j = judged(world, d);
  CoverageOfSet const& seen = j.channel[1];
  EXPECT_NEAR(share(seen, j), 0.1 * 0.25, sharp);
  EXPECT_NEAR(seen.accesses, 0.1 * 10, 1e-6);
  // Gaps of 18 h between ten watches on a tenth of the line, 6 and 12 h cut at the ends; elsewhere one of 240
  // h.
  EXPECT_NEAR(seen.gaps, 0.1 * 9, 1e-6);
  EXPECT_NEAR(seen.gap_hours, 0.1 * 9 * 18, 1e-5);
  EXPECT_NEAR(seen.cut_gap_hours, 0.1 * 18 + 0.9 * 240, 1e-4);
  EXPECT_NEAR(seen.gap_squares, 0.1 * 9 * 18 * 18, 1e-4);
  EXPECT_EQ(seen.longest_gap, 240);
}

TEST(Posts, CamerasThatTakeTurnsCoverAsOne) {
  // A head that turns between two sectors, as two cameras with watches: each half of the day on one side.
  World const world = build(straight_world(km(100), one_day * 10, shot_kind(), 1));
  DesignSpec d = watchful(km(5));
  d.posts = {post("left", 45), post("right", 55)};
  d.posts[0].watch_to = hours_of(12);
  d.posts[1].watch_from = hours_of(12);
  CoverageFigures::Judged const j = judged(world, d);
  EXPECT_NEAR(share(j.channel[1], j), 0.2 * 0.5, sharp);
  EXPECT_NEAR(j.channel[1].at_least[1], 0, sharp) << "never both";
}

TEST(Posts, AFieldOfViewCutsATriangleOutOfTheBand) {
  // 1 km behind the line, looking over it: 60 degrees see 2 tan 30 = 1.1547 km of the line, and of a band d
  // beyond it 2 (1 + d) tan 30; the range of 10 km does not matter.
  World const world = build(straight_world(km(100), one_day, shot_kind(), 1));
  DesignSpec d = watchful(km(10));
  auto eye = std::make_shared<Eye>();
  eye->range_factor = 10;
  eye->view = Angle::degrees(60);
  d.sensors["watch"] = {"eye", eye, "sixty degrees"};
  d.posts = {post("one", 50, 1)};
  double const tan30 = 1 / std::sqrt(3.0);
  for (double const depth : {0.0, 2000.0}) {
    CoverageFigures::Judged const j = judged(world, d, depth);
    EXPECT_NEAR(share(j.channel[1], j), 2 * (1 + depth / 1000) * tan30 / 100, 1e-6) << depth;
  }
}

TEST(Bands, ARoundFootprintIsNarrowerAtDepth) {
  // Range 5 km on the line: 10 km of it, and 2 sqrt(25 - 9) = 8 km of a band 3 km deep on either side.
  World const world = build(straight_world(km(100), one_day, shot_kind(), 1));
  DesignSpec d = watchful(km(5));
  d.posts = {post("one", 50)};
  EXPECT_NEAR(share(judged(world, d).channel[1], judged(world, d)), 0.1, sharp);
  for (double const depth : {-3000.0, 3000.0}) {
    CoverageFigures::Judged const j = judged(world, d, depth);
    EXPECT_NEAR(share(j.channel[1], j), 0.08, sharp);
  }
  EXPECT_EQ(share(judged(world, d, 6000).channel[1], judged(world, d, 6000)), 0);
}

TEST(Assets, OverlapsAreCountedByAsset) {
  // [40, 50] and [45, 55] and [46, 56] km: at least one 16 km, two 10 km, three 4 km; 30 asset-km.
  World const world = build(straight_world(km(100), one_day, shot_kind(), 1));
  DesignSpec d = watchful(km(5));
  d.posts = {post("a", 45), post("b", 50), post("c", 51)};
  CoverageFigures::Judged const j = judged(world, d);
  CoverageOfSet const& seen = j.channel[1];
  EXPECT_NEAR(seen.at_least[0], 0.16 * 24, 1e-7);
  EXPECT_NEAR(seen.at_least[1], 0.10 * 24, 1e-7);
  EXPECT_NEAR(seen.at_least[2], 0.04 * 24, 1e-7);
  EXPECT_NEAR(seen.asset_hours, 0.30 * 24, 1e-7);
  EXPECT_EQ(j.channel[0].asset_hours, 0) << "seen is not heard";
}

TEST(Assets, TwoThatAreInOrderNowAndThenAreIndependent) {
  World const world = build(straight_world(km(100), one_day, shot_kind(), 1));
  DesignSpec d = watchful(km(200));
  d.posts = {post("a", 45), post("b", 50)};
  d.posts[0].up = 0.9;
  d.posts[1].up = 0.8;
  CoverageFigures::Judged const j = judged(world, d);
  EXPECT_NEAR(share(j.channel[1], j), 0.98, sharp);
}

TEST(Assets, AnEarThatHearsOnlyWhileItStandsCoversByItsStops) {
  // 10 min at the wheel, 10 min standing, range 200 km: it hears the whole line while it stands, and moving
  // none of it. A round of 2 x 40 km at 40 km/h is six stretches of driving; after the last one it turns at
  // once.
  WorldSpec spec = straight_world(km(40), hours_of(22), shot_kind(), 1);
  spec.sensing.standing_share = 0.5;
  spec.sensing.moving_ear = 0;
  spec.violations.kinds[0].heard_by_day = spec.violations.kinds[0].heard_by_night = km(500);
  World const world = build(spec);
  DesignSpec d = watchful(km(1));
  auto ear = std::make_shared<Ear>();
  d.sensors["watch"] = {"ear", ear, ""};
  d.driving.speed = kmh(40);
  d.teams = {shuttle("one", Length{}, km(40))};
  CoverageFigures::Judged const j = judged(world, d);
  // A leg: six times 10 min of driving with five stops between: 110 min, of which 50 stand. 12 legs in 22 h.
  EXPECT_NEAR(share(j.channel[0], j), 50.0 / 110, sharp);
  EXPECT_NEAR(j.channel[0].accesses, 12 * 5, sharp);
}

TEST(Satellites, APassIsAnAccessWithoutLength) {
  // Every 24 h from 12 h on, swaths of 50 km in turn: each half of the line has every second pass.
  World const world = build(straight_world(km(100), one_day * 10, object_kind(one_day), 1));
  DesignSpec d = watchful(km(1));
  SatelliteSpec s;
  s.id = "one";
  s.sensor = "watch";
  s.first = hours_of(12);
  s.swath = km(50);
  d.satellites = {s};
  CoverageFigures::Judged const j = judged(world, d);
  CoverageOfSet const& seen = j.channel[1];
  EXPECT_NEAR(share(seen, j), 0, sharp);
  EXPECT_NEAR(seen.accesses, 5, 1e-6);
  EXPECT_NEAR(seen.gaps, 4, 1e-6);
  EXPECT_NEAR(seen.gap_hours, 4 * 48, 1e-4);
  // Something that stays for a day is met by a pass in that time: half of all starts on either half.
  Mission const mission = set_up(world, d);
  auto const lasting =
      covered(world, mission, Presence::planned(world, mission), 0, 0, finely(), 0.5, one_day).sets[0];
  // First half: passes at 12, 60, 108, 156, 204 h meet starts in [0, 12], (36, 60], ...: 12 + 4 x 24 of 216
  // h. Second half: passes at 36, 84, ... 228 h meet starts from [12, 36] to [204, 216): 4 x 24 + 12.
  EXPECT_NEAR(share(lasting.channel[1], lasting), 108.0 / 216, 1e-8);
}

TEST(Weights, CoverageCountsWhereIncidentsAreToBeExpected) {
  // 40 to 60 km of 100 are seen; 60 % of incidents lie within a Gaussian of 5 km about 50 km, known in half
  // of the cases: 0.3 (2 Phi(2) - 1) + 0.7 x 0.2. The hotspot itself is seen all over.
  WorldSpec spec = straight_world(km(100), one_day, shot_kind(), 1);
  HotspotSpec h;
  h.id = "one";
  h.centre = km(50);
  h.width = km(5);
  h.share_of_acts = 0.6;
  spec.violations.hotspots = {h};
  spec.violations.hotspots_moved = 0.5;
  World const world = build(spec);
  DesignSpec d = watchful(km(10));
  d.posts = {post("one", 50)};
  Mission const mission = set_up(world, d);
  Resolution how = finely();
  how.step = 500;
  auto const sets = covered(world, mission, Presence::planned(world, mission), 0, 0, how).sets;
  EXPECT_NEAR(share(sets[0].channel[1], sets[0]), 0.2, sharp);
  EXPECT_NEAR(share(sets[1].channel[1], sets[1]), 1, sharp);
  EXPECT_NEAR(share(sets[2].channel[1], sets[2]), 0.3 * 0.9544997361 + 0.7 * 0.2, 1e-7);
}

TEST(Light, AnEyeThatSeesByDayAloneCoversTheDay) {
  WorldSpec spec = straight_world(km(10), one_day * 365, shot_kind(), 1);
  spec.violations.kinds[0].seen_by_day = km(100);
  spec.violations.kinds[0].seen_by_night = Length{};
  World const world = build(spec);
  DesignSpec d = watchful(km(1));
  d.sensors["watch"] = {"eye", std::make_shared<Eye>(), ""};
  d.posts = {post("one", 5)};
  CoverageFigures::Judged const j = judged(world, d);
  EXPECT_NEAR(j.channel[1].covered[0], j.hours[0], 1e-6);
  EXPECT_NEAR(j.channel[1].covered[1], 0, 1e-6);
  EXPECT_NEAR(j.hours[0] + j.hours[1], 8760, 1e-6);
  EXPECT_NEAR(j.channel[1].accesses, 365, 1.5);
}

}  // namespace
}  // namespace ceaseline
