#include "ceaseline/scoring/verdict.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace ceaseline {
namespace {

RatioColumns const per_replication{{0}, {}};

// Twenty replications around `mean`; `wobble` decides which are high, so equal wobbles are common luck.
Linearised design(double mean, double spread = 0.05, unsigned wobble = 1) {
  std::mt19937_64 random{wobble};
  ScoreRows rows;
  for (int i = 0; i < 20; ++i)
    rows.push_back({mean + spread * (static_cast<double>(random() >> 11U) * 0x1p-53 - 0.5)});
  return ratio_of_sums(rows, per_replication);
}

TEST(Verdict, PrefersADesignThatLeadsByWhatMatters) {
  CaseVerdict const v = judge({design(0.10), design(0.20), design(0.12, 0.05, 2)}, 0.02);
  EXPECT_EQ(v.verdict, Verdict::Preferred);
  EXPECT_EQ(v.best, 1U);
  EXPECT_EQ(v.rival, 2U);
  EXPECT_TRUE(v.level.empty());
  EXPECT_NEAR(v.confidence, 0.975, 1e-12);
}

TEST(Verdict, TheSmallestIsBestWhereLessIsBetter) {
  CaseVerdict const v = judge({design(0.10), design(0.20)}, 0.02, false);
  EXPECT_EQ(v.best, 0U);
  EXPECT_EQ(v.verdict, Verdict::Preferred);
}

TEST(Verdict, ALeadBelowWhatMattersIsNoPreference) {
  EXPECT_EQ(judge({design(0.10), design(0.11)}, 0.02).verdict, Verdict::LessThanMatters);
}

TEST(Verdict, ALeadWithinChanceIsNotDistinguishable) {
  CaseVerdict const v = judge({design(0.10, 0.5, 1), design(0.12, 0.5, 2)}, 0.02);
  EXPECT_EQ(v.verdict, Verdict::NotDistinguishable);
  EXPECT_EQ(v.level.size(), 1U);
}

TEST(Verdict, EqualDesignsAreEqualAndDoNotHideALead) {
  EXPECT_EQ(judge({design(0.1), design(0.1)}, 0.02).verdict, Verdict::Equal);
  CaseVerdict const v = judge({design(0.1), design(0.2), design(0.2)}, 0.02);
  EXPECT_EQ(v.verdict, Verdict::Preferred);
  EXPECT_EQ(v.equals, std::vector<std::size_t>{2});
  EXPECT_EQ(v.rival, 0U);
}

TEST(Verdict, OneReplicationDecidesNothing) {
  Linearised const a = ratio_of_sums({{0.1}}, per_replication);
  Linearised const b = ratio_of_sums({{0.3}}, per_replication);
  EXPECT_EQ(judge({a, b}, 0.02).verdict, Verdict::NoInterval);
}

TEST(Verdict, PrefersOneOfFourEqualsInAtMostFivePercentOfStudies) {
  constexpr int studies = 2000;
  int preferred = 0;
  for (unsigned s = 0; s < studies; ++s) {
    std::vector<Linearised> designs;
    for (unsigned d = 0; d < 4; ++d) designs.push_back(design(0.1, 0.2, 10 * s + d + 1));
    preferred += judge(designs, 0).verdict == Verdict::Preferred ? 1 : 0;
  }
  EXPECT_LE(preferred / double(studies), 0.05 + 4 * std::sqrt(0.05 * 0.95 / studies));
  EXPECT_GT(preferred, 0) << "never preferring anything would pass as well";
}

}  // namespace
}  // namespace ceaseline
