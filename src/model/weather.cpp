#include "ceaseline/model/weather.hpp"

#include <algorithm>

#include "ceaseline/model/purpose.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

void Weather::draw(World const& world, Draws const& draws) {
  WeatherSpec const& spec = world.spec().weather;
  step_ = spec.step;
  states_.clear();
  if (spec.seasons.empty() || world.weather_states().size() < 2) {
    states_.push_back(0);
    return;
  }
  constexpr Key line = key_of("weather");
  std::uint8_t state = 0;
  bool first = true;
  for (SimTime t{}; t < world.end(); t += step_) {
    WeatherSeason const& season = world.season_at(t);
    Block const b = draws.at(purpose::weather, line, states_.size());
    if (first || !(b.unit(0) < season.persistence)) {
      auto const it = std::upper_bound(season.cumulative.begin(), season.cumulative.end() - 1, b.unit(1));
      state = season.states[static_cast<std::size_t>(it - season.cumulative.begin())];
    }
    first = false;
    states_.push_back(state);
  }
}

}  // namespace ceaseline
