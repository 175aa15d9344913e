#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

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
  Sky const sky = sky_at(incident.chainage, now);
  objects_.push_back({index, incident.end(), sky, true});
  if (world_.kinds()[incident.kind].mined) {
    forget_gone(mines_, now);
    mines_.push_back(objects_.back());
  }
  ReachIndex::List const by_day = mission_.reach().near(incident.kind, Light::Day, incident.chainage);
  // It stays: teams that can see it only in the other light must know of it too.
  for (Light const light : {Light::Day, Light::Night}) {
    for (std::uint32_t const s : mission_.reach().near(incident.kind, light, incident.chainage)) {
      Watch const& w = watches_[s];
      if (w.team >= 0) {
        bool const met = light == Light::Night && std::binary_search(by_day.begin(), by_day.end(), s);
        if (met) continue;
        team_meets(static_cast<std::uint32_t>(w.team), s, objects_.back(), now);
      } else if (!w.always_off && light == sky.light) {
        if (!fixed_meets(s, index, sky, now)) objects_.back().told = false;
      }
    }
  }
}

/// Fixed sensors look again at what stands there: the light, the weather and their own state have changed.
void Simulation::State::look_again(SimTime now) {
  queue_.set(look_slot(), now + world_.spec().weather.step, sighting_third);
  for (std::size_t n = 0; n < objects_.size(); ++n) {
    Object& o = objects_[n];
    if (o.end <= now) continue;
    Incident const& incident = record_.incidents[o.incident];
    Sky const sky = sky_at(incident.chainage, now);
    if (o.told && o.looked == sky) continue;
    o.looked = sky;
    o.told = true;
    for (std::uint32_t const s : mission_.reach().near(incident.kind, sky.light, incident.chainage)) {
      if (watches_[s].team >= 0 || watches_[s].always_off) continue;
      if (!fixed_meets(s, o.incident, sky, now)) o.told = false;
    }
  }
}

/// From now on the team may pass the object on its lane.
void Simulation::State::team_meets(std::uint32_t i, std::uint32_t sensor, Object const& object, SimTime now) {
  Incident const& incident = record_.incidents[object.incident];
  DetectionTable const& table = *watches_[sensor].table;
  double const reach =
      std::max(table.reach(incident.kind, Light::Day), table.reach(incident.kind, Light::Night));
  if (reach < 0) return;
  Nearby const met{object.incident, sensor, object.end,
                   approach(lane_of(team(i)), abreast(i, incident), incident.place, incident.chainage,
                            Length::metres(reach))};
  if (met.approach.nearest > reach) return;
  nearby_[i].push_back(met);
  Sense& sense = senses_[object.incident];
  bool const near =
      met.approach.nearest <= table.curve(incident.kind, sky_at(incident.chainage, now), false).reach;
  if (near && teams_[i].doing == TeamState::Doing::Denied) sense.denied_in_reach = true;
  if (near && teams_[i].doing == TeamState::Doing::Broken) sense.broken_in_reach = true;
  if (teams_[i].on_lane()) plan_pass(i, met, now);
}

/// \returns false when it could not look, for it is out of order
bool Simulation::State::fixed_meets(std::uint32_t s, std::uint32_t index, Sky sky, SimTime now) {
  Watch const& w = watches_[s];
  Incident const& incident = record_.incidents[index];
  Candidate c{s, -1};
  if (!within_view(c, incident, sky, false, w.town, w.place)) return true;
  if (hidden(w, incident.place, incident.kind)) {
    senses_[index].hidden_in_reach = true;
    return true;
  }
  if (!in_order(s, now, senses_[index])) return false;
  senses_[index].in_reach = true;
  if (observed_by(index, s)) return true;
  // One draw for all days and one for all nights: looking again is no second chance, unless something has
  // changed.
  std::uint64_t const light = sky.light == Light::Day ? 0 : 1;
  if (draws_.at(purpose::notice_object, w.key, key_of(incident.key, light).value).unit() < c.chance)
    object_noticed(c, index, now, w.place);
  return true;
}

/// The part of a team's lane from which a thing could be seen: nobody looks 30 km far, and where the line
/// folds back after more than that, what lies in the fold is left to others.
Stretch Simulation::State::abreast(std::uint32_t i, Incident const& incident) const {
  Length const far = Length::kilometres(30);
  Length const at = Length::metres(incident.chainage);
  Stretch const lane = team(i).lane;
  Length const from = std::min(lane.to, std::max(lane.from, at - far));
  return {from, std::max(from, std::min(lane.to, at + far))};
}

void Simulation::State::plan_sighting(std::uint32_t i, SimTime now) {
  sightings_[i].time = Motion::never;
  queue_.cancel(sighting_slot(i));
  // A team on its way to a scene looks for that, not for things beside the road.
  if (!teams_[i].on_lane()) return;
  std::vector<Nearby>& nearby = nearby_[i];
  nearby.erase(std::remove_if(nearby.begin(), nearby.end(), [&](Nearby const& n) { return n.end <= now; }),
               nearby.end());
  for (Nearby const& n : nearby) plan_pass(i, n, now);
}

/// Keeps the soonest pass of a team as its pending sighting.
void Simulation::State::plan_pass(std::uint32_t i, Nearby const& met, SimTime now) {
  SimTime const t = next_pass(i, met, now);
  if (t >= sightings_[i].time) return;
  sightings_[i] = {t, met.sensor, met.incident};
  queue_.set(sighting_slot(i), t, sighting_third);
}

/// One draw per entry into the footprint decides how near this pass must come to notice the object; it is
/// noticed when the team first comes as near as that.
SimTime Simulation::State::next_pass(std::uint32_t i, Nearby const& met, SimTime now) {
  if (observed_by(met.incident, met.sensor)) return Motion::never;
  TeamState const& ts = teams_[i];
  Watch const& w = watches_[met.sensor];
  Incident const& incident = record_.incidents[met.incident];
  Lane const& road = lane_of(team(i));
  SimTime const horizon = std::min({met.end, ts.until, sightings_[i].time});
  Key const passes = key_of(incident.key, ts.leg);
  std::uint64_t drawn_for = ~std::uint64_t{0};
  double range = -1;
  for (SimTime at = now; at < horizon;) {
    Motion::Piece const piece = ts.motion.piece_at(at);
    if (piece.number != drawn_for) {
      drawn_for = piece.number;
      DetectionTable::Curve const& curve =
          w.table->curve(incident.kind, sky_at(incident.chainage, at), false);
      stretches_.clear();
      if (curve.reach_squared >= 0 && curve.reach >= met.approach.nearest) {
        senses_[met.incident].in_reach = true;
        double const luck =
            draws_.at(purpose::notice_object, w.key, key_of(passes, piece.number).value).unit();
        range = curve.range_where(luck);
        if (range >= met.approach.nearest)
          stretches_within(road, met.approach.within, incident.place, Length::metres(range), stretches_);
      }
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
