// From a report to a verified incident: who goes, when, what stops it, and what two sources are worth.
#include <gtest/gtest.h>

#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// One incident by side A at km 22, of ten acts in ten minutes; its scene lies on side B.
WorldSpec one_incident(double hour) {
  ViolationKind kind = shot_kind();
  kind.visitable_share = 1;
  WorldSpec w = straight_world(km(60), one_day * 6, kind, 1);
  w.period.start += std::chrono::hours{24 * 170};  // June: light from about 2 to 18 h UTC
  w.lane_depth_a = w.lane_depth_b = km(2);
  w.violations.process = "replay";
  ReplaySpec r;
  r.id = "the one";
  r.at = hours_of(hour);
  r.chainage = km(22);
  r.kind = "shot";
  r.side = Side::A;
  r.acts = 10;
  r.duration = 10 * one_minute;
  w.violations.incidents = {r};
  return w;
}

/// A post that hears everything, and a day team on side B at either end of the line.
struct Setting {
  World world;
  Record record;

  explicit Setting(WorldSpec spec, DesignSpec design = teams()) : world{build(std::move(spec))} {
    std::vector<MapPlace> places;
    for (auto const& [id, at] : {std::pair{"west", 10.0}, std::pair{"east", 50.0}}) {
      Point const p = world.line().at(LinePlace{km(at), km(4)});
      places.push_back({id, id, "base", Side::B, world.line().frame().to_geographic(p), ""});
    }
    record = live(world, set_up(world, std::move(design), places));
  }
  [[nodiscard]] Fate const& fate() const { return record.fates.front(); }

  static DesignSpec teams() {
    DesignSpec d = watchful(km(1000));
    d.sensors["watch"] = definite(km(1000), Channel::Sound);
    d.driving.speed = d.driving.transit_speed = kmh(40);
    d.hours.day_start = hours_of(6);
    d.hours.route = hours_of(10);
    d.siting.bases = {"west", "east"};
    for (char const* base : {"west", "east"}) {
      TeamSpec t;
      t.id = std::string(base) + " team";
      t.base = base;
      t.sensors = {"watch"};
      d.teams.push_back(t);
    }
    PostSpec p;
    p.id = "post";
    p.sensor = "watch";
    p.side = Side::B;
    p.chainage = km(30);
    d.posts = {p};
    return d;
  }
};

TEST(Visit, TheNearestTeamGoesTwoHoursAfterTheLastActAndVerifies) {
  Setting const s(one_incident(8));
  ASSERT_EQ(s.record.visits.size(), 1U);
  Visit const& v = s.record.visits.front();
  EXPECT_EQ(s.record.team_ids[v.team], "west team");
  EXPECT_EQ(v.sent, s.fate().last_notice + hours_of(2));
  // At most 22 km and 2 km off the lane at 40 km/h, and 5 to 30 minutes at checkpoints.
  EXPECT_GE(v.arrived - v.sent, 5 * one_minute + hours_of(2 / 40.0));
  EXPECT_LE(v.arrived - v.sent, 30 * one_minute + hours_of(24 / 40.0));
  EXPECT_EQ(s.fate().verification, Verification::Visit);
  EXPECT_EQ(s.fate().verified, v.arrived + 45 * one_minute);
  EXPECT_EQ(s.fate().time_to_scene, v.arrived - s.fate().first_notice);
}

TEST(Visit, NobodyGoesByNight) {
  Setting const s(one_incident(19));
  ASSERT_EQ(s.record.visits.size(), 1U);
  SimTime const sent = s.record.visits.front().sent;
  EXPECT_EQ(s.world.light(22'000, sent), Light::Day);
  EXPECT_GE(sent, SimTime{hours_of(24 + 6)}) << "no team is out before six";
  EXPECT_LE(sent, SimTime{hours_of(24 + 8)});
}

TEST(Visit, ComesTooLateWhenTheEvidenceIsGone) {
  WorldSpec w = one_incident(8);
  w.violations.kinds[0].evidence_shortest = one_hour;
  w.violations.kinds[0].evidence_longest = one_hour;
  w.evidence.visit_after = one_hour / 2;
  w.access_b.checkpoint_shortest = w.access_b.checkpoint_longest = hours_of(1);
  Setting const s(w);
  ASSERT_EQ(s.record.visits.size(), 1U);
  EXPECT_FALSE(s.record.visits.front().in_time);
  EXPECT_EQ(s.fate().verification, Verification::None);
  EXPECT_NE(s.fate().reason, Reason::None);
}

/// Small errors, so that the chain is not stopped by an uncertain place.
DesignSpec exact_teams() {
  DesignSpec d = Setting::teams();
  d.posts[0].chainage = km(22);
  return d;
}

TEST(Visit, ARefusalEndsItAfterTheAttemptsAllowed) {
  WorldSpec w = one_incident(8);
  w.access_b.state = AccessState::Restricted;
  w.access_b.refusal = 0.34;  // three times as likely where something just happened: certain
  w.access_b.recent = one_hour * 12;
  w.access_b.after_incident = 3;
  int refused = 0;
  for (int seed = 0; seed < 10; ++seed) {
    w.violations.incidents[0].id = "try " + std::to_string(seed);
    Setting const s(w, exact_teams());
    if (s.record.visits.empty() || s.record.visits.front().allowed) continue;
    ++refused;
    EXPECT_LE(s.record.visits.size(), 2U);
    if (s.fate().verification != Verification::None) continue;
    EXPECT_EQ(s.fate().step, Step::Located);
    EXPECT_EQ(s.fate().reason, s.record.visits.size() == 2 ? Reason::Refused : s.fate().reason);
  }
  EXPECT_GE(refused, 3);
}

TEST(Visit, AShutSideIsNotVisitedAndLosesItsPatrols) {
  WorldSpec w = one_incident(8);
  w.access_b.state = AccessState::Shut;
  DesignSpec d = exact_teams();
  d.posts[0].side = Side::A;
  Setting const s(w, d);
  EXPECT_TRUE(s.record.visits.empty());
  ASSERT_FALSE(s.record.outings.empty());
  for (Outing const& o : s.record.outings) EXPECT_FALSE(o.allowed);
  EXPECT_TRUE(s.fate().detected()) << "the post on side A still hears";
  EXPECT_EQ(s.fate().reason, Reason::NoTeam);
}

TEST(Access, APatrolThatIsNotAllowedNoticesNothing) {
  WorldSpec w = one_incident(8);
  w.access_b.state = AccessState::Shut;
  DesignSpec d = Setting::teams();
  d.posts.clear();
  d.rules.staffed_bases_listen = false;
  Setting const shut(w, d);
  EXPECT_FALSE(shut.fate().detected());
  EXPECT_EQ(shut.fate().reason, Reason::NotAllowed);
  w.access_b.state = AccessState::Open;
  w.access_b.refusal = 1;  // what an open side would refuse were it restricted
  Setting const open(w, d);
  EXPECT_TRUE(open.fate().detected());
  for (Outing const& o : open.record.outings) EXPECT_TRUE(o.allowed);
}

TEST(Visit, WithoutASceneNobodyIsSent) {
  WorldSpec w = one_incident(8);
  w.violations.kinds[0].visitable_share = 0;
  Setting const s(w, exact_teams());
  EXPECT_TRUE(s.record.visits.empty());
  EXPECT_EQ(s.fate().step, Step::Located);
  EXPECT_EQ(s.fate().reason, Reason::NotVisitable);
}

/// Only fixed posts: as many as channels are named, a kilometre from the incident on either side of it.
Fate by_posts(std::vector<Channel> const& channels, WorldSpec w) {
  w.violations.kinds[0].visitable_share = 0;
  DesignSpec d;
  d.id = "posts";
  d.sensors["ear"] = definite(km(5), Channel::Sound);
  d.sensors["eye"] = definite(km(5), Channel::Sight);
  for (std::size_t i = 0; i < channels.size(); ++i) {
    PostSpec p;
    p.id = "post " + std::to_string(i);
    p.sensor = channels[i] == Channel::Sound ? "ear" : "eye";
    p.side = i % 2 == 0 ? Side::A : Side::B;
    p.chainage = km(22);
    p.depth = km(1);
    d.posts.push_back(p);
  }
  World const world = build(std::move(w));
  return live(world, set_up(world, d)).fates.front();
}

TEST(TwoSources, VerifyOnlyWhenOneOfThemSaw) {
  WorldSpec const w = one_incident(8);
  EXPECT_EQ(by_posts({Channel::Sound}, w).verification, Verification::None);
  EXPECT_EQ(by_posts({Channel::Sight}, w).verification, Verification::None);
  EXPECT_EQ(by_posts({Channel::Sound, Channel::Sound}, w).verification, Verification::None);
  EXPECT_EQ(by_posts({Channel::Sound, Channel::Sight}, w).verification, Verification::TwoSources);
  EXPECT_EQ(by_posts({Channel::Sight, Channel::Sight}, w).verification, Verification::TwoSources);
}

TEST(Side, IsReadFromAPlaceWellBehindTheLine) {
  // 5 % of 2 to 4 km is 0.2 km at most: 3 km behind the line there is no doubt, on the line there is nothing
  // else.
  for (Side const side : {Side::A, Side::B}) {
    WorldSpec w = one_incident(8);
    w.violations.incidents[0].side = side;
    w.violations.incidents[0].depth = km(3);
    Fate const deep = by_posts({Channel::Sound}, w);
    EXPECT_EQ(deep.declared, side == Side::A ? DeclaredSide::A : DeclaredSide::B);
    EXPECT_FALSE(deep.wrong(side));
    EXPECT_LT(std::min(deep.p_side_b, 1 - deep.p_side_b), 1e-6);
  }
}

TEST(Side, SightIsRightAsOftenAsItSays) {
  // On the line itself the place says little on average; what decides is sight, right in 95 of 100.
  ViolationKind kind = shot_kind();
  WorldSpec w = straight_world(km(40), one_day * 1000, kind, 20);
  w.evidence.side_threshold = 0.5;
  World const world = build(w);
  DesignSpec d;
  d.id = "eye";
  d.sensors["eye"] = definite(km(1000), Channel::Sight);
  PostSpec p;
  p.id = "far";
  p.sensor = "eye";
  p.chainage = km(20);
  d.posts = {p};
  Record const r = live(world, set_up(world, d));
  double wrong = 0;
  double expected = 0;
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    wrong += r.fates[i].wrong(r.incidents[i].side) ? 1 : 0;
    expected += std::min(r.fates[i].p_side_b, 1 - r.fates[i].p_side_b);
  }
  auto const n = static_cast<double>(r.fates.size());
  double const share = wrong / n;
  EXPECT_GT(share, 0.05) << "a place drawn with error must mislead at times";
  // Sight is calibrated: where the place is no evidence either way, one call in twenty is wrong.
  double seen_wrong = 0;
  double even = 0;
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    double const p_b = r.fates[i].p_side_b;
    if (std::abs(std::max(p_b, 1 - p_b) - 0.95) > 0.005) continue;
    even += 1;
    seen_wrong += r.fates[i].wrong(r.incidents[i].side) ? 1 : 0;
  }
  ASSERT_GT(even, 50);
  EXPECT_NEAR(seen_wrong / even, 0.05, 4 * std::sqrt(0.05 * 0.95 / even));
  EXPECT_GT(expected, 0);
}

}  // namespace
}  // namespace ceaseline
