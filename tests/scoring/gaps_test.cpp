#include "ceaseline/scoring/gaps.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace ceaseline {
namespace {

std::vector<Spells> ascending(std::vector<Spells> x) {
  std::sort(x.begin(), x.end(), [](Spells const& a, Spells const& b) { return a.hours < b.hours; });
  return x;
}

TEST(Gaps, AsPrintedByKaplanAndMeier) {
  // Their example, section 1: deaths at 0.8, 3.1, 5.4, 9.2; losses at 1.0, 2.7, 7.0, 12.1.
  // Survival 0.875, 0.7, 0.525, 0.2625.
  std::vector<Spells> const deaths{0.8, 3.1, 5.4, 9.2};
  std::vector<Spells> const losses{1.0, 2.7, 7.0, 12.1};
  auto const at = [&](double surviving) { return gap_quantile(deaths, losses, 1 - surviving); };
  EXPECT_EQ(at(0.9).hours, 0.8);
  EXPECT_EQ(at(0.875).hours, 0.8);
  EXPECT_EQ(at(0.87).hours, 3.1);
  EXPECT_EQ(at(0.7).hours, 3.1);
  EXPECT_EQ(at(0.525).hours, 5.4);
  EXPECT_EQ(at(0.2625).hours, 9.2);
  GapQuantile const beyond = at(0.26);
  EXPECT_TRUE(beyond.at_least);
  EXPECT_EQ(beyond.hours, 12.1);
}

TEST(Gaps, WithoutCutSpellsItIsTheOrdinaryQuantile) {
  std::vector<Spells> spells;
  for (int i = 1; i <= 200; ++i) spells.push_back(i * 0.5);
  EXPECT_EQ(gap_quantile(spells, {}).hours, 95);
  EXPECT_FALSE(gap_quantile(spells, {}).at_least);
  EXPECT_EQ(naive_gap_quantile(spells, {}), 95);
}

TEST(Gaps, ShuttleOfOracleP1) {
  // Gaps uniform on (0, 2 l / v) = (0, 6 h): 95th percentile 1.9 l / v = 5.7 h.
  std::vector<Spells> spells;
  for (int i = 0; i < 10'000; ++i) spells.push_back(6 * (i + 0.5) / 10'000);
  EXPECT_NEAR(gap_quantile(spells, {}).hours, 5.7, 6e-4);
}

TEST(Gaps, NoSpellIsNoGap) {
  EXPECT_EQ(gap_quantile({}, {}).hours, 0);
  EXPECT_FALSE(gap_quantile({}, {}).at_least);
  EXPECT_EQ(naive_gap_quantile({}, {}), 0);
}

TEST(Gaps, OnlyCutSpellsGiveABound) {
  GapQuantile const q = gap_quantile({}, {3, 8});
  EXPECT_TRUE(q.at_least);
  EXPECT_EQ(q.hours, 8);
}

TEST(Gaps, ASpellCutAtTheLengthOfACompleteOneIsLonger) {
  // At 5 h both run: 1 of 2 ends, half survive; had the cut one left first, none would.
  EXPECT_EQ(gap_quantile({5}, {5}, 0.5).hours, 5);
  EXPECT_TRUE(gap_quantile({5}, {5}, 0.6).at_least);
}

TEST(Gaps, CorrectsForExponentialSpellsCutAtRandom) {
  // Spells Exp(mean 2 h), cut by an independent Exp(mean 4 h): 1 in 3 is cut. True 95th percentile -2 ln 0.05
  // = 5.9915. Standard error of the estimate by Greenwood's formula: Var S = S^2 * int dF / (S^2 G), here S^2
  // * (e^{(1/2 + 1/4) t} - 1) * (1/2) / (3/4) / n, and se t = se S / (density = S / 2).
  constexpr int n = 20'000;
  std::mt19937_64 random{11};
  auto const exponential = [&random](double mean) {
    return -mean * std::log((static_cast<double>(random() >> 11U) + 0.5) * 0x1p-53);
  };
  std::vector<Spells> complete;
  std::vector<Spells> cut;
  for (int i = 0; i < n; ++i) {
    double const spell = exponential(2);
    double const window = exponential(4);
    (spell <= window ? complete : cut).push_back(std::min(spell, window));
  }
  complete = ascending(complete);
  cut = ascending(cut);
  double const exact = -2 * std::log(0.05);
  double const se = 2 * std::sqrt((std::exp(0.75 * exact) - 1) * (0.5 / 0.75) / n);
  EXPECT_LT(se, 0.02 * exact);
  EXPECT_NEAR(gap_quantile(complete, cut).hours, exact, 4 * se);
  // Taken for complete they are Exp(mean 4/3): 3.99 h, a third too short.
  EXPECT_NEAR(naive_gap_quantile(complete, cut), -4.0 / 3 * std::log(0.05),
              4 * 4.0 / 3 * std::sqrt(19.0 / n));
}

}  // namespace
}  // namespace ceaseline
