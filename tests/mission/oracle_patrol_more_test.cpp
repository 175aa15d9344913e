// Several patrols, aircraft and fixed sensors against closed forms: oracles P4 to P7, D3, D6, V6.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "ceaseline/coverage/covered.hpp"
#include "ceaseline/model/purpose.hpp"
#include "toy/estimate.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

TeamSpec patrol(std::string id, double from, double to, double speed) {
  TeamSpec t = shuttle(std::move(id), km(from), km(to));
  t.speed = kmh(speed);
  return t;
}

/// The longest time that any of many places of a line of 450 km goes unvisited, hours: the ends of lanes are
/// among them.
double idle_time(std::vector<TeamSpec> teams, std::string const& policy = "fixed-rounds") {
  WorldSpec spec = straight_world(km(450), hours_of(300), object_kind(hours_of(1)), 1);
  spec.segment = km(450);
  World const world = build(spec);
  DesignSpec design = watchful(Length::metres(0.5));
  design.driving.policy = policy;
  design.teams = std::move(teams);
  Mission const mission = set_up(world, design);
  Simulation run(world, mission);
  run.begin(Draws(1, 0), true);
  run.finish();
  Resolution how;
  how.step = 4000;
  how.finest = 1;
  how.tolerance = 1;  // five places on each stretch, its ends among them
  Presence const presence = Presence::lived(world, mission, run, Draws(1, 0));
  return covered(world, mission, presence, 0, 0, how).sets[0].channel[1].longest_gap;
}

TEST(OracleP4, LanesInProportionToSpeedLeaveNoPlaceIdleForMoreThanTenHours) {
  // 450 km, 40, 30 and 20 km/h: lanes of 200, 150 and 100 km, 2 L / sum v = 10 h.
  double const idle =
      idle_time({patrol("a", 0, 200, 40), patrol("b", 200, 350, 30), patrol("c", 350, 450, 20)});
  EXPECT_LE(idle, 10 + 1e-6);
  EXPECT_GE(idle, 10 - 0.006);
  // Equal lanes leave the slowest one for 2 * 150 / 20 h.
  double const equal =
      idle_time({patrol("a", 0, 150, 40), patrol("b", 150, 300, 30), patrol("c", 300, 450, 20)});
  EXPECT_NEAR(equal, 15, 0.01);
}

TEST(OracleP5, NoPlanBeatsTheFloor) {
  // (L / sum v) max(1 + 1 / s, 1 / (1 - 1 / (2 sqrt k))), s the ratio of fastest and slowest: 7.5 h here; for
  // equal speeds 2 L / sum v.
  auto const all = [](double v1, double v2, double v3) {
    return std::vector<TeamSpec>{patrol("a", 0, 450, v1), patrol("b", 0, 450, v2), patrol("c", 0, 450, v3)};
  };
  for (char const* policy : {"fixed-rounds", "random", "least-recently-visited", "hotspot-weighted"})
    EXPECT_GE(idle_time(all(40, 30, 20), policy), 7.5) << policy;
  EXPECT_GE(idle_time({patrol("a", 0, 300, 40), patrol("b", 150, 450, 30), patrol("c", 100, 300, 20)}), 7.5);
  EXPECT_GE(idle_time({patrol("a", 0, 150, 30), patrol("b", 150, 300, 30), patrol("c", 300, 450, 30)}),
            10 - 0.006);
  for (char const* policy : {"fixed-rounds", "random", "least-recently-visited"})
    EXPECT_GE(idle_time(all(30, 30, 30), policy), 10 - 0.006) << policy;
}

/// Stands at the beginning of its lane, and runs to its end and back with the same small chance every ten
/// minutes: what a Poisson process of visits is in windows of whole ten minutes.
struct PoissonVisits : PatrolPolicy {
  [[nodiscard]] double next(PatrolView const& view) const override {
    double const low = view.lane.from.metres();
    if (view.chainage > low) return low;
    double const stays = std::exp(-0.2 / 6);  // 0.2 visits an hour
    bool const goes = view.draws->at(purpose::patrol_target, view.team, view.leg).unit() >= stays;
    return goes ? view.lane.to.metres() : low;
  }
};

/// Share of objects of three hours that a team meets that is everywhere within seconds.
Estimate share_met(std::string const& policy, Duration dwell) {
  PolicyRegistry policies = builtin_policies();
  policies.add("poisson", "for this test", [](Fields&) { return std::make_unique<PoissonVisits>(); });
  World const world = build(straight_world(km(100), one_day * 365, object_kind(hours_of(3)), 200));
  DesignSpec design = watchful(km(0.1));
  design.driving.policy = policy;
  TeamSpec t = patrol("one", 0, 100, 3.6e5);
  t.dwell = dwell;
  design.teams = {t};
  Mission const mission(world, {}, design, policies);
  Record const r = live(world, mission);
  std::vector<double> met;
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    if (r.incidents[i].end() < world.end()) met.push_back(r.fates[i].detected() ? 1 : 0);
  }
  // Objects of one place and hour meet the same visits: days are nearly independent, objects are not.
  return by_batches(met, 365);
}

TEST(OracleP6, PoissonVisitsMeetFewerThanPeriodicOnesOfTheSameRate) {
  // 0.2 an hour, 3 h: 1 - exp(-0.6) = 0.451188 against 0.6.
  expect_known(share_met("poisson", Duration{}), 0.451188, 0.02);
  expect_known(share_met("fixed-rounds", hours_of(5)), 0.6, 0.02);
}

TEST(OracleP7, AnAircraftIsOnStationFourAndAHalfOfSevenAndAHalfHours) {
  // Endurance 6 h, 45 min each way, turnaround 1.5 h: on station 0.6; two cover continuously.
  World const world = build(straight_world(km(100), hours_of(750), shot_kind(), 2000));
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
    Record const r = live(world, set_up(world, d));
    double on_station = 0;
    for (Outing const& o : r.outings) on_station += hours(o.to - o.from);
    // The second one takes off half a cycle later, and the end cuts its last sortie by 1.5 h.
    EXPECT_NEAR(on_station, fleet == 1 ? 450 : 450 + 448.5, 1e-6);
    double met = 0;
    for (std::size_t i = 0; i < r.fates.size(); ++i) {
      met += r.fates[i].detected() ? 1 : 0;
      bool const covered = fleet == 2 && r.incidents[i].start >= SimTime{hours_of(0.75)};
      ASSERT_TRUE(r.fates[i].detected() || !covered) << i;
    }
    auto const n = static_cast<double>(r.fates.size());
    if (fleet == 1) {
      EXPECT_NEAR(met / n, 0.6, 4 * std::sqrt(0.24 / n));
    }
  }
}

TEST(OracleD6, FixedSensorsAreInOrderAsOftenAsTheirRepairsSay) {
  // Fails every 400 h, repaired in 20 h: 0.952381; at least one of two 0.997732; a year's share has an s.d.
  // of 0.0140.
  World const world = build(straight_world(km(10), hours_of(8760), shot_kind(), 1));
  DesignSpec d = watchful(km(1));
  for (char const* id : {"one", "two"}) {
    PostSpec p;
    p.id = id;
    p.sensor = "watch";
    p.up = 400.0 / 420;
    p.repair = hours_of(20);
    d.posts.push_back(p);
  }
  Mission const mission = set_up(world, d);
  Simulation run(world, mission);
  std::vector<double> one, either;
  for (std::uint32_t replication = 0; replication < 12000; ++replication) {
    run.begin(Draws(5, replication));
    one.push_back(1 - hours(run.out_of_order(0).total()) / 8760);
    either.push_back(1 - hours((run.out_of_order(0) & run.out_of_order(1)).total()) / 8760);
  }
  Estimate const e = estimate(one);
  expect_known(e, 0.952381, 0.0005);
  expect_known(estimate(either), 0.997732, 0.0002);
  double const deviation = e.error * std::sqrt(12000.0);
  EXPECT_NEAR(deviation, 0.0140, 4 * 0.0140 / std::sqrt(2 * 12000.0));
}

TEST(OracleV6, CamerasEveryTwentyKilometresSeeTheirShare) {
  // Range 3 km, every 20 km, in order 0.9 of the time: 0.27 of what happens on the line.
  World const world = build(straight_world(km(500), one_day * 365, shot_kind(), 50));
  DesignSpec d = watchful(km(3));
  d.equipment.camera_sensor = "watch";
  d.equipment.camera_up = 0.9;
  d.equipment.camera_repair = one_day;
  std::vector<MapPlace> masts;
  for (int i = 0; i < 25; ++i) {
    std::string const id = "mast " + std::to_string(i);
    Point const p = world.line().at(km(10 + 20 * i));
    masts.push_back({id, id, "camera", Side::A, world.line().frame().to_geographic(p), ""});
    d.equipment.cameras.push_back(id);
  }
  Mission const mission = set_up(world, d, masts);
  std::vector<double> shares;
  for (std::uint32_t replication = 0; replication < 12; ++replication) {
    Record const r = live(world, mission, replication);
    double seen = 0;
    for (Fate const& f : r.fates) seen += f.detected() ? 1 : 0;
    shares.push_back(seen / static_cast<double>(r.fates.size()));
  }
  expect_known(estimate(shares), 0.27, 0.01);
}

/// Notices an act with a given chance, wherever it is.
struct Chancy : Sensor {
  double chance;
  explicit Chancy(double c) : chance{c} {}
  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return km(100); }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length) const override {
    return chance;
  }
  [[nodiscard]] LocationError location_error() const override { return {0.1, Angle::degrees(5)}; }
};

/// Share of single acts that at least `least` of some posts notice.
Estimate noticed_by(std::vector<double> const& chances, std::size_t least) {
  World const world = build(straight_world(km(10), one_day * 1000, shot_kind(), 60));
  DesignSpec d;
  d.id = "posts";
  for (std::size_t i = 0; i < chances.size(); ++i) {
    PostSpec p;
    p.id = "post " + std::to_string(i);
    p.sensor = "chancy " + std::to_string(i);
    d.sensors[p.sensor] = SensorSpec{"test", std::make_shared<Chancy>(chances[i]), p.sensor};
    d.posts.push_back(p);
  }
  Record const r = live(world, set_up(world, d));
  std::vector<std::set<std::int32_t>> by(r.incidents.size());
  for (Observation const& o : r.observations) by[static_cast<std::size_t>(o.incident)].insert(o.sensor);
  std::vector<double> noticed;
  for (std::size_t i = 0; i < by.size(); ++i) {
    EXPECT_EQ(r.fates[i].detected(), !by[i].empty());
    noticed.push_back(by[i].size() >= least ? 1 : 0);
  }
  return estimate(noticed);
}

TEST(OracleD3, IndependentSensorsNoticeTogetherWhatChanceSays) {
  expect_known(noticed_by({0.3, 0.5, 0.2}, 1), 0.72, 0.005);
  expect_known(noticed_by({0.7, 0.7, 0.7}, 2), 0.784, 0.005);
}

}  // namespace
}  // namespace ceaseline
