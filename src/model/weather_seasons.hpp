#pragma once

#include <vector>

#include "ceaseline/model/world.hpp"
#include "complaints.hpp"

namespace ceaseline {

/// The states of the weather by id, so that the order in the file changes nothing; never none.
[[nodiscard]] std::vector<WeatherState> weather_states(WeatherSpec const& spec, Complaints& c);

/// Its seasons by first month, ready to draw from.
/// \param states as weather_states() gave them
[[nodiscard]] std::vector<WeatherSeason> weather_seasons(WeatherSpec const& spec,
                                                         std::vector<WeatherState> const& states,
                                                         Complaints& c);

}  // namespace ceaseline
