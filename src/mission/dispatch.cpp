#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

constexpr Priority team_first = 0;
constexpr Priority desk_second = 1;
constexpr Duration ask_again = one_hour;

/// The scene of a violation lies where it strikes: on the side opposite to the one responsible.
Side scene_side(Incident const& incident) { return other(incident.side); }

Duration uniform(Duration shortest, Duration longest, double u) {
  return shortest +
         Duration{static_cast<std::int64_t>(u * static_cast<double>((longest - shortest).count()))};
}

}  // namespace

void Simulation::State::ask_for_visit(std::uint32_t index, SimTime now) {
  Incident const& incident = record_.incidents[index];
  std::int32_t const base = mission_.base_for(scene_side(incident), incident.chainage);
  if (base < 0) {
    senses_[index].visit_failed = Reason::NoTeam;
    return;
  }
  senses_[index].visit_due = true;
  desks_[static_cast<std::size_t>(base)].push_back({index, now + world_.spec().evidence.visit_after});
  schedule_desk(static_cast<std::uint32_t>(base));
}

void Simulation::State::schedule_desk(std::uint32_t base) {
  auto const& desk = desks_[base];
  if (desk.empty()) return;
  auto const first = std::min_element(
      desk.begin(), desk.end(), [](PendingVisit const& a, PendingVisit const& b) { return a.due < b.due; });
  queue_.set(desk_slot(base), first->due, desk_second);
}

void Simulation::State::desk_decides(std::uint32_t base, SimTime now) {
  auto& desk = desks_[base];
  for (PendingVisit& p : desk) {
    if (p.due > now) continue;
    Fate const& fate = record_.fates[p.incident];
    Incident const& incident = record_.incidents[p.incident];
    Sense& sense = senses_[p.incident];
    SimTime const quiet = fate.last_notice + world_.spec().evidence.visit_after;
    SimTime const hopeless = fate.last_notice + world_.kinds()[incident.kind].evidence_longest;
    bool const dark =
        !mission_.spec().rules.visits_after_dusk && world_.light(incident.chainage, now) == Light::Night;
    if (now > hopeless) {
      if (sense.visit_failed == Reason::None) sense.visit_failed = Reason::NoTeam;
      sense.visit_due = false;
      p.due = Motion::never;
    } else if (quiet > now) {
      p.due = quiet;
    } else if (dark || !send_nearest(base, p, now)) {
      p.due = now + ask_again;
    }
  }
  desk.erase(
      std::remove_if(desk.begin(), desk.end(), [](PendingVisit const& p) { return p.due == Motion::never; }),
      desk.end());
  schedule_desk(base);
}

bool Simulation::State::send_nearest(std::uint32_t base, PendingVisit& pending, SimTime now) {
  Incident const& incident = record_.incidents[pending.incident];
  Side const side = mission_.bases()[base].side;
  AccessSpec const& access = world_.access(side);
  EvidenceSpec const& evidence = world_.spec().evidence;
  // Distance from lane to scene, at the speed of the road; the longest delay at checkpoints must fit too.
  double const off_lane = std::abs(world_.lane_depth(side).metres() - std::abs(incident.depth));
  std::int64_t best = -1;
  double best_way = 0;
  for (std::uint32_t i = 0; i < team_count_; ++i) {
    if (team(i).side != side || teams_[i].doing != TeamState::Doing::Patrol) continue;
    double const way = std::abs(teams_[i].motion.at(now).chainage - incident.chainage) + off_lane;
    auto const drive = Duration{std::llround(way / mission_.transit_gait().speed)};
    SimTime const there = now + drive + access.checkpoint_longest;
    bool const light =
        mission_.spec().rules.visits_after_dusk || world_.light(incident.chainage, there) == Light::Day;
    if (there + evidence.visit_work > teams_[i].until || !light) continue;
    if (best >= 0 && way >= best_way) continue;
    best = i;
    best_way = way;
  }
  if (best < 0) return false;
  auto const i = static_cast<std::uint32_t>(best);
  TeamState& ts = teams_[i];
  Sense& sense = senses_[pending.incident];
  Block const way_draw =
      draws_.at(purpose::checkpoint_delay, team(i).key, key_of(incident.key, sense.attempts).value);
  Duration const delay = uniform(access.checkpoint_shortest, access.checkpoint_longest, way_draw.unit());
  Length const at = Length::metres(incident.chainage);
  ts.refused = way_draw.unit(1) < refusal(side, Stretch{at, at}, now);
  ++sense.attempts;
  double const here = ts.motion.at(now).chainage;
  SimTime const there = now + delay + Duration{std::llround(best_way / mission_.transit_gait().speed)};
  ts.doing = TeamState::Doing::Driving;
  ts.scene = pending.incident;
  wanderers_.push_back(i);
  ts.visit = static_cast<std::uint32_t>(record_.visits.size());
  record_.visits.push_back(Visit{pending.incident, i, now, there, !ts.refused, true});
  set_motion(i, Motion::leg(now, here, incident.chainage, mission_.transit_gait()), now, false);
  queue_.set(i, there, team_first);
  pending.due = Motion::never;
  return true;
}

void Simulation::State::arrive(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Incident const& incident = record_.incidents[ts.scene];
  Sense& sense = senses_[ts.scene];
  if (ts.refused) {
    sense.visit_failed = Reason::Refused;
    if (sense.attempts < mission_.spec().rules.visit_attempts) {
      auto const base =
          static_cast<std::uint32_t>(mission_.base_for(scene_side(incident), incident.chainage));
      desks_[base].push_back({ts.scene, now + one_day / 2});
      schedule_desk(base);
    } else {
      sense.visit_due = false;
    }
    scene_done(i, now);
    return;
  }
  Fate& fate = record_.fates[ts.scene];
  fate.time_to_scene = now - fate.first_notice;
  if (now > incident.end() + incident.evidence) {
    record_.visits[ts.visit].in_time = false;
    sense.visit_failed = Reason::EvidenceGone;
    sense.visit_due = false;
    scene_done(i, now);
    return;
  }
  ts.doing = TeamState::Doing::Working;
  queue_.set(i, now + world_.spec().evidence.visit_work, team_first);
}

void Simulation::State::scene_done(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  if (ts.doing == TeamState::Doing::Working) {
    Incident const& incident = record_.incidents[ts.scene];
    Fate& fate = record_.fates[ts.scene];
    EvidenceSpec const& evidence = world_.spec().evidence;
    fate.verification = Verification::Visit;
    fate.verified = now;
    senses_[ts.scene].visit_due = false;
    Block const b = draws_.at(purpose::side_by_visit, incident.key, senses_[ts.scene].attempts);
    if (b.unit(0) < evidence.visit_readable) {
      fate.read_by_visit = true;
      bool const says_b = (b.unit(1) < evidence.visit_right) == (incident.side == Side::B);
      double const odds =
          evidence.visit_right < 1 ? portable_log(evidence.visit_right / (1 - evidence.visit_right)) : 100;
      senses_[ts.scene].log_odds_b += says_b ? odds : -odds;
    }
  }
  ts.doing = TeamState::Doing::Returning;
  double const here = ts.motion.at(now).chainage;
  double const low = t.lane.from.metres();
  double const high = t.lane.to.metres();
  double const near_end = std::abs(here - low) <= std::abs(here - high) ? low : high;
  double const far_end = near_end == low ? high : low;
  set_motion(i, Motion::shuttle(now, here, near_end, far_end, mission_.transit_gait(), t.dwell), now, false);
  SimTime const back = ts.motion.first_leg_end();
  queue_.set(i, std::min(back, ts.until), team_first);
}

}  // namespace ceaseline
