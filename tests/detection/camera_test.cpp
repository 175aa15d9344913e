#include "ceaseline/detection/camera.hpp"

#include <gtest/gtest.h>

#include "ceaseline/detection/builtin_sensors.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

TEST(Camera, InClearAirSeesTwiceAsFarAsAnEyeDownOneSector) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Camera const camera;
  EXPECT_EQ(camera.field_of_view(), Angle::degrees(60));
  EXPECT_EQ(camera.reach(loud, plain_day()), reach_of(0.9, Length::kilometres(6)));
  for (double m = 0; m < 15'000; m += 700) {
    EXPECT_EQ(camera.detects(loud, plain_day(), Length::metres(m)),
              chance_at(0.9, Length::kilometres(6), Length::metres(m)));
    EXPECT_EQ(camera.detects(loud, plain_night(), Length::metres(m)),
              chance_at(0.9, Length::kilometres(8), Length::metres(m)));
  }
}

TEST(Camera, RecognisesAtAQuarterAndIdentifiesAtAnEighthOfTheRangeSeenAtEvenOdds) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Camera const camera;
  Length const recognised = camera.recognises(loud, plain_day());
  EXPECT_NEAR(camera.detects(loud, plain_day(), recognised * 4), 0.5, 1e-12);
  EXPECT_NEAR(camera.identifies(loud, plain_day()) / recognised, 0.5, 1e-12);
  // A vendor's 100 mm lens: 9.0, 2.3 and 1.1 km for a vehicle.
  Camera lens;
  lens.close = 1;
  lens.range_factor = 1;
  ViolationKind vehicle;
  vehicle.seen_by_day = Length::kilometres(10.17);
  EXPECT_NEAR(lens.recognises(vehicle, plain_day()).kilometres(), 2.3, 0.06);
  EXPECT_NEAR(lens.identifies(vehicle, plain_day()).kilometres(), 1.1, 0.06);
}

TEST(Camera, AHeadThatSweepsLooksHereForItsShareOfTheTime) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Camera sweeping;
  sweeping.duty = 0.25;
  Camera const staring;
  for (double km = 0; km < 6; km += 0.5) {
    EXPECT_NEAR(sweeping.detects(loud, plain_day(), Length::kilometres(km)),
                0.25 * staring.detects(loud, plain_day(), Length::kilometres(km)), 1e-12);
  }
  EXPECT_EQ(sweeping.recognises(loud, plain_day()), staring.recognises(loud, plain_day()))
      << "while it looks, it recognises as well";
  expect_keeps_sensor_promises(sweeping);
}

TEST(Camera, SeesFartherThroughFogThanAnEyeAndNeedsNoMoon) {
  ViolationKind const loud = all_sorts_of_kinds().front();
  Camera const camera;
  Conditions fog = plain_day();
  fog.air.visibility = Length::kilometres(1);
  EXPECT_EQ(camera.reach(loud, fog), Length::kilometres(1.5));
  EXPECT_GT(camera.detects(loud, fog, Length::kilometres(1.5)), 0.8);
  EXPECT_EQ(camera.detects(loud, fog, Length::kilometres(1.501)), 0);
  fog.air.visibility = Length::metres(100);
  EXPECT_EQ(camera.recognises(loud, fog), Length::metres(150)) << "nothing is recognised that is not seen";
  Conditions dark = plain_night();
  dark.moonless = true;
  dark.sensing.moonless_seeing = 0.5;
  EXPECT_EQ(camera.reach(loud, dark), camera.reach(loud, plain_night()));
}

}  // namespace
}  // namespace ceaseline
