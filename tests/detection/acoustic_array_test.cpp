#include "ceaseline/detection/acoustic_array.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/detection/builtin_sensors.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

TEST(AcousticArray, HearsAsFarAsItsFactorTimesAnEar) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  AcousticArray const array;
  EXPECT_EQ(array.channel(), Channel::Sound);
  EXPECT_EQ(array.field_of_view(), Angle::degrees(360));
  EXPECT_NEAR(array.detects(loud, plain_day(), Length::kilometres(8)), 0.96 * std::exp(-1.0), 1e-12);
  EXPECT_NEAR(array.detects(loud, plain_night(), Length::kilometres(11.2)), 0.96 * std::exp(-1.0), 1e-12);
  // Located far better than by ear.
  EXPECT_LT(array.location_error().along * 5, Ear{}.location_error().along);
  EXPECT_LT(array.location_error().across * 5, Ear{}.location_error().across);
}

TEST(AcousticArray, WindBeyondItsLimitAndATownShrinkItsRange) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  AcousticArray array;
  array.wind_limit = Speed::metres_per_second(10);
  array.wind_factor = 0.25;
  Conditions windy = plain_day();
  windy.air.wind = Speed::metres_per_second(10);
  EXPECT_EQ(array.reach(loud, windy), array.reach(loud, plain_day())) << "at the limit, not beyond it";
  windy.air.wind = Speed::metres_per_second(10.1);
  EXPECT_NEAR(array.reach(loud, windy) / array.reach(loud, plain_day()), 0.25, 1e-12);
  windy.town = true;
  windy.sensing.town_listening = 0.6;
  EXPECT_NEAR(array.reach(loud, windy) / array.reach(loud, plain_day()), 0.15, 1e-12);
}

}  // namespace
}  // namespace ceaseline
