#pragma once

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// Chance of noticing at range r: close * exp(-(r / R)^3), R the range at which it has fallen to 37 %.
/// The shape is an assumption set by eye on logged distances (domain facts 6.1): what was not heard left no
/// record. Below one in a thousand it is taken as 0.
[[nodiscard]] double chance_at(double close, Length r37, Length range);
[[nodiscard]] Length reach_of(double close, Length r37);

/// A person who listens. Works while the vehicle stands; moving, its range shrinks by the world's factor.
struct Ear : Sensor {
  double close{0.9};       ///< chance of noticing an act close by
  double range_factor{1};  ///< multiplies the kind's distance of hearing
  /// Logged distances are bands of 15 to 50 % of the range and 16-point bearings (+-11 degrees); as standard
  /// errors of uniform bands: 0.30 / sqrt(3) and 11 / sqrt(3).
  LocationError error{0.17, Angle::degrees(6.4)};

  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
};

/// A person who looks, with binoculars; or, with a field of view and a range factor, a camera on a mast.
struct Eye : Sensor {
  double close{0.9};
  double range_factor{1};  ///< multiplies the kind's distance of seeing
  Angle view{Angle::degrees(360)};
  LocationError error{0.10, Angle::degrees(2)};

  [[nodiscard]] Channel channel() const override { return Channel::Sight; }
  [[nodiscard]] Length reach(ViolationKind const& kind, Conditions const& there) const override;
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there,
                               Length range) const override;
  [[nodiscard]] LocationError location_error() const override { return error; }
  [[nodiscard]] Angle field_of_view() const override { return view; }
};

/// Certain within its range, blind beyond: the textbook's cookie-cutter, for toy worlds and oracles.
struct Definite : Sensor {
  Length range;
  Channel by{Channel::Sight};

  [[nodiscard]] Channel channel() const override { return by; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return range; }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length at) const override {
    return at <= range ? 1.0 : 0.0;
  }
  [[nodiscard]] LocationError location_error() const override { return {0.05, Angle::degrees(1)}; }
};

}  // namespace ceaseline
