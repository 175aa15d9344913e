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
  bool moving{false};   ///< the platform is moving
  SensingSpec sensing;  ///< of the world
};

/// Standard errors of where a sensor puts what it noticed, as shares of the range and as an angle.
struct LocationError {
  double along{0};  ///< standard error along the line of sight divided by the range
  Angle across;     ///< standard error of the bearing
};

/// A kind of sensor: what it notices, how far, and how well it says where.
///
/// Promises, kept by every sensor and tested by tests/detection/sensor_promises.hpp: detects() is pure, lies
/// in [0, 1], never grows with range, and is 0 beyond reach(). No random number is drawn here, and no truth
/// is seen but the kind of what may be noticed.
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
};

using SensorRegistry = Registry<Sensor>;

/// "ear", "eye", "camera", "definite": see the headers of the same names.
[[nodiscard]] SensorRegistry builtin_sensors();

}  // namespace ceaseline
