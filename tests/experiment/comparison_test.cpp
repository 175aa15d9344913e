#include "ceaseline/experiment/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/experiment/run_study.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

constexpr std::size_t twin = 1;
constexpr std::size_t night = 2;
constexpr std::uint32_t reps = 6;

class CompareDesigns : public testing::Test {
 protected:
  CompareDesigns() {
    run_study(study_, plan_, {0, reps, 2, {}, {}}, rows_);
    comparison_ = compare_designs(study_, plan_, rows_, reps);
  }
  [[nodiscard]] MetricResult const& asked(std::size_t at_case) const {
    for (MetricResult const& m : comparison_.cases[at_case].metrics)
      if (m.metric.id == study_.spec.metric && m.metric.stratum == "all") return m;
    throw std::logic_error("the metric asked for is not among the results");
  }
  Study const study_ = small::study();
  Plan const plan_ = plan_study(study_, builtin_registries());
  RowsInMemory rows_;
  Comparison comparison_;
};

TEST_F(CompareDesigns, FindsNoDifferenceBetweenEqualFigures) {
  for (std::size_t c = 0; c < study_.cases.size(); ++c) {
    EXPECT_EQ(asked(c).differences[twin].finding, Finding::NoDifference);
    EXPECT_EQ(asked(c).differences[twin].difference.value, 0);
  }
}

TEST_F(CompareDesigns, PutsAllOfADifferenceInTheOneGroupThatDiffers) {
  double const whole = asked(0).differences[night].difference.value;
  EXPECT_NE(whole, 0);
  for (Driver const& d : comparison_.drivers) {
    if (d.plan.design != night || d.plan.state != DriverPlan::State::Run) continue;
    EXPECT_EQ(d.plan.group, FigureGroup::Hours);
    EXPECT_EQ(d.headline.difference.value, whole);
    EXPECT_EQ(d.headline.difference.ci.low, asked(0).differences[night].difference.ci.low);
  }
}

TEST_F(CompareDesigns, PrintsTheLargestDriverOfADesignFirst) {
  for (std::size_t i = 1; i < comparison_.drivers.size(); ++i) {
    Driver const& before = comparison_.drivers[i - 1];
    Driver const& after = comparison_.drivers[i];
    if (before.plan.design != after.plan.design || after.plan.state != DriverPlan::State::Run) continue;
    EXPECT_EQ(before.plan.state, DriverPlan::State::Run);
    EXPECT_GE(std::abs(before.headline.difference.value), std::abs(after.headline.difference.value));
  }
}

TEST_F(CompareDesigns, AnswersPerCase) {
  ASSERT_EQ(comparison_.cases.size(), 3U);
  double const open = asked(0).estimates[0].value;
  double const shut = asked(1).estimates[0].value;
  EXPECT_LT(shut, open) << "half of the patrols stay at home";
  EXPECT_EQ(comparison_.cases[0].segments.size() % 4, 0U) << "four metrics for each segment";
}

TEST_F(CompareDesigns, UsesOnlyAsManyReplicationsAsAsked) {
  Comparison const few = compare_designs(study_, plan_, rows_, 3);
  RowsInMemory three;
  run_study(study_, plan_, {0, 3, 1, {}, {}}, three);
  Comparison const alone = compare_designs(study_, plan_, three, 3);
  EXPECT_EQ(few.replications, 3U);
  for (std::size_t m = 0; m < alone.cases[0].metrics.size(); ++m)
    EXPECT_EQ(few.cases[0].metrics[m].estimates[3].value, alone.cases[0].metrics[m].estimates[3].value);
}

TEST_F(CompareDesigns, EstimatesTheHeadlineAsTheTableDoes) {
  std::vector<Estimate> const headline = headline_estimates(study_, plan_, rows_, reps);
  for (std::size_t d = 0; d < headline.size(); ++d) EXPECT_EQ(headline[d].value, asked(0).estimates[d].value);
}

TEST(Organisation, NameHasNoEffect) {
  Study const plain = small::study();
  Study const renamed =
      small::study({{"designs.plain.title", "Another"}, {"designs.plain.organisation", "Another flag"}});
  RowsInMemory a;
  RowsInMemory b;
  run_study(plain, plan_study(plain, builtin_registries()), {0, 2, 1, {}, {}}, a);
  run_study(renamed, plan_study(renamed, builtin_registries()), {0, 2, 1, {}, {}}, b);
  for (std::uint32_t r = 0; r < 2; ++r) EXPECT_EQ(a.replication(r).rows, b.replication(r).rows);
}

}  // namespace
}  // namespace ceaseline
