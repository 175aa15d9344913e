#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// Microphones on the ground that take bearings and times of sounds, all round, day and night.
///
/// How loud a kind is comes from its distances of hearing. Military arrays detect guns and mortars at 10 to
/// 20 km (domain facts 6.3, recalled), where an ear has 5 to 12 km (6.1): hence the range factor.
struct AcousticArray : Sensor {
  double close{
      0.96};  ///< chance of noticing an act close by: a dense urban array located 96 % of shots (S166)
  double range_factor{1.6};  ///< multiplies the kind's distance of hearing; assumption
  Speed wind_limit{
      Speed::metres_per_second(8)};  ///< stronger wind drowns sounds in the microphones; assumption
  double wind_factor{0.5};           ///< multiplies the range in such wind; assumption
  /// 1 to 2 % of the range (domain facts 6.3, recalled) and about 1 degree; assumption.
  LocationError error{0.015, Angle::degrees(1)};
  double named{0.7};  ///< chance of naming the right kind; assumption
  double false_alarms{
      1};  ///< a day: thunder, blasting, drills; no figure found (domain facts 6.3), assumption

  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

void visit(Fields& f, AcousticArray& a);

}  // namespace ceaseline
