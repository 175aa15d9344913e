#include "ceaseline/detection/detection_table.hpp"

#include <gtest/gtest.h>

#include <string>

#include "ceaseline/detection/acoustic_array.hpp"
#include "ceaseline/detection/builtin_sensors.hpp"
#include "ceaseline/detection/drone_camera.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

/// Counts how often it is asked.
struct Counting : Eye {
  mutable int asked{0};
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override {
    ++asked;
    return Eye::detects(kind, there, range);
  }
};

constexpr Sky day{Light::Day, false, 0};
constexpr Sky night{Light::Night, false, 0};
constexpr Sky moonless{Light::Night, true, 0};

TEST(DetectionTable, RangeWhereInvertsTheTable) {
  DetectionTable const table(Eye{}, world_of(all_sorts_of_conditions()));
  DetectionTable::Curve const& curve = table.curve(0, day, false);
  for (double p = 0.01; p < 0.9; p += 0.07) {
    double const range = curve.range_where(p);
    EXPECT_NEAR(curve.at_squared(range * range), p, 1e-9);
  }
  EXPECT_LT(curve.range_where(0.95), 0) << "no range is near enough";
  EXPECT_LT(table.curve(1, day, false).range_where(0.1), 0) << "the silent kind is never noticed";
}

TEST(DetectionTable, ReachIsTheGreatestOfAllWeather) {
  WorldSpec spec = all_sorts_of_conditions();
  World const world = world_of(spec);
  Ear const ear;
  DetectionTable const table(ear, world);
  EXPECT_EQ(table.reach(0, Light::Day), ear.reach(world.kinds()[0], plain_day()).metres());
  EXPECT_EQ(table.reach(0, Light::Night), ear.reach(world.kinds()[0], plain_night()).metres());
  EXPECT_LT(table.reach(1, Light::Day), 0) << "the silent kind";
  EXPECT_LT(table.reach(2, Light::Night), 0) << "heard by day only";
}

TEST(DetectionTable, AsksOnlyWhatCanOccur) {
  WorldSpec spec = all_sorts_of_conditions();
  spec.violations.kinds.resize(1);
  Counting eye;
  DetectionTable const full(eye, world_of(spec));
  int const full_asked = eye.asked;
  EXPECT_GE(full_asked, 36 * 65) << "3 lights, 3 kinds of weather, moving or not, town or not";
  // An eye cares for neither motion nor town. By a moonless night it sees 3.8 km anyway, which haze leaves
  // it.
  EXPECT_EQ(full.curves(), 3U * 3U - 1U);

  spec.towns.clear();
  spec.sensing.moonless_seeing = 1;
  for (WeatherState& w : spec.weather.states) {
    WeatherState clear;
    clear.id = w.id;
    w = clear;
  }
  eye.asked = 0;
  DetectionTable const plain(eye, world_of(spec));
  EXPECT_LE(eye.asked, 4 * 66) << "day or night, moving or not";
  EXPECT_EQ(plain.curves(), 2U);
  // What cannot occur has the curve of the plain condition.
  EXPECT_EQ(&plain.curve(0, moonless, true, true), &plain.curve(0, night, true, false));
  EXPECT_EQ(&plain.curve(0, Sky{Light::Day, false, 2}, false, false), &plain.curve(0, day, false, false));
  EXPECT_NE(&plain.curve(0, day, false), &plain.curve(0, night, false));
}

TEST(DetectionTable, TellsWeatherApartByEveryFigure) {
  WorldSpec spec = all_sorts_of_conditions();
  WeatherState haze;
  haze.id = "b-haze";
  haze.visibility = Length::kilometres(1);
  WeatherState wind;
  wind.id = "c-wind";
  wind.wind = Speed::metres_per_second(20);
  WeatherState cloud;
  cloud.id = "d-cloud";
  cloud.cloud = 1;
  WeatherState rain;
  rain.id = "e-rain";
  rain.listening = 0.5;
  spec.weather.states = {spec.weather.states.front(), haze, wind, cloud, rain};
  spec.weather.seasons.front().shares = {
      {"a-clear", 1}, {"b-haze", 1}, {"c-wind", 1}, {"d-cloud", 1}, {"e-rain", 1}};
  World const world = world_of(spec);
  // Whether a sensor's reach in each state is less than in clear air.
  auto const worse_in = [&](Sensor const& sensor) {
    DetectionTable const table(sensor, world);
    std::string worse;
    for (std::size_t w = 1; w < world.weather_states().size(); ++w) {
      bool const less = table.curve(0, Sky{Light::Day, false, static_cast<std::uint8_t>(w)}, false).reach <
                        table.curve(0, day, false).reach;
      worse += less ? world.weather_states()[w].id + " " : "";
    }
    return worse;
  };
  EXPECT_EQ(worse_in(Ear{}), "e-rain ");
  EXPECT_EQ(worse_in(Eye{}), "b-haze ");
  EXPECT_EQ(worse_in(AcousticArray{}), "c-wind e-rain ");
  EXPECT_EQ(worse_in(DroneCamera{}), "b-haze d-cloud ");
}

}  // namespace
}  // namespace ceaseline
