#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {

Stretch seen_in_pass(SatelliteSpec const& spec, Length line, std::int64_t n) {
  if (spec.swath <= Length{} || spec.swath >= line) return {Length{}, line};
  auto const pieces = static_cast<std::int64_t>(std::ceil(line / spec.swath));
  Length const from = spec.swath * static_cast<double>(n % pieces);
  return {from, std::min(line, from + spec.swath)};
}

/// An image of it by the same satellite is with the analyst.
bool Simulation::State::on_its_way(std::uint32_t incident, std::uint32_t sensor) const {
  return std::any_of(letters_.begin(), letters_.end(), [&](Letter const& l) {
    return l.origin.incident == static_cast<std::int32_t>(incident) &&
           l.origin.sensor == static_cast<std::int32_t>(sensor);
  });
}

/// A pass looks at everything that stands in its stretch at that instant; the analyst's word comes hours
/// later.
void Simulation::State::satellite_passes(std::uint32_t i, SimTime now) {
  std::uint32_t const sensor = satellites_[i];
  Watch const& w = watches_[sensor];
  SatelliteSpec const& spec =
      mission_.spec().satellites[static_cast<std::size_t>(mission_.sensors()[sensor].satellite)];
  std::int64_t const n = (now - SimTime{spec.first}) / spec.revisit;
  if (now + spec.revisit < world_.end()) queue_.set(satellite_slot(i), now + spec.revisit, sighting_third);
  if (mission_.sensors()[sensor].off_watch.contains(now)) return;
  Stretch const seen = seen_in_pass(spec, world_.line().length(), n);
  double const cloud = world_.weather_states()[weather_.at(now)].cloud;
  bool const overcast =
      !spec.through_cloud && draws_.at(purpose::cloud, w.key, static_cast<std::uint64_t>(n)).unit() < cloud;
  for (Object const& o : objects_) {
    Incident const& incident = record_.incidents[o.incident];
    if (o.end <= now || incident.chainage < seen.from.metres() || incident.chainage > seen.to.metres())
      continue;
    DetectionTable::Curve const& curve = w.table->curve(incident.kind, sky_at(incident.chainage, now), false);
    if (curve.reach_squared < 0 || observed_by(o.incident, sensor) || on_its_way(o.incident, sensor))
      continue;
    if (overcast) {
      senses_[o.incident].hidden_in_reach = true;
      continue;
    }
    senses_[o.incident].in_reach = true;
    Key const pass = key_of(incident.key, static_cast<std::uint64_t>(n));
    if (!(draws_.at(purpose::notice_object, w.key, pass.value).unit() < curve.chance[0])) continue;
    Candidate const c{sensor, -1, curve.chance[0], 0, curve.recognises > 0};
    Letter letter;
    double const u = draws_.at(purpose::latency, w.key, pass.value).unit();
    letter.known = now + spec.latency_shortest +
                   Duration{static_cast<std::int64_t>(
                       u * static_cast<double>((spec.latency_longest - spec.latency_shortest).count()))};
    if (letter.known >= world_.end()) continue;
    fill(letter.notice, c, incident, now, incident.place);
    letter.notice.publishable = spec.publishable;
    letter.origin = {static_cast<std::int32_t>(o.incident), static_cast<std::int32_t>(sensor)};
    point_out_scene(letter, o.incident);
    Fate& fate = record_.fates[o.incident];
    if (fate.acts_noticed == 0) fate.first_notice = now;
    fate.acts_noticed = fate.acts_seen = 1;
    fate.last_notice = now;
    post(letter);
  }
}

}  // namespace ceaseline
