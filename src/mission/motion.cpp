#include "ceaseline/mission/motion.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

/// Milliseconds at the wheel after `since` ms of a leg with stops.
std::int64_t driven(Gait const& gait, std::int64_t since) {
  if (gait.stop_ms <= 0 || gait.drive_ms <= 0) return since;
  std::int64_t const cycle = gait.drive_ms + gait.stop_ms;
  std::int64_t const whole = since / cycle;
  return whole * gait.drive_ms + std::min(since - whole * cycle, gait.drive_ms);
}

/// The inverse: the first ms of a leg by which `drive` ms have been driven.
std::int64_t since_start(Gait const& gait, std::int64_t drive) {
  if (gait.stop_ms <= 0 || gait.drive_ms <= 0 || drive <= 0) return drive;
  return drive + (drive - 1) / gait.drive_ms * gait.stop_ms;
}

bool standing_at(Gait const& gait, std::int64_t since) {
  if (gait.stop_ms <= 0 || gait.drive_ms <= 0) return false;
  return since % (gait.drive_ms + gait.stop_ms) >= gait.drive_ms;
}

}  // namespace

Motion::Leg Motion::make_leg(double from, double to, Gait gait) {
  Leg leg{from, to, 0, 0};
  if (from == to) return leg;
  leg.drive_total =
      std::max<std::int64_t>(1, static_cast<std::int64_t>(std::abs(to - from) / gait.speed + 0.5));
  leg.length_ms = since_start(gait, leg.drive_total);
  return leg;
}

Motion Motion::standing(double at) {
  Motion m;
  m.first_ = Leg{at, at, 0, 0};
  return m;
}

Motion Motion::leg(SimTime start, double from, double to, Gait gait) {
  Motion m;
  m.start_ = start;
  m.gait_ = gait;
  m.first_ = make_leg(from, to, gait);
  return m;
}

Motion Motion::shuttle(SimTime start, double from, double first, double second, Gait gait, Duration dwell) {
  Motion m = leg(start, from, first, gait);
  m.back_ = make_leg(first, second, gait);
  m.dwell_ = dwell.count();
  m.period_ = 2 * (m.back_.length_ms + m.dwell_);
  return m;
}

Motion::State Motion::on_leg(Leg const& leg, Gait const& gait, std::int64_t since) {
  if (since <= 0) return {leg.from, false};
  if (since >= leg.length_ms) return {leg.to, false};
  double const share = static_cast<double>(driven(gait, since)) / static_cast<double>(leg.drive_total);
  return {leg.from + share * (leg.to - leg.from), !standing_at(gait, since)};
}

Motion::State Motion::at(SimTime t) const {
  std::int64_t since = (t - start_).count();
  if (since < first_.length_ms || period_ == 0) return on_leg(first_, gait_, since);
  since = (since - first_.length_ms) % period_ - dwell_;
  if (since < back_.length_ms) return on_leg(back_, gait_, since);
  Leg const forth{back_.to, back_.from, back_.drive_total, back_.length_ms};
  return on_leg(forth, gait_, since - back_.length_ms - dwell_);
}

std::uint64_t Motion::leg_number(SimTime t) const { return piece_at(std::max(t, start_)).number; }

Motion::Piece Motion::leg_piece(Leg const& leg, Gait const& gait, SimTime from, std::uint64_t number) {
  return Piece{from, from + Duration{leg.length_ms}, leg.from, leg.to, gait, number};
}

Motion::Piece Motion::piece_at(SimTime t) const {
  SimTime const arrived = first_leg_end();
  if (t < arrived) return leg_piece(first_, gait_, start_, 0);
  if (period_ == 0) return Piece{arrived, never, first_.to, first_.to, gait_, 0};
  std::int64_t const since = (t - arrived).count();
  std::int64_t const round = since / period_;
  std::int64_t within = since - round * period_;
  SimTime from = arrived + Duration{round * period_};
  auto number = static_cast<std::uint64_t>(round) * 2;
  Leg there = back_;
  if (within >= dwell_ + back_.length_ms) {
    within -= dwell_ + back_.length_ms;
    from += Duration{dwell_ + back_.length_ms};
    ++number;
    there = Leg{back_.to, back_.from, back_.drive_total, back_.length_ms};
  }
  if (within < dwell_) return Piece{from, from + Duration{dwell_}, there.from, there.from, gait_, number};
  return leg_piece(there, gait_, from + Duration{dwell_}, number + 1);
}

Motion::State Motion::Piece::at(SimTime t) const {
  if (start == end) return {start, false};
  Leg const leg{start, end, std::max<std::int64_t>(1, driven(gait, (to - from).count())),
                (to - from).count()};
  return on_leg(leg, gait, (t - from).count());
}

SimTime Motion::Piece::first_within(double low, double high, SimTime t) const {
  SimTime const begin = std::max(t, from);
  if (begin >= to) return never;
  double const here = at(begin).chainage;
  if (here >= low && here <= high) return begin;
  bool const up = end > start;
  double const entry = up ? low : high;
  bool const ahead = up ? (here < low && end >= low) : (here > high && end <= high);
  if (start == end || !ahead) return never;
  auto const drive_total = static_cast<double>(driven(gait, (to - from).count()));
  double const drive = (entry - start) / (end - start) * drive_total;
  auto const ms = static_cast<std::int64_t>(std::ceil(drive - 1e-6));
  SimTime const when = from + Duration{since_start(gait, ms)};
  return when < to ? std::max(when, begin) : never;
}

}  // namespace ceaseline
