#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {

Point Simulation::State::place_of(std::uint32_t i, SimTime t) {
  TeamState& ts = teams_[i];
  if (ts.cached_at != t) {
    Motion::State const s = ts.motion.at(t);
    ts.cached = lanes_[i]->at(s.chainage);
    ts.cached_moving = s.moving;
    ts.cached_town = team(i).aircraft < 0 && world_.in_town(ts.cached);
    ts.cached_at = t;
  }
  return ts.cached;
}

/// Asked for over and over within one spell of light and moonlight.
Sky Simulation::State::sky_at(double chainage, SimTime t) {
  LightSpell& known = lights_[world_.daylight().station(chainage)];
  if (t < known.from || t >= known.until) known = light_spell(chainage, t);
  return {known.sky.light, known.sky.moonless, weather_.at(t)};
}

Simulation::State::LightSpell Simulation::State::light_spell(double chainage, SimTime t) const {
  LightSpell s{SimTime{Duration{-1}}, Motion::never, {Light::Night, false, 0}};
  auto const narrow = [&](Spans const& spans) {
    auto const& list = spans.list();
    auto const after = std::upper_bound(
        list.begin(), list.end(), t, [](SimTime instant, Span const& span) { return instant < span.from; });
    if (after != list.end()) s.until = std::min(s.until, after->from);
    if (after == list.begin()) return false;
    Span const last = *std::prev(after);
    bool const inside = t < last.to;
    s.from = std::max(s.from, inside ? last.from : last.to);
    if (inside) s.until = std::min(s.until, last.to);
    return inside;
  };
  if (narrow(world_.daylight().days(chainage))) s.sky.light = Light::Day;
  if (world_.spec().sensing.moonless_seeing < 1)
    s.sky.moonless = !narrow(world_.moonlight(chainage)) && s.sky.light == Light::Night;
  return s;
}

void Simulation::State::act(Act const& a) {
  if (record_.fates[a.incident].prevented) return;
  Incident const& incident = record_.incidents[a.incident];
  ViolationKind const& kind = world_.kinds()[incident.kind];
  Sky const sky = sky_at(incident.chainage, a.time);
  if (incident.key == explained_) explain_act(a, sky);
  bool const for_nobody = a.silent && !(kind.fire && danger_possible_) && world_.terrain() == nullptr;
  if (for_nobody) return;
  if (asked_for_ != a.incident || !(asked_in_ == sky)) gather(a.incident, sky);
  if (!a.silent) ask_sensors(a, sky);
  // Whoever flees a shot has noticed it, if it could be noticed.
  if (kind.fire && danger_possible_) endanger(a);
}

void Simulation::State::ask_sensors(Act const& a, Sky sky) {
  bool noticed[2] = {false, false};  // by channel
  auto const ask = [&](Candidate& c) {
    Watch const& w = watches_[c.sensor];
    bool& by_channel = noticed[static_cast<std::size_t>(w.channel)];
    // Once the act is heard, an ear that follows the incident already can add nothing; likewise by sight.
    if (by_channel && acquaintance_[c.sensor].incident == a.incident && follows(c.sensor, a.incident, a.time))
      return;
    if (!could_notice(c, w, a, sky)) return;
    note(c, a.incident, a.time, c.from, !noticed[0] && !noticed[1]);
    by_channel = true;
  };
  for (Candidate& c : candidates_) {
    if (c.team >= 0) {
      TeamState const& ts = teams_[static_cast<std::size_t>(c.team)];
      if (!ts.on_lane() && !ts.kept_away()) continue;
    }
    ask(c);
  }
  Point const place = record_.incidents[a.incident].place;
  for (Wanderer const& w : wanderers_) {
    if (squared_distance(w.about, place) > w.far_squared || !teams_[w.team].watches()) continue;
    for (std::uint32_t const s : team(w.team).sensors) {
      Candidate c{s, static_cast<std::int32_t>(w.team)};
      ask(c);
    }
  }
  bool const heard = noticed[static_cast<std::size_t>(Channel::Sound)];
  bool const seen = noticed[static_cast<std::size_t>(Channel::Sight)];
  if (!heard && !seen) return;
  Fate& fate = record_.fates[a.incident];
  ++fate.acts_noticed;
  if (heard) ++fate.acts_heard;
  if (seen) ++fate.acts_seen;
  fate.last_notice = a.time;
}

void Simulation::State::gather(std::uint32_t index, Sky sky) {
  Incident const& incident = record_.incidents[index];
  asked_for_ = index;
  asked_in_ = sky;
  candidates_.clear();
  on_foot_.clear();
  for (std::uint32_t const s : mission_.reach().near(incident.kind, sky.light, incident.chainage)) {
    Watch const& w = watches_[s];
    if (w.always_off) continue;
    Candidate c{s, w.team};
    if (c.team < 0) {
      c.from = w.place;
      if (!within_view(c, incident, sky, false, w.town, w.place)) continue;
      if (hidden(w, incident.place, incident.kind)) {
        senses_[index].hidden_in_reach = true;
        continue;
      }
    }
    candidates_.push_back(c);
    if (!danger_possible_ || c.team < 0) continue;
    auto const i = static_cast<std::uint32_t>(c.team);
    if (team(i).aircraft < 0 && (on_foot_.empty() || on_foot_.back() != i)) on_foot_.push_back(i);
  }
}

bool Simulation::State::hidden(Watch const& w, Point place, std::size_t kind) const {
  if (!w.needs_sight) return false;
  double const height = world_.kinds()[kind].height.metres();
  return !world_.terrain()->clear(w.place, w.height, place, height, world_.spec().terrain.refraction);
}

bool Simulation::State::within_view(Candidate& c, Incident const& incident, Sky sky, bool moving, bool town,
                                    Point from) const {
  Watch const& w = watches_[c.sensor];
  DetectionTable::Curve const& curve = w.table->curve(incident.kind, sky, moving, town);
  double const d2 = squared_distance(from, incident.place);
  if (d2 > curve.reach_squared) return false;
  if (w.looks_one_way) {
    double const along =
        w.heading.x * (incident.place.x - from.x) + w.heading.y * (incident.place.y - from.y);
    if (along < w.cosine_of_view * std::sqrt(d2)) return false;
  }
  c.chance = curve.at_squared(d2);
  c.range = std::sqrt(d2);
  c.recognised = c.range <= curve.recognises && curve.recognises > 0;
  c.identified = c.range <= curve.identifies && curve.identifies > 0;
  return true;
}

/// Whether a fixed sensor works; what keeps it from working is noted.
bool Simulation::State::in_order(std::uint32_t sensor, SimTime t, Sense& sense) const {
  Spans const& off = out_of_order_[sensor];
  if (off.empty() || !off.contains(t)) return true;
  Mounted const& m = mission_.sensors()[sensor];
  if (m.shut.contains(t)) {
    sense.denied_in_reach = true;
  } else if (!m.off_watch.contains(t)) {
    sense.broken_in_reach = true;
  }
  return false;
}

/// Where a team asked stands, and whether it or a fixed sensor notices the act.
bool Simulation::State::could_notice(Candidate& c, Watch const& w, Act const& a, Sky sky) {
  Sense& sense = senses_[a.incident];
  if (w.team >= 0) {
    auto const i = static_cast<std::uint32_t>(w.team);
    Incident const& incident = record_.incidents[a.incident];
    TeamState const& ts = teams_[i];
    if (ts.kept_away()) {
      if (!within_view(c, incident, sky, false, false, beside(i, incident))) return false;
      (ts.doing == TeamState::Doing::Denied ? sense.denied_in_reach : sense.broken_in_reach) = true;
      return false;
    }
    c.from = place_of(i, a.time);
    if (!within_view(c, incident, sky, ts.cached_moving, ts.cached_town, c.from)) return false;
  } else if (!in_order(c.sensor, a.time, sense)) {
    return false;
  }
  sense.in_reach = true;
  return c.chance >= 1 || luck_of(c.sensor, a.incident, a.number) < c.chance;
}

/// In [0, 1): the act's own, or the one its incident shares at this sensor.
double Simulation::State::luck_of(std::uint32_t sensor, std::uint32_t index, std::uint32_t number) {
  Key const about = watches_[sensor].key;
  Key const act = key_of(record_.incidents[index].key, number);
  Block const own = draws_.at(purpose::notice, about, act.value);
  if (!(own.unit(1) < world_.spec().sensing.shared_luck)) return own.unit();
  Acquaintance& known = acquaint(sensor, index);
  if (!known.drawn)
    known.shared_luck = draws_.at(purpose::notice_shared, about, record_.incidents[index].key.value).unit();
  known.drawn = true;
  return known.shared_luck;
}

/// The place of a team's lane nearest, along the line, to an incident.
Point Simulation::State::beside(std::uint32_t i, Incident const& incident) const {
  Stretch const lane = team(i).lane;
  return lane_of(team(i)).at(std::min(std::max(incident.chainage, lane.from.metres()), lane.to.metres()));
}

Acquaintance& Simulation::State::acquaint(std::uint32_t sensor, std::uint32_t incident) {
  Acquaintance& known = acquaintance_[sensor];
  if (known.incident != incident) {
    known = Acquaintance{};
    known.incident = incident;
  }
  return known;
}

}  // namespace ceaseline
