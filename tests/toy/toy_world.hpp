#pragma once

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/detection/builtin_sensors.hpp"
#include "ceaseline/mission/simulation.hpp"
#include "ceaseline/model/hotspot_process.hpp"

namespace ceaseline::toy {

inline Length km(double v) { return Length::kilometres(v); }
inline Duration hours_of(double v) { return Duration{std::llround(v * 3.6e6)}; }
inline Speed kmh(double v) { return Speed::kilometres_per_hour(v); }

/// A kind that stays where it is for exactly `lasting` and is seen by passing it.
inline ViolationKind object_kind(Duration lasting) {
  ViolationKind k;
  k.id = "object";
  k.object = true;
  k.acts.mean = 1;
  k.duration = lasting;
  k.duration_law = DurationLaw::Fixed;
  return k;
}

/// A kind of single acts that are over at once, on the line.
inline ViolationKind shot_kind() {
  ViolationKind k;
  k.id = "shot";
  k.acts.mean = 1;
  k.duration = Duration{0};
  k.duration_law = DurationLaw::Fixed;
  k.heard_by_day = k.heard_by_night = km(3);
  k.seen_by_day = k.seen_by_night = km(2);
  return k;
}

/// A straight line with lanes on it, no sun in the clock, everything noticed alone: the textbook's world.
inline WorldSpec straight_world(Length line, Duration period, ViolationKind kind, double incidents_per_day) {
  WorldSpec w;
  w.line.straight = line;
  w.period.start = UtcTime{std::chrono::sys_days{std::chrono::year{2021} / 1 / 1}};
  w.period.length = period;
  w.period.local_time = Duration{0};
  w.lane_depth_a = w.lane_depth_b = Length{};
  w.sensing.moving_ear = 1;
  w.sensing.standing_share = 1;
  w.sensing.shared_luck = 0;
  w.violations.acts_per_day = incidents_per_day * kind.acts.mean;
  w.violations.clock = Clock::Flat;
  w.violations.kinds = {std::move(kind)};
  return w;
}

inline World build(WorldSpec spec) {
  Line line = Line::straight(spec.line.straight, Frame(LonLat{spec.line.centre_lon, spec.line.centre_lat}));
  return World(std::move(spec), std::move(line));
}

inline SensorSpec definite(Length range, Channel by = Channel::Sight) {
  auto s = std::make_shared<Definite>();
  s->range = range;
  s->by = by;
  return {"definite", s, "range " + std::to_string(range.metres()) + name(by)};
}

/// A design with one sensor, "watch", and nobody to carry it yet.
inline DesignSpec watchful(Length range) {
  DesignSpec d;
  d.id = "toy";
  d.driving.detour = 1;
  d.sensors["watch"] = definite(range);
  d.equipment.patrol_sensors = {"watch"};
  d.equipment.base_sensors.clear();
  return d;
}

/// A team that shuttles on [from, to] for ever.
inline TeamSpec shuttle(std::string id, Length from, Length to, Side side = Side::A) {
  TeamSpec t;
  t.id = std::move(id);
  t.side = side;
  t.from = from;
  t.to = to;
  t.always_out = true;
  return t;
}

inline Mission set_up(World const& world, DesignSpec design, std::vector<MapPlace> const& places = {}) {
  return Mission(world, places, std::move(design), builtin_policies());
}

inline Record live(World const& world, Mission const& mission, std::uint32_t replication = 0,
                   std::uint32_t seed = 7) {
  std::string const process = world.spec().violations.process;
  std::unique_ptr<ViolationProcess> made;
  if (process == "replay") {
    made = std::make_unique<ReplayProcess>();
  } else {
    made = std::make_unique<HotspotProcess>();
  }
  return simulate(world, *made, mission, Draws(seed, replication));
}

}  // namespace ceaseline::toy
