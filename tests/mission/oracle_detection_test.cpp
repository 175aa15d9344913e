// Noticing acts, against closed forms and exact properties: oracles D4 and P8, whole-program properties 1, 3,
// 5, 6, 9.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Notices each act with the same chance, however far.
struct Fickle : Sensor {
  double chance{0.1};
  explicit Fickle(double c) : chance{c} {}
  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return km(1000); }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length) const override {
    return chance;
  }
  [[nodiscard]] LocationError location_error() const override { return {0.1, Angle::degrees(5)}; }
};

DesignSpec one_post(std::shared_ptr<Sensor const> sensor) {
  DesignSpec d;
  d.id = "post";
  d.sensors["only"] = SensorSpec{"test", std::move(sensor), "test"};
  PostSpec p;
  p.id = "post";
  p.sensor = "only";
  p.chainage = km(5);
  d.posts = {p};
  return d;
}

TEST(OracleD4, ActsAndIncidentsAreNoticedAsTheGeometricLawSays) {
  // P(incident) = 1 - t (1 - p) / (1 - (1 - t)(1 - p)), t = 1/15; acts noticed / acts stays p; rho = 0.
  for (auto const& [p, expected] :
       {std::pair{0.01, 0.131579}, std::pair{0.05, 0.441176}, std::pair{0.2, 0.789474}}) {
    ViolationKind kind = shot_kind();
    kind.acts.mean = 15;
    kind.duration = one_minute;
    World const world = build(straight_world(km(10), one_day * 2000, kind, 20));
    Mission const mission = set_up(world, one_post(std::make_shared<Fickle>(p)));
    Record const r = live(world, mission);
    double noticed = 0;
    double acts = 0;
    double acts_noticed = 0;
    for (std::size_t i = 0; i < r.incidents.size(); ++i) {
      noticed += r.fates[i].detected() ? 1 : 0;
      acts += r.incidents[i].acts;
      acts_noticed += r.fates[i].acts_noticed;
    }
    auto const n = static_cast<double>(r.incidents.size());
    EXPECT_NEAR(noticed / n, expected, 4 * std::sqrt(expected * (1 - expected) / n));
    EXPECT_NEAR(acts_noticed / acts, p, 4 * std::sqrt(p * (1 - p) / acts));
    EXPECT_NEAR(acts / 2000, 300, 4 * std::sqrt(8700.0 / 2000));
  }
}

TEST(SharedLuck, WithRhoOneAnIncidentIsNoticedAllOrNothing) {
  ViolationKind kind = shot_kind();
  kind.acts.mean = 15;
  kind.duration = one_minute;
  WorldSpec spec = straight_world(km(10), one_day * 500, kind, 20);
  spec.sensing.shared_luck = 1;
  World const world = build(spec);
  Record const r = live(world, set_up(world, one_post(std::make_shared<Fickle>(0.3))));
  double noticed = 0;
  for (std::size_t i = 0; i < r.incidents.size(); ++i) {
    EXPECT_TRUE(r.fates[i].acts_noticed == 0 || r.fates[i].acts_noticed == r.incidents[i].acts);
    noticed += r.fates[i].detected() ? 1 : 0;
  }
  auto const n = static_cast<double>(r.incidents.size());
  EXPECT_NEAR(noticed / n, 0.3, 4 * std::sqrt(0.21 / n));
}

TEST(OracleP8, PerfectByDayAbsentByNightDetectsTheClocksShare) {
  // Cosine clock with its peak at 20 h UTC; a team out from 8 to 16 h that hears everything: 0.223068.
  WorldSpec spec = straight_world(km(10), one_day * 700, shot_kind(), 50);
  spec.violations.clock = Clock::Cosine;
  World const world = build(spec);
  DesignSpec d = watchful(km(1000));
  MapPlace home{"home", "Home", "base", Side::A, world.line().frame().to_geographic({0, 0}), ""};
  d.siting.bases = {"home"};
  d.hours.day_start = hours_of(8);
  d.hours.route = hours_of(8);
  d.rules.drives_after_dusk = true;
  d.rules.staffed_bases_listen = false;
  TeamSpec t;
  t.id = "day";
  t.base = "home";
  d.teams = {t};
  Record const r = live(world, set_up(world, d, {home}));
  double noticed = 0;
  for (Fate const& f : r.fates) noticed += f.detected() ? 1 : 0;
  auto const n = static_cast<double>(r.fates.size());
  EXPECT_NEAR(noticed / n, 0.223068, 4 * std::sqrt(0.223068 * 0.776932 / n));
}

/// A list of incidents that is the same in every run: replayed, every 37 minutes, all along the line.
WorldSpec replayed(int count) {
  ViolationKind kind = shot_kind();
  kind.visitable_share = 0;
  WorldSpec w = straight_world(km(60), one_day * 20, kind, 1);
  w.violations.process = "replay";
  for (int i = 0; i < count; ++i) {
    ReplaySpec s;
    s.id = "incident " + std::to_string(i);
    s.at = 37 * one_minute * i;
    s.chainage = km(std::fmod(i * 7.77, 60.0));
    s.depth = km(0.5);
    s.kind = "shot";
    s.side = i % 2 == 0 ? Side::A : Side::B;
    s.acts = 1 + i % 7;
    s.duration = 10 * one_minute;
    w.violations.incidents.push_back(s);
  }
  return w;
}

DesignSpec patrols(Length range) {
  DesignSpec d = watchful(range);
  d.driving.speed = kmh(30);
  for (int i = 0; i < 4; ++i) {
    d.teams.push_back(shuttle("team " + std::to_string(i), km(15.0 * i), km(15.0 * (i + 1)),
                              i % 2 == 0 ? Side::A : Side::B));
  }
  return d;
}

std::vector<bool> detected(Record const& r) {
  std::vector<bool> d;
  for (Fate const& f : r.fates) d.push_back(f.detected());
  return d;
}

std::size_t count(std::vector<bool> const& d) {
  return static_cast<std::size_t>(std::count(d.begin(), d.end(), true));
}

TEST(Property1, LongerRangeOrOneMoreSensorLosesNoIncident) {
  World const world = build(replayed(700));
  auto const near = detected(live(world, set_up(world, patrols(km(2)))));
  auto const far = detected(live(world, set_up(world, patrols(km(3)))));
  DesignSpec more = patrols(km(2));
  more.teams.push_back(shuttle("one more", Length{}, km(60)));
  auto const added = detected(live(world, set_up(world, more)));
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (!near[i]) continue;
    EXPECT_TRUE(far[i]) << i;
    EXPECT_TRUE(added[i]) << i;
  }
  EXPECT_GT(count(far), count(near));
  EXPECT_GT(count(added), count(near));
}

TEST(Property1, AnUnusedSensorChangesNoRecord) {
  World const world = build(replayed(300));
  DesignSpec with = patrols(km(2));
  PostSpec idle;
  idle.id = "far off";
  idle.sensor = "watch";
  idle.chainage = km(30);
  idle.depth = km(500);
  with.posts = {idle};
  Record const a = live(world, set_up(world, patrols(km(2))));
  Record const b = live(world, set_up(world, with));
  EXPECT_EQ(b.sensor_ids.size(), a.sensor_ids.size() + 1);
  ASSERT_EQ(a.observations.size(), b.observations.size());
  for (std::size_t i = 0; i < a.observations.size(); ++i) {
    auto const of_a = static_cast<std::size_t>(a.observations[i].sensor);
    auto const of_b = static_cast<std::size_t>(b.observations[i].sensor);
    EXPECT_EQ(a.sensor_ids[of_a], b.sensor_ids[of_b]);
    EXPECT_EQ(a.observations[i].place, b.observations[i].place);
  }
  for (std::size_t i = 0; i < a.fates.size(); ++i) EXPECT_EQ(a.fates[i].p_side_b, b.fates[i].p_side_b);
}

TEST(Property5, RangeZeroDetectsNothingAndRangeBeyondAllDetectsAllAtOnce) {
  World const world = build(replayed(300));
  EXPECT_EQ(count(detected(live(world, set_up(world, patrols(Length{}))))), 0U);
  Record const all = live(world, set_up(world, patrols(km(100))));
  for (std::size_t i = 0; i < all.fates.size(); ++i) {
    ASSERT_TRUE(all.fates[i].detected());
    EXPECT_EQ(all.fates[i].first_notice, all.incidents[i].start);
  }
}

TEST(NoDesign, DetectsNothing) {
  World const world = build(replayed(300));
  DesignSpec none;
  none.id = "none";
  Record const r = live(world, set_up(world, none));
  EXPECT_EQ(count(detected(r)), 0U);
  EXPECT_TRUE(r.observations.empty() && r.visits.empty() && r.outings.empty());
  for (Fate const& f : r.fates) EXPECT_EQ(f.reason, Reason::NoAsset);
}

TEST(Property6, OrderOfTeamsChangesNothingAndANewIdMeansNewDraws) {
  WorldSpec spec = replayed(700);
  World const world = build(spec);
  auto const fickle = [](char const* suffix) {
    DesignSpec d = patrols(km(2));
    d.sensors["watch"] = SensorSpec{"test", std::make_shared<Fickle>(0.05), "test"};
    for (TeamSpec& t : d.teams) t.id += suffix;
    return d;
  };
  DesignSpec turned = fickle("");
  std::reverse(turned.teams.begin(), turned.teams.end());
  auto const a = live(world, set_up(world, fickle(""))).fingerprint();
  EXPECT_EQ(a, live(world, set_up(world, turned)).fingerprint());
  EXPECT_NE(a, live(world, set_up(world, fickle(" of another name"))).fingerprint());
}

TEST(Property3, SidesSwappedEverywhereSwapTheRecord) {
  WorldSpec spec = replayed(500);
  spec.lane_depth_a = km(1);
  spec.lane_depth_b = km(2);
  spec.access_b.state = AccessState::Restricted;
  spec.access_b.refusal = 0.3;
  WorldSpec swapped = spec;
  std::swap(swapped.lane_depth_a, swapped.lane_depth_b);
  std::swap(swapped.access_a, swapped.access_b);
  for (ReplaySpec& r : swapped.violations.incidents) r.side = other(r.side);
  DesignSpec d = patrols(km(2.2));
  DesignSpec mirrored = d;
  for (TeamSpec& t : mirrored.teams) t.side = other(t.side);
  World const world = build(spec);
  World const mirror = build(swapped);
  Record const a = live(world, set_up(world, d));
  Record const b = live(mirror, set_up(mirror, mirrored));
  ASSERT_EQ(a.fates.size(), b.fates.size());
  EXPECT_GT(count(detected(a)), 0U);
  for (std::size_t i = 0; i < a.fates.size(); ++i) {
    EXPECT_EQ(a.fates[i].first_notice, b.fates[i].first_notice);
    EXPECT_EQ(a.fates[i].acts_noticed, b.fates[i].acts_noticed);
    EXPECT_EQ(a.incidents[i].side, other(b.incidents[i].side));
    EXPECT_EQ(a.incidents[i].depth, -b.incidents[i].depth);
  }
}

TEST(Property9, TheChainOnlyShrinksAndEveryIncidentHasOneEnd) {
  WorldSpec spec = replayed(700);
  spec.violations.kinds[0].visitable_share = 0.5;
  World const world = build(spec);
  DesignSpec d = patrols(km(2));
  d.sensors["ear"] = SensorSpec{"test", std::make_shared<Fickle>(0.1), "test"};
  d.equipment.patrol_sensors = {"watch", "ear"};
  Record const r = live(world, set_up(world, d));
  std::map<Reason, int> reasons;
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    Fate const& f = r.fates[i];
    ++reasons[f.reason];
    EXPECT_EQ(f.step == Step::Missed, !f.detected());
    EXPECT_EQ(f.step == Step::InTime, f.reason == Reason::None);
    EXPECT_TRUE(f.step < Step::Located || f.half_axis <= 1000);
    EXPECT_TRUE(f.step < Step::Verified || f.verification != Verification::None);
    EXPECT_TRUE(f.step < Step::Attributed || f.side_known());
    EXPECT_LE(f.acts_noticed, r.incidents[i].acts);
    EXPECT_LE(std::max(f.acts_heard, f.acts_seen), f.acts_noticed);
    EXPECT_GE(f.acts_heard + f.acts_seen, f.acts_noticed);
  }
  EXPECT_GE(reasons.size(), 3U) << "too little happens for the test to mean much";
}

}  // namespace
}  // namespace ceaseline
