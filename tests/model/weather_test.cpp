// The chain of the weather against its stationary law, and its addresses.
#include "ceaseline/model/weather.hpp"

#include <map>

#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

WorldSpec weathered(Duration period) {
  WorldSpec spec = straight_world(km(10), period, shot_kind(), 1);
  for (char const* id : {"clear", "fog", "rain"}) {
    WeatherState s;
    s.id = id;
    spec.weather.states.push_back(s);
  }
  spec.weather.seasons = {SeasonSpec{"summer", 4, 0.5, {{"clear", 7}, {"rain", 3}}},
                          SeasonSpec{"winter", 10, 0.8, {{"clear", 0.3}, {"fog", 0.5}, {"rain", 0.2}}}};
  return spec;
}

std::vector<std::string> history(World const& world, std::uint32_t replication) {
  Weather weather;
  weather.draw(world, Draws(5, replication));
  std::vector<std::string> states;
  for (SimTime t{}; t < world.end(); t += world.spec().weather.step)
    states.push_back(world.weather_states()[weather.at(t)].id);
  return states;
}

TEST(Weather, SharesAndPersistenceAreThoseOfTheSeason) {
  World const world = build(weathered(360 * one_day));
  // Season by the calendar of 2021, from a day after its first, when the other's states are nearly gone.
  auto const season = [](std::size_t step) {
    auto const day = step / 4;
    return day >= 100 && day < 273 ? "summer" : day < 90 || day >= 283 ? "winter" : "";
  };
  std::map<std::string, std::vector<double>> shares;  // one value per replication: steps depend on each other
  std::map<std::string, std::vector<double>> stays;
  for (std::uint32_t r = 0; r < 400; ++r) {
    std::map<std::string, double> n, kept;
    auto const states = history(world, r);
    for (std::size_t i = 0; i + 1 < states.size(); ++i) {
      std::string const s = season(i);
      if (s.empty() || s != season(i + 1)) continue;
      n[s] += 1;
      n[s + " " + states[i]] += 1;
      kept[s] += states[i] == states[i + 1] ? 1 : 0;
    }
    for (char const* s : {"summer", "winter"}) {
      std::string const of = s;
      for (char const* state : {" clear", " fog", " rain"})
        shares[of + state].push_back(n[of + state] / n[of]);
      stays[of].push_back(kept[of] / n[of]);
    }
  }
  expect_mean(shares["summer clear"], 0.7, 0.01);
  expect_mean(shares["summer rain"], 0.3, 0.01);
  EXPECT_EQ(moments(shares["summer fog"]).mean, 0);
  expect_mean(shares["winter clear"], 0.3, 0.02);
  expect_mean(shares["winter fog"], 0.5, 0.02);
  expect_mean(shares["winter rain"], 0.2, 0.02);
  // Kept, or drawn anew the same: p + (1 - p) sum of squares.
  expect_mean(stays["summer"], 0.5 + 0.5 * (0.49 + 0.09), 0.01);
  expect_mean(stays["winter"], 0.8 + 0.2 * (0.09 + 0.25 + 0.04), 0.01);
}

TEST(Weather, ALongerPeriodBeginsAlike) {
  auto const year = history(build(weathered(360 * one_day)), 3);
  auto const month = history(build(weathered(30 * one_day)), 3);
  ASSERT_EQ(month.size(), 120U);
  EXPECT_TRUE(std::equal(month.begin(), month.end(), year.begin()));
  EXPECT_NE(history(build(weathered(30 * one_day)), 4), month);
}

TEST(Weather, OrderOfStatesSharesAndSeasonsChangesNothing) {
  WorldSpec const spec = weathered(200 * one_day);
  WorldSpec turned = spec;
  std::reverse(turned.weather.states.begin(), turned.weather.states.end());
  std::reverse(turned.weather.seasons.begin(), turned.weather.seasons.end());
  for (SeasonSpec& s : turned.weather.seasons) std::reverse(s.shares.begin(), s.shares.end());
  EXPECT_EQ(history(build(spec), 1), history(build(turned), 1));
}

TEST(Weather, WithoutAChainItIsAlwaysTheSame) {
  World const world = build(straight_world(km(10), 10 * one_day, shot_kind(), 1));
  Weather weather;
  weather.draw(world, Draws(1, 0));
  EXPECT_EQ(weather.at(at_ms(0)), 0);
  EXPECT_EQ(weather.at(world.end() + one_day), 0);
  EXPECT_EQ(world.weather_states().size(), 1U);
}

}  // namespace
}  // namespace ceaseline
