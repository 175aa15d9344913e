#include "ceaseline/coverage/presence.hpp"

#include <algorithm>

#include "ceaseline/model/purpose.hpp"

namespace ceaseline {
namespace {

constexpr std::size_t remembered = 16;

double real(SimTime t) { return static_cast<double>(ms_of(t)); }

/// Milliseconds at the wheel of a leg with stops that takes `length` ms and does not end in a stop.
double at_the_wheel(double length, Gait const& gait) {
  auto const drive = static_cast<double>(gait.drive_ms);
  double const cycle = drive + static_cast<double>(gait.stop_ms);
  double const whole = static_cast<double>(static_cast<std::int64_t>(length / cycle));
  return whole * drive + std::min(length - whole * cycle, drive);
}

Course::Piece piece_of(Motion::Piece const& p, SimTime since) {
  Course::Piece piece{real(p.from) - real(since), real(p.to) - real(since), p.start, p.end, 0, 0, 0};
  if (p.start == p.end) return piece;
  double const length = piece.to - piece.from;
  bool const stops = p.gait.stop_ms > 0 && p.gait.drive_ms > 0;
  piece.driven = stops ? at_the_wheel(length, p.gait) : length;
  piece.drive = stops ? static_cast<double>(p.gait.drive_ms) : piece.driven;
  piece.stop = stops ? static_cast<double>(p.gait.stop_ms) : 0;
  return piece;
}

/// A motion as a course; what it does before its start is to stand for `waits` ms.
Course course_of(Motion const& motion, double waits) {
  Course c;
  SimTime const start = motion.begins();
  SimTime const there = motion.first_leg_end();
  Motion::Piece const way = motion.piece_at(start);
  double const begin = way.start;
  if (waits > 0) c.first.push_back({-waits, 0, begin, begin, 0, 0, 0});
  if (there > start) c.first.push_back(piece_of(way, start));
  c.arrives = real(there) - real(start);
  Motion::Piece next = motion.piece_at(there);
  if (next.to >= Motion::never) {
    c.first.push_back({c.arrives, real(Motion::never), next.start, next.start, 0, 0, 0});
  } else {
    // A stand and a leg, there and back; stands of no length are left out by the motion.
    double const from = next.start;
    bool away = false;
    for (SimTime at = there;;) {
      next = motion.piece_at(at);
      if (next.to <= at) break;
      if (next.start != from || next.end != next.start) away = true;
      c.round.push_back(piece_of(next, there));
      at = next.to;
      if (away && next.end == from && next.start != next.end) break;
    }
    c.period = c.round.back().to;
  }
  c.low = c.high = begin;
  for (auto const* pieces : {&c.first, &c.round}) {
    for (Course::Piece const& p : *pieces) {
      c.low = std::min({c.low, p.start, p.end});
      c.high = std::max({c.high, p.start, p.end});
    }
  }
  return c;
}

}  // namespace

void Presence::add(std::uint32_t team, Motion const& motion, double from, double to) {
  if (from >= to) return;
  OfTeam& of = teams_[team];
  Course course = course_of(motion, std::max(0.0, real(motion.begins()) - from));
  // Regular rounds come again soon; looking further back would cost more than solving a course twice.
  std::size_t const last = of.courses.size() > remembered ? of.courses.size() - remembered : 0;
  auto const back = of.courses.rend() - static_cast<std::ptrdiff_t>(last);
  auto const known = std::find(of.courses.rbegin(), back, course);
  std::size_t index = of.courses.size();
  if (known != back) {
    index = static_cast<std::size_t>(of.courses.rend() - known) - 1;
  } else {
    of.low = of.courses.empty() ? course.low : std::min(of.low, course.low);
    of.high = of.courses.empty() ? course.high : std::max(of.high, course.high);
    of.courses.push_back(std::move(course));
  }
  of.stays.push_back({from, to, real(motion.begins()), index});
}

void Presence::add_passes(World const& world, Mission const& mission, Draws const* draws) {
  passes_.resize(mission.sensors().size());
  for (std::size_t i = 0; i < passes_.size(); ++i) {
    Mounted const& m = mission.sensors()[i];
    if (m.satellite < 0) continue;
    SatelliteSpec const& spec = mission.spec().satellites[static_cast<std::size_t>(m.satellite)];
    std::int64_t n = 0;
    for (SimTime t{spec.first}; t < world.end(); t += spec.revisit, ++n) {
      if (m.off_watch.contains(t)) continue;
      auto const after = std::upper_bound(weather_.begin(), weather_.end(), real(t),
                                          [](double at, Air const& a) { return at < a.from; });
      double const cloud = world.weather_states()[std::prev(after)->state].cloud;
      bool const overcast = draws != nullptr && !spec.through_cloud &&
                            draws->at(purpose::cloud, m.key, static_cast<std::uint64_t>(n)).unit() < cloud;
      if (!overcast) passes_[i].push_back(n);
    }
  }
}

Presence Presence::planned(World const& world, Mission const& mission) {
  Presence p;
  p.teams_.resize(mission.teams().size());
  for (std::uint32_t i = 0; i < mission.teams().size(); ++i) {
    Team const& t = mission.teams()[i];
    double const low = t.lane.from.metres();
    double const high = t.lane.to.metres();
    bool const from_high =
        t.base >= 0 &&
        mission.bases()[static_cast<std::size_t>(t.base)].at.chainage.metres() > 0.5 * (low + high);
    double const near_end = from_high ? high : low;
    double const far_end = from_high ? low : high;
    for (Span const& route : t.routes) {
      SimTime const start = t.always_out ? route.from + t.first_leg_after : route.from;
      p.add(i,
            high > low ? Motion::shuttle(start, near_end, far_end, near_end, t.gait, t.dwell)
                       : Motion::standing(low),
            real(route.from), real(route.to));
    }
  }
  for (Mounted const& m : mission.sensors()) {
    p.out_of_order_.push_back(m.shut | m.off_watch | m.disrupted);
    p.up_.push_back(m.team < 0 && m.satellite < 0 ? m.up : 1);
  }
  p.weather_ = {{0, world.clearest_weather()}};
  p.add_passes(world, mission, nullptr);
  return p;
}

Presence Presence::lived(World const& world, Mission const& mission, Simulation const& run, Draws draws) {
  Presence p;
  p.teams_.resize(mission.teams().size());
  for (Track const& t : run.tracks()) p.add(t.team, t.motion, real(t.from), real(t.to));
  for (std::size_t i = 0; i < mission.sensors().size(); ++i) p.out_of_order_.push_back(run.out_of_order(i));
  p.up_.assign(mission.sensors().size(), 1);
  for (SimTime t{}; t < world.end(); t += world.spec().weather.step) {
    std::uint8_t const state = run.weather().at(t);
    if (p.weather_.empty() || p.weather_.back().state != state) p.weather_.push_back({real(t), state});
  }
  p.add_passes(world, mission, &draws);
  return p;
}

}  // namespace ceaseline
