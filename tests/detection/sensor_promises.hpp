#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "ceaseline/detection/detection_table.hpp"
#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// Kinds that between them ask everything a sensor's chance may depend on. The first is loud and flashes.
inline std::vector<ViolationKind> all_sorts_of_kinds() {
  ViolationKind loud;
  loud.id = "loud";
  loud.heard_by_day = Length::kilometres(5);
  loud.heard_by_night = Length::kilometres(7);
  loud.seen_by_day = Length::kilometres(3);
  loud.seen_by_night = Length::kilometres(4);
  ViolationKind silent;
  silent.id = "silent";
  ViolationKind by_day = loud;
  by_day.id = "by day";
  by_day.heard_by_night = by_day.seen_by_night = Length{};
  ViolationKind weapon = loud;
  weapon.id = "weapon";
  weapon.object = true;
  weapon.trace = 0.5;
  ViolationKind trench = weapon;
  trench.id = "trench";
  trench.trace = 3;
  return {loud, silent, by_day, weapon, trench};
}

/// Three states of the weather, each worse in everything than the one before; by id in this order.
inline std::vector<WeatherState> worsening_weather() {
  WeatherState clear;
  clear.id = "a-clear";
  WeatherState haze;
  haze.id = "b-haze";
  haze.visibility = Length::kilometres(4);
  haze.wind = Speed::metres_per_second(7);
  haze.cloud = 0.4;
  haze.listening = 0.8;
  WeatherState storm;
  storm.id = "c-storm";
  storm.visibility = Length::kilometres(0.8);
  storm.wind = Speed::metres_per_second(20);
  storm.cloud = 1;
  storm.listening = 0.4;
  return {clear, haze, storm};
}

/// A short straight line with a town, a moon that matters, and that weather.
inline WorldSpec all_sorts_of_conditions() {
  WorldSpec w;
  w.line.straight = Length::kilometres(10);
  w.period.start = UtcTime{std::chrono::sys_days{std::chrono::year{2021} / 1 / 1}};
  w.period.length = one_day;
  w.violations.kinds = all_sorts_of_kinds();
  w.sensing.moonless_seeing = 0.5;
  w.sensing.town_listening = 0.6;
  w.weather.states = worsening_weather();
  SeasonSpec year{"year", 1, 0.5, {}};
  for (WeatherState const& s : w.weather.states) year.shares.push_back({s.id, 1});
  w.weather.seasons = {year};
  TownSpec town;
  town.id = "town";
  town.radius = Length::kilometres(1);
  w.towns = {town};
  return w;
}

inline World world_of(WorldSpec spec) {
  Line line = Line::straight(spec.line.straight, Frame(LonLat{spec.line.centre_lon, spec.line.centre_lat}));
  return World(std::move(spec), std::move(line));
}

/// By day, standing, in the open, in clear and calm air.
inline Conditions plain_day() { return {}; }
inline Conditions plain_night() {
  Conditions c;
  c.light = Light::Night;
  return c;
}

/// Ranges that a promise is tried at: everywhere, and on both sides of the reach.
inline std::vector<double> ranges_around(double reach) {
  std::vector<double> all{reach, reach * (1 + 1e-9) + 1e-6};
  for (double m = 0; m < 50'000; m = m * 1.05 + 10) all.push_back(m);
  std::sort(all.begin(), all.end());
  return all;
}

/// What every sensor promises (detection/sensor.hpp) of one kind under one set of conditions, and that the
/// table keeps to it. \param off  how far the table may be from the sensor's own answer
inline void expect_keeps_promises(Sensor const& sensor, ViolationKind const& kind, Conditions const& there,
                                  DetectionTable::Curve const& curve, double off) {
  double const reach = sensor.reach(kind, there).metres();
  EXPECT_LE(sensor.recognises(kind, there).metres(), reach);
  EXPECT_LE(sensor.identifies(kind, there).metres(), reach);
  EXPECT_GE(sensor.recognises(kind, there), Length{});
  EXPECT_GE(sensor.identifies(kind, there), Length{});
  EXPECT_EQ(curve.recognises, sensor.recognises(kind, there).metres());
  EXPECT_EQ(curve.identifies, sensor.identifies(kind, there).metres());
  double nearer = 1;
  for (double const m : ranges_around(reach)) {
    double const p = sensor.detects(kind, there, Length::metres(m));
    EXPECT_EQ(p, sensor.detects(kind, there, Length::metres(m))) << "not pure at " << m << " m";
    EXPECT_GE(p, 0) << "at " << m << " m";
    EXPECT_LE(p, nearer) << "notices better from further away, at " << m << " m";
    nearer = p;
    if (m > reach) {
      EXPECT_EQ(p, 0) << "beyond its reach, at " << m << " m";
      EXPECT_GT(m * m, curve.reach_squared);
    } else if (p > 0) {
      ASSERT_LE(m * m, curve.reach_squared) << "table ends too soon, at " << m << " m";
      EXPECT_NEAR(curve.at_squared(m * m), p, m < 0.98 * curve.reach ? off : std::max(off, 1e-3))
          << "table at " << m << " m";
    }
  }
}

/// That worse weather never helps.
inline void expect_never_better(Sensor const& sensor, ViolationKind const& kind, Conditions const& good,
                                Conditions const& bad) {
  EXPECT_LE(sensor.reach(kind, bad), sensor.reach(kind, good));
  EXPECT_LE(sensor.recognises(kind, bad), sensor.recognises(kind, good));
  EXPECT_LE(sensor.identifies(kind, bad), sensor.identifies(kind, good));
  for (double m = 0; m < 50'000; m = m * 1.2 + 10) {
    EXPECT_LE(sensor.detects(kind, bad, Length::metres(m)), sensor.detects(kind, good, Length::metres(m)))
        << good.air.id << " to " << bad.air.id << ", at " << m << " m";
  }
}

/// All promises, for all kinds under all conditions.
inline void expect_keeps_sensor_promises(Sensor const& sensor, double off = 3e-4) {
  World const world = world_of(all_sorts_of_conditions());
  DetectionTable const table(sensor, world);
  for (std::size_t k = 0; k < world.kinds().size(); ++k) {
    ViolationKind const& kind = world.kinds()[k];
    for (int i = 0; i < 12; ++i) {
      bool const moonless = i / 4 == 2;
      Light const light = i / 4 == 0 ? Light::Day : Light::Night;
      bool const moving = i / 2 % 2 == 1;
      bool const town = i % 2 == 1;
      Conditions better;
      for (std::size_t w = 0; w < world.weather_states().size(); ++w) {
        Conditions const there{
            light, moonless, moving, town, world.weather_states()[w], world.spec().sensing};
        SCOPED_TRACE(kind.id + ", " + name(light) + (moonless ? " moonless" : "") +
                     (moving ? ", moving" : "") + (town ? ", town" : "") + ", " + there.air.id);
        expect_keeps_promises(
            sensor, kind, there,
            table.curve(k, Sky{light, moonless, static_cast<std::uint8_t>(w)}, moving, town), off);
        if (w > 0) expect_never_better(sensor, kind, better, there);
        better = there;
      }
    }
  }
  LocationError const error = sensor.location_error();
  EXPECT_GT(error.along, 0);
  EXPECT_GT(error.across, Angle{});
  EXPECT_GT(sensor.field_of_view(), Angle{});
  EXPECT_GE(sensor.kind_right(), 0);
  EXPECT_LE(sensor.kind_right(), 1);
  EXPECT_GE(sensor.false_alarms_per_day(), 0);
}

}  // namespace ceaseline
