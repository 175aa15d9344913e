#include "ceaseline/report/estimate_text.hpp"

#include <gtest/gtest.h>

namespace ceaseline {
namespace {

Estimate estimate(double value, double low, double high) {
  return {value, true, {low, high}, 40, (high - low) / 4};
}
PairedDifference found(Finding f, Estimate const& e) { return {e, f, {}}; }

Unit const share = printed_unit("share");
Unit const hour = printed_unit("h");

TEST(EstimateText, SharesArePercentages) {
  EXPECT_EQ(estimate_text(estimate(0.621, 0.603, 0.639), share), "62.1 [60.3, 63.9]");
  EXPECT_EQ(amount_text(0.02, share), "2 points");
  EXPECT_EQ(amount_text(0.005, share), "0.5 points");
  EXPECT_EQ(amount_text(1.25, hour), "1.25 h");
}

TEST(EstimateText, DigitsFollowTheInterval) {
  EXPECT_EQ(estimate_text(estimate(257.31, 241.2, 273.4), printed_unit("acts/day")), "257 [241, 273]");
  EXPECT_EQ(estimate_text(estimate(5.7123, 5.65, 5.77), hour), "5.71 [5.65, 5.77]");
  EXPECT_EQ(estimate_text(estimate(19.006, 19.001, 19.01), hour), "19.0 [19.0, 19.0]");
  EXPECT_EQ(estimate_text(estimate(98.9, 89.3, 108.4), hour), "99 [89, 108]");
  EXPECT_EQ(estimate_text(estimate(0.00031, 0.00029, 0.00033), share), "0.031 [0.029, 0.033]");
}

TEST(EstimateText, WhatHasNoIntervalSaysSo) {
  EXPECT_EQ(estimate_text({0.5, false, {}, 1, 0}, share), "50.0 (no interval)");
  EXPECT_EQ(estimate_text({}, share), "none");
  EXPECT_EQ(estimate_text({0, true, {0, 0}, 40, 0}, share), "0 in all 40");
  EXPECT_EQ(estimate_text({1, true, {1, 1}, 40, 0}, share), "100 in all 40");
}

TEST(EstimateText, DifferencesHaveASignAndAFinding) {
  EXPECT_EQ(difference_text(found(Finding::Distinguishable, estimate(0.012, 0.003, 0.021)), share),
            "+1.2 [0.3, 2.1]");
  EXPECT_EQ(difference_text(found(Finding::NotDistinguishable, estimate(-0.004, -0.01, 0.002)), share),
            "-0.4 [-1.0, 0.2] not distinguishable");
  EXPECT_EQ(difference_text(found(Finding::NoDifference, estimate(0, 0, 0)), share), "no difference");
  EXPECT_EQ(difference_text(found(Finding::NoInterval, {0.25, false, {}, 1, 0}), share),
            "+25.0 (no interval)");
  EXPECT_EQ(difference_text({}, share), "not defined");
}

TEST(EstimateText, NothingIsNeverMinusZeroNorPlusZero) {
  EXPECT_EQ(difference_text(found(Finding::NotDistinguishable, estimate(-0.0001, -0.01, 0.0098)), share),
            "0.0 [-1.0, 1.0] not distinguishable");
  EXPECT_EQ(difference_text(found(Finding::NotDistinguishable, estimate(0.0001, -0.0098, 0.01)), share),
            "0.0 [-1.0, 1.0] not distinguishable");
}

}  // namespace
}  // namespace ceaseline
