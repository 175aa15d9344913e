#include "ceaseline/scoring/intervals.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace ceaseline {
namespace {

constexpr double four_digits = 0.5e-4;
constexpr double five_digits = 0.5e-5;

void expect_interval(Interval const& ci, double low, double high) {
  EXPECT_NEAR(ci.low, low, four_digits);
  EXPECT_NEAR(ci.high, high, four_digits);
}

// Oracle R6: Newcombe 1998, tables I and II of both papers.
TEST(Intervals, WilsonAsPrintedByNewcombe) {
  expect_interval(wilson(0, 20), 0, 0.1611);
  expect_interval(wilson(1, 29), 0.0061, 0.1718);
  expect_interval(wilson(15, 148), 0.0624, 0.1605);
  expect_interval(wilson(81, 263), 0.2553, 0.3662);
  EXPECT_EQ(wilson(0, 20).low, 0);
  EXPECT_EQ(wilson(20, 20).high, 1);
}

TEST(Intervals, ClopperPearsonAsPrintedByNewcombe) {
  expect_interval(clopper_pearson(0, 20), 0, 0.1684);
  expect_interval(clopper_pearson(81, 263), 0.2527, 0.3676);
  expect_interval(clopper_pearson(20, 20), 1 - 0.1684, 1);
}

TEST(Intervals, DifferenceAsPrintedByNewcombe) {
  expect_interval(newcombe_difference(56, 70, 48, 80), 0.0524, 0.3339);
}

TEST(Intervals, RatioByKatz) {
  expect_interval(katz_ratio(56, 70, 48, 80), 1.0766, 1.6512);
  Interval const swapped = katz_ratio(48, 80, 56, 70);
  expect_interval({1 / swapped.high, 1 / swapped.low}, 1.0766, 1.6512);
}

TEST(Intervals, StudentQuantiles) {
  EXPECT_NEAR(student_quantile(0.975, 4), 2.77645, five_digits);
  EXPECT_NEAR(student_quantile(0.975, 9), 2.26216, five_digits);
  EXPECT_NEAR(student_quantile(0.975, 19), 2.09302, five_digits);
  EXPECT_NEAR(student_quantile(0.975, 29), 2.04523, five_digits);
}

TEST(Intervals, MeanOfFiveByHand) {
  // Mean 6, s = sqrt(10), standard error sqrt(2), t(0.975, 4) = 2.77645.
  Estimate const e = mean_estimate({2, 4, 6, 8, 10});
  EXPECT_DOUBLE_EQ(e.value, 6);
  EXPECT_DOUBLE_EQ(e.standard_error, std::sqrt(2.0));
  ASSERT_TRUE(e.has_interval);
  EXPECT_NEAR(e.ci.high, 6 + 2.77645 * std::sqrt(2.0), 1e-5);
  EXPECT_EQ(e.n, 5U);
}

TEST(Intervals, OneValueHasNoInterval) {
  Estimate const e = mean_estimate({3});
  EXPECT_EQ(e.value, 3);
  EXPECT_FALSE(e.has_interval);
  EXPECT_EQ(mean_estimate({}).n, 0U);
}

TEST(Intervals, RanksAroundThe95thPercentileOf200) {
  RankInterval const r = quantile_ranks(200, 0.95);
  EXPECT_EQ(r.low, 184U);
  EXPECT_EQ(r.high, 197U);
  EXPECT_NEAR(r.coverage, 0.96715, five_digits);
}

TEST(Intervals, RanksSayWhenTheSampleIsTooSmall) {
  // 40 values: P(all below the 95th percentile) = 0.95^40 = 0.1285 > 0.025, so nothing bounds it from above.
  EXPECT_EQ(quantile_ranks(40, 0.95).high, 41U);
  EXPECT_EQ(quantile_ranks(40, 0.05).low, 0U);
  EXPECT_GE(quantile_ranks(40, 0.95).coverage, 0.95);
}

TEST(Intervals, RanksCoverAtLeastWhatTheySayAndNoNarrowerPairDoes) {
  for (std::size_t n = 10; n < 300; n += 7) {
    RankInterval const r = quantile_ranks(n, 0.5);
    EXPECT_GE(r.coverage, 0.95) << n;
    EXPECT_EQ(r.low + r.high, n + 1) << n << ": equal tails around the median";
  }
}

}  // namespace
}  // namespace ceaseline
