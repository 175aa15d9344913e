#pragma once

#include <gtest/gtest.h>

#include <vector>

#include "ceaseline/detection/detection_table.hpp"
#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// Kinds and conditions that between them ask everything a sensor's chance may depend on.
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
  return {loud, silent, by_day};
}

/// What every sensor promises (detection/sensor.hpp), and that the table made of it keeps to it.
inline void expect_keeps_sensor_promises(Sensor const& sensor) {
  std::vector<ViolationKind> const kinds = all_sorts_of_kinds();
  DetectionTable const table(sensor, kinds, SensingSpec{});
  for (std::size_t k = 0; k < kinds.size(); ++k) {
    for (Light const light : {Light::Day, Light::Night}) {
      for (bool const moving : {false, true}) {
        Conditions const there{light, moving, SensingSpec{}};
        Length const reach = sensor.reach(kinds[k], there);
        DetectionTable::Curve const& curve = table.curve(k, light, moving);
        double nearer = 1;
        for (double m = 0; m < 50'000; m = m * 1.05 + 10) {
          double const p = sensor.detects(kinds[k], there, Length::metres(m));
          EXPECT_EQ(p, sensor.detects(kinds[k], there, Length::metres(m))) << "not pure at " << m << " m";
          EXPECT_GE(p, 0) << "at " << m << " m";
          EXPECT_LE(p, nearer) << "notices better from further away, at " << m << " m";
          nearer = p;
          if (m > reach.metres() * 1.000001) {
            EXPECT_EQ(p, 0) << "beyond its reach, at " << m << " m";
            EXPECT_GT(m * m, curve.reach_squared);
          } else if (m * m <= curve.reach_squared) {
            EXPECT_NEAR(curve.at_squared(m * m), p, m < 0.98 * curve.reach ? 3e-4 : 1e-3)
                << "table at " << m << " m";
          }
        }
      }
    }
  }
  LocationError const error = sensor.location_error();
  EXPECT_GT(error.along, 0);
  EXPECT_GT(error.across, Angle{});
  EXPECT_GT(sensor.field_of_view(), Angle{});
}

}  // namespace ceaseline
