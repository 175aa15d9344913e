#include "ceaseline/experiment/plan.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

using testing::ElementsAre;

Plan plan_of(Study const& study) { return plan_study(study, builtin_registries()); }

DriverPlan const& driver(Plan const& plan, std::size_t design, FigureGroup group) {
  return *std::find_if(plan.drivers.begin(), plan.drivers.end(),
                       [&](DriverPlan const& d) { return d.design == design && d.group == group; });
}

TEST(Plan, RunsADesignOnceThatHasTheFiguresOfAnEarlierOne) {
  Plan const plan = plan_of(small::study());
  EXPECT_THAT(plan.equal_to, ElementsAre(0, 0, 2, 3));
  for (auto const& arms : plan.arm_of) EXPECT_EQ(arms[0], arms[1]);
}

TEST(Plan, TakesNamesCostsAndContributorsForNoFigures) {
  DesignSpec const a = small::study().designs.front();
  DesignSpec b = a;
  b.id = b.title = b.organisation = "another flag";
  b.costs.monitor_year = Money::euro(1);
  b.contributors.emplace_back().people = 40;
  EXPECT_TRUE(same_figures(a, b));
  b.rules.visit_attempts += 1;
  EXPECT_FALSE(same_figures(a, b));
}

TEST(Plan, SharesTheTruthOfCasesThatOnlyChangeAccess) {
  EXPECT_THAT(plan_of(small::study()).truth_of, ElementsAre(0, 0, 2));
}

TEST(Plan, SwitchesEveryGroupThatDiffersAndNoOther) {
  Plan const plan = plan_of(small::study());
  std::size_t const more = 3;
  for (FigureGroup const group : figure_groups) {
    bool const differs = group == FigureGroup::Numbers || group == FigureGroup::Driving;
    EXPECT_EQ(driver(plan, more, group).state, differs ? DriverPlan::State::Run : DriverPlan::State::Equal)
        << name(group);
  }
}

TEST(Plan, NeedsNoVariantWhereTheBaselineIsOne) {
  Plan const plan = plan_of(small::study());
  EXPECT_EQ(driver(plan, 2, FigureGroup::Hours).arm, plan.arm_of[0][0]);
}

TEST(Plan, SaysWhyAVariantContradictsItself) {
  Plan const plan = plan_of(small::study({{"study.designs", R"(["plain.toml", "own-bases.toml"])"}}));
  DriverPlan const& siting = driver(plan, 1, FigureGroup::Siting);
  EXPECT_EQ(siting.state, DriverPlan::State::Impossible);
  EXPECT_THAT(siting.why, testing::HasSubstr("team-1"));
}

TEST(Plan, TakesTheBaselineThatTheStudyNames) {
  EXPECT_EQ(plan_of(small::study({{"study.baseline", "night"}})).baseline, 2U);
}

TEST(CanOperate, IsFalseWithoutAnyoneOrAnything) {
  EXPECT_TRUE(can_operate(small::study()));
  EXPECT_FALSE(
      can_operate(small::study({{"study.designs", R"(["nobody.toml"])"}, {"study.baseline", "nobody"}})));
}

}  // namespace
}  // namespace ceaseline
