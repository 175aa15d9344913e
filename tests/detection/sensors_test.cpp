#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/base/silent_fields.hpp"
#include "ceaseline/detection/builtin_sensors.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

double const after_one_range = 0.9 * std::exp(-1.0);

TEST(Sensors, EveryBuiltInOneKeepsTheirPromises) {
  SensorRegistry const registry = builtin_sensors();
  ASSERT_EQ(registry.entries().size(), 8U);
  for (auto const& entry : registry.entries()) {
    SCOPED_TRACE(entry.name);
    SilentFields defaults;
    auto const sensor = entry.make(defaults);
    if (auto* definite = dynamic_cast<Definite*>(sensor.get())) definite->range = Length::kilometres(2);
    expect_keeps_sensor_promises(*sensor);
  }
}

TEST(Sensors, ChanceFallsTo37PercentAtTheDistanceOfTheKind) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Ear const ear;
  EXPECT_NEAR(ear.detects(loud, plain_day(), Length::kilometres(5)), after_one_range, 1e-12);
  EXPECT_NEAR(ear.detects(loud, plain_day(), Length{}), 0.9, 1e-12);
  // By night it hears 7 km.
  EXPECT_NEAR(ear.detects(loud, plain_night(), Length::kilometres(7)), after_one_range, 1e-12);
  // The chance at the reach is one in a thousand.
  EXPECT_NEAR(chance_at(0.9, Length::kilometres(5), ear.reach(loud, plain_day()) * 0.9999), 0.001, 2e-5);
}

TEST(Sensors, EverythingThatShortensHearingMultiplies) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Ear const ear;
  Conditions moving = plain_day();  // the ear's range is a fifth: 1 km by day
  moving.moving = true;
  EXPECT_NEAR(ear.detects(loud, moving, Length::kilometres(1)), after_one_range, 1e-12);
  Conditions town = plain_day();
  town.town = true;
  town.sensing.town_listening = 0.6;
  EXPECT_NEAR(ear.detects(loud, town, Length::kilometres(3)), after_one_range, 1e-12);
  town.town = false;
  EXPECT_NEAR(ear.detects(loud, town, Length::kilometres(5)), after_one_range, 1e-12);
  Conditions all = moving;
  all.town = true;
  all.sensing.town_listening = 0.6;
  all.sensing.listening_range = 1.5;
  all.air.listening = 0.5;
  EXPECT_NEAR(ear.detects(loud, all, Length::kilometres(5 * 0.2 * 0.6 * 1.5 * 0.5)), after_one_range, 1e-12);
}

TEST(Sensors, TheEyeSeesNoFartherThanTheAirLetsIt) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Eye const eye;
  Conditions haze = plain_day();
  haze.air.visibility = Length::kilometres(2);
  EXPECT_EQ(eye.reach(loud, haze), Length::kilometres(2));
  EXPECT_EQ(eye.detects(loud, haze, Length::kilometres(2)),
            eye.detects(loud, plain_day(), Length::kilometres(2)));
  EXPECT_GT(eye.detects(loud, plain_day(), Length::kilometres(2.001)), 0.5);
  EXPECT_EQ(eye.detects(loud, haze, Length::kilometres(2.001)), 0);
  haze.air.visibility = Length::kilometres(100);
  EXPECT_EQ(eye.reach(loud, haze), eye.reach(loud, plain_day()));
}

TEST(Sensors, TheEyeMissesTheMoonByNightOnly) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Eye const eye;
  Conditions dark = plain_night();
  dark.moonless = true;
  dark.sensing.moonless_seeing = 0.5;
  EXPECT_NEAR(eye.detects(loud, dark, Length::kilometres(2)), after_one_range, 1e-12);
  dark.moonless = false;
  EXPECT_NEAR(eye.detects(loud, dark, Length::kilometres(4)), after_one_range, 1e-12);
}

}  // namespace
}  // namespace ceaseline
