#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

std::size_t index(Side s) { return s == Side::A ? 0 : 1; }

}  // namespace

/// Who is near a shot when it falls.
void Simulation::State::endanger(Act const& a) {
  Point const fire = record_.incidents[a.incident].place;
  for (std::uint32_t const i : on_foot_)
    if (teams_[i].on_lane()) near_fire(i, fire, a.time);
  for (Wanderer const& w : wanderers_) {
    if (!teams_[w.team].across) near_fire(w.team, fire, a.time);
  }
}

void Simulation::State::near_fire(std::uint32_t i, Point fire, SimTime now) {
  DangerSpec const& danger = world_.spec().danger;
  double const d2 = squared_distance(place_of(i, now), fire);
  double const near = danger.near.metres();
  if (d2 > near * near) return;
  TeamState& ts = teams_[i];
  Exposure& exposure = record_.exposure[index(team(i).side)];
  SimTime const from = std::max(now, ts.exposed_until);
  ts.exposed_until = now + danger.spell;
  if (ts.exposed_until > from) exposure.near_fire += hours(ts.exposed_until - from) * team(i).people;
  double const leave = danger.withdraw.metres();
  Rules const& rules = mission_.spec().rules;
  bool const stays = !rules.withdraws || rules.posture == Posture::ArmedForce;
  if (d2 <= leave * leave && leave > 0 && !stays && ts.doing == TeamState::Doing::Patrol) withdraw(i, now);
}

/// It leaves its lane, and comes back when it has been quiet for long enough.
void Simulation::State::withdraw(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  ts.doing = TeamState::Doing::Withdrawn;
  record_.exposure[index(team(i).side)].withdrawals += 1;
  close_track(i, now);
  sightings_[i] = Sighting{};
  queue_.cancel(sighting_slot(i));
  queue_.set(i, std::min(ts.until, now + world_.spec().danger.withdraw_for), team_first);
}

bool Simulation::State::mines_beside(Mines which, Side side, double from, double to, SimTime now) const {
  double const near = world_.spec().danger.mined.metres();
  double const lane = world_.lane_depth(side).metres();
  return std::any_of(mines_.begin(), mines_.end(), [&](Object const& o) {
    Incident const& mine = record_.incidents[o.incident];
    bool const counts = which == Mines::All || record_.fates[o.incident].acts_noticed > 0;
    return counts && o.end > now && mine.side == side && mine.chainage >= std::min(from, to) - near &&
           mine.chainage <= std::max(from, to) + near && std::abs(std::abs(mine.depth) - lane) <= near;
  });
}

/// Where there is a mine the road is checked, on either side of it.
Duration Simulation::State::slowed_by_mines(Mines which, Side side, double from, double to,
                                            SimTime now) const {
  if (mines_.empty() || !mines_beside(which, side, from, to, now)) return {};
  DangerSpec const& danger = world_.spec().danger;
  return seconds_to_duration(2 * danger.mined.metres() / danger.mined_speed.metres_per_second());
}

/// What being watched by cameras in order changes: an incident is prevented, or happens aside.
void Simulation::State::react(std::uint32_t index) {
  ReactionSpec const& reaction = world_.spec().violations.reaction;
  Incident& incident = record_.incidents[index];
  Sky const sky = sky_at(incident.chainage, incident.start);
  Sense nobody;
  bool watched = false;
  for (std::uint32_t const s : mission_.reach().near(incident.kind, sky.light, incident.chainage)) {
    Watch const& w = watches_[s];
    if (w.team >= 0 || w.channel != Channel::Sight || w.always_off) continue;
    Candidate c{s, -1};
    watched = watched ||
              (in_order(s, incident.start, nobody) && within_view(c, incident, sky, false, w.town, w.place) &&
               !hidden(w, incident.place, incident.kind));
  }
  if (!watched) return;
  Block const b = draws_.at(purpose::reaction, incident.key, 0);
  if (!(b.unit() < reaction.deterrence)) return;
  double const second = b.unit() / reaction.deterrence;
  if (second >= reaction.displacement) {
    record_.fates[index].prevented = true;
    return;
  }
  double const moved = (2 * b.unit(1) - 1) * reaction.moved.metres();
  double const length = world_.line().length().metres();
  incident.chainage = std::min(std::max(incident.chainage + moved, 0.0), length);
  incident.place =
      world_.line().at(LinePlace{Length::metres(incident.chainage), Length::metres(incident.depth)});
}

}  // namespace ceaseline
