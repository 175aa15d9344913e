#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

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
    case TeamState::Doing::Broken:
      route_ends(i, now);
      return;
    case TeamState::Doing::Withdrawn:
      if (now >= ts.until) {
        route_ends(i, now);
      } else {
        patrol_begins(i, now);
      }
      return;
    case TeamState::Doing::Driving:
      arrive(i, now);
      return;
    case TeamState::Doing::Working:
      scene_done(i, now);
      return;
    case TeamState::Doing::Returning:
      back_on_lane(i, now);
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

void Simulation::State::back_on_lane(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  wanderers_.erase(wanderer(i));
  bool const was_across = ts.across;
  ts.across = false;
  ts.doing = TeamState::Doing::Patrol;
  if (now >= ts.until) {
    route_ends(i, now);
  } else if (was_across) {
    patrol_begins(i, now);
  } else if (team(i).policy->end_to_end()) {
    Stretch const lane = team(i).lane;
    double const here = ts.motion.at(now).chainage;
    bool const at_low = here - lane.from.metres() <= lane.to.metres() - here;
    double const near_end = (at_low ? lane.from : lane.to).metres();
    double const far_end = (at_low ? lane.to : lane.from).metres();
    set_motion(i, Motion::shuttle(now, here, far_end, near_end, team(i).gait, team(i).dwell), now, true);
    queue_.set(i, ts.until, team_first);
    if (!waiting_.empty()) wake_desk(now);
  } else {
    next_leg(i, now);
    if (!waiting_.empty()) wake_desk(now);
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
  double const middle = 0.5 * (where.from.metres() + where.to.metres());
  Permission const p = mission_.access().at(Asset::Patrol, side, middle, now);
  if (p.state == AccessState::Shut) return 1;
  if (p.state == AccessState::Open || p.refusal <= 0) return 0;
  AccessSpec const& access = world_.access(side);
  bool const hot = recent_incident(where, access.recent, now);
  return std::min(1.0, p.refusal * (hot ? access.after_incident : 1.0));
}

bool Simulation::State::vehicles_in_order(std::uint32_t i, SimTime now) const {
  int const least = mission_.spec().rules.least_vehicles;
  if (vehicles_[i].empty()) return mission_.spec().numbers.vehicles_per_patrol >= least;
  auto const ready = std::count_if(vehicles_[i].begin(), vehicles_[i].end(),
                                   [&](Spans const& broken) { return !broken.contains(now); });
  return ready >= least;
}

/// A number for the route under way that stays the same when other routes are cut or left out.
std::uint64_t Simulation::State::route_number(std::uint32_t i) const {
  SimTime const from = team(i).routes[teams_[i].route].from;
  if (std::int32_t const a = team(i).aircraft; a >= 0) {
    AircraftSpec const& spec = mission_.spec().aircraft[static_cast<std::size_t>(a)];
    return static_cast<std::uint64_t>(from.time_since_epoch() / (spec.endurance + spec.turnaround));
  }
  return static_cast<std::uint64_t>((from.time_since_epoch() + world_.local_start_of_day()) / one_day);
}

OutingFate Simulation::State::patrol_fate(std::uint32_t i, SimTime now) const {
  Team const& t = team(i);
  double const refused = refusal(t.side, t.lane, now);
  if (t.base >= 0 && closures_[static_cast<std::size_t>(t.base)].contains(now)) return OutingFate::Closed;
  if (refused >= 1) return OutingFate::Closed;
  if (draws_.at(purpose::refusal, t.key, route_number(i)).unit() < refused) return OutingFate::Refused;
  if (t.base >= 0 && !vehicles_in_order(i, now)) return OutingFate::NoVehicle;
  return OutingFate::Went;
}

void Simulation::State::route_begins(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  Span const route = t.routes[ts.route];
  ts.until = route.to;
  ts.leg = route_number(i) << 12U;
  OutingFate const fate = t.aircraft >= 0 ? flight_fate(i, now) : patrol_fate(i, now);
  bool const allowed = fate != OutingFate::Refused && fate != OutingFate::Closed;
  double const low = t.lane.from.metres();
  double const high = t.lane.to.metres();
  record_.outings.push_back(Outing{i, t.side, world_.light(0.5 * (low + high), now), route.from, route.to,
                                   allowed, fate, t.aircraft >= 0});
  if ((fate != OutingFate::Went && fate != OutingFate::Lost) || ts.blind) {
    ts.doing = allowed ? TeamState::Doing::Broken : TeamState::Doing::Denied;
    queue_.set(i, ts.until, team_first);
    return;
  }
  if (t.aircraft < 0 && mines_beside(Mines::All, t.side, low, high, now))
    record_.exposure[static_cast<std::size_t>(t.side)].mined_outings += 1;
  patrol_begins(i, now);
}

void Simulation::State::patrol_begins(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  ts.doing = TeamState::Doing::Patrol;
  double const low = t.lane.from.metres();
  double const high = t.lane.to.metres();
  // It comes on to the lane at the end nearer to its base.
  bool const from_high =
      t.base >= 0 &&
      mission_.bases()[static_cast<std::size_t>(t.base)].at.chainage.metres() > 0.5 * (low + high);
  double const near_end = from_high ? high : low;
  double const far_end = from_high ? low : high;
  SimTime const start = t.always_out ? now + t.first_leg_after : now;
  if (t.policy->end_to_end()) {
    set_motion(i,
               high > low ? Motion::shuttle(start, near_end, far_end, near_end, t.gait, t.dwell)
                          : Motion::standing(low),
               now, true);
    queue_.set(i, ts.until, team_first);
  } else {
    set_motion(i, Motion::standing(near_end), now, true);
    ts.leg_from = near_end;
    next_leg(i, now);
  }
  if (!waiting_.empty() && t.aircraft < 0) wake_desk(now);
}

void Simulation::State::next_leg(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  double const here = ts.motion.at(now).chainage;
  picture_.visited(t.side, ts.leg_from, here, now);
  ts.leg_from = here;
  double const target =
      t.policy->next(PatrolView{t.key, t.side, t.lane, here, now, ts.leg, &picture_, &draws_});
  double const inside = std::clamp(target, t.lane.from.metres(), t.lane.to.metres());
  set_motion(i, Motion::leg(now, here, inside, t.gait), now, true);
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
