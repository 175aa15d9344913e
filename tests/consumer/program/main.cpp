#include <memory>

#include "ceaseline/cli/main.hpp"
#include "ceaseline/detection/sensor.hpp"

namespace {

using namespace ceaseline;

/// A wire that is certain to feel what comes near it.
struct Tripwire : Sensor {
  Length range{Length::metres(50)};
  [[nodiscard]] Channel channel() const override { return Channel::Sound; }
  [[nodiscard]] Length reach(ViolationKind const&, Conditions const&) const override { return range; }
  [[nodiscard]] double detects(ViolationKind const&, Conditions const&, Length at) const override {
    return at <= range ? 1.0 : 0.0;
  }
  [[nodiscard]] LocationError location_error() const override { return {0.01, Angle::degrees(1)}; }
};

}  // namespace

int main(int argc, char** argv) {
  Registries all = builtin_registries();
  all.sensors.add("tripwire", "feels what comes near", [](Fields& f) {
    auto sensor = std::make_unique<Tripwire>();
    f.length("range", sensor->range, "certain within, blind beyond");
    return sensor;
  });
  return cli_main(all, argc, argv);
}
