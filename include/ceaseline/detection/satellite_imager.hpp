#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// An image of a strip of ground, taken once a pass. Finds things that stay (weapons, trenches, traces of
/// mines) by what they leave to see, and never an act: no image shows small-arms fire (domain facts 6.5).
///
/// Cloud and the time until an analyst has looked belong to the pass and are not asked here; nor is the
/// visibility on the ground, which is that along the ground.
struct SatelliteImager : Sensor {
  Length swath{Length::kilometres(20)};  ///< width of the strip; assumption
  double chance{0.7};  ///< of finding an object in the strip, times the kind's trace; assumption
  double by_night{1};  ///< multiplies it by night: 1 radar, or passes by day alone; 0 an optical one
  /// One image tells what it is. So at 0.3 to 0.5 m a pixel (domain facts 6.5, recalled), not at 3 to 10 m
  /// (S179).
  bool recognise{false};
  /// Of the distance from the middle of the strip and as a bearing: tens of metres after matching.
  /// Assumption.
  LocationError error{0.003, Angle::degrees(0.2)};
  double named{0.8};       ///< chance of naming the right kind; assumption
  double false_alarms{0};  ///< a day; no figure found

  [[nodiscard]] Channel channel() const override { return Channel::Sight; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Length recognises(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

void visit(Fields& f, SatelliteImager& s);

}  // namespace ceaseline
