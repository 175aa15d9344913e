#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

constexpr Priority team_first = 0;
/// A policy that names the place where the team stands lets it stand this long before it is asked again.
constexpr Duration pause = 10 * one_minute;

}  // namespace

void Simulation::State::team_decides(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  switch (ts.doing) {
    case TeamState::Doing::Home:
      route_begins(i, now);
      return;
    case TeamState::Doing::Denied:
      route_ends(i, now);
      return;
    case TeamState::Doing::Driving:
      arrive(i, now);
      return;
    case TeamState::Doing::Working:
      scene_done(i, now);
      return;
    case TeamState::Doing::Returning:
      ts.doing = TeamState::Doing::Patrol;
      wanderers_.erase(std::find(wanderers_.begin(), wanderers_.end(), i));
      if (now >= ts.until) {
        route_ends(i, now);
      } else if (team(i).policy->end_to_end()) {
        queue_.set(i, ts.until, team_first);
      } else {
        next_leg(i, now);
      }
      return;
    case TeamState::Doing::Patrol:
      if (now >= ts.until) {
        route_ends(i, now);
      } else {
        next_leg(i, now);
      }
      return;
  }
}

bool Simulation::State::recent_incident(Stretch where, Duration recent, SimTime now) const {
  auto const last = last_incident_.size() - 1;
  auto const from = std::min(last, static_cast<std::size_t>(where.from.kilometres()));
  auto const to = std::min(last, static_cast<std::size_t>(where.to.kilometres()));
  for (std::size_t k = from; k <= to; ++k) {
    if (last_incident_[k] >= 0 && now - at_ms(last_incident_[k]) <= recent) return true;
  }
  return false;
}

double Simulation::State::refusal(Side side, Stretch where, SimTime now) const {
  AccessSpec const& access = world_.access(side);
  if (access.state == AccessState::Shut) return 1;
  if (access.state == AccessState::Open || access.refusal <= 0) return 0;
  bool const hot = recent_incident(where, access.recent, now);
  return std::min(1.0, access.refusal * (hot ? access.after_incident : 1.0));
}

void Simulation::State::route_begins(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  Span const route = t.routes[ts.route];
  ts.until = route.to;
  bool const closed = t.base >= 0 && closures_[static_cast<std::size_t>(t.base)].contains(now);
  double const refused = refusal(t.side, t.lane, now);
  bool const allowed = !closed && !(draws_.at(purpose::refusal, t.key, ts.route).unit() < refused);
  double const middle = 0.5 * (t.lane.from.metres() + t.lane.to.metres());
  record_.outings.push_back(Outing{i, t.side, world_.light(middle, now), route.from, route.to, allowed});
  if (!allowed) {
    ts.doing = TeamState::Doing::Denied;
    queue_.set(i, ts.until, team_first);
    return;
  }
  ts.doing = TeamState::Doing::Patrol;
  double const low = t.lane.from.metres();
  double const high = t.lane.to.metres();
  // It comes on to the lane at the end nearer to its base.
  bool const from_high =
      t.base >= 0 && mission_.bases()[static_cast<std::size_t>(t.base)].at.chainage.metres() > middle;
  double const near_end = from_high ? high : low;
  double const far_end = from_high ? low : high;
  SimTime const start = t.always_out ? now + t.first_leg_after : now;
  if (t.policy->end_to_end()) {
    set_motion(i,
               high > low
                   ? Motion::shuttle(start, near_end, far_end, near_end, mission_.patrol_gait(), t.dwell)
                   : Motion::standing(low),
               now, true);
    queue_.set(i, ts.until, team_first);
  } else {
    set_motion(i, Motion::standing(near_end), now, true);
    next_leg(i, now);
  }
}

void Simulation::State::next_leg(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  double const here = ts.motion.at(now).chainage;
  visits_.visited(t.side, here, here, now);
  double const target =
      t.policy->next(PatrolView{t.key, t.side, t.lane, here, now, ts.leg, &visits_, &draws_});
  double const inside = std::clamp(target, t.lane.from.metres(), t.lane.to.metres());
  set_motion(i, Motion::leg(now, here, inside, mission_.patrol_gait()), now, true);
  visits_.visited(t.side, here, inside, ts.motion.first_leg_end());
  SimTime const arrives =
      std::max(ts.motion.first_leg_end() + t.dwell, now + (here == inside ? pause : Duration{1}));
  queue_.set(i, std::min(arrives, ts.until), team_first);
}

void Simulation::State::route_ends(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  close_track(i, now);
  ts.doing = TeamState::Doing::Home;
  sightings_[i] = Sighting{};
  queue_.cancel(sighting_slot(i));
  auto const& routes = team(i).routes;
  ++ts.route;
  if (ts.route < routes.size()) queue_.set(i, std::max(now, routes[ts.route].from), team_first);
}

void Simulation::State::set_motion(std::uint32_t i, Motion const& motion, SimTime now, bool at_work) {
  TeamState& ts = teams_[i];
  ts.motion = motion;
  ts.cached_at = SimTime{Duration{-1}};
  ++ts.leg;
  if (keep_tracks_) {
    close_track(i, now);
    open_track_[i] = static_cast<std::int32_t>(tracks_.size());
    tracks_.push_back(Track{i, now, Motion::never, motion, at_work});
  }
  if (objects_possible_) plan_sighting(i, now);
}

void Simulation::State::close_track(std::uint32_t i, SimTime now) {
  if (open_track_[i] < 0) return;
  tracks_[static_cast<std::size_t>(open_track_[i])].to = now;
  open_track_[i] = -1;
}

}  // namespace ceaseline
