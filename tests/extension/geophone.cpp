#include <memory>

#include "ceaseline/detection/sensor.hpp"
#include "outsiders.hpp"

namespace outsiders {
namespace {

using namespace ceaseline;

/// A string of geophones in the ground: feels what shakes it. A vehicle that drives shakes it more.
struct Geophone : Sensor {
  Length range{Length::metres(500)};
  double close{0.9};
  double gain{1};

  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const& there) const override {
    return there.moving ? Length{} : range * gain;
  }
  [[nodiscard]] double detects(ViolationKind const& kind, Conditions const& there, Length at) const override {
    Length const farthest = reach(kind, there);
    if (at >= farthest) return 0;
    double const x = at / farthest;
    double const calm = 1 / (1 + there.air.wind.metres_per_second() / 10);
    return close * calm * (1 - x * x);
  }
  [[nodiscard]] LocationError location_error() const override { return {0.1, Angle::degrees(5)}; }
};

}  // namespace

void add_geophone(SensorRegistry& to) {
  to.add("geophone", "a string of geophones", [](Fields& f) {
    auto sensor = std::make_unique<Geophone>();
    f.length("range", sensor->range, "blind beyond, at a gain of 1");
    f.share("close", sensor->close, "chance of noticing an act close by, without wind");
    f.table(
        "amplifier", [&sensor](Fields& inner) { inner.factor("gain", sensor->gain, "multiplies the range"); },
        "what follows the string");
    return sensor;
  });
}

}  // namespace outsiders
