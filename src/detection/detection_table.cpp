#include "ceaseline/detection/detection_table.hpp"

#include <algorithm>

namespace ceaseline {

DetectionTable::DetectionTable(Sensor const& sensor, std::vector<ViolationKind> const& kinds,
                               SensingSpec const& sensing) {
  for (ViolationKind const& kind : kinds) {
    for (Light const light : {Light::Day, Light::Night}) {
      for (bool const moving : {false, true}) {
        Conditions const there{light, moving, sensing};
        Curve c;
        c.reach = sensor.reach(kind, there).metres();
        bool const any = c.reach > 0 || sensor.detects(kind, there, Length{}) > 0;
        if (any) {
          c.reach_squared = c.reach * c.reach;
          c.steps_per_metre = c.reach > 0 ? static_cast<double>(steps) / c.reach : 0;
          for (std::size_t i = 0; i <= steps; ++i) {
            double const range = c.reach * static_cast<double>(i) / static_cast<double>(steps);
            c.chance[i] = sensor.detects(kind, there, Length::metres(range));
          }
        }
        curves_.push_back(c);
      }
    }
  }
}

double DetectionTable::Curve::range_where(double p) const {
  if (reach_squared < 0) return -1;
  if (chance[steps] >= p) return reach;
  for (std::size_t i = steps; i-- > 0;) {
    if (chance[i] < p) continue;
    double const f = (chance[i] - p) / (chance[i] - chance[i + 1]);
    return (static_cast<double>(i) + f) / steps_per_metre;
  }
  return -1;
}

double DetectionTable::reach(std::size_t kind, Light light) const {
  double most = -1;
  for (bool const moving : {false, true}) {
    Curve const& c = curve(kind, light, moving);
    if (c.reach_squared >= 0) most = std::max(most, c.reach);
  }
  return most;
}

}  // namespace ceaseline
