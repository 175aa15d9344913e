// Policies and desks know what was reported and nothing else.
#include <gtest/gtest.h>

#include <map>

#include "toy/busy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Where everybody was, minute by minute, and every journey to a scene.
struct Orders {
  Record record;
  std::vector<Track> tracks;
};

Orders orders_of(Setting const& s) {
  World const world = build(s.world);
  std::vector<MapPlace> places;
  for (Setting::Spot const& p : s.spots) {
    Point const at = world.line().at(LinePlace{km(p.chainage), km(p.side == Side::A ? -p.depth : p.depth)});
    places.push_back({p.id, p.id, p.role, p.side, world.line().frame().to_geographic(at), ""});
  }
  Mission const mission = set_up(world, s.design, places);
  Simulation run(world, mission);
  run.begin(Draws(7, 0), true);
  TruthStream truth(world, ReplayProcess(), Draws(7, 0));
  TruthDay today;
  while (truth.next(today)) run.day(today);
  return {run.finish(), run.tracks()};
}

void expect_same_orders(Orders const& a, Orders const& b) {
  ASSERT_EQ(a.record.visits.size(), b.record.visits.size());
  for (std::size_t i = 0; i < a.record.visits.size(); ++i) {
    Visit const& u = a.record.visits[i];
    Visit const& v = b.record.visits[i];
    ASSERT_TRUE(u.team == v.team && u.side == v.side && u.sent == v.sent && u.arrived == v.arrived) << i;
  }
  ASSERT_EQ(a.tracks.size(), b.tracks.size());
  for (std::size_t i = 0; i < a.tracks.size(); ++i) {
    Track const& u = a.tracks[i];
    Track const& v = b.tracks[i];
    ASSERT_TRUE(u.team == v.team && u.from == v.from && u.to == v.to && u.at_work == v.at_work) << i;
    for (SimTime t = u.from; t < u.to; t += hours_of(0.5))
      ASSERT_EQ(u.motion.at(t).chainage, v.motion.at(t).chainage) << i;
  }
}

/// All teams go where most was reported from; nobody is refused for what happened near by.
Setting curious(std::string const& dispatch) {
  Setting s = busy_mission(500);
  for (AccessSpec* a : {&s.world.access_a, &s.world.access_b}) a->after_incident = 1;
  s.world.claims = ClaimSpec{};
  s.design.rules.dispatch = dispatch;
  for (TeamSpec& t : s.design.teams) t.policy = "hotspot-weighted";
  ViolationKind whisper = shot_kind();
  whisper.id = "whisper";
  whisper.fire = false;
  whisper.visitable_share = 1;
  whisper.heard_by_day = whisper.heard_by_night = whisper.seen_by_day = whisper.seen_by_night = Length{};
  s.world.violations.kinds.push_back(whisper);
  return s;
}

TEST(Picture, WhatNobodyCanNoticeChangesNoOrder) {
  for (char const* dispatch : {"nearest", "freshest-first"}) {
    Setting const few = curious(dispatch);
    Setting more = few;
    for (int i = 0; i < 400; ++i) {
      ReplaySpec r;
      r.id = "whisper " + std::to_string(i);
      r.at = 1711 * Duration{1000} * i;
      r.chainage = km(std::fmod(i * 1.7, 60.0));
      r.depth = km(1);
      r.kind = "whisper";
      r.acts = 5;
      r.duration = one_hour;
      more.world.violations.incidents.push_back(r);
    }
    Orders const a = orders_of(few);
    Orders const b = orders_of(more);
    EXPECT_GT(a.record.visits.size(), 20U);
    EXPECT_EQ(b.record.incidents.size(), a.record.incidents.size() + 400);
    expect_same_orders(a, b);
  }
}

TEST(Picture, WhoFiredChangesNoOrderWhereNothingTellsIt) {
  // On the line, without a scene: sides stand in the truth alone.
  Setting one = curious("nearest");
  for (ViolationKind& k : one.world.violations.kinds) k.visitable_share = 0;
  for (ReplaySpec& r : one.world.violations.incidents) {
    r.depth = Length{};
    if (r.kind == "mines") r.kind = "fire";
    r.side = Side::A;
  }
  one.design.satellites.clear();
  Setting two = one;
  for (ReplaySpec& r : two.world.violations.incidents) r.side = Side::B;
  Orders const a = orders_of(one);
  EXPECT_GT(a.record.observations.size(), 100U);
  EXPECT_GT(a.tracks.size(), 100U);
  expect_same_orders(a, orders_of(two));
}

TEST(Picture, ANameOfAKindChangesNoOrder) {
  Setting one = curious("freshest-first");
  ViolationKind twin = one.world.violations.kinds[0];
  twin.id = "like fire";
  one.world.violations.kinds.push_back(twin);
  Setting two = one;
  for (ReplaySpec& r : two.world.violations.incidents) r.kind = r.kind == "fire" ? "like fire" : r.kind;
  expect_same_orders(orders_of(one), orders_of(two));
}

/// One team that nothing but its policy moves, on 40 km; a post tells of shots at km 10 to 11.
double time_near_ten(bool shots) {
  WorldSpec w = straight_world(km(40), one_day * 60, shot_kind(), 1);
  w.violations.process = "replay";
  for (int i = 0; shots && i < 600; ++i) {
    ReplaySpec r;
    r.id = "shot " + std::to_string(i);
    r.at = hours_of(2.4 * i);
    r.chainage = km(10.5);
    r.kind = "shot";
    w.violations.incidents.push_back(r);
  }
  DesignSpec d = watchful(Length{});
  d.sensors["ear"] = definite(km(2), Channel::Sound);
  PostSpec p;
  p.id = "post";
  p.sensor = "ear";
  p.chainage = km(10.5);
  d.posts = {p};
  d.driving.policy = "hotspot-weighted";
  d.teams = {shuttle("one", Length{}, km(40))};
  World const world = build(w);
  Mission const mission = set_up(world, d);
  Simulation run(world, mission);
  run.begin(Draws(3, 0), true);
  TruthStream truth(world, ReplayProcess(), Draws(3, 0));
  TruthDay today;
  while (truth.next(today)) run.day(today);
  run.finish();
  double legs = 0, there = 0;
  for (Track const& t : run.tracks()) {
    double const target = t.motion.at(t.to).chainage;
    legs += 1;
    there += target >= 10'000 && target <= 11'000 ? 1 : 0;
  }
  return there / legs;
}

TEST(Picture, PatrolsGoWhereMuchWasReportedFrom) {
  // Up to 140 acts are remembered, of ten a day for a mean of 14 days, against 40 unknown kilometres.
  EXPECT_GT(time_near_ten(true), 0.5);
  EXPECT_LT(time_near_ten(false), 0.1);
}

/// One shot by side A at km 30, so that its scene lies on side B, a kilometre deep; a post hears it.
Setting one_scene(std::vector<TeamSpec> teams) {
  ViolationKind kind = shot_kind();
  kind.visitable_share = 1;
  kind.fire = false;
  Setting s;
  s.world = straight_world(km(60), one_day * 2, kind, 1);
  s.world.violations.process = "replay";
  ReplaySpec r;
  r.id = "the one";
  r.at = hours_of(2);
  r.chainage = km(30);
  r.depth = km(1);
  r.kind = "shot";
  r.side = Side::A;
  s.world.violations.incidents = {r};
  s.world.lane_depth_a = km(2);
  s.world.lane_depth_b = km(3);
  for (AccessSpec* a : {&s.world.access_a, &s.world.access_b})
    a->checkpoint_shortest = a->checkpoint_longest = 10 * one_minute;
  DesignSpec& d = s.design = watchful(Length{});
  d.sensors["ear"] = definite(km(100), Channel::Sound);
  PostSpec p;
  p.id = "post";
  p.sensor = "ear";
  p.chainage = km(30);
  d.posts = {p};
  d.rules.visits_after_dusk = true;
  d.driving.transit_speed = kmh(40);
  d.teams = std::move(teams);
  return s;
}

TEST(Crossing, AVisitAcrossTheLineGoesByACrossingOnly) {
  Setting s = one_scene({shuttle("far side", km(20), km(20), Side::A)});
  s.spots = {{"bridge", "crossing", Side::A, 50, 0}};
  EXPECT_TRUE(s.run().visits.empty()) << "not without leave to cross";
  s.design.rules.crosses_line = true;
  Record const r = s.run();
  ASSERT_EQ(r.visits.size(), 1U);
  // 30 km to the bridge and 20 km back, over both lanes (2 + 3 km) and 2 km from lane to scene, at 40 km/h.
  EXPECT_EQ(r.visits[0].arrived - r.visits[0].sent, hours_of(57 / 40.0) + 10 * one_minute);
  EXPECT_EQ(r.fates[0].verification, Verification::Visit);
  s.spots.push_back({"ford", "crossing", Side::B, 25, 0});
  Record const by_ford = s.run();
  EXPECT_EQ(by_ford.visits[0].arrived - by_ford.visits[0].sent, hours_of(17 / 40.0) + 10 * one_minute);
  s.spots.clear();
  EXPECT_TRUE(s.run().visits.empty()) << "nor where there is no crossing";
}

TEST(Crossing, ATeamOfTheSceneSideGoesStraight) {
  Setting s = one_scene({shuttle("near side", km(20), km(20), Side::B)});
  Record const r = s.run();
  ASSERT_EQ(r.visits.size(), 1U);
  EXPECT_EQ(r.visits[0].arrived - r.visits[0].sent, hours_of(12 / 40.0) + 10 * one_minute);
}

TEST(FalseReport, SendsAVisitThatFindsNothing) {
  Setting s = one_scene({shuttle("a", km(20), km(20), Side::A), shuttle("b", km(40), km(40), Side::B)});
  s.world.violations.incidents.clear();
  s.world.claims.invented_per_day_a = 3;
  s.world.claims.invented_per_day_b = 3;
  Record const r = s.run();
  ASSERT_FALSE(r.visits.empty());
  for (Visit const& v : r.visits) {
    EXPECT_EQ(v.incident, -1);
    EXPECT_EQ(r.reports[v.report].verification, Verification::None);
    EXPECT_FALSE(r.reports[v.report].publishable);
  }
  s.design.rules.visits_claims = false;
  EXPECT_TRUE(s.run().visits.empty());
}

TEST(Claim, AnIncidentThatOnlyAPartyTellsOfIsFoundByTheVisit) {
  Setting s = one_scene({shuttle("b", km(40), km(40), Side::B)});
  s.design.posts.clear();
  s.world.claims.share_b = 1;  // B suffers it
  Fate const told = s.run().fates[0];
  EXPECT_TRUE(told.claimed);
  EXPECT_EQ(told.acts_noticed, 0U);
  EXPECT_TRUE(told.detected());
  EXPECT_EQ(told.verification, Verification::Visit);
  s.design.rules.visits_claims = false;
  EXPECT_FALSE(s.run().fates[0].detected());
}

}  // namespace
}  // namespace ceaseline
