// Coverage against closed forms: oracles P1, P2, P3, P7, V6, D1 and the patrol-and-detect model, to 1e-9
// where the geometry is straight.
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/coverage/covered.hpp"
#include "ceaseline/scoring/gaps.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

constexpr double sharp = 1e-9;

/// What a straight world's coverage is asked for by: no light, finely.
Resolution finely(double step_km = 10) {
  Resolution r;
  r.step = 1000 * step_km;
  r.finest = 1e-3;
  r.tolerance = 1e-9;
  r.by_light = false;
  return r;
}

struct Toy {
  World world;
  Mission mission;
};

Toy shuttles(double line, double speed, double range, Duration period, std::vector<TeamSpec> teams) {
  World world = build(straight_world(km(line), period, object_kind(hours_of(1)), 1));
  DesignSpec design = watchful(km(range));
  design.driving.speed = kmh(speed);
  design.teams = std::move(teams);
  Mission mission = set_up(world, design);
  return {std::move(world), std::move(mission)};
}

CoverageFigures::Judged judged(Toy const& t, Resolution const& how = finely(), Duration lasting = {}) {
  return covered(t.world, t.mission, Presence::planned(t.world, t.mission), 0, 0, how, 0.5, lasting).sets[0];
}

double share(CoverageFigures::Judged const& j) {
  return (j.channel[1].covered[0] + j.channel[1].covered[1]) / (j.hours[0] + j.hours[1]);
}

TEST(OracleP1, GapsOfAShuttleThatSeesWhatItPasses) {
  // l 60 km, v 20 km/h, r 0. In n rounds every place has n gaps 2 (l - x) / v, n - 1 gaps 2 x / v and two cut
  // ones of half that; over places sum g^2 = (l^2 / 3 v^2) (8 n - 2).
  double const rounds = 200;
  Toy const toy = shuttles(60, 20, 0, hours_of(6 * rounds), {shuttle("one", Length{}, km(60))});
  CoverageFigures::Judged const j = judged(toy);
  CoverageOfSet const& seen = j.channel[1];
  EXPECT_NEAR(seen.accesses, 2 * rounds, sharp);
  EXPECT_NEAR(seen.gaps, 2 * rounds - 1, sharp);
  EXPECT_NEAR(seen.gap_hours, 3 * rounds + 3 * (rounds - 1), sharp * seen.gap_hours);
  EXPECT_NEAR(seen.cut_gap_hours, 3, sharp);
  EXPECT_NEAR(seen.gap_squares + seen.cut_gap_squares, 3 * (8 * rounds - 2), sharp * 24 * rounds);
  EXPECT_NEAR(seen.longest_gap, 6, 1e-6) << "at the end of the line, seen from within it";
}

TEST(OracleP1, PooledGapsAreUniform) {
  Toy const toy = shuttles(60, 20, 0, hours_of(6 * 200), {shuttle("one", Length{}, km(60))});
  Resolution how = finely(0.05);
  how.along = Resolution::Along::ReferencePoints;
  CoverageOfSet const seen = judged(toy, how).channel[1];
  double all = 0;
  for (Spells const& s : seen.gap_lengths) all += s.weight;
  EXPECT_NEAR(all, 399, 1e-6);
  double below = 0;
  for (Spells const& s : seen.gap_lengths) {
    below += s.weight;
    EXPECT_NEAR(below / all, s.hours / 6, 2.0 / 1200 + 0.003) << s.hours;
  }
  // 1.9 l / v; two gaps in four hundred are cut, and lengths are alike to a hundredth of an hour.
  EXPECT_NEAR(gap_quantile(seen.gap_lengths, seen.cut_gap_lengths).hours, 5.7, 0.03);
}

TEST(OracleP2, ShareGapsAndResponseOfAShuttleWithRange) {
  struct Known {
    double lane, speed, range, share, response;
  };
  for (Known const& k : {Known{60, 20, 2, 0.0655556, 1.806593}, Known{75, 30, 3, 0.0784, 1.474560}}) {
    double const rounds = 200;
    double const period = 2 * k.lane / k.speed;
    Toy const toy =
        shuttles(k.lane, k.speed, k.range, hours_of(period * rounds), {shuttle("one", Length{}, km(k.lane))});
    CoverageFigures::Judged const j = judged(toy);
    CoverageOfSet const& seen = j.channel[1];
    double const left = 1 - k.range / k.lane;
    EXPECT_NEAR(share(j), 1 - left * left, sharp);
    EXPECT_NEAR(share(j), k.share, 5e-8) << "as published";
    // As for P1 with l - r for l; without the cut halves it is twice the response time.
    double const squares = (seen.gap_squares + seen.cut_gap_squares) / (period * rounds);
    double const response = 2 * k.lane / (3 * k.speed) * left * left * left;
    EXPECT_NEAR(response, k.response, 5e-7);
    EXPECT_NEAR(squares, 2 * response * (1 - 1 / (4 * rounds)), sharp);
  }
}

TEST(OracleP3, LanesAndFormationsLeaveTheSameLongestGap) {
  // L 480 km, 8 teams, 20 km/h: lanes of 60 km are idle for 6 h; age of data 2 h, half of sum g^2 / T.
  std::vector<TeamSpec> lanes;
  for (int i = 0; i < 8; ++i)
    lanes.push_back(shuttle("team " + std::to_string(i), km(60 * i), km(60 * (i + 1))));
  double const rounds = 100;
  Toy const toy = shuttles(480, 20, 0, hours_of(6 * rounds), lanes);
  CoverageFigures::Judged const j = judged(toy);
  EXPECT_NEAR(j.channel[1].longest_gap, 6, 1e-6);
  double const age = (j.channel[1].gap_squares + j.channel[1].cut_gap_squares) / (6 * rounds) / 2;
  EXPECT_NEAR(age, 2 * (1 - 1 / (4 * rounds)), sharp);
}

TEST(OracleP7, AnAircraftIsOnStationFourAndAHalfOfSevenAndAHalfHours) {
  World const world = build(straight_world(km(100), hours_of(750), shot_kind(), 1));
  for (int const fleet : {1, 2}) {
    DesignSpec d = watchful(km(200));
    AircraftSpec a;
    a.id = "plane";
    a.sensor = "watch";
    a.fleet = fleet;
    a.endurance = hours_of(6);
    a.turnaround = hours_of(1.5);
    a.transit = km(45);
    a.speed = kmh(60);
    a.from = km(0);
    a.to = km(100);
    d.aircraft = {a};
    Mission const mission = set_up(world, d);
    CoverageFigures::Judged const j =
        covered(world, mission, Presence::planned(world, mission), 0, 0, finely()).sets[0];
    // The second one takes off half a cycle later: only the first 45 min are without one.
    EXPECT_NEAR(share(j), fleet == 1 ? 0.6 : 1 - 0.75 / 750, sharp) << fleet;
    // They overlap by 1.5 h, and the end cuts the last sortie by that: 450 + 448.5 - 749.25.
    if (fleet == 2) {
      EXPECT_NEAR(j.channel[1].at_least[1], 149.25, 1e-6);
    }
  }
}

TEST(OracleV6, CamerasEveryTwentyKilometresSeeTheirShare) {
  // Range 3 km, every 20 km, in order 0.9 of the time: 0.27.
  World const world = build(straight_world(km(500), one_day * 30, shot_kind(), 1));
  DesignSpec d = watchful(km(3));
  for (int i = 0; i < 25; ++i) {
    PostSpec p;
    p.id = "camera " + std::to_string(i);
    p.sensor = "watch";
    p.chainage = km(10 + 20 * i);
    p.up = 0.9;
    d.posts.push_back(p);
  }
  Mission const mission = set_up(world, d);
  CoverageFigures::Judged const j =
      covered(world, mission, Presence::planned(world, mission), 0, 0, finely()).sets[0];
  EXPECT_NEAR(share(j), 0.27, sharp);
}

TEST(OracleD1, FootprintsLongerByADurationMeetWhatLasts) {
  // 1 - max(0, 1 - q)^2 with q = (r + v d / 2) / l. Starts are asked for over whole rounds.
  struct Known {
    double lane, speed, range, lasting, share;
  };
  for (Known const& k : {Known{60, 20, 2, 0.5, 0.219722}, Known{60, 20, 0, 0.5, 0.159722},
                         Known{120, 25, 3, 2, 0.412222}, Known{250, 40, 5, 1, 0.190000}}) {
    Duration const lasting = hours_of(k.lasting);
    double const period = 2 * k.lane / k.speed;
    Toy const toy = shuttles(k.lane, k.speed, k.range, hours_of(period * 50) + lasting,
                             {shuttle("one", Length{}, km(k.lane))});
    double const q = (k.range + k.speed * k.lasting / 2) / k.lane;
    double const found = share(judged(toy, finely(), lasting));
    EXPECT_NEAR(found, 1 - (1 - q) * (1 - q), sharp);
    EXPECT_NEAR(found, k.share, 5e-7) << "as published";
  }
}

/// Patrol-and-detect v1: teams on equal parts of the line that stand 20 min at its ends, staggered by the
/// golden ratio, and cameras. Legs of 0.2222 h are whole milliseconds, starts are rounded to them.
Toy patrol_and_detect(double line, int teams, int cameras, int days) {
  World world = build(straight_world(km(line), one_day * days, shot_kind(), 1));
  DesignSpec d = watchful(km(2));
  d.sensors["camera"] = definite(km(3));
  d.driving.speed = kmh(30);
  double const lane = line / teams;
  double const period = 2 * (lane / 30 + 1.0 / 3);
  for (int i = 0; i < teams; ++i) {
    TeamSpec t = shuttle("team " + std::to_string(i), km(i * lane), km((i + 1) * lane));
    double const turn = i * 0.6180339887498948;
    t.first_leg_after = hours_of(period * (turn - std::floor(turn)));
    t.dwell = 20 * one_minute;
    d.teams.push_back(t);
  }
  for (int j = 0; j < cameras; ++j) {
    PostSpec p;
    p.id = "camera " + std::to_string(j);
    p.sensor = "camera";
    p.chainage = km((j + 0.5) * line / cameras);
    d.posts.push_back(p);
  }
  Mission mission = set_up(world, d);
  return {std::move(world), std::move(mission)};
}

TEST(PatrolAndDetect, CoversItsKnownShare) {
  Toy const toy = patrol_and_detect(400, 60, 30, 365);
  Resolution how = finely();
  how.tolerance = 1e-8;
  EXPECT_NEAR(share(judged(toy, how)), 0.670836819266, 1e-7);
}

}  // namespace
}  // namespace ceaseline
