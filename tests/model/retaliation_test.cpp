// Incidents that answer incidents: oracle V4 (Hawkes), and what an answer is.
#include <map>
#include <set>

#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

WorldSpec answering(double total_per_day, double branching, Duration delay, Duration period) {
  WorldSpec spec = straight_world(km(500), period, shot_kind(), total_per_day);
  spec.violations.retaliation.branching = branching;
  spec.violations.retaliation.delay = delay;
  return spec;
}

std::vector<double> counts(World const& world, std::uint32_t replications) {
  std::vector<double> n;
  for (std::uint32_t r = 0; r < replications; ++r) n.push_back(static_cast<double>(drawn(world, r).size()));
  return n;
}

/// Var N(T) of a stationary Hawkes process of total rate `rate`, times in units of the mean delay.
double hawkes_variance(double rate, double n, double t) {
  double const kappa = 1 / ((1 - n) * (1 - n));
  double const gamma = 1 - n;
  return rate * (kappa * t + (1 - kappa) * (1 - std::exp(-gamma * t)) / gamma);
}

TEST(OracleV4, CountsOfAStationaryHawkesProcess) {
  // mu 0.5, n 0.5, beta 1, T 20 (days).
  ASSERT_NEAR(hawkes_variance(1, 0.5, 20), 74.00027, 1e-5);
  auto const days = counts(build(answering(1, 0.5, one_day, 20 * one_day)), 20'000);
  expect_mean(days, 20, 0.005);
  expect_variance(days, 74.00027, 0.02);
  // mu 0.05 an hour, n 0.4, beta 1/72 h, T 168 h.
  ASSERT_NEAR(hawkes_variance(0.05 / 0.6 * 72, 0.4, 168.0 / 72), 25.49506, 1e-5);
  auto const week = counts(build(answering(2, 0.4, 72 * one_hour, 7 * one_day)), 8'000);
  expect_mean(week, 14, 0.006);
  expect_variance(week, 25.49506, 0.02);
}

TEST(OracleV4, ThinningAfterOgataAgrees) {
  // The same process by another construction and another generator: thinning of the intensity as it runs.
  std::uint64_t state = 88172645463325252ULL;
  auto const next = [&state] {
    state ^= state << 13U;
    state ^= state >> 7U;
    state ^= state << 17U;
    return (static_cast<double>(state >> 11U) + 0.5) * 0x1p-53;
  };
  std::vector<double> thinned;
  std::vector<double> none_thinned;
  for (int r = 0; r < 20'000; ++r) {
    double t = -60;
    double excited = 0.5;  // at its mean; forgotten after 60 delays
    double n = 0;
    while (t < 20) {
      double const bound = 0.5 + excited;
      double const gap = -std::log(next()) / bound;
      t += gap;
      excited *= std::exp(-gap);
      if (next() * bound >= 0.5 + excited) continue;
      excited += 0.5;
      if (t >= 0 && t < 20) n += 1;
    }
    thinned.push_back(n);
  }
  Moments const a = moments(thinned);
  Moments const b = moments(counts(build(answering(1, 0.5, one_day, 20 * one_day)), 20'000));
  EXPECT_NEAR(a.mean, b.mean, 4 * std::hypot(a.error, b.error));
  EXPECT_NEAR(a.variance, b.variance, 4 * std::hypot(a.variance_error, b.variance_error));
}

TEST(OracleV4, ClustersAreOfBorelSize) {
  constexpr double n = 0.5;
  World const world = build(answering(20, n, 6 * one_hour, 2000 * one_day));
  std::vector<double> sizes;
  std::vector<double> generations;
  for (std::uint32_t r = 0; r < 4; ++r) {
    std::map<std::uint64_t, SimTime> start;
    std::set<std::uint64_t> answers;
    auto const all = drawn(world, r);
    for (Incident const& i : all) start[i.key.value] = i.start;
    auto const family = [&](std::uint64_t parent) {
      std::vector<std::uint64_t> children;
      for (std::uint64_t c = 0;; ++c) {
        Key const child = key_of(Key{parent}, c);
        if (start.count(child.value) == 0) return children;
        children.push_back(child.value);
      }
    };
    for (Incident const& i : all) {
      for (std::uint64_t const child : family(i.key.value)) answers.insert(child);
    }
    for (Incident const& i : all) {
      bool const whole = i.start > at_ms(0) + 30 * one_day && i.start < world.end() - 60 * one_day;
      if (!whole || answers.count(i.key.value) > 0) continue;
      std::vector<std::uint64_t> cluster{i.key.value};
      for (std::size_t k = 0; k < cluster.size(); ++k) {
        for (std::uint64_t const child : family(cluster[k])) cluster.push_back(child);
      }
      sizes.push_back(static_cast<double>(cluster.size()));
    }
  }
  ASSERT_GT(sizes.size(), 70'000U);
  expect_mean(sizes, 2, 0.005);
  expect_variance(sizes, 4, 0.05);
  double const borel[] = {0.606531, 0.183940, 0.083674, 0.045112};
  auto const total = static_cast<double>(sizes.size());
  for (int size = 1; size <= 4; ++size) {
    double const p = borel[size - 1];
    auto const found = static_cast<double>(std::count(sizes.begin(), sizes.end(), size));
    EXPECT_NEAR(found / total, p, 4 * std::sqrt(p * (1 - p) / total)) << "clusters of " << size;
  }
}

TEST(Retaliation, MeanRateHoldsFromTheFirstDay) {
  World const world = build(answering(20, 0.8, 2 * one_day, 30 * one_day));
  std::vector<double> first, last;
  for (std::uint32_t r = 0; r < 1500; ++r) {
    double a = 0;
    double b = 0;
    for (Incident const& i : drawn(world, r)) {
      a += i.start < at_ms(0) + one_day ? 1 : 0;
      b += i.start >= world.end() - one_day ? 1 : 0;
    }
    first.push_back(a);
    last.push_back(b);
  }
  expect_mean(first, 20, 0.03);
  expect_mean(last, 20, 0.03);
}

TEST(Retaliation, AnswersComeFromTheOtherSideNearby) {
  WorldSpec spec = answering(40, 0.5, 6 * one_hour, 400 * one_day);
  spec.violations.retaliation.spread = km(3);
  spec.violations.side_a_share = 0.4;
  ViolationKind loud = shot_kind();
  loud.id = "loud";
  loud.share_of_acts = 3;
  spec.violations.kinds.push_back(loud);
  World const world = build(spec);
  auto const all = drawn(world, 0);
  std::map<std::uint64_t, Incident const*> by_key;
  for (Incident const& i : all) by_key[i.key.value] = &i;
  std::vector<double> delays, squares;
  double loud_answers = 0;
  double a = 0;
  for (Incident const& i : all) {
    a += i.side == Side::A ? 1 : 0;
    for (std::uint64_t c = 0;; ++c) {
      auto const found = by_key.find(key_of(i.key, c).value);
      if (found == by_key.end()) break;
      Incident const& answer = *found->second;
      ASSERT_NE(answer.side, i.side);
      ASSERT_GE(answer.start, i.start);
      ASSERT_GE(answer.chainage, 0);
      ASSERT_LE(answer.chainage, 500'000);
      loud_answers += world.kinds()[answer.kind].id == "loud" ? 1 : 0;
      if (i.chainage < 50'000 || i.chainage > 450'000 || i.start > world.end() - 10 * one_day) continue;
      delays.push_back(hours(answer.start - i.start));
      squares.push_back((answer.chainage - i.chainage) * (answer.chainage - i.chainage) / 1e6);
    }
  }
  expect_mean(delays, 6, 0.02);
  expect_variance(delays, 36, 0.05);
  expect_mean(squares, 9, 0.03);
  auto const n = static_cast<double>(all.size());
  double const answers = n / 2;
  EXPECT_NEAR(loud_answers / answers, 0.75, 5 * std::sqrt(0.75 * 0.25 / answers) + 0.01);
  // Incidents of one cluster take turns, which only makes the share steadier.
  EXPECT_NEAR(a / n, 0.4, 4 * std::sqrt(0.24 / n));
}

TEST(Retaliation, HoldsForAPeriodOfHoursAndUnderANightClock) {
  // Half a day, of which the clock knows only that half: 50 a day before it, and then a night of rate mu. The
  // answers y follow y' = (n mu - (1 - n) y) / delay from n * 50 a day.
  WorldSpec half_day = answering(50, 0.5, 6 * one_hour, 12 * one_hour);
  half_day.violations.clock = Clock::NightShare;
  World const brief = build(half_day);
  double const night = 12 - hours(brief.daylight().days(0).total());
  ASSERT_GT(night, 4);
  std::vector<double> first;
  for (std::uint32_t r = 0; r < 4000; ++r) {
    auto const all = drawn(brief, r);
    first.push_back(static_cast<double>(std::count_if(
        all.begin(), all.end(), [](Incident const& i) { return i.start < SimTime{4 * one_hour}; })));
  }
  double const mu = 0.5 * 25 * 0.59 / night;  // an hour
  double const before = 0.5 * 50 / 24;
  double const answers = mu * 4 + (before - mu) * (1 - std::exp(-4.0 / 12)) * 12;
  expect_mean(first, mu * 4 + answers, 0.01);
  WorldSpec spec = answering(10, 0.5, 12 * one_hour, 365 * one_day);
  spec.violations.clock = Clock::NightShare;
  spec.violations.regions = {RegionSpec{"west", "", {}, km(200), 1, 0.3},
                             RegionSpec{"east", "", km(200), {}, 2, 0.3}};
  expect_mean(counts(build(spec), 300), 3650, 0.005);
}

TEST(Retaliation, OffItIsAsIfItWereNotThere) {
  WorldSpec spec = straight_world(km(100), 50 * one_day, shot_kind(), 30);
  auto const plain = drawn(build(spec), 4);
  spec.violations.retaliation.delay = one_hour;
  spec.violations.retaliation.spread = km(9);
  auto const off = drawn(build(spec), 4);
  ASSERT_EQ(plain.size(), off.size());
  for (std::size_t i = 0; i < plain.size(); ++i) ASSERT_EQ(plain[i].key, off[i].key);
}

}  // namespace
}  // namespace ceaseline
