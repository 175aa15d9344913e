// What stays on the ground, and fixed sensors that look at it again when something has changed.
#include <gtest/gtest.h>

#include "ceaseline/detection/tabulated_sensor.hpp"
#include "toy/listed_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

constexpr double lasts = 40;  // hours

/// One thing at km 10 of 20, for two days.
WorldSpec one_thing(double from_hour) {
  return listed_world(20, 2 * one_day, object_kind(hours_of(lasts)), {{from_hour, 10, 0}});
}

Fate fate_of_it(World const& world, DesignSpec const& design) {
  Mission const mission = set_up(world, design);
  return live(world, mission).fates.front();
}

TEST(StandingThings, AreSeenByDayBreakWhereNobodySeesByNight) {
  World const world = build(one_thing(1));
  SimTime const sunrise = world.daylight().days(10'000).list().front().from;
  ASSERT_GT(sunrise, SimTime{hours_of(2)}) << "it is night when the thing appears";
  auto eye = std::make_shared<TabulatedSensor>();
  eye->curves.push_back({"*", TabulatedSensor::When::Day, {{km(0), 1.0}, {km(2), 1.0}}});
  DesignSpec design = watchful(km(1));
  design.sensors["watch"] = {"tabulated", eye, "by day"};
  design.posts = {post_at("post", 9)};
  Fate const fate = fate_of_it(world, design);
  ASSERT_EQ(fate.acts_noticed, 1U);
  EXPECT_GE(fate.first_notice, sunrise);
  EXPECT_LT(fate.first_notice, sunrise + world.spec().weather.step);
}

TEST(StandingThings, AreSeenWhenTheWatchBeginsUnderTheSameSky) {
  World const world = build(one_thing(10));
  SimTime const noon{hours_of(12)};
  ASSERT_EQ(world.light(10'000, SimTime{hours_of(9.5)}), Light::Day);
  DesignSpec design = watchful(km(2));
  PostSpec post = post_at("post", 9);
  post.watch_from = hours_of(12);
  post.watch_to = hours_of(14);
  design.posts = {post};
  Fate const fate = fate_of_it(world, design);
  ASSERT_EQ(fate.acts_noticed, 1U);
  EXPECT_GE(fate.first_notice, noon);
  EXPECT_LT(fate.first_notice, noon + world.spec().weather.step);
}

TEST(StandingThings, GiveOneChanceADayAndOneANight) {
  // Looked at every step for four days and nights, yet each light gives but one draw, the same on every day.
  constexpr double chance = 0.3;
  auto eye = std::make_shared<TabulatedSensor>();
  eye->curves.push_back({"*", TabulatedSensor::When::Any, {{km(0), chance}, {km(2), chance}}});
  DesignSpec design = watchful(km(1));
  design.sensors["watch"] = {"tabulated", eye, "at times"};
  design.posts = {post_at("post", 9)};
  std::vector<Shot> things;
  for (int i = 0; i < 1500; ++i) things.push_back({0.001 * i, 10, 0});
  World const world = build(listed_world(20, 4 * one_day, object_kind(hours_of(95)), things));
  Mission const mission = set_up(world, design);
  double seen = 0;
  for (Fate const& f : live(world, mission).fates) seen += f.acts_noticed;
  double const expected = 1 - (1 - chance) * (1 - chance);
  double const error = std::sqrt(expected * (1 - expected) / 1500);
  EXPECT_NEAR(seen / 1500, expected, 4 * error);
}

}  // namespace
}  // namespace ceaseline
