// Properties of the whole program that hold exactly: 2, scales; 4, worlds side by side; 7, a side that is
// shut.
#include <gtest/gtest.h>

#include <map>

#include "toy/busy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Lengths by `b`, speeds by `b * k`, times by `1 / k`. Figures are such that legs stay whole milliseconds,
/// errors of place above their floor of 10 m, scenes 300 m apart, and all things within the five days for
/// which they are remembered; nothing depends on the sun, and nobody is refused.
Setting scaled(double b, int k) {
  ViolationKind fire = shot_kind();
  fire.id = "fire";
  fire.visitable_share = 0.7;
  fire.evidence_shortest = hours_of(16) / k;
  fire.evidence_longest = hours_of(48) / k;
  ViolationKind weapon = object_kind(hours_of(8) / k);
  weapon.id = "weapon";
  weapon.visitable_share = 0.5;
  Setting s;
  WorldSpec& w = s.world = straight_world(km(64 * b), one_day * 4 / k, fire, 1);
  w.violations.kinds = {fire, weapon};
  w.violations.process = "replay";
  w.lane_depth_a = w.lane_depth_b = km(3 * b);
  w.sensing.shared_luck = 0.5;
  w.sensing.standing_share = 0.5;
  w.danger.near = km(4 * b);
  w.danger.withdraw = km(2.5 * b);
  w.danger.withdraw_for = hours_of(1) / k;
  w.danger.spell = 16 * one_minute / k;
  w.evidence.located_within = km(1 * b);
  w.evidence.visit_after = hours_of(2) / k;
  w.evidence.visit_work = hours_of(0.5) / k;
  w.evidence.association_window = 20 * one_minute / k;
  w.evidence.in_time = hours_of(24) / k;
  w.claims.delay = one_hour / k;
  w.claims.share_a = w.claims.share_b = 0.3;
  w.claims.place_error = km(b);
  for (AccessSpec* a : {&w.access_a, &w.access_b}) {
    a->checkpoint_shortest = 4 * one_minute / k;
    a->checkpoint_longest = 36 * one_minute / k;
  }
  for (int i = 0; i < 400; ++i) {
    ReplaySpec r;
    r.id = "incident " + std::to_string(i);
    r.at = Duration{786'432LL * i} / k;
    r.chainage = km(std::fmod(i * 7.5, 64.0) * b);
    r.depth = km((0.25 + 0.03125 * (i % 8) + 0.5 * (i / 128)) * b);
    r.kind = i % 4 == 3 ? "weapon" : "fire";
    r.side = i % 3 == 0 ? Side::A : Side::B;
    r.acts = 1 << (i % 4);
    r.duration = (i % 4 == 3 ? hours_of(8) : 4096 * Duration{128}) / k;
    w.violations.incidents.push_back(r);
  }
  DesignSpec& d = s.design = watchful(km(5 * b));
  d.sensors["ear"] = definite(km(4.5 * b), Channel::Sound);
  d.equipment.patrol_sensors = {"watch", "ear"};
  d.driving.speed = d.driving.transit_speed = Speed::metres_per_second(8 * b * k);
  d.driving.drive_between_stops = Duration{655'360} / k;
  d.rules.visits_after_dusk = true;
  d.rules.report_delay = hours_of(2) / k;
  for (int i = 0; i < 8; ++i) {
    Side const side = i < 4 ? Side::A : Side::B;
    TeamSpec t = shuttle("team " + std::to_string(i), km(16 * b * (i % 4)), km(16 * b * (i % 4 + 1)), side);
    t.first_leg_after = Duration{1'048'576} / k;
    d.teams.push_back(t);
  }
  return s;
}

/// Every time of `b` is that of `a` divided by `k`, to a millisecond for each spell of its team before it.
void expect_rescaled(Record const& a, Record const& b, int k) {
  auto const same = [k](SimTime of_a, SimTime of_b) {
    EXPECT_LE(std::abs(ms_of(of_a) - k * ms_of(of_b)), 50 * k) << ms_of(of_a) << " and " << ms_of(of_b);
  };
  ASSERT_EQ(a.fates.size(), b.fates.size());
  for (std::size_t i = 0; i < a.fates.size() && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("incident " + std::to_string(i));
    EXPECT_EQ(a.fates[i].acts_noticed, b.fates[i].acts_noticed);
    EXPECT_EQ(a.fates[i].step, b.fates[i].step);
    EXPECT_EQ(a.fates[i].reason, b.fates[i].reason);
    EXPECT_EQ(a.fates[i].verification, b.fates[i].verification);
    EXPECT_EQ(a.fates[i].declared, b.fates[i].declared);
    if (a.fates[i].acts_noticed > 0) same(a.fates[i].first_notice, b.fates[i].first_notice);
    if (a.fates[i].report >= 0) same(a.fates[i].reported, b.fates[i].reported);
  }
  ASSERT_EQ(a.visits.size(), b.visits.size());
  for (std::size_t i = 0; i < a.visits.size() && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE("visit " + std::to_string(i));
    EXPECT_EQ(a.visits[i].incident, b.visits[i].incident);
    EXPECT_EQ(a.visits[i].team, b.visits[i].team);
    same(a.visits[i].due, b.visits[i].due);
    same(a.visits[i].sent, b.visits[i].sent);
    same(a.visits[i].arrived, b.visits[i].arrived);
    same(a.visits[i].done, b.visits[i].done);
  }
  ASSERT_EQ(a.observations.size(), b.observations.size());
  for (std::size_t side : {0U, 1U}) {
    EXPECT_NEAR(a.exposure[side].near_fire, k * b.exposure[side].near_fire,
                1e-3 * a.exposure[side].near_fire);
    EXPECT_EQ(a.exposure[side].withdrawals, b.exposure[side].withdrawals);
  }
}

TEST(Property2, TwiceAsFastIsTheSameInHalfTheTime) {
  Record const a = scaled(1, 1).run();
  EXPECT_GT(a.visits.size(), 30U);
  EXPECT_GT(a.exposure[0].withdrawals, 3);
  expect_rescaled(a, scaled(1, 2).run(), 2);
  expect_rescaled(a, scaled(1, 4).run(), 4);
}

TEST(Property2, TwiceAsLongAndTwiceAsFastTakesTheSameTimes) {
  Record const a = scaled(1, 1).run();
  Record const b = scaled(2, 1).run();
  expect_rescaled(a, b, 1);
  for (std::size_t i = 0; i < a.fates.size(); ++i) {
    if (a.fates[i].report < 0) continue;
    EXPECT_NEAR(2 * a.fates[i].estimate.x, b.fates[i].estimate.x, 1e-6);
    EXPECT_NEAR(2 * a.fates[i].half_axis, b.fates[i].half_axis, 1e-6);
  }
}

/// Two countries on one line: in the first 24 km side B fires and side A has teams, beyond km 40 it is the
/// other way round. No sensor reaches from one to the other.
enum class Part { West, East, Both };

Record countries(Part which) {
  Setting s = scaled(1, 1);
  std::vector<ReplaySpec> incidents;
  for (ReplaySpec r : s.world.violations.incidents) {
    bool const west = r.side == Side::B;
    if ((which == Part::West && !west) || (which == Part::East && west)) continue;
    r.chainage = km((west ? 0 : 40) + r.chainage.kilometres() * 0.375);
    r.kind = "fire";
    incidents.push_back(r);
  }
  s.world.violations.incidents = incidents;
  std::vector<TeamSpec> teams;
  for (int i = 0; i < 6; ++i) {
    bool const west = i % 2 == 0;
    if ((which == Part::West && !west) || (which == Part::East && west)) continue;
    TeamSpec t =
        shuttle("team " + std::to_string(i), km(west ? 0 : 40), km(west ? 24 : 64), west ? Side::A : Side::B);
    t.policy = i < 2 ? "random" : i < 4 ? "hotspot-weighted" : "fixed-rounds";
    teams.push_back(t);
  }
  s.design.teams = teams;
  return s.run();
}

TEST(Property4, TwoWorldsSideBySideAreTheSumOfTheTwo) {
  Record const west = countries(Part::West);
  Record const east = countries(Part::East);
  Record const both = countries(Part::Both);
  EXPECT_GT(west.visits.size(), 10U);
  EXPECT_GT(east.visits.size(), 10U);
  EXPECT_EQ(both.visits.size(), west.visits.size() + east.visits.size());
  EXPECT_EQ(both.observations.size(), west.observations.size() + east.observations.size());
  EXPECT_EQ(both.reports.size(), west.reports.size() + east.reports.size());
  EXPECT_EQ(both.outings.size(), west.outings.size() + east.outings.size());
  std::map<std::uint64_t, Fate const*> alone;
  for (Record const* r : {&west, &east}) {
    for (std::size_t i = 0; i < r->fates.size(); ++i) alone[r->incidents[i].key.value] = &r->fates[i];
  }
  ASSERT_EQ(alone.size(), both.fates.size());
  for (std::size_t i = 0; i < both.fates.size(); ++i) {
    Fate const& a = *alone.at(both.incidents[i].key.value);
    Fate const& b = both.fates[i];
    EXPECT_EQ(a.step, b.step);
    EXPECT_EQ(a.reason, b.reason);
    EXPECT_EQ(a.acts_noticed, b.acts_noticed);
    EXPECT_EQ(a.verified, b.verified);
    EXPECT_EQ(a.estimate, b.estimate);
    EXPECT_EQ(a.p_side_b, b.p_side_b);
  }
  for (std::size_t side : {0U, 1U})
    EXPECT_DOUBLE_EQ(both.exposure[side].near_fire,
                     west.exposure[side].near_fire + east.exposure[side].near_fire);
}

TEST(Property7, WhereASideIsShutOnlyTheOtherSidesSensorsNoticeAndReasonsAddUp) {
  Setting shut = busy_mission();
  shut.world.claims = ClaimSpec{};
  shut.world.access_a.state = AccessState::Shut;
  shut.design.rules.crosses_line = false;  // so that the other side's teams go the same ways
  Setting open = shut;
  open.world.access_a.state = AccessState::Open;
  // Nothing stands on side A at all.
  Setting without = open;
  without.design.siting.bases = {"south west", "south east"};
  without.design.equipment.cameras = {"mast two"};
  without.design.equipment.arrays = {"wood"};
  without.design.aircraft.clear();
  std::vector<TeamSpec> teams;
  for (TeamSpec const& t : without.design.teams) {
    if (t.base != "north") teams.push_back(t);
  }
  without.design.teams = teams;
  Record const a = shut.run();
  Record const b = without.run();
  Record const c = open.run();
  ASSERT_EQ(a.fates.size(), b.fates.size());
  std::map<Reason, std::size_t> reasons;
  std::size_t missed = 0, kept_out = 0;
  for (std::size_t i = 0; i < a.fates.size(); ++i) {
    EXPECT_EQ(a.fates[i].acts_noticed, b.fates[i].acts_noticed) << i;
    EXPECT_EQ(a.fates[i].first_notice, b.fates[i].first_notice) << i;
    ++reasons[a.fates[i].reason];
    missed += a.fates[i].detected() ? 0U : 1U;
    kept_out += !a.fates[i].detected() && c.fates[i].detected() ? 1U : 0U;
    // Whoever is kept out is said to be.
    if (!a.fates[i].detected() && c.fates[i].detected()) {
      EXPECT_TRUE(a.fates[i].reason == Reason::NotAllowed || b.fates[i].reason == Reason::NotNoticed ||
                  b.fates[i].reason == Reason::Failed)
          << i << " " << name(a.fates[i].reason);
    }
  }
  EXPECT_GT(kept_out, 50U) << "too little is lost for the test to mean much";
  std::size_t sum = 0;
  for (Reason const r :
       {Reason::NoAsset, Reason::NotAllowed, Reason::Failed, Reason::NotNoticed, Reason::OutOfSight})
    sum += reasons[r];
  EXPECT_EQ(sum, missed);
  EXPECT_GT(reasons[Reason::NotAllowed], 0U);
  for (Outing const& o : a.outings) EXPECT_TRUE(o.side == Side::B || o.fate == OutingFate::Closed);
  for (Visit const& v : a.visits) EXPECT_TRUE(v.side == Side::B || !v.allowed);
}

}  // namespace
}  // namespace ceaseline
