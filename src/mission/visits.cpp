#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

Duration uniform(Duration shortest, Duration longest, double u) {
  return shortest +
         Duration{static_cast<std::int64_t>(u * static_cast<double>((longest - shortest).count()))};
}

}  // namespace

/// What is to be found at a scene lends the draws their address. A report of nothing has one of its own: when
/// and where it was heard of.
Key Simulation::State::address_of(Request const& r) const {
  if (r.incident >= 0) return record_.incidents[static_cast<std::size_t>(r.incident)].key;
  return key_of(key_of(key_of("false report"), static_cast<std::uint64_t>(ms_of(r.asked))),
                static_cast<std::uint64_t>(r.chainage));
}

void Simulation::State::send(std::uint32_t index, AbleTeam const& able, SimTime now) {
  Request& r = requests_[index];
  std::uint32_t const i = able.team;
  TeamState& ts = teams_[i];
  AccessSpec const& access = world_.access(r.side);
  Key const about = address_of(r);
  Block const way_draw = draws_.at(purpose::checkpoint_delay, team(i).key, key_of(about, r.attempts).value);
  Duration const delay = uniform(access.checkpoint_shortest, access.checkpoint_longest, way_draw.unit());
  Length const at = Length::metres(r.chainage);
  ts.refused = way_draw.unit(1) < refusal(r.side, Stretch{at, at}, now);
  ++r.attempts;
  r.state = Request::State::Under;
  double const here = ts.motion.at(now).chainage;
  // A mine that nobody knows of is met with on the way.
  Duration const met = able.crosses ? Duration{}
                                    : slowed_by_mines(Mines::All, r.side, here, r.chainage, now) -
                                          slowed_by_mines(Mines::Known, r.side, here, r.chainage, now);
  SimTime const there = now + delay + able.travel + met;
  ts.doing = TeamState::Doing::Driving;
  ts.across = able.crosses;
  ts.way_back = able.travel;
  ts.request = index;
  wanderers_.push_back({i, {}});
  ts.visit = static_cast<std::uint32_t>(record_.visits.size());
  record_.visits.push_back(
      Visit{r.incident, r.report, i, r.side, r.due, now, there, there, !ts.refused, true});
  set_motion(
      i, able.crosses ? Motion::standing(here) : Motion::leg(now, here, r.chainage, mission_.transit_gait()),
      now, false);
  if (able.crosses) close_track(i, now);
  remember_way(i, here, able.crosses ? here : r.chainage);
  queue_.set(i, there, team_first);
}

/// A circle that the team does not leave before it has been at both places of its road.
void Simulation::State::remember_way(std::uint32_t i, double from, double to) {
  Lane const& road = lane_of(team(i));
  double const half = 0.5 * std::abs(to - from);
  double const far = half / road.step() * road.longest_cell() + road.longest_cell() + farthest_[i];
  *wanderer(i) = Wanderer{i, road.at(0.5 * (from + to)), far * far};
}

/// \pre the team is away from its lane
std::vector<Wanderer>::iterator Simulation::State::wanderer(std::uint32_t i) {
  return std::find_if(wanderers_.begin(), wanderers_.end(), [&](Wanderer const& w) { return w.team == i; });
}

void Simulation::State::arrive(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Request& r = requests_[ts.request];
  if (ts.refused) {
    if (r.attempts < mission_.spec().rules.visit_attempts) {
      r.failed = Reason::Refused;
      r.state = Request::State::Waiting;
      r.due = now + one_day / 2;
      waiting_.push_back(ts.request);
      wake_desk(r.due);
    } else {
      close_request(ts.request, Request::State::Lost, Reason::Refused);
    }
    scene_done(i, now);
    return;
  }
  if (r.incident >= 0) {
    auto const n = static_cast<std::size_t>(r.incident);
    Incident const& incident = record_.incidents[n];
    Fate& fate = record_.fates[n];
    fate.time_to_scene = now - (fate.acts_noticed > 0 ? fate.first_notice : r.asked);
    bool const object = world_.kinds()[incident.kind].object;
    bool const gone = object ? now > incident.end() : now > incident.end() + incident.evidence;
    if (gone) {
      record_.visits[ts.visit].in_time = false;
      close_request(ts.request, Request::State::Lost, Reason::EvidenceGone);
      scene_done(i, now);
      return;
    }
  }
  Duration work = world_.spec().evidence.visit_work;
  if (world_.spec().evidence.visit_law == WorkLaw::Exponential) {
    Key const about = address_of(r);
    double const times = exponential(draws_.at(purpose::visit_work, about, r.attempts).open_unit());
    work = Duration{static_cast<std::int64_t>(times * static_cast<double>(work.count()))};
  }
  ts.doing = TeamState::Doing::Working;
  queue_.set(i, now + work, team_first);
}

void Simulation::State::scene_done(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  Team const& t = team(i);
  if (ts.doing == TeamState::Doing::Working) read_scene(ts.request, now);
  record_.visits[ts.visit].done = now;
  ts.doing = TeamState::Doing::Returning;
  if (ts.across) {
    queue_.set(i, std::max(now, std::min(now + ts.way_back, ts.until)), team_first);
    return;
  }
  double const here = ts.motion.at(now).chainage;
  double const low = t.lane.from.metres();
  double const high = t.lane.to.metres();
  double const near_end = std::abs(here - low) <= std::abs(here - high) ? low : high;
  double const far_end = near_end == low ? high : low;
  set_motion(i, Motion::shuttle(now, here, near_end, far_end, mission_.transit_gait(), t.dwell), now, false);
  remember_way(i, here, near_end);
  SimTime const back = ts.motion.first_leg_end();
  queue_.set(i, std::max(now, std::min(back, ts.until)), team_first);
}

/// What the scene tells: that it is so, and perhaps where it came from. Where nothing happened, nothing is
/// found.
void Simulation::State::read_scene(std::uint32_t request, SimTime now) {
  Request& r = requests_[request];
  close_request(request, Request::State::Done, r.incident < 0 ? Reason::EvidenceGone : r.failed);
  if (r.incident < 0) return;
  Incident const& incident = record_.incidents[static_cast<std::size_t>(r.incident)];
  EvidenceSpec const& evidence = world_.spec().evidence;
  // All reports that ask for this visit are of this scene.
  sharers_.assign(1, fusion_.standing_for(r.report));
  for (std::uint32_t n = r.report + 1; r.shared && n < dossiers_.size(); ++n) {
    if (dossiers_[n].request == static_cast<std::int32_t>(request))
      sharers_.push_back(fusion_.standing_for(n));
  }
  std::sort(sharers_.begin(), sharers_.end());
  sharers_.erase(std::unique(sharers_.begin(), sharers_.end()), sharers_.end());
  for (std::uint32_t const n : sharers_) {
    Dossier& d = dossiers_[n];
    if (d.verification == Verification::None) d.verified = now;
    d.verification = Verification::Visit;
  }
  Block const b = draws_.at(purpose::side_by_visit, incident.key, r.attempts);
  if (!(b.unit(0) < evidence.visit_readable)) return;
  record_.fates[static_cast<std::size_t>(r.incident)].read_by_visit = true;
  bool const says_b = (b.unit(1) < evidence.visit_right) == (incident.side == Side::B);
  for (std::uint32_t const n : sharers_) fusion_.read_side(n, side_odds(evidence.visit_right, says_b));
}

}  // namespace ceaseline
