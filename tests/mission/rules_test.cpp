// What teams and posts may do, and what goes wrong: fire, watches, access, vehicles, growth, disruptions.
#include <gtest/gtest.h>

#include <set>

#include "ceaseline/base/input_error.hpp"
#include "toy/listed_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

std::vector<bool> noticed(Record const& r) {
  std::vector<bool> all;
  for (Fate const& f : r.fates) all.push_back(f.acts_noticed > 0);
  return all;
}

/// A team of seven that stands at km 10, with shots at 2 h near by and others farther off.
struct UnderFire {
  World world;
  Record record;
  explicit UnderFire(Rules rules, std::vector<Shot> const& shots) : world{build(spec(shots))} {
    DesignSpec d = watchful(km(8));
    d.rules = rules;
    d.numbers.people_per_patrol = 5;
    d.numbers.protection_per_patrol = 2;
    d.teams = {shuttle("team", km(10), km(10))};
    record = live(world, set_up(world, d));
  }
  static WorldSpec spec(std::vector<Shot> const& shots) {
    WorldSpec w = listed_world(40, one_day, shot_kind(), shots);
    w.danger.near = km(3);
    w.danger.withdraw = km(1);
    w.danger.withdraw_for = hours_of(2);
    w.danger.spell = 12 * one_minute;
    return w;
  }
};

TEST(Withdrawal, AnUnarmedTeamLeavesFireThatIsTooNearAndComesBack) {
  std::vector<Shot> const shots{{1, 14, 0}, {2, 10.5, 0}, {3, 14, 0}, {3.9, 14, 0}, {4.1, 14, 0}};
  Rules rules;
  rules.posture = Posture::UnarmedMilitary;
  UnderFire const unarmed(rules, shots);
  EXPECT_EQ(noticed(unarmed.record), (std::vector<bool>{true, true, false, false, true}))
      << "it notices what it flees, and nothing while it is away";
  EXPECT_EQ(unarmed.record.exposure[0].withdrawals, 1);
  rules.posture = Posture::ArmedForce;
  UnderFire const armed(rules, shots);
  EXPECT_EQ(noticed(armed.record), std::vector<bool>(5, true));
  EXPECT_EQ(armed.record.exposure[0].withdrawals, 0);
  rules.posture = Posture::UnarmedCivilian;
  rules.withdraws = false;
  EXPECT_EQ(noticed(UnderFire(rules, shots).record), std::vector<bool>(5, true));
}

TEST(Exposure, IsTheTimeWithinSpellsOfFireNearByTimesThePeople) {
  // Spells of 12 minutes at 1:00, 1:06 and 5:00 within 3 km: 18 and 12 minutes; the one 5 km off is none.
  Rules stays;
  stays.withdraws = false;
  UnderFire const r(stays, {{1, 12, 0}, {1.1, 12, 0}, {5, 8, 0}, {7, 15, 0}});
  EXPECT_NEAR(r.record.exposure[0].near_fire, 7 * 0.5, 1e-9);
  EXPECT_EQ(r.record.exposure[1].near_fire, 0);
}

TEST(Watch, APostNoticesOnlyWhileSomebodyWatches) {
  // Local time is two hours ahead of UTC: watches from 22 to 6 are from 20 to 4 UTC.
  WorldSpec w = listed_world(20, one_day * 3, shot_kind(), every(1, 72, {0.5, 10, 0}));
  w.period.local_time = hours_of(2);
  World const world = build(w);
  DesignSpec d = watchful(km(5));
  PostSpec p = post_at("post", 10);
  p.watch_from = hours_of(22);
  p.watch_to = hours_of(6);
  d.posts = {p};
  Record const r = live(world, set_up(world, d));
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    auto const hour = static_cast<int>(hours(r.incidents[i].start - SimTime{})) % 24;
    EXPECT_EQ(r.fates[i].detected(), hour >= 20 || hour < 4) << i;
    EXPECT_TRUE(r.fates[i].detected() || r.fates[i].reason == Reason::NoAsset);
  }
}

TEST(AccessRules, HoldForTheirAssetHoursAndOrganisation) {
  WorldSpec w = listed_world(20, one_day, shot_kind(), every(1, 24, {0.5, 10, 0}));
  AccessRule rule;
  rule.id = "no cameras";
  rule.side = Side::A;
  rule.organisation = "watchers";
  rule.asset = Asset::Camera;
  rule.hours_from = hours_of(6);
  rule.hours_to = hours_of(12);
  w.access = {rule};
  World const world = build(w);
  auto const seen_by = [&](bool camera, Side side, std::string const& flag) {
    DesignSpec d = watchful(km(5));
    d.flag = flag;
    d.equipment.camera_sensor = "watch";
    d.equipment.camera_up = 1;
    d.equipment.listening_sensors = {"watch"};
    (camera ? d.equipment.cameras : d.equipment.listening) = {"mast"};
    return live(world, set_up(world, d, {on_map(world, "mast", "camera", side, 10, 1)}));
  };
  Record const shut = seen_by(true, Side::A, "watchers");
  for (std::size_t i = 0; i < 24; ++i) {
    bool const morning = i >= 6 && i < 12;
    EXPECT_EQ(shut.fates[i].detected(), !morning) << i;
    EXPECT_TRUE(!morning || shut.fates[i].reason == Reason::NotAllowed);
  }
  std::vector<bool> const all(24, true);
  EXPECT_EQ(noticed(seen_by(true, Side::A, "others")), all) << "another organisation";
  EXPECT_EQ(noticed(seen_by(true, Side::B, "watchers")), all) << "the other side";
  EXPECT_EQ(noticed(seen_by(false, Side::A, "watchers")), all) << "another asset";
}

TEST(Vehicles, APatrolGoesWithTwoInOrderOrNotAtAll) {
  World const world = build(listed_world(20, one_day * 2000, shot_kind(), {}));
  DesignSpec d = watchful(km(5));
  d.siting.bases = {"home"};
  d.numbers.vehicles_per_patrol = 2;
  d.rules.least_vehicles = 2;
  d.driving.vehicle_up = 0.9;
  d.driving.vehicle_repair = hours_of(3);
  TeamSpec t;
  t.id = "team";
  t.base = "home";
  d.teams = {t};
  auto const share_out = [&] {
    Record const r = live(world, set_up(world, d, {on_map(world, "home", "base", Side::A, 10, 3)}));
    EXPECT_GE(r.outings.size(), 1990U);
    double out = 0;
    for (Outing const& o : r.outings) {
      EXPECT_TRUE(o.fate == OutingFate::Went || o.fate == OutingFate::NoVehicle);
      out += o.fate == OutingFate::Went ? 1 : 0;
    }
    return out / static_cast<double>(r.outings.size());
  };
  EXPECT_NEAR(share_out(), 0.81, 4 * std::sqrt(0.81 * 0.19 / 1990));
  d.rules.least_vehicles = 1;
  EXPECT_NEAR(share_out(), 0.99, 4 * std::sqrt(0.99 * 0.01 / 1990));
  d.rules.least_vehicles = 3;
  EXPECT_THROW((void)share_out(), InputError) << "a patrol never has three";
}

/// Ten teams that are always out, a post, a camera and an aircraft, for a hundred days.
struct Hundred {
  World world{build(listed_world(50, one_day * 100, shot_kind(), every(24, 2400, {12, 10, 0})))};
  DesignSpec d = watchful(km(3));
  Hundred() {
    for (int i = 0; i < 10; ++i) d.teams.push_back(shuttle("team " + std::to_string(i), km(40), km(40)));
    AircraftSpec a;
    a.id = "plane";
    a.sensor = "watch";
    a.chainage = km(40);
    d.aircraft = {a};
  }
  [[nodiscard]] Record run() const {
    return live(world, set_up(world, d, {on_map(world, "mast", "camera", Side::A, 10, 1)}));
  }
};

std::size_t out(Record const& r, double day, bool aircraft = false) {
  SimTime const from{hours_of(24 * day)};
  std::set<std::uint32_t> teams;
  for (Outing const& o : r.outings) {
    // An aircraft counts when it flies within the day.
    bool const then = aircraft ? o.from >= from && o.from < from + one_day : o.from <= from && from < o.to;
    if (o.aircraft == aircraft && then) teams.insert(o.team);
  }
  return teams.size();
}

Disruption gone(DisruptionKind what, double share) {
  return {"gone", what, one_day * 30, one_day * 60, share};
}

TEST(Growth, PatrolsComeAsPeopleDo) {
  // 70 people for ten patrols at 14 a week: one more patrol every half a week.
  Hundred h;
  h.d.numbers.on_books = 70;
  h.d.numbers.ramp_up = 14;
  h.d.numbers.at_strength = false;
  Record const r = h.run();
  for (double day = 0; day < 50; day += 1)
    EXPECT_EQ(out(r, day), std::min<std::size_t>(10, static_cast<std::size_t>(day / 3.5))) << day;
  h.d.numbers.at_strength = true;
  EXPECT_EQ(out(h.run(), 0), 10U);
}

TEST(Disruptions, TakeTheirShareForTheirTime) {
  Hundred h;
  h.d.contributors = {{"a", "", 30, "bloc", false},
                      {"b", "", 30, "bloc", false},
                      {"c", "", 40, "", false},
                      {"many", "", 80, "", true}};
  struct Known {
    Disruption what;
    std::size_t teams, flying;
  };
  for (Known const& k : {Known{gone(DisruptionKind::PatrolsReduced, 0.3), 7, 1},
                         Known{gone(DisruptionKind::ContributorLeaves, 1), 7, 1},  // the bloc: 60 of 180
                         Known{gone(DisruptionKind::AircraftGrounded, 1), 10, 0},
                         Known{gone(DisruptionKind::MissionEnds, 1), 0, 0}}) {
    h.d.disruptions = {k.what};
    Record const r = h.run();
    SCOPED_TRACE(static_cast<int>(k.what.what));
    for (double const day : {10.0, 70.0}) {
      EXPECT_EQ(out(r, day), 10U);
      EXPECT_EQ(out(r, day, true), 1U);
    }
    EXPECT_EQ(out(r, 45), k.teams);
    EXPECT_EQ(out(r, 45, true), k.flying);
  }
}

TEST(Disruptions, CamerasGoOutAndPostsEndWithTheMission) {
  Hundred h;
  h.d.teams.clear();
  h.d.aircraft.clear();
  h.d.equipment.camera_sensor = "watch";
  h.d.equipment.camera_up = 1;
  auto const expect_out = [&](DisruptionKind what, bool affected) {
    h.d.disruptions = {gone(what, 1)};
    Record const r = h.run();
    for (std::size_t day = 0; day < 100; ++day)
      EXPECT_EQ(r.fates[day].detected(), !affected || day < 30 || day >= 60) << day;
  };
  h.d.equipment.cameras = {"mast"};
  expect_out(DisruptionKind::CamerasOut, true);
  expect_out(DisruptionKind::MissionEnds, true);
  expect_out(DisruptionKind::PatrolsReduced, false);
  h.d.equipment.cameras.clear();
  h.d.posts = {post_at("post", 10)};
  expect_out(DisruptionKind::CamerasOut, false);
  expect_out(DisruptionKind::MissionEnds, true);
}

}  // namespace
}  // namespace ceaseline
