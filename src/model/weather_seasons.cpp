#include "weather_seasons.hpp"

#include <algorithm>

namespace ceaseline {

std::vector<WeatherState> weather_states(WeatherSpec const& spec, Complaints& c) {
  constexpr std::size_t most_states = 16;
  std::vector<WeatherState> states = spec.states;
  if (states.size() > most_states)
    c.add("world.weather.states", "more than 16 states of the weather are too many");
  if (states.size() > 1 && spec.seasons.empty())
    c.add("world.weather.seasons", "states of the weather need a season that says how often they hold");
  if (spec.step < one_minute) c.add("world.weather.step", "must be at least a minute");
  if (states.empty()) states.emplace_back();
  std::sort(states.begin(), states.end(),
            [](WeatherState const& a, WeatherState const& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < states.size(); ++i) {
    if (states[i].id == states[i - 1].id)
      c.add("world.weather.states", "\"" + states[i].id + "\" is the id of two states");
  }
  return states;
}

std::vector<WeatherSeason> weather_seasons(WeatherSpec const& spec, std::vector<WeatherState> const& states,
                                           Complaints& c) {
  constexpr char const* list = "weather.seasons";
  std::vector<WeatherSeason> seasons;
  for (std::size_t i = 0; i < spec.seasons.size(); ++i) {
    SeasonSpec const& from = spec.seasons[i];
    WeatherSeason to{from.first_month, from.persistence, {}, {}};
    if (from.first_month < 1 || from.first_month > 12)
      c.add(list, i, "first_month", "is no month; give 1 to 12");
    for (std::size_t j = 0; j < i; ++j) {
      if (spec.seasons[j].first_month == from.first_month)
        c.add(list, i, "first_month", "another season begins in the same month");
    }
    double total = 0;
    for (std::size_t n = 0; n < states.size(); ++n) {
      bool const listed = std::any_of(from.shares.begin(), from.shares.end(),
                                      [&](WeatherShare const& s) { return s.state == states[n].id; });
      if (!listed) continue;
      for (WeatherShare const& s : from.shares) total += s.state == states[n].id ? s.share : 0;
      to.states.push_back(static_cast<std::uint8_t>(n));
      to.cumulative.push_back(total);
    }
    if (to.states.size() != from.shares.size())
      c.add(list, i, "shares", "name each state of the weather at most once, and no other");
    if (total > 0) {
      for (double& x : to.cumulative) x /= total;
    } else {
      c.add(list, i, "shares", "add up to nothing");
    }
    seasons.push_back(std::move(to));
  }
  std::stable_sort(seasons.begin(), seasons.end(), [](WeatherSeason const& a, WeatherSeason const& b) {
    return a.first_month < b.first_month;
  });
  return seasons;
}

}  // namespace ceaseline
