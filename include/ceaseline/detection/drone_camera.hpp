#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// A camera that looks down from an aircraft on its way: what lies in the swath below is looked at, nothing
/// else. The range of this sensor is the distance on the ground from the point below the aircraft.
struct DroneCamera : Sensor {
  /// Width of what it looks at: 2 h tan(view / 2), 1.1 km from 2.1 km with 30 degrees (derived from S64).
  Length swath{Length::kilometres(1.1)};
  Length height{
      Length::kilometres(2.1)};  ///< of the flight above ground (S64: 7,000 ft); what haze must let through
  double close{0.9};             ///< chance of seeing the flash of an act in the swath; assumption
  double object_chance{0.8};     ///< chance of making out an object in it, times the kind's trace; assumption
  double by_night{1};            ///< multiplies both by night: 1 thermal, 0 daylight only; assumption
  double cloud_limit{
      0.5};  ///< more of the sky overcast than this: it flies above the cloud and sees nothing; assumption
  /// Recognises what it is from no farther off than this: the whole swath. Assumption: it circles what it
  /// finds.
  Length recognise_within{Length::metres(550)};
  Length identify_within;  ///< tells whose it is from no farther off than this; 0: never
  LocationError error{0.05, Angle::degrees(3)};  ///< tens of metres at the edge of the swath; assumption
  double named{0.9};                             ///< chance of naming the right kind; assumption
  double false_alarms{0};                        ///< a day of flight; no figure found

  [[nodiscard]] Channel channel() const override { return Channel::Sight; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Length recognises(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] Length identifies(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

void visit(Fields& f, DroneCamera& d);

}  // namespace ceaseline
