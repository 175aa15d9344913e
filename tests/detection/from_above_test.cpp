#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/detection/drone_camera.hpp"
#include "ceaseline/detection/satellite_imager.hpp"
#include "sensor_promises.hpp"

// Sensors that look down: what lies beside their path within half a swath is looked at, nothing else.

namespace ceaseline {
namespace {

ViolationKind kind_called(std::string const& id) {
  for (ViolationKind const& k : all_sorts_of_kinds()) {
    if (k.id == id) return k;
  }
  throw std::logic_error(id);
}

TEST(DroneCamera, SeesWhatLiesInItsSwathAndNothingBeside) {
  DroneCamera drone;
  drone.swath = Length::kilometres(2);
  drone.close = 0.7;
  drone.object_chance = 0.6;
  for (double const m : {0.0, 500.0, 1000.0}) {
    EXPECT_EQ(drone.detects(kind_called("loud"), plain_day(), Length::metres(m)), 0.7);
    EXPECT_EQ(drone.detects(kind_called("weapon"), plain_day(), Length::metres(m)), 0.6 * 0.5);
    EXPECT_EQ(drone.detects(kind_called("trench"), plain_day(), Length::metres(m)), 1) << "0.6 x 3, cut";
    EXPECT_EQ(drone.detects(kind_called("silent"), plain_day(), Length::metres(m)), 0) << "no flash";
  }
  EXPECT_EQ(drone.detects(kind_called("loud"), plain_day(), Length::metres(1000.1)), 0);
  EXPECT_EQ(drone.reach(kind_called("loud"), plain_day()), Length::kilometres(1));
  EXPECT_EQ(drone.recognises(kind_called("weapon"), plain_day()), Length::metres(550));
  EXPECT_EQ(drone.identifies(kind_called("weapon"), plain_day()), Length{});
  expect_keeps_sensor_promises(drone);
}

TEST(DroneCamera, IsBlindAboveCloudAndThroughHazeSeesASlantOnly) {
  ViolationKind const weapon = kind_called("weapon");
  DroneCamera drone;
  drone.swath = Length::kilometres(2);
  drone.height = Length::kilometres(2.1);
  Conditions there = plain_day();
  there.air.cloud = 0.5;
  EXPECT_GT(drone.detects(weapon, there, Length{}), 0) << "at the limit";
  there.air.cloud = 0.51;
  EXPECT_EQ(drone.detects(weapon, there, Length{}), 0);
  EXPECT_EQ(drone.reach(weapon, there), Length{});
  EXPECT_EQ(drone.recognises(weapon, there), Length{});
  there.air.cloud = 0;
  there.air.visibility = Length::kilometres(2.2);
  EXPECT_NEAR(drone.reach(weapon, there).kilometres(), std::sqrt(2.2 * 2.2 - 2.1 * 2.1), 1e-12);
  there.air.visibility = Length::kilometres(2);
  EXPECT_EQ(drone.detects(weapon, there, Length{}), 0) << "the ground is not to be seen";
}

TEST(DroneCamera, OneForDaylightOnlyIsBlindByNight) {
  DroneCamera drone;
  drone.by_night = 0;
  EXPECT_EQ(drone.reach(kind_called("loud"), plain_night()), Length{});
  EXPECT_EQ(drone.detects(kind_called("loud"), plain_night(), Length{}), 0);
  EXPECT_GT(drone.detects(kind_called("loud"), plain_day(), Length{}), 0);
  expect_keeps_sensor_promises(drone);
}

TEST(SatelliteImager, FindsObjectsByTheirTraceAnywhereInTheStripAndNeverAnAct) {
  SatelliteImager image;
  image.swath = Length::kilometres(16);
  image.chance = 0.4;
  for (Conditions const& there : {plain_day(), plain_night()}) {
    for (double const km : {0.0, 4.0, 8.0}) {
      EXPECT_EQ(image.detects(kind_called("weapon"), there, Length::kilometres(km)), 0.4 * 0.5);
      EXPECT_EQ(image.detects(kind_called("trench"), there, Length::kilometres(km)), 1);
      EXPECT_EQ(image.detects(kind_called("loud"), there, Length::kilometres(km)), 0);
    }
    EXPECT_EQ(image.detects(kind_called("trench"), there, Length::kilometres(8.001)), 0);
    EXPECT_EQ(image.reach(kind_called("loud"), there), Length{});
  }
  EXPECT_EQ(image.recognises(kind_called("weapon"), plain_day()), Length{});
  image.recognise = true;
  EXPECT_EQ(image.recognises(kind_called("weapon"), plain_day()), Length::kilometres(8));
  EXPECT_EQ(image.recognises(kind_called("loud"), plain_day()), Length{});
  image.by_night = 0;
  EXPECT_EQ(image.detects(kind_called("weapon"), plain_night(), Length{}), 0) << "an optical image";
  EXPECT_EQ(image.reach(kind_called("weapon"), plain_night()), Length{});
  expect_keeps_sensor_promises(image);
}

}  // namespace
}  // namespace ceaseline
