// Losses add up: of every kind, side and light, each incident ended once, and each reason stands at the step
// at which it stops an incident. First on made-up fates, then on a year that was lived through.
#include <functional>
#include <random>
#include <tuple>

#include "ceaseline/detection/satellite_imager.hpp"
#include "scoring/scored.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using Sum = std::function<double(std::string const& metric, std::string const& where)>;

/// What stops an incident that came as far as a step and no further.
struct Stop {
  char const* reached;  ///< counts those that came as far
  char const* next;     ///< and further
  Step step;
  std::vector<Reason> reasons;
};

std::vector<Stop> stops() {
  return {{"incidents",
           "incidents_detected",
           Step::Missed,
           {Reason::NoAsset, Reason::NotAllowed, Reason::Failed, Reason::NotNoticed, Reason::OutOfSight}},
          {"incidents_detected",
           "incidents_located",
           Step::Detected,
           {Reason::TooUncertain, Reason::Merged, Reason::CueOnly}},
          {"incidents_located",
           "incidents_verified",
           Step::Located,
           {Reason::NotVisitable, Reason::Refused, Reason::NoTeam, Reason::EvidenceGone, Reason::StudyEnded}},
          {"incidents_verified", "incidents_attributed", Step::Verified, {Reason::SideUnclear}},
          {"incidents_attributed", "incidents_chain_complete", Step::Attributed, {Reason::Late}}};
}

void expect_losses_add_up(Sum const& sum, std::string const& at) {
  double ended = 0;
  for (int r = 0; r < reason_count; ++r) ended += sum(ended_metric(static_cast<Reason>(r)), at);
  EXPECT_EQ(ended, sum("incidents", at)) << at;
  EXPECT_EQ(sum("ended_complete", at), sum("incidents_chain_complete", at)) << at;
  for (Stop const& stop : stops()) {
    double lost = 0;
    for (Reason const r : stop.reasons) lost += sum(ended_metric(r), at);
    EXPECT_EQ(lost, sum(stop.reached, at) - sum(stop.next, at)) << "after " << stop.reached << ", " << at;
    EXPECT_GE(lost, 0) << at;
  }
  EXPECT_EQ(sum("incidents_verified", at), sum("incidents_verified_by_visit", at) +
                                               sum("incidents_verified_by_two_sources", at) +
                                               sum("incidents_verified_by_recognition", at))
      << at;
  EXPECT_EQ(sum("ended_merged", at), sum("incidents_merged", at)) << at;
  EXPECT_GE(sum("incidents_verified", at), sum("incidents_verified_in_time", at)) << at;
}

std::vector<std::string> strata_of(World const& world) {
  std::vector<std::string> strata{""};
  for (ViolationKind const& kind : world.kinds())
    for (char const* const side : {";side=A", ";side=B"})
      for (char const* const light : {";light=day", ";light=night"})
        strata.push_back("kind=" + kind.id + side + light);
  return strata;
}

TEST_F(Scored, LossesOfMadeUpFatesAddUp) {
  std::mt19937_64 random{1};
  auto const any = [&random](std::size_t n) { return random() % n; };
  std::vector<Stop> const all = stops();
  for (int i = 0; i < 3000; ++i) {
    Incident incident = toy::incident();
    incident.kind = static_cast<std::uint16_t>(any(3));
    incident.side = any(2) == 0 ? Side::A : Side::B;
    incident.light = any(3) == 0 ? Light::Day : Light::Night;
    if (any(20) == 0) {
      toy::tell(record_, incident, toy::Story::prevented());
      continue;
    }
    std::size_t const s = any(all.size() + 1);
    Step const step = s < all.size() ? all[s].step : Step::InTime;
    Reason const reason = s < all.size() ? all[s].reasons[any(all[s].reasons.size())] : Reason::None;
    toy::Story story =
        step == Step::Missed ? toy::Story::missed(reason) : toy::Story::heard(1).until(step, reason);
    if (reason == Reason::Merged) story = story.merged();
    if (reason == Reason::CueOnly) story = story.cue_only();
    if (step >= Step::Verified)
      story.verified(static_cast<Verification>(1 + any(3)), static_cast<double>(any(48)));
    toy::tell(record_, incident, story);
  }
  for (std::string const& at : strata_of(world_)) {
    EXPECT_GT((*this)("incidents", at), 0) << at;
    expect_losses_add_up([this](std::string const& m, std::string const& w) { return (*this)(m, w); }, at);
  }
}

std::shared_ptr<Ear> ear(double false_alarms) {
  auto made = std::make_shared<Ear>();
  made->false_alarms = false_alarms;
  made->named = 0.7;
  return made;
}

/// A busy world in which much goes wrong: kinds that are confused, things that stay, a side that refuses,
/// both that complain.
World hard_world() {
  ViolationKind shots = toy::shot_kind();
  shots.acts.mean = 4;
  shots.duration = 10 * one_minute;
  shots.visitable_share = 0.3;
  shots.depth = toy::km(1);
  WorldSpec w = toy::straight_world(toy::km(60), 30 * one_day, shots, 40);
  ViolationKind mortar = shots;
  mortar.id = "mortar";
  mortar.heard_by_day = mortar.heard_by_night = toy::km(8);
  mortar.visitable_share = 0.8;
  w.violations.kinds.push_back(mortar);
  ViolationKind gun = toy::object_kind(2 * one_day);
  gun.id = "gun";
  gun.per_day = 4;
  gun.depth = toy::km(3);
  gun.visitable_share = 1;
  gun.seen_by_day = gun.seen_by_night = toy::km(2);
  w.violations.kinds.push_back(gun);
  w.lane_depth_a = w.lane_depth_b = toy::km(2);
  w.access_b.state = AccessState::Restricted;
  w.access_b.refusal = 0.3;
  w.access_b.closure_every = 10 * one_day;
  w.claims.share_a = w.claims.share_b = 0.3;
  w.claims.invented_per_day_a = 1;
  w.danger.withdraw = toy::km(1);
  return toy::build(w);
}

DesignSpec hard_design() {
  DesignSpec d = toy::watchful(toy::km(2));
  d.sensors["ear"] = {"ear", ear(0.5), "ear"};
  d.sensors["eye"] = {"eye", std::make_shared<Eye>(), "eye"};
  d.sensors["imager"] = {"satellite", std::make_shared<SatelliteImager>(), "imager"};
  d.siting.bases = {"north", "south"};
  d.hours.day_start = toy::hours_of(6);
  for (char const* const base : {"north", "south"}) {
    for (char const* const number : {" 1", " 2"}) {
      TeamSpec t;
      t.id = std::string{base} + number;
      t.base = base;
      t.sensors = {"ear", "eye"};
      d.teams.push_back(t);
    }
  }
  for (double const at : {10.0, 12.0, 40.0}) {
    PostSpec p;
    p.id = "post " + std::to_string(at);
    p.sensor = at > 10 ? "ear" : "eye";
    p.chainage = toy::km(at);
    p.depth = toy::km(1);
    p.up = 0.8;
    d.posts.push_back(p);
  }
  SatelliteSpec s;
  s.id = "satellite";
  s.sensor = "imager";
  d.satellites = {s};
  return d;
}

TEST(Losses, OfALivedThroughMonthAddUp) {
  World const world = hard_world();
  std::vector<MapPlace> places;
  for (auto const& [id, side, depth] :
       {std::tuple{"north", Side::A, -6.0}, std::tuple{"south", Side::B, 6.0}}) {
    Point const p = world.line().at(LinePlace{toy::km(30), toy::km(depth)});
    places.push_back({id, id, "base", side, world.line().frame().to_geographic(p), ""});
  }
  Mission const mission = toy::set_up(world, hard_design(), places);
  ScoreSheet const sheet{world};
  std::vector<double> all(sheet.columns().size(), 0);
  for (std::uint32_t replication = 0; replication < 4; ++replication) {
    std::vector<double> const values = sheet.score(toy::live(world, mission, replication), world);
    Sum const sum = [&](std::string const& metric, std::string const& where) {
      double total = 0;
      for (std::size_t const column : sheet.find(metric, where)) total += values[column];
      return total;
    };
    for (std::string const& at : strata_of(world)) expect_losses_add_up(sum, at);
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += values[i];
  }
  // The month is worth judging only if most of what can stop an incident does stop some.
  auto const met = [&](std::string const& metric) {
    double total = 0;
    for (std::size_t const column : sheet.find(metric)) total += all[column];
    return total > 0;
  };
  for (Reason const r : {Reason::None, Reason::NoAsset, Reason::NotAllowed, Reason::Failed,
                         Reason::NotNoticed, Reason::TooUncertain, Reason::NotVisitable, Reason::NoTeam,
                         Reason::Merged, Reason::CueOnly, Reason::SideUnclear})
    EXPECT_TRUE(met(ended_metric(r))) << name(r);
  for (char const* const metric :
       {"reports_false", "published_false", "reports_wrongly_merged", "incidents_duplicated", "claims",
        "incidents_claimed", "journeys_to_nothing", "withdrawals", "person_hours_near_fire"})
    EXPECT_TRUE(met(metric)) << metric;
}

}  // namespace
}  // namespace ceaseline
