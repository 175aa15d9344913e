// Truces and escalations: expected counts by closed form, and when the old level is back (domain facts,
// section 9, validation 7 and 8).
#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

constexpr double a_day = 200;

WorldSpec with(std::vector<RegimeSpec> regimes, Duration period = 140 * one_day) {
  WorldSpec spec = straight_world(km(100), period, shot_kind(), a_day);
  spec.violations.regimes = std::move(regimes);
  return spec;
}

/// Counts in stretches of `length` days of many replications.
std::vector<double> mean_counts(World const& world, double length, std::uint32_t replications) {
  std::vector<double> n(static_cast<std::size_t>(in_days(world.end()) / length));
  for (std::uint32_t r = 0; r < replications; ++r) {
    for (Incident const& i : drawn(world, r)) {
      auto const k = static_cast<std::size_t>(in_days(i.start) / length);
      if (k < n.size()) n[k] += 1.0 / replications;
    }
  }
  return n;
}

void expect_count(double found, double expected, std::uint32_t replications) {
  EXPECT_NEAR(found, expected, 4 * std::sqrt(expected / replications));
}

TEST(Regimes, ATruceGrowsBackByTheWeekAsItsIntegralSays) {
  constexpr std::uint32_t replications = 50;
  for (double const rebound : {0.5, 0.15}) {
    auto const n = mean_counts(build(with({{"truce", 14 * one_day, 0.15, {}, rebound}})), 7, replications);
    double const g = std::log(1 + rebound);   // a week
    double const back = -std::log(0.15) / g;  // weeks
    EXPECT_NEAR(back, rebound == 0.5 ? 4.68 : 13.57, 0.01);
    for (std::size_t week = 0; week < n.size(); ++week) {
      double const from = static_cast<double>(week) - 2;  // weeks since the truce
      double const grown = std::clamp(back - from, 0.0, 1.0);
      double const integral =
          from < 0
              ? 1
              : 0.15 * (std::exp(g * (from + grown)) - std::exp(g * from)) / g * (grown > 0) + (1 - grown);
      expect_count(n[week], 7 * a_day * integral, replications);
    }
  }
}

TEST(Regimes, BeforeATruceAndAfterItsEndNothingIsDifferent) {
  auto const calm = drawn(build(with({})), 1);
  for (double const rebound : {0.5, 0.15}) {
    auto const truce = drawn(build(with({{"truce", 14 * one_day, 0.15, {}, rebound}})), 1);
    auto const on_day = [](std::vector<Incident> const& all, int day) {
      std::vector<std::uint64_t> keys;
      for (Incident const& i : all) {
        if (i.start >= SimTime{day * one_day} && i.start < SimTime{(day + 1) * one_day})
          keys.push_back(i.key.value ^ static_cast<std::uint64_t>(ms_of(i.start)));
      }
      return keys;
    };
    // 4.679 and 13.574 weeks after day 14: within days 46 and 109.
    int const back = rebound == 0.5 ? 46 : 109;
    for (int day = 0; day < 140; ++day) {
      bool const same = on_day(calm, day) == on_day(truce, day);
      if (day < 14 || day > back) {
        EXPECT_TRUE(same) << day;
      }
      if (day >= 14 && day < back - 3) {
        EXPECT_FALSE(same) << day;
      }
    }
  }
}

TEST(Regimes, BeforeAnEscalationNothingIsDifferent) {
  auto const calm = drawn(build(with({})), 1);
  auto const loud = drawn(build(with({{"war", 14 * one_day, 4, {}, 0}})), 1);
  for (std::size_t i = 0; calm[i].start < SimTime{14 * one_day}; ++i) {
    ASSERT_EQ(calm[i].key, loud[i].key);
    ASSERT_EQ(calm[i].start, loud[i].start);
  }
}

TEST(Regimes, AStepWithinADayFallsAtItsHour) {
  constexpr std::uint32_t replications = 200;
  auto const n = mean_counts(build(with({{"step", 3 * one_day + 18 * one_hour, 4, {}, 0}}, 6 * one_day)),
                             0.25, replications);
  for (std::size_t q = 0; q < n.size(); ++q) expect_count(n[q], a_day / 4 * (q < 15 ? 1 : 4), replications);
}

TEST(Regimes, AStepWithinADayThatFallsAtOnceHasItsPeak) {
  constexpr std::uint32_t replications = 200;
  auto const n = mean_counts(build(with({{"spike", one_day + 12 * one_hour, 20, {}, 1e6}}, 5 * one_day)),
                             0.125, replications);
  double const down = std::log(1e6) / 7;  // a day: 20 is back at 1 after 1.52 days
  double const back = std::log(20.0) / down;
  for (std::size_t k = 0; k < n.size(); ++k) {
    double const t = static_cast<double>(k) / 8 - 1.5;
    double const falling = t < 0 ? 0 : std::clamp(back - t, 0.0, 0.125);
    double const raised = 20 * (std::exp(-down * t) - std::exp(-down * (t + falling))) / down;
    expect_count(n[k], a_day * (raised + 0.125 - falling), replications);
  }
}

TEST(Regimes, EscalationReachesTenfoldInThreeDays) {
  constexpr std::uint32_t replications = 100;
  auto const n = mean_counts(build(with({{"february", 10 * one_day, 10, 3 * one_day, 1.0}}, 60 * one_day)), 1,
                             replications);
  double const up = std::log(10.0) / 3;   // a day
  double const down = std::log(2.0) / 7;  // a day
  double const back = std::log(10.0) / down;
  for (std::size_t d = 0; d < n.size(); ++d) {
    double const t = static_cast<double>(d) - 10;
    double integral = 1;
    if (t >= 0 && t < 3) integral = (std::exp(up * (t + 1)) - std::exp(up * t)) / up;
    if (t >= 3) {
      double const falling = std::clamp(3 + back - t, 0.0, 1.0);
      integral =
          10 * (std::exp(-down * (t - 3)) - std::exp(-down * (t - 3 + falling))) / down + (1 - falling);
    }
    expect_count(n[d], a_day * integral, replications);
  }
}

TEST(Regimes, SeveralMultiplyInAnyOrderAndNothingIsNothing) {
  constexpr std::uint32_t replications = 100;
  RegimeSpec const half{"half", 2 * one_day, 0.5, {}, 0};
  RegimeSpec const triple{"triple", 4 * one_day, 3, {}, 0};
  RegimeSpec const over{"over", 6 * one_day, 0, {}, 0};
  World const world = build(with({half, triple, over}, 8 * one_day));
  auto const n = mean_counts(world, 2, replications);
  expect_count(n[0], 2 * a_day, replications);
  expect_count(n[1], a_day, replications);
  expect_count(n[2], 3 * a_day, replications);
  EXPECT_EQ(n[3], 0);
  auto const a = drawn(world, 0);
  auto const b = drawn(build(with({over, triple, half}, 8 * one_day)), 0);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) ASSERT_EQ(a[i].key, b[i].key);
}

TEST(Regimes, IncidentsOfATruceAreAmongThoseOfItsFirstInstant) {
  // Day 14 begins at the old level, so that all its candidates are drawn, and only kept or not.
  auto const calm = drawn(build(with({})), 2);
  auto const truce = drawn(build(with({{"truce", 14 * one_day + 12 * one_hour, 0.15, {}, 0}})), 2);
  std::size_t morning = 0;
  std::size_t afternoon = 0;
  for (Incident const& i : truce) {
    if (i.start < SimTime{14 * one_day} || i.start >= SimTime{15 * one_day}) continue;
    EXPECT_TRUE(std::any_of(calm.begin(), calm.end(), [&](Incident const& c) { return c.key == i.key; }));
    (in_days(i.start) < 14.5 ? morning : afternoon) += 1;
  }
  EXPECT_GT(morning, 60U);
  EXPECT_LT(afternoon, 40U);
}

}  // namespace
}  // namespace ceaseline
