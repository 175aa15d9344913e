#include <algorithm>

#include "ceaseline/geo/lane_reach.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

constexpr Priority sighting_third = 2;

void forget_gone(std::vector<Object>& objects, SimTime now) {
  objects.erase(std::remove_if(objects.begin(), objects.end(), [&](Object const& o) { return o.end <= now; }),
                objects.end());
}

}  // namespace

bool Simulation::State::observed_by(std::uint32_t incident, std::uint32_t sensor) const {
  for (std::int32_t o = senses_[incident].last_observation; o >= 0;
       o = previous_[static_cast<std::size_t>(o)]) {
    if (record_.observations[static_cast<std::size_t>(o)].sensor == static_cast<std::int32_t>(sensor))
      return true;
  }
  return false;
}

void Simulation::State::object_noticed(Candidate const& c, std::uint32_t index, SimTime now, Point from) {
  bool const first = record_.fates[index].acts_noticed == 0;
  note(c, index, now, from, first);
  Fate& fate = record_.fates[index];
  fate.acts_noticed = 1;
  fate.last_notice = now;
  (watches_[c.sensor].channel == Channel::Sight ? fate.acts_seen : fate.acts_heard) = 1;
}

void Simulation::State::object_appears(std::uint32_t index, SimTime now) {
  forget_gone(objects_, now);
  Incident const& incident = record_.incidents[index];
  objects_.push_back({index, incident.end()});
  if (world_.kinds()[incident.kind].mined) {
    forget_gone(mines_, now);
    mines_.push_back(objects_.back());
  }
  Sky const sky = sky_at(incident.chainage, now);
  // It stays: teams that can see it only in the other light must know of it too.
  for (Light const light : {Light::Day, Light::Night}) {
    for (std::uint32_t const s : mission_.reach().near(incident.kind, light, incident.chainage)) {
      Watch const& w = watches_[s];
      if (w.always_off) continue;
      if (w.team >= 0) {
        auto const i = static_cast<std::uint32_t>(w.team);
        if (teams_[i].doing == TeamState::Doing::Denied) senses_[index].denied_in_reach = true;
        if (teams_[i].doing == TeamState::Doing::Broken) senses_[index].broken_in_reach = true;
        if (teams_[i].watches()) plan_pass(i, s, objects_.back(), now);
        continue;
      }
      Candidate c{s, -1, 0, 0, false, false};
      if (light != sky.light || !within_view(c, incident, sky, false, w.town, w.place)) continue;
      if (hidden(w, incident)) {
        senses_[index].hidden_in_reach = true;
        continue;
      }
      if (!in_order(s, now, senses_[index])) continue;
      senses_[index].in_reach = true;
      if (draws_.at(purpose::notice_object, w.key, incident.key.value).unit() < c.chance)
        object_noticed(c, index, now, w.place);
    }
  }
}

void Simulation::State::plan_sighting(std::uint32_t i, SimTime now) {
  sightings_[i].time = Motion::never;
  queue_.cancel(sighting_slot(i));
  if (!teams_[i].watches()) return;
  // A margin of the widest reach of any sensor spares most objects a closer look.
  double const low = team(i).lane.from.metres() - widest_reach_;
  double const high = team(i).lane.to.metres() + widest_reach_;
  for (Object const& o : objects_) {
    if (o.end <= now) continue;
    double const at = record_.incidents[o.incident].chainage;
    if (!teams_[i].away() && (at < low || at > high)) continue;
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
  if (observed_by(object.incident, sensor)) return Motion::never;
  TeamState const& ts = teams_[i];
  Team const& t = team(i);
  Mounted const& m = mission_.sensors()[sensor];
  Incident const& incident = record_.incidents[object.incident];
  Stretch const lane{Length{}, world_.line().length()};
  Stretch const window = ts.away() ? lane : t.lane;
  Lane const& road = lane_of(t);
  SimTime const horizon = std::min(object.end, ts.until);
  Key const passes = key_of(incident.key, ts.leg);
  std::uint64_t drawn_for = ~std::uint64_t{0};
  for (SimTime at = now; at < horizon;) {
    Motion::Piece const piece = ts.motion.piece_at(at);
    DetectionTable::Curve const& curve =
        mission_.table(m).curve(incident.kind, sky_at(incident.chainage, at), false);
    if (piece.number != drawn_for) {
      drawn_for = piece.number;
      double const luck = draws_.at(purpose::notice_object, m.key, key_of(passes, piece.number).value).unit();
      double const range = curve.range_where(luck);
      stretches_within(road, window, incident.place, Length::metres(range), stretches_);
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
  Point const from = place_of(i, now);
  Incident const& incident = record_.incidents[s.incident];
  DetectionTable::Curve const& curve =
      watches_[s.sensor].table->curve(incident.kind, sky_at(incident.chainage, now), false);
  double const range = distance(from, incident.place).metres();
  Candidate const c{s.sensor,
                    static_cast<std::int32_t>(i),
                    1,
                    range,
                    range <= curve.recognises && curve.recognises > 0,
                    range <= curve.identifies && curve.identifies > 0};
  object_noticed(c, s.incident, now, from);
  plan_sighting(i, now);
}

}  // namespace ceaseline
