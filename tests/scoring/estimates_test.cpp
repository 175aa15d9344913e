#include "ceaseline/scoring/estimates.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace ceaseline {
namespace {

double unit(std::mt19937_64& random) { return static_cast<double>(random() >> 11U) * 0x1p-53; }

int poisson(std::mt19937_64& random, double mean) {
  int n = 0;
  for (double t = -std::log(1 - unit(random)); t < mean; t -= std::log(1 - unit(random))) ++n;
  return n;
}

int binomial(std::mt19937_64& random, int n, double p) {
  int hits = 0;
  for (int i = 0; i < n; ++i) hits += unit(random) < p ? 1 : 0;
  return hits;
}

RatioColumns const per_replication{{0}, {}};
RatioColumns const hits_of_all{{0}, {1}};

TEST(Estimates, RatioOfSumsByHand) {
  // 1 of 2, 3 of 4, 2 of 6: R = 6 / 12; residuals 0, 1, -1; se^2 = 3 / 2 * (0 + 1 + 1) / 144.
  Linearised const s = ratio_of_sums({{1, 2}, {3, 4}, {2, 6}}, hits_of_all);
  Estimate const e = estimate(s);
  EXPECT_DOUBLE_EQ(e.value, 0.5);
  EXPECT_DOUBLE_EQ(e.standard_error, std::sqrt(3.0 / 144));
  EXPECT_EQ(e.n, 3U);
  EXPECT_NEAR(e.ci.high - e.value, 4.302653 * e.standard_error, 1e-6);
}

TEST(Estimates, MeanIsARatioWithNothingBelow) {
  Estimate const e = estimate(ratio_of_sums({{2}, {4}, {6}, {8}, {10}}, per_replication));
  Estimate const m = mean_estimate({2, 4, 6, 8, 10});
  EXPECT_DOUBLE_EQ(e.value, m.value);
  EXPECT_DOUBLE_EQ(e.standard_error, m.standard_error);
  EXPECT_DOUBLE_EQ(e.ci.low, m.ci.low);
}

TEST(Estimates, ReplicationsWithNothingOfNothingDoNotCount) {
  Estimate const all = estimate(ratio_of_sums({{1, 2}, {3, 4}, {2, 6}, {0, 0}, {0, 0}}, hits_of_all));
  Estimate const some = estimate(ratio_of_sums({{1, 2}, {3, 4}, {2, 6}}, hits_of_all));
  EXPECT_EQ(all.n, 3U);
  EXPECT_DOUBLE_EQ(all.ci.low, some.ci.low);
  EXPECT_DOUBLE_EQ(all.ci.high, some.ci.high);
}

TEST(Estimates, NothingOfNothingDoesNotExist) {
  Linearised const s = ratio_of_sums({{0, 0}, {0, 0}}, hits_of_all);
  EXPECT_EQ(s.n, 0U);
  EXPECT_EQ(s.value, 0);
  EXPECT_FALSE(estimate(s).has_interval);
  EXPECT_EQ(paired_difference(s, s).finding, Finding::NotDefined);
}

TEST(Estimates, OneReplicationHasNoInterval) {
  Linearised const a = ratio_of_sums({{1, 2}}, hits_of_all);
  Linearised const b = ratio_of_sums({{2, 2}}, hits_of_all);
  EXPECT_FALSE(estimate(a).has_interval);
  PairedDifference const p = paired_difference(b, a);
  EXPECT_EQ(p.finding, Finding::NoInterval);
  EXPECT_EQ(p.difference.value, 0.5);
}

TEST(Estimates, ADesignLessItselfIsExactlyZero) {
  std::mt19937_64 random{3};
  ScoreRows rows;
  for (int i = 0; i < 40; ++i) {
    int const all = poisson(random, 30);
    rows.push_back({double(binomial(random, all, 0.3)), double(all)});
  }
  Linearised const s = ratio_of_sums(rows, hits_of_all);
  PairedDifference const p = paired_difference(s, ratio_of_sums(rows, hits_of_all));
  EXPECT_EQ(p.finding, Finding::NoDifference);
  EXPECT_STREQ(name(p.finding), "no difference");
  EXPECT_EQ(p.difference.value, 0);
  EXPECT_EQ(p.difference.ci.low, 0);
  EXPECT_EQ(p.difference.ci.high, 0);
  EXPECT_FALSE(p.variance_reduction.has_value());
}

TEST(Estimates, EqualMeansMadeOfDifferentReplicationsAreNotEqual) {
  PairedDifference const p = paired_difference(ratio_of_sums({{1}, {2}}, per_replication),
                                               ratio_of_sums({{2}, {1}}, per_replication));
  EXPECT_EQ(p.difference.value, 0);
  EXPECT_EQ(p.finding, Finding::NotDistinguishable);
}

// Oracle E1: Poisson(300) incidents noticed when u < p, p = 0.5 and 0.4 with the same u. The difference has
// mean 30 and variance 30; with independent draws 150 + 120.
TEST(Estimates, CommonRandomNumbersAsInOracleE1) {
  constexpr int replications = 1000;
  std::mt19937_64 random{5};
  ScoreRows better;
  ScoreRows worse;
  for (int i = 0; i < replications; ++i) {
    double at_40 = 0;
    double at_50 = 0;
    int const incidents = poisson(random, 300);
    for (int k = 0; k < incidents; ++k) {
      double const u = unit(random);
      at_40 += u < 0.4 ? 1 : 0;
      at_50 += u < 0.5 ? 1 : 0;
    }
    ASSERT_GE(at_50, at_40) << "replication " << i;
    worse.push_back({at_40, double(incidents)});
    better.push_back({at_50, double(incidents)});
  }
  PairedDifference const p =
      paired_difference(ratio_of_sums(better, per_replication), ratio_of_sums(worse, per_replication));
  double const se = std::sqrt(30.0 / replications);
  EXPECT_NEAR(p.difference.value, 30, 4 * se);
  // The variance of a sample variance is (mu4 - sigma^4) / R; for Poisson(30) mu4 = 30 + 3 * 30^2.
  double const variance = p.difference.standard_error * p.difference.standard_error * replications;
  EXPECT_NEAR(variance, 30, 4 * std::sqrt((30 + 2 * 30 * 30.0) / replications));
  EXPECT_NEAR(p.variance_reduction.value(), 9, 9 * 4 * std::sqrt(2 * 2.0 / replications));
  EXPECT_EQ(p.finding, Finding::Distinguishable);

  // As shares the number of incidents cancels: Var = p (1 - p) / 300 per replication with p = 0.1.
  PairedDifference const shares =
      paired_difference(ratio_of_sums(better, hits_of_all), ratio_of_sums(worse, hits_of_all));
  EXPECT_NEAR(shares.difference.value, 0.1, 4 * std::sqrt(0.09 / 300 / replications));
  EXPECT_NEAR(shares.difference.standard_error, std::sqrt(0.09 / 300 / replications),
              4 * std::sqrt(0.09 / 300 / replications) * std::sqrt(0.5 / replications));
}

TEST(Estimates, VarianceOfARatioIsWhatCochranSays) {
  // y ~ Binomial(x, p), x ~ Poisson(30): Var(y - p x) = 30 p (1 - p), so Var R = p (1 - p) / (30 n).
  constexpr int studies = 4000;
  constexpr int n = 30;
  constexpr double p = 0.3;
  std::mt19937_64 random{7};
  double mean = 0;
  double square = 0;
  double claimed = 0;
  for (int s = 0; s < studies; ++s) {
    ScoreRows rows;
    for (int i = 0; i < n; ++i) {
      int const all = poisson(random, 30);
      rows.push_back({double(binomial(random, all, p)), double(all)});
    }
    Estimate const e = estimate(ratio_of_sums(rows, hits_of_all));
    mean += e.value / studies;
    square += e.value * e.value / studies;
    claimed += e.standard_error * e.standard_error / studies;
  }
  double const exact = p * (1 - p) / (30 * n);
  EXPECT_NEAR(mean, p, 4 * std::sqrt(exact / studies));
  EXPECT_NEAR((square - mean * mean) / exact, 1, 4 * std::sqrt(2.0 / studies));
  EXPECT_NEAR(claimed / exact, 1, 4 * std::sqrt(2.0 / (n - 1) / studies) + 2.0 / n / 30);
}

TEST(Estimates, QuotientOnLogScaleInvertsWhenSidesSwap) {
  ScoreRows const rows{{8, 10, 3, 9}, {6, 11, 5, 12}, {9, 12, 4, 10}, {7, 9, 2, 11}};
  Linearised const a = ratio_of_sums(rows, {{0}, {1}});
  Linearised const b = ratio_of_sums(rows, {{2}, {3}});
  Estimate const ab = estimate_on_log_scale(quotient(a, b));
  Estimate const ba = estimate_on_log_scale(quotient(b, a));
  EXPECT_NEAR(ab.value * ba.value, 1, 1e-12);
  EXPECT_NEAR(ab.ci.low * ba.ci.high, 1, 1e-12);
  EXPECT_NEAR(ab.ci.high * ba.ci.low, 1, 1e-12);
  EXPECT_GT(ab.ci.low, 0);
}

TEST(Estimates, QuotientWithNothingOnOneSideDoesNotExist) {
  ScoreRows const rows{{0, 10, 3, 9}, {0, 11, 5, 12}};
  EXPECT_EQ(quotient(ratio_of_sums(rows, {{0}, {1}}), ratio_of_sums(rows, {{2}, {3}})).n, 0U);
}

TEST(Estimates, IntervalsCoverTheTruth) {
  // 2000 studies of 40 replications whose incidents come in good and bad months; side B is detected less
  // often. Shares, their paired difference and the log ratio must cover in 95 % +- 4 standard errors of that
  // share.
  constexpr int studies = 2000;
  std::mt19937_64 random{13};
  int share_covered = 0;
  int difference_covered = 0;
  int ratio_covered = 0;
  for (int s = 0; s < studies; ++s) {
    ScoreRows rows;
    for (int i = 0; i < 40; ++i) {
      double const level = 15 * (0.5 + unit(random));
      int const all_a = poisson(random, level);
      int const all_b = poisson(random, level);
      int const more = binomial(random, all_a, 0.4);
      rows.push_back({double(more), double(all_a), double(binomial(random, all_b, 0.2)), double(all_b),
                      double(binomial(random, more, 0.5))});
    }
    Linearised const a = ratio_of_sums(rows, {{0}, {1}});
    Linearised const b = ratio_of_sums(rows, {{2}, {3}});
    Linearised const less = ratio_of_sums(rows, {{4}, {1}});
    share_covered += estimate(a).ci.contains(0.4) ? 1 : 0;
    difference_covered += paired_difference(a, less).difference.ci.contains(0.2) ? 1 : 0;
    ratio_covered += estimate_on_log_scale(quotient(a, b)).ci.contains(2) ? 1 : 0;
  }
  double const slack = 4 * std::sqrt(0.05 * 0.95 / studies);
  EXPECT_NEAR(share_covered / double(studies), 0.95, slack);
  EXPECT_NEAR(difference_covered / double(studies), 0.95, slack);
  EXPECT_NEAR(ratio_covered / double(studies), 0.95, slack);
}

}  // namespace
}  // namespace ceaseline
