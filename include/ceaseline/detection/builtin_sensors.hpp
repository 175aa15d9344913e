#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// Chance of noticing at range r: close * exp(-(r / R)^3), R the range at which it has fallen to 37 %.
/// The shape is an assumption set by eye on logged distances (domain facts 6.1): what was not heard left no
/// record. Below one in a thousand it is taken as 0.
[[nodiscard]] double chance_at(double close, Length r37, Length range);
[[nodiscard]] Length reach_of(double close, Length r37);

/// A person who listens. Works while the vehicle stands; moving, its range shrinks by the world's factor, and
/// likewise in wind and rain and in a town (× 0.4 to 0.7, domain facts 6.1, recalled).
struct Ear : Sensor {
  double close{0.9};       ///< chance of noticing an act close by; assumption
  double range_factor{1};  ///< multiplies the kind's distance of hearing, which is that of an ear
  /// Logged distances are bands of 15 to 50 % of the range and 16-point bearings (+-11 degrees; S88, S156);
  /// as standard errors of uniform bands: 0.30 / sqrt(3) and 11 / sqrt(3).
  LocationError error{0.17, Angle::degrees(6.4)};
  double named{
      1};  ///< chance of naming the right kind; most logged explosions are "undetermined" (S156 to S158)
  double false_alarms{0};  ///< a day of working time; no figure found

  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

/// A person who looks, with binoculars. Sees nothing beyond the visibility, and less far without a moon.
struct Eye : Sensor {
  double close{0.9};                ///< assumption
  double range_factor{1};           ///< multiplies the kind's distance of seeing, which is that of an eye
  Angle view{Angle::degrees(360)};  ///< full angle
  LocationError error{0.10, Angle::degrees(2)};  ///< assumption
  double named{1};                               ///< chance of naming the right kind
  double false_alarms{0};                        ///< a day of working time; no figure found

  [[nodiscard]] Channel channel() const override { return Channel::Sight; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Angle field_of_view() const override { return view; }
  [[nodiscard]] double kind_right() const override { return named; }
  [[nodiscard]] double false_alarms_per_day() const override { return false_alarms; }
};

/// Certain within its range, blind beyond: the textbook's cookie-cutter, for toy worlds and oracles. Nothing
/// of the conditions touches it.
struct Definite : Sensor {
  Length range;
  Channel by{Channel::Sight};
  bool exact{false};  ///< puts what it notices where it is

  [[nodiscard]] Channel channel() const override { return by; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return range; }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length at) const override {
    return at <= range ? 1.0 : 0.0;
  }
  [[nodiscard]] LocationError location_error() const override { return {0.05, Angle::degrees(1), exact}; }
};

void visit(Fields& f, Ear& e);
void visit(Fields& f, Eye& e);
void visit(Fields& f, Definite& d);

}  // namespace ceaseline
