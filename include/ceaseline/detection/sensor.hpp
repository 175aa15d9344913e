#pragma once

#include <memory>
#include <string>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/registry.hpp"
#include "ceaseline/geo/sun.hpp"
#include "ceaseline/model/record.hpp"
#include "ceaseline/model/violation_kind.hpp"
#include "ceaseline/model/world_spec.hpp"

namespace ceaseline {

/// What holds there and then, as far as a sensor's chance depends on it.
struct Conditions {
  Light light{Light::Day};
  bool moonless{false};  ///< a night without moonlight; never by day
  bool moving{false};    ///< the platform is moving
  bool town{false};      ///< the platform stands in a town
  WeatherState air;
  SensingSpec sensing;  ///< of the world: factors that hold for all sensors alike
};

/// Standard errors of where a sensor puts what it noticed, as shares of the range and as an angle.
struct LocationError {
  double along{0};   ///< standard error along the line of sight divided by the range
  Angle across;      ///< standard error of the bearing
  bool none{false};  ///< it puts everything where it is; what it states is still the least error there is
};

/// A kind of sensor: what it notices, how far, and how well it says where and what.
///
/// Promises, kept by every sensor and tested by tests/detection/sensor_promises.hpp: detects() is pure, lies
/// in [0, 1], never grows with range, and is 0 beyond reach(); recognises() and identifies() are no farther
/// than reach(); worse weather (shorter visibility, more wind or cloud) never helps. No random number is
/// drawn here, and no truth is seen but the kind of what may be noticed.
///
/// The range is the distance on the ground. For what flies or orbits it is that from the point below it, so
/// that "beside the path" is all there is to know.
class Sensor {
 public:
  virtual ~Sensor() = default;
  [[nodiscard]] virtual Channel channel() const = 0;
  /// Beyond this range detects() is 0 for that kind under these conditions.
  [[nodiscard]] virtual Length reach(ViolationKind const& kind, Conditions const& there) const = 0;
  /// Chance that one act of `kind` at `range` is noticed (for an object: the chance that it is noticed
  /// while passing it at that range).
  [[nodiscard]] virtual double detects(ViolationKind const& kind, Conditions const& there,
                                       Length range) const = 0;
  [[nodiscard]] virtual LocationError location_error() const = 0;
  /// Angle it looks through, centred on its heading; a full turn when it looks all round.
  [[nodiscard]] virtual Angle field_of_view() const { return Angle::degrees(360); }
  /// Within this range one look tells what it is, and so verifies; 0: never.
  [[nodiscard]] virtual Length recognises(ViolationKind const&, Conditions const&) const { return {}; }
  /// Within this range one look tells whose it is, for certain; 0: never.
  [[nodiscard]] virtual Length identifies(ViolationKind const&, Conditions const&) const { return {}; }
  /// Chance that it names the right kind of what it noticed; otherwise it names any other of the same class
  /// (acts or objects) with equal chances.
  [[nodiscard]] virtual double kind_right() const { return 1; }
  /// Mean number of things noticed that did not happen, a day of working time; taken for the world's kinds by
  /// their share of acts.
  [[nodiscard]] virtual double false_alarms_per_day() const { return 0; }
};

using SensorRegistry = Registry<Sensor>;

/// All kinds of sensor that come with ceaseline, each in a file of its own.
[[nodiscard]] SensorRegistry builtin_sensors();

}  // namespace ceaseline
