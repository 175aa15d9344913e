// A replication that keeps no record tells the same of every incident as one that keeps it whole.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "ceaseline/detection/tabulated_sensor.hpp"
#include "toy/busy_world.hpp"
#include "toy/listed_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Of an incident, what the chain makes of it.
struct Told {
  Step step;
  Reason reason;
  DeclaredSide declared;
  std::uint32_t noticed;
  friend bool operator==(Told const& a, Told const& b) {
    return a.step == b.step && a.reason == b.reason && a.declared == b.declared && a.noticed == b.noticed;
  }
};

Told told(Fate const& f) { return {f.step, f.reason, f.declared, f.acts_noticed}; }

struct Teller : Closing {
  std::map<std::uint64_t, Told> incidents;
  std::size_t visits{0}, told_before_the_end{0};
  void incident(Incident const& what, Fate const& fate) override {
    EXPECT_TRUE(incidents.emplace(what.key.value, told(fate)).second) << "told twice";
  }
  void visit(Visit const&) override { ++visits; }
};

/// Nothing that stays, no complaints, no satellite: all closes in the course of the days.
Setting passing_mission() {
  Setting s = busy_mission(1200);
  auto& v = s.world.violations;
  v.kinds.pop_back();
  v.incidents.erase(std::remove_if(v.incidents.begin(), v.incidents.end(),
                                   [](ReplaySpec const& r) { return r.kind == "mines"; }),
                    v.incidents.end());
  s.world.claims = ClaimSpec{};
  s.design.satellites.clear();
  return s;
}

void live_and_let_go(World const& world, Mission const& mission, Teller& teller) {
  Draws const draws(7, 0);
  Simulation simulation(world, mission);
  simulation.begin(draws);
  ReplayProcess const process;
  TruthStream truth(world, process, draws);
  for (TruthDay today; truth.next(today);) {
    simulation.day(today);
    simulation.let_go(teller);
  }
  teller.told_before_the_end = teller.incidents.size();
  simulation.finish();
  simulation.let_go(teller);
}

void expect_told_alike(Teller const& teller, Record const& whole, bool as_it_goes) {
  ASSERT_EQ(teller.incidents.size(), whole.incidents.size());
  for (std::size_t i = 0; i < whole.incidents.size(); ++i) {
    // Of what is not verified the side is not worked out.
    Told expected = told(whole.fates[i]);
    Told const got = teller.incidents.at(whole.incidents[i].key.value);
    if (expected.step < Step::Verified && as_it_goes) expected.declared = got.declared;
    EXPECT_TRUE(got == expected) << "incident " << i;
  }
}

void expect_alike(Setting const& s, bool as_it_goes) {
  Record const whole = s.run();
  World const world = build(s.world);
  std::vector<MapPlace> places;
  for (Setting::Spot const& spot : s.spots) {
    Point const p =
        world.line().at(LinePlace{km(spot.chainage), km(spot.side == Side::A ? -spot.depth : spot.depth)});
    places.push_back({spot.id, spot.id, spot.role, spot.side, world.line().frame().to_geographic(p), ""});
  }
  Mission const mission = set_up(world, s.design, places);
  Teller teller;
  live_and_let_go(world, mission, teller);
  expect_told_alike(teller, whole, as_it_goes);
  EXPECT_EQ(teller.visits, whole.visits.size());
  EXPECT_GT(whole.visits.size(), 20U) << "a world without visits proves little";
  if (as_it_goes) {
    EXPECT_GT(teller.told_before_the_end, whole.incidents.size() / 2) << "it was all kept to the end";
  } else {
    EXPECT_EQ(teller.told_before_the_end, 0U);
  }
}

TEST(LettingGo, TellsTheSameAsTheWholeRecord) { expect_alike(passing_mission(), true); }

TEST(LettingGo, WaitsForTheLastAct) {
  // Thirteen shots from 23:00 to 01:00, and a post that listens from 00:15: at midnight nothing is noticed
  // yet.
  WorldSpec spec = listed_world(20, 3 * one_day, shot_kind(), {{23, 10, 0}});
  spec.violations.incidents[0].acts = 13;
  spec.violations.incidents[0].duration = hours_of(2);
  World const world = build(spec);
  DesignSpec design = watchful(km(3));
  PostSpec post = post_at("post", 10);
  post.watch_from = hours_of(0.25);
  post.watch_to = hours_of(6);
  design.posts = {post};
  Mission const mission = set_up(world, design);
  Teller teller;
  live_and_let_go(world, mission, teller);
  ASSERT_EQ(teller.incidents.size(), 1U);
  EXPECT_GE(teller.incidents.begin()->second.noticed, 4U);
  EXPECT_NE(teller.incidents.begin()->second.step, Step::Missed);
}

TEST(LettingGo, KeepsAlarmsThatALaterNoticeMayJoin) {
  // False alarms all the time, a shot at ten past midnight every day, and whatever is heard within an hour is
  // one event: the report of a shot was opened by an alarm of the day before, which is about nothing that
  // happened.
  WorldSpec spec = listed_world(20, 12 * one_day, shot_kind(), every(24, 24 * 11, Shot{24 + 1.0 / 6, 10, 0}));
  spec.evidence.association_window = hours_of(1);
  spec.evidence.association_gate = 1;
  World const world = build(spec);
  DesignSpec design = watchful(km(3));
  auto ear = std::make_shared<TabulatedSensor>();
  ear->false_alarms = 300;
  ear->by = Channel::Sound;
  ear->curves.push_back({"*", TabulatedSensor::When::Any, {{km(0), 1.0}, {km(3), 1.0}}});
  design.sensors["watch"] = {"tabulated", ear, "alarms"};
  design.posts = {post_at("post", 10)};
  Mission const mission = set_up(world, design);
  Record const whole = live(world, mission);
  EXPECT_LT(whole.fates.front().first_notice, whole.fates.back().first_notice);
  Teller teller;
  live_and_let_go(world, mission, teller);
  expect_told_alike(teller, whole, true);
}

TEST(LettingGo, KeepsEverythingWhereThingsStayOrComeLate) { expect_alike(busy_mission(), false); }

}  // namespace
}  // namespace ceaseline
