#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "ceaseline/base/silent_fields.hpp"
#include "ceaseline/detection/builtin_sensors.hpp"
#include "ceaseline/detection/fusion.hpp"
#include "ceaseline/detection/tabulated_sensor.hpp"
#include "notices.hpp"
#include "sensor_promises.hpp"

// Textbook answers for several independent sensors, asked of the real tables, draws and fusion.

namespace ceaseline {
namespace {

constexpr double radius_95 = 2.447746830680816;  // sqrt(-2 ln 0.05)
constexpr Draws draws{11, 3};

double error_of_share(double p, int n) { return 4 * std::sqrt(p * (1 - p) / n); }

TEST(IndependentSensors, AnyOfThreeAndTwoOfThree) {
  World const world = world_of(all_sorts_of_conditions());
  constexpr int acts = 200'000;
  // How many of three sensors notice each act, each sensor with draws of its own.
  auto const noticed_by = [&](std::array<double, 3> chances) {
    std::vector<DetectionTable> tables;
    for (double const chance : chances) {
      TabulatedSensor sensor;
      sensor.curves = {{"*", TabulatedSensor::When::Any, {{Length::kilometres(3), chance}}}};
      tables.emplace_back(sensor, world);
    }
    std::array<int, 4> by_count{};
    for (std::uint64_t act = 0; act < acts; ++act) {
      std::size_t count = 0;
      for (std::size_t s = 0; s < 3; ++s) {
        double const chance = tables[s].curve(0, Sky{}, false).at_squared(2000.0 * 2000.0);
        Key const sensor = key_of("sensor " + std::to_string(s));
        if (draws.at(purpose::notice, sensor, act).unit() < chance) ++count;
      }
      ++by_count[count];
    }
    return by_count;
  };
  auto const any = noticed_by({0.3, 0.5, 0.2});
  EXPECT_NEAR(1 - any[0] / double{acts}, 0.72, error_of_share(0.72, acts));
  auto const alike = noticed_by({0.7, 0.7, 0.7});
  EXPECT_NEAR((alike[2] + alike[3]) / double{acts}, 0.784, error_of_share(0.784, acts));
}

TEST(FusedPlace, OfStandardErrors100And200IsGoodTo89) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 100, 1));
  f.take(heard(0, {100, 50}, 200, 2));
  ASSERT_EQ(f.events().size(), 1U);
  Fusion::Event const& e = f.events()[0];
  EXPECT_NEAR(e.half_axis() / radius_95, 89.4427, 5e-5);
  EXPECT_NEAR(std::sqrt(e.variance_along({0.6, 0.8})), 89.4427, 5e-5);
  // Weighted by 1 / variance: four fifths of the first.
  EXPECT_NEAR(e.place().x, 20, 1e-9);
  EXPECT_NEAR(e.place().y, 10, 1e-9);
}

TEST(FusedPlace, LongEllipsesCrossIntoAShortOne) {
  // Bearings good to 50 m from south and from west, ranges good to 2 km: what is left is the crossing.
  Fusion f = usual_fusion();
  f.take(looking(heard(0, {1'000, 300'000}, 1), 90, 2000, 50));
  f.take(looking(heard(0, {1'000, 300'000}, 1), 0, 2000, 50));
  Fusion::Event const& e = f.events()[0];
  double const sigma = 1 / std::sqrt(1 / (2000.0 * 2000.0) + 1 / (50.0 * 50.0));
  EXPECT_NEAR(e.half_axis(), radius_95 * sigma, 1e-6);
  // Of one alone the longer half-axis is that of the range.
  Fusion one = usual_fusion();
  one.take(looking(heard(0, {1'000, 300'000}, 1), 30, 2000, 50));
  EXPECT_NEAR(one.events()[0].half_axis(), radius_95 * 2000, 1e-6);
  EXPECT_NEAR(std::sqrt(one.events()[0].variance_along({std::sqrt(0.75), 0.5})), 2000, 1e-6);
}

TEST(FusedPlace, StatedEllipsesHoldTheTruthIn95Percent) {
  constexpr int n = 40'000;
  Point const truth{120'000, -80'000};
  Fusion f(3, 20 * one_minute, 1, one_day);  // a gate of 1: no pair is refused, so none is chosen
  int inside = 0;
  int within_half_axis = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    f.reset();
    f.take(with_error(looking(heard(0, truth, 1, 1), 20, 900, 400), draws, key_of("ear"), i));
    f.take(with_error(looking(heard(0, truth, 1, 2), 100, 150, 60), draws, key_of("array"), i));
    f.take(with_error(looking(seen(0, truth, 1, 3), -50, 300, 30), draws, key_of("camera"), i));
    ASSERT_EQ(f.events().size(), 1U);
    Fusion::Event const& e = f.events()[0];
    double const dx = truth.x - e.place().x;
    double const dy = truth.y - e.place().y;
    double const chi_squared = e.ixx * dx * dx + 2 * e.ixy * dx * dy + e.iyy * dy * dy;
    inside += chi_squared <= radius_95 * radius_95 ? 1 : 0;
    within_half_axis += std::hypot(dx, dy) <= e.half_axis() ? 1 : 0;
  }
  EXPECT_NEAR(inside / double{n}, 0.95, error_of_share(0.05, n));
  EXPECT_GT(within_half_axis / double{n}, 0.95) << "a circle of the longer half-axis holds the ellipse";
}

TEST(FusedPlace, IsOnTheWrongSideOfAStraightLineAsOftenAsItsErrorSays) {
  constexpr int n = 100'000;
  // Two of sigma sqrt(2) x 100 make one of 100.
  double const each = 100 * std::sqrt(2.0);
  auto const wrong_share = [&](auto depth_of) {
    Fusion f(3, 20 * one_minute, 1, one_day);
    int wrong = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
      Point const truth{0, -depth_of(i)};
      f.reset();
      f.take(with_error(heard(0, truth, each, 1), draws, key_of("one"), i));
      f.take(with_error(heard(0, truth, each, 2), draws, key_of("two"), i));
      wrong += f.events()[0].place().y > 0 ? 1 : 0;
    }
    return wrong / double{n};
  };
  EXPECT_NEAR(wrong_share([](std::uint64_t) { return 100.0; }), 0.158655, error_of_share(0.158655, n));
  auto const exponential_depth = [](std::uint64_t i) {
    return 200 * exponential(draws.at(purpose::incident_depth, key_of("incident"), i).open_unit());
  };
  EXPECT_NEAR(wrong_share(exponential_depth), 0.150381, error_of_share(0.150381, n));
}

TEST(FusedSide, TwoIndependentCallsEachRightWith08) {
  double const call = portable_log(0.8 / 0.2);
  auto const p_b = [&](double first, double second, double visit) {
    Fusion f = usual_fusion();
    for (double const says : {first, second}) {
      Notice n = seen(0, {0, 0}, 100);
      n.log_odds_b = says;
      f.take(n);
    }
    f.read_side(0, visit);
    return f.events()[0].p_side_b();
  };
  EXPECT_NEAR(p_b(call, call, 0), 0.941176, 5e-7);
  EXPECT_NEAR(p_b(-call, -call, 0), 1 - 0.941176, 5e-7);
  EXPECT_NEAR(p_b(call, -call, 0), 0.5, 1e-12);
  EXPECT_NEAR(p_b(call, 0, call), 0.941176, 5e-7) << "a visit's word counts like another";
}

TEST(FusedKind, IsBayesFromEvenOdds) {
  // Five kinds of acts and two of objects; an ear right with 0.6, another with 0.3, a camera with 0.9.
  std::vector<ViolationKind> kinds(7);
  kinds[2].object = kinds[5].object = true;
  Fusion f(kinds, 20 * one_minute, 0.99, one_day);
  auto const say = [&](std::uint16_t kind, double right) {
    Notice n = heard(0, {0, 0}, 100);
    n.kind = kind;
    n.kind_right = right;
    f.take(n);
  };
  say(1, 0.6);
  EXPECT_EQ(f.likeliest_kind(0).kind, 1);
  EXPECT_NEAR(f.likeliest_kind(0).probability, 0.6, 1e-12);
  say(3, 0.3);
  say(3, 0.9);
  // Likelihoods of the five: the others share what is not right, a quarter each.
  double const of_1 = 0.6 * (0.7 / 4) * (0.1 / 4);
  double const of_3 = (0.4 / 4) * 0.3 * 0.9;
  double const of_rest = 3 * (0.4 / 4) * (0.7 / 4) * (0.1 / 4);
  EXPECT_EQ(f.likeliest_kind(0).kind, 3);
  EXPECT_NEAR(f.likeliest_kind(0).probability, of_3 / (of_1 + of_3 + of_rest), 1e-12);
  // Of objects there are two.
  Notice tank = seen(0, {50'000, 0}, 100);
  tank.object = true;
  tank.kind = 5;
  tank.kind_right = 0.8;
  std::uint32_t const report = f.take(tank);
  f.take(tank);
  EXPECT_EQ(f.likeliest_kind(report).kind, 5);
  EXPECT_NEAR(f.likeliest_kind(report).probability, 0.64 / (0.64 + 0.04), 1e-12);
  // One who is certain is certain, and two that contradict each other leave it open.
  Notice certain = heard(0, {90'000, 0}, 100);
  certain.kind = 4;
  std::uint32_t const other = f.take(certain);
  EXPECT_NEAR(f.likeliest_kind(other).probability, 1, 1e-12);
  certain.kind = 0;
  f.take(certain);
  EXPECT_NEAR(f.likeliest_kind(other).probability, 0.5, 1e-12);
}

}  // namespace
}  // namespace ceaseline
