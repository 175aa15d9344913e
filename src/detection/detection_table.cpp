#include "ceaseline/detection/detection_table.hpp"

#include <algorithm>

namespace ceaseline {

namespace {

DetectionTable::Curve curve_of(Sensor const& sensor, ViolationKind const& kind, Conditions const& there) {
  DetectionTable::Curve c;
  c.reach = sensor.reach(kind, there).metres();
  c.recognises = sensor.recognises(kind, there).metres();
  c.identifies = sensor.identifies(kind, there).metres();
  bool const any = c.reach > 0 || sensor.detects(kind, there, Length{}) > 0;
  if (!any) return c;
  c.reach_squared = c.reach * c.reach;
  c.steps_per_metre = c.reach > 0 ? static_cast<double>(DetectionTable::steps) / c.reach : 0;
  for (std::size_t i = 0; i <= DetectionTable::steps; ++i) {
    double const range = c.reach * static_cast<double>(i) / static_cast<double>(DetectionTable::steps);
    c.chance[i] = sensor.detects(kind, there, Length::metres(range));
  }
  return c;
}

/// Index of the first state that gives all sensors the same air.
std::size_t same_air(std::vector<WeatherState> const& states, std::size_t weather) {
  WeatherState const& air = states[weather];
  auto const same = [&](WeatherState const& w) {
    return w.visibility == air.visibility && w.wind == air.wind && w.cloud == air.cloud &&
           w.listening == air.listening;
  };
  return static_cast<std::size_t>(std::find_if(states.begin(), states.end(), same) - states.begin());
}

}  // namespace

/// The greatest value over all that may hold beside the kind and the light.
template <class Value>
double DetectionTable::most(std::size_t kind, Light light, Value value) const {
  std::size_t const of_dark = weathers_ * 4;
  std::size_t const begin = (kind * 3 + (light == Light::Day ? 0 : 1)) * of_dark;
  std::size_t const end = (kind * 3 + (light == Light::Day ? 1 : 3)) * of_dark;
  double most = -1;
  for (std::size_t i = begin; i < end; ++i) most = std::max(most, value(curves_[index_[i]]));
  return most;
}

DetectionTable::DetectionTable(Sensor const& sensor, World const& world)
    : weathers_{world.weather_states().size()} {
  SensingSpec const& sensing = world.spec().sensing;
  bool const towns = !world.spec().towns.empty();
  bool const moon = sensing.moonless_seeing != 1;
  std::size_t const dark_states = moon ? 3 : 2;
  std::size_t const town_states = towns ? 2 : 1;
  auto const& states = world.weather_states();
  index_.resize(position(world.kinds().size(), Sky{}, false, false));
  for (std::size_t kind = 0; kind < world.kinds().size(); ++kind) {
    for (std::size_t i = 0; i < 3 * weathers_ * 4; ++i) {
      // The digits of position(), each replaced by the first that gives the same.
      std::size_t const town = std::min(i % 2, town_states - 1);
      std::size_t const moving = i / 2 % 2;
      std::size_t const weather = same_air(states, i / 4 % weathers_);
      std::size_t const dark = std::min(i / 4 / weathers_, dark_states - 1);
      Sky const sky{dark == 0 ? Light::Day : Light::Night, dark == 2, static_cast<std::uint8_t>(weather)};
      std::size_t const plain = position(kind, sky, moving == 1, town == 1);
      std::size_t const here = position(kind, Sky{}, false, false) + i;
      index_[here] = plain < here ? index_[plain]
                                  : add(curve_of(sensor, world.kinds()[kind],
                                                 Conditions{sky.light, sky.moonless, moving == 1, town == 1,
                                                            states[weather], sensing}));
    }
  }
  for (std::size_t kind = 0; kind < world.kinds().size(); ++kind)
    for (Light const light : {Light::Day, Light::Night})
      reaches_.push_back(
          most(kind, light, [](Curve const& c) { return c.reach_squared >= 0 ? c.reach : -1.0; }));
}

double DetectionTable::range_where(std::size_t kind, Light light, double p) const {
  return most(kind, light, [p](Curve const& c) { return c.range_where(p); });
}

std::uint16_t DetectionTable::add(Curve const& curve) {
  auto const same = std::find(curves_.begin(), curves_.end(), curve);
  auto const at = static_cast<std::uint16_t>(same - curves_.begin());
  if (same == curves_.end()) curves_.push_back(curve);
  return at;
}

double DetectionTable::Curve::range_where(double p) const {
  if (reach_squared < 0) return -1;
  if (chance[steps] >= p) return reach;
  // A sensor's chance never grows with range.
  auto const below =
      std::upper_bound(chance.begin(), chance.end(), p, [](double q, double c) { return c < q; });
  if (below == chance.begin()) return -1;
  auto const i = static_cast<std::size_t>(below - chance.begin()) - 1;
  double const f = (chance[i] - p) / (chance[i] - chance[i + 1]);
  return (static_cast<double>(i) + f) / steps_per_metre;
}

}  // namespace ceaseline
