#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

double in_days(double gap) { return gap * static_cast<double>(one_day.count()); }

}  // namespace

/// A stream of false alarms of its own for every sensor that has any.
void Simulation::State::draw_alarms() {
  alarms_.clear();
  next_alarm_ = 0;
  if (alarm_kinds_.empty()) return;
  for (std::uint32_t s = 0; s < watches_.size(); ++s) {
    double const rate = mission_.sensors()[s].sensor->false_alarms_per_day();
    // A satellite looks now and then; a rate by day says nothing of it.
    if (!(rate > 0) || watches_[s].always_off) continue;
    double t = 0;
    for (std::uint64_t turn = 0;; ++turn) {
      t += in_days(exponential(draws_.at(purpose::false_alarm, watches_[s].key, turn).open_unit()) / rate);
      if (t >= static_cast<double>(world_.spec().period.length.count())) break;
      alarms_.push_back({at_ms(static_cast<std::int64_t>(t)), s, turn});
    }
  }
  std::sort(alarms_.begin(), alarms_.end(),
            [](Alarm const& a, Alarm const& b) { return a.at != b.at ? a.at < b.at : a.sensor < b.sensor; });
  if (!alarms_.empty()) queue_.set(alarm_slot(), alarms_.front().at, sighting_third);
}

/// It looks like an act of one of the kinds, somewhere within half of the sensor's reach, and is treated like
/// one.
void Simulation::State::alarm_rings(SimTime now) {
  Alarm const alarm = alarms_[next_alarm_++];
  if (next_alarm_ < alarms_.size()) queue_.set(alarm_slot(), alarms_[next_alarm_].at, sighting_third);
  Watch const& w = watches_[alarm.sensor];
  Mounted const& m = mission_.sensors()[alarm.sensor];
  Sense nobody;
  Point from = w.place;
  if (w.team >= 0) {
    auto const i = static_cast<std::uint32_t>(w.team);
    if (!teams_[i].watches()) return;
    from = place_of(i, now);
  } else if (!in_order(alarm.sensor, now, nobody)) {
    return;
  }
  double total = 0;
  for (std::uint16_t const k : alarm_kinds_) total += world_.kinds()[k].share_of_acts;
  double left = draws_.at(purpose::false_alarm, w.key, alarm.turn).unit(1) * total;
  std::uint16_t kind = alarm_kinds_.front();
  for (std::uint16_t const k : alarm_kinds_) {
    kind = k;
    left -= world_.kinds()[k].share_of_acts;
    if (left < 0) break;
  }
  Sky const sky = sky_at(world_.line().nearest(from).chainage.metres(), now);
  double const reach = 0.5 * std::max(0.0, w.table->curve(kind, sky, false, w.town).reach);
  Block const where = draws_.at(purpose::false_place, w.key, alarm.turn);
  // Along and across where it looks, so that mirrored worlds have mirrored alarms.
  Point ahead = w.team < 0 ? w.heading : Point{0, w.side == Side::A ? -1.0 : 1.0};
  double const forth = where.unit() * reach;
  double const aside =
      (2 * where.unit(1) - 1) * (w.looks_one_way ? 0.3 * forth : reach) * (w.side == Side::A ? 1 : -1);
  Letter letter;
  letter.known = now;
  letter.origin = {-1, static_cast<std::int32_t>(alarm.sensor)};
  Notice& n = letter.notice;
  n.at = now;
  n.channel = w.channel;
  n.platform = m.platform;
  n.place = {from.x + forth * ahead.x - aside * ahead.y, from.y + forth * ahead.y + aside * ahead.x};
  double const range = std::sqrt(squared_distance(n.place, from));
  if (range > 1) n.axis = {(n.place.x - from.x) / range, (n.place.y - from.y) / range};
  LocationError const error = m.sensor->location_error();
  n.along = std::max(least_error, error.along * range);
  n.across = std::max(least_error, error.across.radians() * range);
  n.kind = kind;
  n.kind_right = m.sensor->kind_right();
  deliver(letter);
}

}  // namespace ceaseline
