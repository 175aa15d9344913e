#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// A thermal and daylight head on a mast that looks one way, day and night; the moon is nothing to it.
///
/// Johnson's criteria (S164, S165): detecting, recognising and identifying are told apart by range, each
/// stated at a chance of 50 %. A vendor's table (S163) gives recognition at 1/4 and identification at 1/8 of
/// the range of detection, of vehicles and persons; that flashes follow the same rule is an assumption.
struct Camera : Sensor {
  double close{0.9};       ///< chance of noticing an act close by while looking there; assumption
  double range_factor{2};  ///< multiplies the kind's distance of seeing: 100 mm lens, vehicle at 9 km (S163)
  Angle view{Angle::degrees(60)};  ///< sector that its head covers; assumption
  double duty{1};  ///< field of view over that sector: the share of the time it looks at a place of it;
                   ///< multiplies the chance
  double recognise_share{0.25};  ///< range of recognition, as a share of that of detection at 50 % (S163)
  double identify_share{0.125};  ///< range of identification, likewise (S163)
  double fog_factor{1.5};        ///< sees that many times as far as the visibility; assumption
  LocationError error{0.05, Angle::degrees(0.5)};  ///< assumption
  double named{1};                                 ///< chance of naming the right kind
  double false_alarms{0};                          ///< a day of working time; no figure found

  [[nodiscard]] Channel channel() const override { return Channel::Sight; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Angle field_of_view() const override { return view; }
  [[nodiscard]] Length recognises(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] Length identifies(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

void visit(Fields& f, Camera& c);

}  // namespace ceaseline
