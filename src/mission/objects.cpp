#include <algorithm>

#include "ceaseline/geo/lane_reach.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

constexpr Priority sighting_third = 2;

bool observed_by(Record const& record, std::vector<std::int32_t> const& previous, Sense const& sense,
                 std::uint32_t sensor) {
  for (std::int32_t o = sense.last_observation; o >= 0; o = previous[static_cast<std::size_t>(o)]) {
    if (record.observations[static_cast<std::size_t>(o)].sensor == sensor) return true;
  }
  return false;
}

}  // namespace

void Simulation::State::object_appears(std::uint32_t index, SimTime now) {
  objects_.erase(
      std::remove_if(objects_.begin(), objects_.end(), [&](Object const& o) { return o.end <= now; }),
      objects_.end());
  Incident const& incident = record_.incidents[index];
  objects_.push_back({index, incident.end()});
  Light const now_light = world_.light(incident.chainage, now);
  // It stays: teams that can see it only in the other light must know of it too.
  for (Light const light : {Light::Day, Light::Night}) {
    for (std::uint32_t const s : mission_.reach().near(incident.kind, light, incident.chainage)) {
      Mounted const& m = mission_.sensors()[s];
      if (m.team >= 0) {
        auto const i = static_cast<std::uint32_t>(m.team);
        if (teams_[i].doing == TeamState::Doing::Denied) senses_[index].denied_in_reach = true;
        if (teams_[i].out()) plan_pass(i, s, objects_.back(), now);
        continue;
      }
      Candidate c{s, -1, 0, 0};
      if (light != now_light || !within_view(c, incident, light, false, watches_[s].place)) continue;
      if (try_notice(c, index, light, incident.key.value, now)) {
        Fate& fate = record_.fates[index];
        fate.acts_noticed = 1;
        (m.sensor->channel() == Channel::Sight ? fate.acts_seen : fate.acts_heard) = 1;
      }
    }
  }
}

void Simulation::State::plan_sighting(std::uint32_t i, SimTime now) {
  sightings_[i].time = Motion::never;
  queue_.cancel(sighting_slot(i));
  for (Object const& o : objects_) {
    if (o.end <= now) continue;
    for (std::uint32_t const s : team(i).sensors) plan_pass(i, s, o, now);
  }
}

/// Keeps the soonest pass of a team as its pending sighting.
void Simulation::State::plan_pass(std::uint32_t i, std::uint32_t sensor, Object const& object, SimTime now) {
  SimTime const t = next_pass(i, sensor, object, now);
  if (t >= sightings_[i].time) return;
  sightings_[i] = {t, sensor, object.incident};
  queue_.set(sighting_slot(i), t, sighting_third);
}

/// One draw per entry into the footprint decides how near this pass must come to notice the object; it is
/// noticed when the team first comes as near as that.
SimTime Simulation::State::next_pass(std::uint32_t i, std::uint32_t sensor, Object const& object,
                                     SimTime now) {
  if (observed_by(record_, previous_, senses_[object.incident], sensor)) return Motion::never;
  TeamState const& ts = teams_[i];
  Team const& t = team(i);
  Mounted const& m = mission_.sensors()[sensor];
  Incident const& incident = record_.incidents[object.incident];
  Stretch const lane{Length{}, world_.line().length()};
  Stretch const window = ts.away() ? lane : t.lane;
  SimTime const horizon = std::min(object.end, ts.until);
  Key const passes = key_of(incident.key, ts.leg);
  std::uint64_t drawn_for = ~std::uint64_t{0};
  for (SimTime at = now; at < horizon;) {
    Motion::Piece const piece = ts.motion.piece_at(at);
    DetectionTable::Curve const& curve =
        mission_.table(m).curve(incident.kind, world_.light(incident.chainage, at), false);
    if (piece.number != drawn_for) {
      drawn_for = piece.number;
      double const luck = draws_.at(purpose::notice_object, m.key, key_of(passes, piece.number).value).unit();
      double const range = curve.range_where(luck);
      stretches_within(world_.lane(m.side), window, incident.place, Length::metres(range), stretches_);
      if (!stretches_.empty()) senses_[object.incident].in_reach = true;
    }
    SimTime soonest = Motion::never;
    for (Stretch const& s : stretches_) {
      soonest = std::min(soonest, piece.first_within(s.from.metres(), s.to.metres(), at));
    }
    if (soonest < Motion::never) return soonest < horizon ? soonest : Motion::never;
    if (piece.to <= at) break;
    at = piece.to;
  }
  return Motion::never;
}

void Simulation::State::sighting(std::uint32_t i, SimTime now) {
  Sighting const s = sightings_[i];
  TeamState& ts = teams_[i];
  Point const from = place_of(ts, team(i).side, now);
  Incident const& incident = record_.incidents[s.incident];
  Fate& fate = record_.fates[s.incident];
  fate.acts_noticed = 1;
  (mission_.sensors()[s.sensor].sensor->channel() == Channel::Sight ? fate.acts_seen : fate.acts_heard) = 1;
  note(s.sensor, s.incident, now, from, distance(from, incident.place).metres());
  plan_sighting(i, now);
}

}  // namespace ceaseline
