#pragma once

#include "ceaseline/base/fields.hpp"
#include "ceaseline/detection/sensor.hpp"

// What the built-in sensors have in common.

namespace ceaseline {

/// What every distance of hearing is multiplied by, there and then: the world's factor, motion, wind and
/// rain, town.
[[nodiscard]] double hearing_factor(Conditions const& there);

/// The nearer of `range` and what the air lets through.
/// \param through multiplies the visibility: how much farther than an eye the sensor sees in haze and fog
[[nodiscard]] Length cut_by_air(Length range, WeatherState const& air, double through = 1);

/// Range at which close * exp(-(r / R)^3) has fallen to `p`; 0 where it never is that much.
[[nodiscard]] Length range_where(double close, Length r37, double p);

void visit_error(Fields& f, LocationError& e);
void visit_naming(Fields& f, double& kind_right, double& false_alarms_per_day);

}  // namespace ceaseline
