// The violation process against closed forms: oracles R5 (Poisson), V1, V3, and the properties of its
// addresses.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "ceaseline/model/clock.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

std::vector<Incident> incidents(World const& world, std::uint32_t replication) {
  TruthStream truth(world, HotspotProcess(), Draws(3, replication));
  TruthDay today;
  std::vector<Incident> all;
  while (truth.next(today)) all.insert(all.end(), today.incidents.begin(), today.incidents.end());
  return all;
}

std::vector<double> daily_counts(World const& world, std::uint32_t replication) {
  std::vector<double> days(static_cast<std::size_t>(world.days()), 0.0);
  for (Incident const& i : incidents(world, replication))
    days[static_cast<std::size_t>(ms_of(i.start) / one_day.count())] += 1;
  return days;
}

TEST(OracleR5, DailyCountsArePoisson) {
  struct Case {
    double mean, p_zero;
    int days;
  };
  for (Case const& c : {Case{0.3, 0.7408182, 200'000}, Case{7.5, 5.5308e-4, 200'000}, Case{300, 0, 20'000}}) {
    World const world = build(straight_world(km(10), one_day * 2000, shot_kind(), c.mean));
    std::vector<double> counts;
    for (std::uint32_t r = 0; counts.size() < static_cast<std::size_t>(c.days); ++r) {
      auto const more = daily_counts(world, r);
      counts.insert(counts.end(), more.begin(), more.end());
    }
    auto const n = static_cast<double>(counts.size());
    double sum = 0;
    double squares = 0;
    double zero = 0;
    for (double const k : counts) {
      sum += k;
      squares += (k - c.mean) * (k - c.mean);
      zero += k == 0 ? 1 : 0;
    }
    EXPECT_NEAR(sum / n, c.mean, 4 * std::sqrt(c.mean / n));
    // Fourth central moment of a Poisson: m + 3 m^2.
    EXPECT_NEAR(squares / n, c.mean, 4 * std::sqrt((c.mean + 2 * c.mean * c.mean) / n));
    EXPECT_NEAR(zero / n, c.p_zero, 4 * std::sqrt(std::max(c.p_zero, 1 / n) / n));
  }
}

TEST(OracleV1, CosineClockFillsTheDayAsItsIntegralSays) {
  // 0.4 an hour, amplitude 0.8, peak at 20 h: 9.6 a day, 4.069706 from 18 to 24 h, 0.730294 from 6 to 12 h.
  WorldSpec spec = straight_world(km(10), one_day * 2000, shot_kind(), 9.6);
  spec.violations.clock = Clock::Cosine;
  World const world = build(spec);
  double day = 0;
  double evening = 0;
  double morning = 0;
  double daytime = 0;
  double thinned_evening = 0;
  double const days = 2000.0 * 20;
  // The same clock by thinning a constant stream, with another generator: the two must agree.
  std::uint64_t state = 88172645463325252ULL;
  auto const next = [&state] {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return static_cast<double>(state >> 11U) * 0x1p-53;
  };
  double t = 0;
  while ((t += -std::log(1 - next()) / 0.72) < 24 * days) {
    double const h = std::fmod(t, 24.0);
    bool const kept = next() < (1 + 0.8 * std::cos(2 * 3.14159265358979 * (h - 20) / 24)) / 1.8;
    if (kept && h >= 18) thinned_evening += 1;
  }
  for (std::uint32_t r = 0; r < 20; ++r) {
    for (Incident const& i : incidents(world, r)) {
      double const h = static_cast<double>(ms_of(i.start) % one_day.count()) / 3.6e6;
      day += 1;
      if (h >= 18) evening += 1;
      if (h >= 6 && h < 12) morning += 1;
      if (h >= 6 && h < 18) daytime += 1;
    }
  }
  EXPECT_NEAR(day / days, 9.6, 4 * std::sqrt(9.6 / days));
  EXPECT_NEAR(evening / days, 4.069706, 4 * std::sqrt(4.069706 / days));
  EXPECT_NEAR(morning / days, 0.730294, 4 * std::sqrt(0.730294 / days));
  EXPECT_NEAR(thinned_evening / days, evening / days, 4 * std::sqrt(2 * 4.07 / days));
  EXPECT_NEAR(daytime / day, 0.372676, 4 * std::sqrt(0.372676 * 0.627324 / day)) << "P8";
}

TEST(OracleV3, DailyLevelIsALogAutoregression) {
  // m 12, s 0.5, phi 0.9: mean 12, variance 52.8997, lag-1 covariance 36.3345.
  WorldSpec spec = straight_world(km(10), one_day * 60, shot_kind(), 12);
  spec.violations.memory = 0.9;
  spec.violations.regions = {RegionSpec{"all", "", {}, {}, 1, 0.5}};
  World const world = build(spec);
  constexpr int series = 4000;
  // Each series gives one value of each moment about the known mean; their own spread is the standard error.
  std::vector<double> mean, variance, lagged;
  for (std::uint32_t r = 0; r < series; ++r) {
    auto const d = daily_counts(world, r);
    double m = 0;
    double v = 0;
    double l = 0;
    for (std::size_t i = 0; i < d.size(); ++i) {
      m += d[i] / 60;
      v += (d[i] - 12) * (d[i] - 12) / 60;
      if (i > 0) l += (d[i] - 12) * (d[i - 1] - 12) / 59;
    }
    mean.push_back(m);
    variance.push_back(v);
    lagged.push_back(l);
  }
  auto const expect_mean = [](std::vector<double> const& x, double expected, double precision) {
    double m = 0;
    double v = 0;
    for (double const e : x) m += e / series;
    for (double const e : x) v += (e - m) * (e - m) / (series - 1);
    double const se = std::sqrt(v / series);
    EXPECT_NEAR(m, expected, 4 * se);
    EXPECT_LE(se, precision * expected);
  };
  expect_mean(mean, 12, 0.01);
  expect_mean(variance, 52.8997, 0.03);
  expect_mean(lagged, 36.3345, 0.03);
}

TEST(ViolationStream, NightShareIsTheOneAsked) {
  WorldSpec spec = straight_world(km(100), one_day * 365, shot_kind(), 200);
  spec.violations.clock = Clock::NightShare;
  spec.violations.night_share = 0.59;
  World const world = build(spec);
  double night = 0;
  double n = 0;
  for (Incident const& i : incidents(world, 0)) {
    night += i.light == Light::Night ? 1 : 0;
    n += 1;
  }
  EXPECT_NEAR(night / n, 0.59, 4 * std::sqrt(0.59 * 0.41 / n));
  ViolationClock const clock(world, 50'000);
  double sum = 0;
  for (int d = 0; d < world.days(); ++d) sum += clock.weight(d);
  EXPECT_NEAR(sum / world.days(), 1, 1e-9);
}

TEST(ViolationStream, ActsComeInOrderAndBelongToTheirIncident) {
  ViolationKind kind = shot_kind();
  kind.acts = {10, 0.015, 15};
  kind.duration = 20 * one_minute;
  kind.duration_law = DurationLaw::Exponential;
  World const world = build(straight_world(km(100), one_day * 30, kind, 20));
  TruthStream truth(world, HotspotProcess(), Draws(3, 1));
  TruthDay today;
  std::vector<Incident> all;
  std::vector<std::uint32_t> seen;
  SimTime last{};
  while (truth.next(today)) {
    ASSERT_EQ(today.first, all.size());
    all.insert(all.end(), today.incidents.begin(), today.incidents.end());
    seen.resize(all.size());
    for (Act const& a : today.acts) {
      EXPECT_GE(a.time, last);
      last = a.time;
      EXPECT_EQ(a.number, seen[a.incident]++);
      EXPECT_GE(a.time, all[a.incident].start);
      EXPECT_LE(a.time, all[a.incident].end());
    }
  }
  double acts = 0;
  double squares = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    EXPECT_EQ(seen[i], all[i].acts);
    acts += all[i].acts;
    squares += static_cast<double>(all[i].acts) * all[i].acts;
  }
  auto const n = static_cast<double>(all.size());
  EXPECT_NEAR(acts / n, 10, 4 * std::sqrt(squares / n / n));
}

TEST(ViolationStream, OrderOfKindsAndHotspotsInTheFileChangesNothing) {
  WorldSpec spec = straight_world(km(100), one_day * 20, shot_kind(), 50);
  ViolationKind loud = shot_kind();
  loud.id = "loud";
  spec.violations.kinds.push_back(loud);
  for (char const* id : {"one", "two", "three"}) {
    HotspotSpec h;
    h.id = id;
    h.centre = km(20.0 * static_cast<double>(spec.violations.hotspots.size() + 1));
    h.width = km(3);
    h.share_of_acts = 0.2;
    spec.violations.hotspots.push_back(h);
  }
  spec.violations.hotspots_moved = 0.5;
  WorldSpec turned = spec;
  std::reverse(turned.violations.kinds.begin(), turned.violations.kinds.end());
  std::reverse(turned.violations.hotspots.begin(), turned.violations.hotspots.end());
  auto const a = incidents(build(spec), 5);
  auto const b = incidents(build(turned), 5);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].key.value, b[i].key.value);
    ASSERT_EQ(a[i].start, b[i].start);
    ASSERT_EQ(a[i].chainage, b[i].chainage);
    ASSERT_NE(a[i].kind, b[i].kind);
  }
}

TEST(ViolationStream, PlacesReallyLieTheirDepthBehindTheLine) {
  // A line that folds back on itself every 10 km, and depths of up to 12 km.
  std::vector<LonLat> zigzag;
  for (int i = 0; i < 40; ++i) zigzag.push_back({37.0 + 0.02 * i, i % 2 == 0 ? 48.0 : 48.06});
  WorldSpec spec = straight_world(km(1), one_day * 50, shot_kind(), 40);
  spec.violations.kinds[0].depth = km(3);
  World const world(spec, Line::from_parts({zigzag}, Frame(LonLat{37.4, 48.03})));
  for (Incident const& i : incidents(world, 0)) {
    LinePlace const really = world.line().nearest(i.place);
    EXPECT_NEAR(really.depth.metres(), i.depth, 0.01);
    EXPECT_EQ(i.depth > 0, i.side == Side::B);
  }
}

}  // namespace
}  // namespace ceaseline
