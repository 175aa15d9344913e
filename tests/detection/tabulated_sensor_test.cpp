#include "ceaseline/detection/tabulated_sensor.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ceaseline/base/silent_fields.hpp"
#include "sensor_promises.hpp"

namespace ceaseline {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using When = TabulatedSensor::When;

Length km(double v) { return Length::kilometres(v); }

/// Notes what is refused of what stands in memory.
struct Judging : SilentFields {
  std::vector<std::string> refused;
  void tables(char const*, std::size_t size, std::function<void(std::size_t)> const&,
              std::function<void(Fields&, std::size_t)> const& inner, char const*) override {
    for (std::size_t i = 0; i < size; ++i) inner(*this, i);
  }
  void refuse(char const* name, std::string const& why) override {
    refused.push_back(std::string{name} + ": " + why);
  }
};

std::vector<std::string> refused_of(TabulatedSensor sensor) {
  Judging judging;
  visit(judging, sensor);
  return judging.refused;
}

TabulatedSensor of_points(std::vector<TabulatedSensor::At> points) {
  TabulatedSensor t;
  t.curves = {{"*", When::Any, std::move(points)}};
  return t;
}

TEST(TabulatedSensor, IsLinearBetweenItsPointsAndEndsWithTheLast) {
  TabulatedSensor const t = of_points({{km(1), 0.8}, {km(3), 0.2}, {km(4), 0.2}});
  ViolationKind const any;
  EXPECT_EQ(t.detects(any, plain_day(), km(0)), 0.8);
  EXPECT_EQ(t.detects(any, plain_day(), km(1)), 0.8);
  EXPECT_NEAR(t.detects(any, plain_day(), km(1.5)), 0.65, 1e-12);
  EXPECT_EQ(t.detects(any, plain_day(), km(3)), 0.2);
  EXPECT_EQ(t.detects(any, plain_day(), km(4)), 0.2);
  EXPECT_EQ(t.detects(any, plain_day(), km(4.001)), 0);
  EXPECT_EQ(t.reach(any, plain_day()), km(4));
}

TEST(TabulatedSensor, TakesTheCurveOfTheKindAndThenOfTheLight) {
  TabulatedSensor t;
  t.curves = {{"*", When::Any, {{km(1), 0.1}}},
              {"*", When::Night, {{km(1), 0.2}}},
              {"gun", When::Any, {{km(1), 0.3}}},
              {"gun", When::Day, {{km(1), 0.4}}}};
  ViolationKind gun;
  gun.id = "gun";
  ViolationKind other;
  other.id = "other";
  EXPECT_EQ(t.detects(other, plain_day(), {}), 0.1);
  EXPECT_EQ(t.detects(other, plain_night(), {}), 0.2);
  EXPECT_EQ(t.detects(gun, plain_day(), {}), 0.4);
  EXPECT_EQ(t.detects(gun, plain_night(), {}), 0.3) << "the kind goes before the light";
  t.curves.erase(t.curves.begin(), t.curves.begin() + 2);
  EXPECT_EQ(t.detects(other, plain_day(), {}), 0) << "no curve is for it";
  EXPECT_EQ(t.reach(other, plain_day()), Length{});
}

TEST(TabulatedSensor, WeatherCutsSightAndShrinksHearing) {
  ViolationKind const any;
  TabulatedSensor t = of_points({{km(1), 0.8}, {km(5), 0.4}});
  Conditions bad = plain_day();
  bad.air.visibility = km(2);
  bad.air.listening = 0.5;
  EXPECT_EQ(t.reach(any, bad), km(2));
  EXPECT_NEAR(t.detects(any, bad, km(2)), 0.7, 1e-12);
  t.by = Channel::Sound;
  EXPECT_EQ(t.reach(any, bad), km(2.5));
  EXPECT_NEAR(t.detects(any, bad, km(1)), 0.7, 1e-12) << "as at 2 km in calm air";
}

TEST(TabulatedSensor, KeepsThePromisesOfSensors) {
  // Bends on the table's steps (reach 6.4 km, 64 steps) are kept exactly.
  TabulatedSensor even = of_points({{km(0.4), 1}, {km(1.6), 0.5}, {km(6.4), 0.05}});
  even.recognise_within = km(1);
  even.identify_within = km(9);
  for (Channel const by : {Channel::Sight, Channel::Sound}) {
    even.by = by;
    // In haze sight ends at 4 km, and the bends then lie between steps: a quarter of the bend times the step.
    expect_keeps_sensor_promises(even, 0.25 * (0.5 / 1200) * (6400.0 / 64));
  }
  expect_keeps_sensor_promises(TabulatedSensor{});
}

TEST(TabulatedSensor, RefusesWhatIsNoDetectionFunction) {
  EXPECT_THAT(refused_of(of_points({{km(1), 0.8}, {km(2), 0.8}, {km(3), 0}})), IsEmpty());
  EXPECT_THAT(refused_of(TabulatedSensor{}), IsEmpty());
  EXPECT_THAT(refused_of(of_points({})), ElementsAre(HasSubstr("at least one point")));
  EXPECT_THAT(refused_of(of_points({{km(1), 0.5}, {km(2), 0.6}})),
              ElementsAre(HasSubstr("grows with range")));
  EXPECT_THAT(refused_of(of_points({{km(2), 0.5}, {km(1), 0.4}})), ElementsAre(HasSubstr("must ascend")));
  EXPECT_THAT(refused_of(of_points({{km(1), 0.5}, {km(1), 0.4}})), ElementsAre(HasSubstr("must ascend")));
  TabulatedSensor twice = of_points({{km(1), 0.5}});
  twice.curves.push_back(twice.curves.front());
  EXPECT_THAT(refused_of(twice), ElementsAre(HasSubstr("curves: two curves for kind \"*\"")));
  twice.curves.back().light = When::Day;
  EXPECT_THAT(refused_of(twice), IsEmpty());
}

}  // namespace
}  // namespace ceaseline
