#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// Nobody places anything better than this, m.
constexpr double least_error = 10;

}  // namespace

Point Simulation::State::place_of(TeamState& team, Side side, SimTime t) {
  if (team.cached_at != t) {
    Motion::State const s = team.motion.at(t);
    team.cached = world_.lane(side).at(s.chainage);
    team.cached_moving = s.moving;
    team.cached_at = t;
  }
  return team.cached;
}

void Simulation::State::act(Act const& a) {
  Incident const& incident = record_.incidents[a.incident];
  ViolationKind const& kind = world_.kinds()[incident.kind];
  bool const silent = kind.signature_share < 1 &&
                      !(draws_.at(purpose::signature, incident.key, a.number).unit() < kind.signature_share);
  if (silent) return;
  Light const light = world_.light(incident.chainage, a.time);
  if (asked_for_ != a.incident || asked_in_ != light) gather(a.incident, light);
  std::uint64_t const act_key = key_of(incident.key, a.number).value;
  Fate& fate = record_.fates[a.incident];
  bool noticed[2] = {false, false};  // by channel
  auto const ask = [&](Candidate const& c) {
    // Once the act is heard, an ear that already knows of the incident can add nothing; likewise by sight.
    bool& by_channel = noticed[static_cast<std::size_t>(watches_[c.sensor].channel)];
    if (by_channel && acquaintance_[c.sensor].incident == a.incident && acquaintance_[c.sensor].noted) return;
    if (try_notice(c, a.incident, light, act_key, a.time)) by_channel = true;
  };
  for (Candidate const& c : candidates_) {
    if (c.team >= 0) {
      TeamState const& ts = teams_[static_cast<std::size_t>(c.team)];
      if (ts.doing == TeamState::Doing::Home || ts.away()) continue;
    }
    ask(c);
  }
  for (std::uint32_t const t : wanderers_) {
    for (std::uint32_t const s : team(t).sensors) ask(Candidate{s, static_cast<std::int32_t>(t), 0, 0});
  }
  bool const heard = noticed[static_cast<std::size_t>(Channel::Sound)];
  bool const seen = noticed[static_cast<std::size_t>(Channel::Sight)];
  if (!heard && !seen) return;
  ++fate.acts_noticed;
  if (heard) ++fate.acts_heard;
  if (seen) ++fate.acts_seen;
  fate.last_notice = a.time;
}

void Simulation::State::gather(std::uint32_t index, Light light) {
  Incident const& incident = record_.incidents[index];
  asked_for_ = index;
  asked_in_ = light;
  candidates_.clear();
  for (std::uint32_t const s : mission_.reach().near(incident.kind, light, incident.chainage)) {
    Candidate c{s, watches_[s].team, 0, 0};
    if (c.team >= 0 || within_view(c, incident, light, false, watches_[s].place)) candidates_.push_back(c);
  }
}

bool Simulation::State::within_view(Candidate& c, Incident const& incident, Light light, bool moving,
                                    Point from) const {
  Watch const& w = watches_[c.sensor];
  DetectionTable::Curve const& curve = w.table->curve(incident.kind, light, moving);
  double const d2 = squared_distance(from, incident.place);
  if (d2 > curve.reach_squared) return false;
  if (w.looks_one_way) {
    double const along =
        w.heading.x * (incident.place.x - from.x) + w.heading.y * (incident.place.y - from.y);
    if (along < w.cosine_of_view * std::sqrt(d2)) return false;
  }
  c.chance = curve.at_squared(d2);
  c.range = std::sqrt(d2);
  return true;
}

bool Simulation::State::try_notice(Candidate c, std::uint32_t index, Light light, std::uint64_t act_key,
                                   SimTime t) {
  Watch const& w = watches_[c.sensor];
  Incident const& incident = record_.incidents[index];
  Sense& sense = senses_[index];
  Point from = w.place;
  if (w.team >= 0) {
    TeamState& ts = teams_[static_cast<std::size_t>(w.team)];
    bool const denied = ts.doing == TeamState::Doing::Denied;
    from = denied ? beside(static_cast<std::uint32_t>(w.team), incident) : place_of(ts, w.side, t);
    if (!within_view(c, incident, light, !denied && ts.cached_moving, from)) return false;
    if (denied) {
      sense.denied_in_reach = true;
      return false;
    }
  } else if (!out_of_order_[c.sensor].empty() && out_of_order_[c.sensor].contains(t)) {
    (w.shut ? sense.denied_in_reach : sense.broken_in_reach) = true;
    return false;
  }
  sense.in_reach = true;
  Block const own = draws_.at(purpose::notice, w.key, act_key);
  double luck = own.unit();
  if (own.unit(1) < world_.spec().sensing.shared_luck) {
    Acquaintance& known = acquaint(c.sensor, index);
    if (!known.drawn) known.shared_luck = draws_.at(purpose::notice_shared, w.key, incident.key.value).unit();
    known.drawn = true;
    luck = known.shared_luck;
  }
  if (!(luck < c.chance)) return false;
  note(c.sensor, index, t, from, c.range);
  return true;
}

/// The place of a team's lane nearest, along the line, to an incident.
Point Simulation::State::beside(std::uint32_t i, Incident const& incident) const {
  Stretch const lane = team(i).lane;
  return world_.lane(team(i).side)
      .at(std::min(std::max(incident.chainage, lane.from.metres()), lane.to.metres()));
}

Acquaintance& Simulation::State::acquaint(std::uint32_t sensor, std::uint32_t incident) {
  Acquaintance& known = acquaintance_[sensor];
  if (known.incident != incident) known = Acquaintance{incident, false, false, 0};
  return known;
}

void Simulation::State::note(std::uint32_t sensor, std::uint32_t index, SimTime t, Point from, double range) {
  acquaint(sensor, index).noted = true;
  Sense& sense = senses_[index];
  for (std::int32_t o = sense.last_observation; o >= 0; o = previous_[static_cast<std::size_t>(o)]) {
    if (record_.observations[static_cast<std::size_t>(o)].sensor == sensor) return;
  }
  Mounted const& m = mission_.sensors()[sensor];
  Incident const& incident = record_.incidents[index];
  Fate& fate = record_.fates[index];

  LocationError const error = m.sensor->location_error();
  double const along = std::max(least_error, error.along * range);
  double const across = std::max(least_error, error.across.radians() * range);
  double const ux = range > 1 ? (incident.place.x - from.x) / range : 1;
  double const uy = range > 1 ? (incident.place.y - from.y) / range : 0;
  Block const b = draws_.at(purpose::location_error, m.key, incident.key.value);
  double const e = normal_quantile(b.open_unit(0)) * along;
  double const n = normal_quantile(b.open_unit(1)) * across;
  Point const put{incident.place.x + e * ux - n * uy, incident.place.y + e * uy + n * ux};

  double const wa = 1 / (along * along);
  double const wc = 1 / (across * across);
  double const ixx = wa * ux * ux + wc * uy * uy;
  double const ixy = (wa - wc) * ux * uy;
  double const iyy = wa * uy * uy + wc * ux * ux;
  sense.ixx += ixx;
  sense.ixy += ixy;
  sense.iyy += iyy;
  sense.bx += ixx * put.x + ixy * put.y;
  sense.by += ixy * put.x + iyy * put.y;

  bool const first = sense.last_observation < 0;
  Channel const channel = m.sensor->channel();
  if (first) {
    sense.first_platform = m.platform;
    fate.first_notice = t;
    fate.last_notice = t;
  } else if (m.platform != sense.first_platform) {
    sense.several_platforms = true;
  }
  if (channel == Channel::Sight) {
    sense.by_sight = true;
    double const right = world_.spec().evidence.sight_right;
    bool const reads_right = draws_.at(purpose::side_by_sight, m.key, incident.key.value).unit() < right;
    bool const says_b = reads_right == (incident.side == Side::B);
    if (right < 1) {
      double const odds = portable_log(right / (1 - right));
      sense.log_odds_b += says_b ? odds : -odds;
    } else {
      sense.log_odds_b += says_b ? 100 : -100;
    }
  }
  bool const corroborated =
      sense.several_platforms && sense.by_sight && world_.spec().evidence.second_source_verifies;
  if (corroborated && fate.verification == Verification::None) {
    fate.verification = Verification::TwoSources;
    fate.verified = t;
  }
  previous_.push_back(sense.last_observation);
  sense.last_observation = static_cast<std::int32_t>(record_.observations.size());
  record_.observations.push_back(Observation{index, sensor, t, channel, put, along, across});
  if (first && incident.visitable) ask_for_visit(index, t);
}

}  // namespace ceaseline
