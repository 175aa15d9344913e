#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/base/silent_fields.hpp"
#include "ceaseline/detection/builtin_sensors.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

TEST(Sensors, EveryBuiltInOneKeepsTheirPromises) {
  SensorRegistry const registry = builtin_sensors();
  ASSERT_EQ(registry.entries().size(), 4U);
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
  Conditions const standing{Light::Day, false, SensingSpec{}};
  EXPECT_NEAR(ear.detects(loud, standing, Length::kilometres(5)), 0.9 * std::exp(-1.0), 1e-12);
  EXPECT_NEAR(ear.detects(loud, standing, Length{}), 0.9, 1e-12);
  // Moving, the ear's range is a fifth: 1 km by day.
  Conditions const moving{Light::Day, true, SensingSpec{}};
  EXPECT_NEAR(ear.detects(loud, moving, Length::kilometres(1)), 0.9 * std::exp(-1.0), 1e-12);
  // By night it hears 7 km.
  Conditions const night{Light::Night, false, SensingSpec{}};
  EXPECT_NEAR(ear.detects(loud, night, Length::kilometres(7)), 0.9 * std::exp(-1.0), 1e-12);
  // The chance at the reach is one in a thousand.
  EXPECT_NEAR(chance_at(0.9, Length::kilometres(5), ear.reach(loud, standing) * 0.9999), 0.001, 2e-5);
}

TEST(Sensors, RangeWhereInvertsTheTable) {
  std::vector<ViolationKind> const kinds = all_sorts_of_kinds();
  DetectionTable const table(Eye{}, kinds, SensingSpec{});
  DetectionTable::Curve const& curve = table.curve(0, Light::Day, false);
  for (double p = 0.01; p < 0.9; p += 0.07) {
    double const range = curve.range_where(p);
    EXPECT_NEAR(curve.at_squared(range * range), p, 1e-9);
  }
  EXPECT_LT(curve.range_where(0.95), 0) << "no range is near enough";
  EXPECT_LT(table.curve(1, Light::Day, false).range_where(0.1), 0) << "the silent kind is never noticed";
}

}  // namespace
}  // namespace ceaseline
