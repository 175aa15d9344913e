#include "ceaseline/detection/drone_camera.hpp"

#include <algorithm>
#include <cmath>

#include "laws.hpp"

namespace ceaseline {
namespace {

/// Chance within the swath.
double within(DroneCamera const& d, ViolationKind const& kind, Conditions const& there) {
  if (there.air.cloud > d.cloud_limit) return 0;
  bool const flashes = kind.seen_by_day > Length{} || kind.seen_by_night > Length{};
  double const chance = kind.object ? std::min(1.0, d.object_chance * kind.trace) : flashes ? d.close : 0.0;
  return there.light == Light::Day ? chance : std::min(1.0, chance * d.by_night);
}

/// Half the swath, as far as the slant through the air from the height of flight lets it be seen.
Length half_swath(DroneCamera const& d, WeatherState const& air) {
  Length const half = d.swath / 2;
  if (air.visibility <= Length{}) return half;
  double const slant = air.visibility.metres();
  double const height = d.height.metres();
  if (slant <= height) return {};
  return std::min(half, Length::metres(std::sqrt(slant * slant - height * height)));
}

}  // namespace

Length DroneCamera::reach(ViolationKind const& kind, Conditions const& there) const {
  return within(*this, kind, there) > 0 ? half_swath(*this, there.air) : Length{};
}

double DroneCamera::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  Length const half = half_swath(*this, there.air);
  return half > Length{} && range <= half ? within(*this, kind, there) : 0.0;
}

Length DroneCamera::recognises(ViolationKind const& kind, Conditions const& there) const {
  return std::min(recognise_within, reach(kind, there));
}

Length DroneCamera::identifies(ViolationKind const& kind, Conditions const& there) const {
  return std::min(identify_within, reach(kind, there));
}

void visit(Fields& f, DroneCamera& d) {
  f.length("swath", d.swath, "width of the ground it looks at, across its way");
  f.length("height", d.height, "of the flight above ground; the visibility must reach that far");
  f.share("close", d.close, "chance of seeing an act within the swath");
  f.share("object_chance", d.object_chance,
          "chance of making out an object within it, times the kind's trace");
  f.share("by_night", d.by_night, "multiplies both by night; 0: a daylight camera");
  f.share("cloud_limit", d.cloud_limit, "sees nothing when more of the sky than this is overcast");
  f.length("recognise_within", d.recognise_within,
           "one look from within this distance on the ground tells what it is");
  f.length("identify_within", d.identify_within,
           "one look from within this distance tells whose it is; 0: never");
  visit_error(f, d.error);
  visit_naming(f, d.named, d.false_alarms);
}

}  // namespace ceaseline
