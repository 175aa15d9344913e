#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// A look from within the range of identification leaves this doubt about the side.
constexpr double identified_right = 0.999;

}  // namespace

/// A sensor follows an episode for as long as the report it belongs to is open.
bool Simulation::State::follows(std::uint32_t sensor, std::uint32_t incident, SimTime t) const {
  Acquaintance const& known = acquaintance_[sensor];
  if (known.incident != incident || known.observation < 0) return false;
  std::uint32_t const report = record_.observations[static_cast<std::size_t>(known.observation)].report;
  Fusion::Event const& event = fusion_.events()[fusion_.standing_for(report)];
  return t - event.last <= world_.spec().evidence.association_window;
}

void Simulation::State::note(Candidate const& c, std::uint32_t index, SimTime t, Point from, bool first) {
  Sense const& sense = senses_[index];
  Acquaintance& known = acquaint(c.sensor, index);
  for (std::int32_t o = sense.last_observation; o >= 0 && known.observation < 0;
       o = previous_[static_cast<std::size_t>(o)]) {
    if (record_.observations[static_cast<std::size_t>(o)].sensor == static_cast<std::int32_t>(c.sensor))
      known.observation = o;
  }
  if (follows(c.sensor, index, t)) {
    std::uint32_t const report = record_.observations[static_cast<std::size_t>(known.observation)].report;
    fusion_.again(report, t, first);
    if (first && picture_wanted_) picture_.reported(dossiers_[report].chainage, t);
    return;
  }
  Fate& fate = record_.fates[index];
  if (fate.acts_noticed == 0) fate.first_notice = fate.last_notice = t;
  Letter letter;
  letter.known = t;
  fill(letter.notice, c, record_.incidents[index], t, from);
  letter.origin = {static_cast<std::int32_t>(index), static_cast<std::int32_t>(c.sensor)};
  point_out_scene(letter, index);
  deliver(letter);
  known.observation = senses_[index].last_observation;
}

/// Somebody who lives there points out where it struck, if there is anything to be seen at all.
void Simulation::State::point_out_scene(Letter& letter, std::uint32_t index) const {
  Incident const& incident = record_.incidents[index];
  letter.names_scene = incident.visitable;
  bool const object = world_.kinds()[incident.kind].object;
  letter.scene_side = object ? incident.side : other(incident.side);
  letter.scene_chainage = incident.chainage;
  letter.scene_depth = std::abs(incident.depth);
}

std::uint16_t Simulation::State::guessed_kind(double right, Incident const& incident, Key sensor) const {
  if (right >= 1) return incident.kind;
  Block const b = draws_.at(purpose::kind_guess, sensor, incident.key.value);
  if (b.unit() < right || alarm_kinds_.size() < 2 || world_.kinds()[incident.kind].object)
    return incident.kind;
  auto const n = alarm_kinds_.size() - 1;
  auto i = std::min(n - 1, static_cast<std::size_t>(b.unit(1) * static_cast<double>(n)));
  auto const own = std::find(alarm_kinds_.begin(), alarm_kinds_.end(), incident.kind) - alarm_kinds_.begin();
  if (static_cast<std::ptrdiff_t>(i) >= own) ++i;
  return alarm_kinds_[i];
}

double Simulation::State::side_odds(double right, bool says_b) const {
  double const odds = right < 1 ? portable_log(right / (1 - right)) : 100;
  return says_b ? odds : -odds;
}

/// What a sensor makes of an incident it noticed.
void Simulation::State::fill(Notice& n, Candidate const& c, Incident const& incident, SimTime t,
                             Point from) const {
  Watch const& w = watches_[c.sensor];
  n.at = t;
  n.channel = w.channel;
  n.platform = w.platform;
  LocationError const error = w.error;
  n.along = std::max(least_error, error.along * c.range);
  n.across = std::max(least_error, error.across.radians() * c.range);
  n.axis = c.range > 1 ? Point{(incident.place.x - from.x) / c.range, (incident.place.y - from.y) / c.range}
                       : Point{1, 0};
  n.place = incident.place;
  if (!error.none) {
    Block const b = draws_.at(purpose::location_error, w.key, incident.key.value);
    double const e = normal_quantile(b.open_unit(0)) * n.along;
    // Which way is "to the left" changes with the side, so that a mirrored world has mirrored errors. A
    // satellite is on no side; what it sees is.
    Side const side = w.always_off ? incident.side : w.side;
    double const left = normal_quantile(b.open_unit(1)) * n.across * (side == Side::A ? 1 : -1);
    n.place = {incident.place.x + e * n.axis.x - left * n.axis.y,
               incident.place.y + e * n.axis.y + left * n.axis.x};
  }
  n.kind_right = w.kind_right;
  n.kind = guessed_kind(n.kind_right, incident, w.key);
  n.object = world_.kinds()[incident.kind].object;
  n.recognised = c.recognised;
  if (n.channel == Channel::Sight && !w.always_off) {
    double const right = c.identified ? identified_right : world_.spec().evidence.sight_right;
    bool const reads_right = draws_.at(purpose::side_by_sight, w.key, incident.key.value).unit() < right;
    n.log_odds_b = side_odds(right, reads_right == (incident.side == Side::B));
  }
}

std::uint32_t Simulation::State::deliver(Letter const& letter) {
  Notice const& n = letter.notice;
  std::uint32_t const report = fusion_.take(n);
  if (report == dossiers_.size()) {
    Dossier d;
    if (picture_wanted_) d.chainage = world_.line().nearest(n.place).chainage.metres();
    d.known = letter.known;
    dossiers_.push_back(d);
  }
  dossiers_[report].last = static_cast<std::uint32_t>(record_.observations.size());
  std::int32_t before = -1;
  if (letter.origin.incident >= 0) {
    Sense& sense = senses_[static_cast<std::size_t>(letter.origin.incident)];
    before = sense.last_observation;
    sense.last_observation = static_cast<std::int32_t>(record_.observations.size());
  }
  previous_.push_back(before);
  record_.observations.push_back(Observation{letter.origin.incident, letter.origin.sensor, report, n.at,
                                             letter.known, n.channel, n.kind, n.place, n.along, n.across});
  if (n.channel != Channel::Claim && picture_wanted_)
    picture_.reported(dossiers_[report].chainage, letter.known);
  if (n.publishable && n.channel != Channel::Claim)
    dossiers_[report].evident = std::min(dossiers_[report].evident, letter.known);
  check_verified(report, letter.known);
  if (letter.names_scene) ask_for_visit(report, letter);
  return report;
}

void Simulation::State::check_verified(std::uint32_t report, SimTime now) {
  Dossier& d = dossiers_[report];
  if (d.verification != Verification::None) return;
  Fusion::Event const& e = fusion_.events()[report];
  EvidenceSpec const& rules = world_.spec().evidence;
  if (e.recognised && rules.recognition_verifies) {
    d.verification = Verification::Recognition;
  } else if (e.several_platforms && e.seen && rules.second_source_verifies) {
    d.verification = Verification::TwoSources;
  } else {
    return;
  }
  d.verified = now;
}

}  // namespace ceaseline
