#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/experiment/run_study.hpp"
#include "experiment/small_study.hpp"

// Equality by construction, truths and answers case by case.

namespace ceaseline {
namespace {

using testing::ElementsAre;

/// The small study with other cases.
class WithCases : public small::MemoryFiles {
 public:
  explicit WithCases(std::string cases) : cases_{std::move(cases)} {}
  [[nodiscard]] std::string text(std::string const& path) const override {
    std::string all = small::MemoryFiles::text(path);
    if (path == "study.toml") all = all.substr(0, all.find("[[case]]")) + cases_;
    return all;
  }

 private:
  std::string cases_;
};

Study study_of(std::string const& cases, small::Overrides const& overrides = {}) {
  return load_study("study.toml", WithCases{cases}, builtin_registries(), overrides);
}
Plan plan_of(Study const& study) { return plan_study(study, builtin_registries()); }

std::string const shut_to_twin = R"(
[[case]]
id = "base"
[[case]]
id = "shut-to-twin"
set = { access = [{ id = "r", side = "B", organisation = "ots" }] }
)";
small::Overrides const flags{{"designs.plain.flag", "civ"}, {"designs.twin.flag", "ots"}};

TEST(Flags, HaveNoEffectWhereNoRuleNamesThem) {
  Plan const plan = plan_of(study_of(shut_to_twin, flags));
  EXPECT_THAT(plan.equal_in[0], ElementsAre(0, 0, 2, 3));
  EXPECT_THAT(plan.equal_in[1], ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(plan.equal_to, ElementsAre(0, 0, 2, 3));
  EXPECT_EQ(plan.arm_of[0][0], plan.arm_of[0][1]);
  EXPECT_NE(plan.arm_of[1][0], plan.arm_of[1][1]);
}

TEST(Flags, ThatARuleNamesAreAGroupOfDrivers) {
  Study const study = study_of(R"([[case]]
id = "base"
set = { access = [{ id = "r", side = "B", organisation = "ots" }] }
)",
                               flags);
  Plan const plan = plan_of(study);
  auto const access = std::find_if(plan.drivers.begin(), plan.drivers.end(), [](DriverPlan const& d) {
    return d.design == 1 && d.group == FigureGroup::Access;
  });
  EXPECT_EQ(access->state, DriverPlan::State::Run);
  EXPECT_EQ(access->arm, plan.arm_of[0][0]) << "the twin under the baseline's flag is the baseline";
  RowsInMemory rows;
  run_study(study, plan, {0, 3, 1, {}, {}}, rows);
  Comparison const found = compare_designs(study, plan, rows, 3);
  auto const driver = std::find_if(found.drivers.begin(), found.drivers.end(), [](Driver const& d) {
    return d.plan.design == 1 && d.plan.group == FigureGroup::Access;
  });
  EXPECT_LT(driver->headline.difference.value, 0) << "what is lost because side B is shut to this flag alone";
}

TEST(EqualByConstruction, IsFoundByCase) {
  Plan const plan = plan_of(study_of(R"([[case]]
id = "base"
[[case]]
id = "all-by-night"
set = { "designs.*.hours.night_share" = 0.5 }
[[case]]
id = "twin-is-larger"
set = { "designs.twin.numbers.on_books" = 80 }
)"));
  EXPECT_THAT(plan.equal_in[0], ElementsAre(0, 0, 2, 3));
  EXPECT_THAT(plan.equal_in[1], ElementsAre(0, 0, 0, 3));
  EXPECT_THAT(plan.equal_in[2], ElementsAre(0, 1, 2, 3));
  EXPECT_THAT(plan.truth_of, ElementsAre(0, 0, 0)) << "designs do not change what happens";
}

TEST(EqualByConstruction, LooksAtAircraftSatellitesAndDisruptions) {
  DesignSpec const a = small::study().designs.front();
  auto const differs = [&a](auto change) {
    DesignSpec b = a;
    change(b);
    return !same_figures(a, b);
  };
  EXPECT_TRUE(differs([](DesignSpec& d) { d.aircraft.emplace_back(); }));
  EXPECT_TRUE(differs([](DesignSpec& d) { d.satellites.emplace_back(); }));
  EXPECT_TRUE(differs([](DesignSpec& d) { d.disruptions.emplace_back(); }));
  EXPECT_FALSE(differs([](DesignSpec& d) { d.flag = "ots"; }));
  EXPECT_FALSE(differs([](DesignSpec& d) { d.contributors.emplace_back().people = 4; }));
}

TEST(EqualByConstruction, LeavesOutWhatIsShownOrCostsOnly) {
  DesignSpec a = small::study().designs.front();
  a.aircraft.emplace_back();
  a.satellites.emplace_back();
  DesignSpec b = a;
  b.aircraft[0].title = b.satellites[0].title = "another";
  b.aircraft[0].cost_year = b.satellites[0].cost_year = Money::euro(7);
  EXPECT_TRUE(same_figures(a, b));
  b.aircraft[0].fleet = 9;
  EXPECT_FALSE(same_figures(FigureGroup::Equipment, a, b));
  EXPECT_TRUE(same_figures(a, with_group(b, FigureGroup::Equipment, a)));
}

TEST(EqualByConstruction, LooksAtContributorsWhereOneLeaves) {
  DesignSpec a = small::study().designs.front();
  a.contributors.emplace_back().people = 40;
  a.disruptions.emplace_back().what = DisruptionKind::ContributorLeaves;
  DesignSpec b = a;
  b.contributors[0].title = "another name";
  EXPECT_TRUE(same_figures(a, b));
  b.contributors[0].people = 10;
  EXPECT_FALSE(same_figures(FigureGroup::Numbers, a, b));
  EXPECT_TRUE(same_figures(a, with_group(b, FigureGroup::Numbers, a)));
}

TEST(Truths, AreSharedWhereNothingThatHappensChanges) {
  Plan const plan = plan_of(study_of(R"([[case]]
id = "base"
[[case]]
id = "rule"
set = { access = [{ id = "r", side = "B", state = "shut" }], "weather.step" = "3 h", "world.lane_depth_a" = "3 km" }
[[case]]
id = "decay"
set = { "evidence.evidence_law" = "exponential" }
[[case]]
id = "visit"
set = { "evidence.visit_work" = "1 h" }
[[case]]
id = "regime"
set = { "violations.level" = 0.5 }
)"));
  EXPECT_THAT(plan.truth_of, ElementsAre(0, 0, 2, 0, 4));
}

TEST(Truths, ThatAreSharedAreThoseEachCaseWouldMeetAlone) {
  Study const study = study_of(R"([[case]]
id = "base"
[[case]]
id = "gone"
set = { "designs.*.disruptions" = [{ id = "end", what = "mission-ends", begins = "5 days" }] }
)");
  Plan const plan = plan_of(study);
  RowsInMemory rows;
  run_study(study, plan, {3, 4, 1, {}, {}}, rows);
  for (std::size_t a = 0; a < plan.arms.size(); ++a)
    EXPECT_EQ(replay(study, plan.arms[a], 3).fingerprint(), rows.replication(0).fingerprints[a])
        << "arm " << a;
}

TEST(Change, OfADesignIsPairedWithItsOwnBaseCase) {
  Study const study = study_of(R"([[case]]
id = "base"
[[case]]
id = "gone"
set = { "designs.more.disruptions" = [{ id = "end", what = "mission-ends", begins = "1 days" }] }
)");
  Plan const plan = plan_of(study);
  RowsInMemory rows;
  run_study(study, plan, {0, 4, 1, {}, {}}, rows);
  Comparison const found = compare_designs(study, plan, rows, 4);
  CaseComparison const& gone = found.cases[1];
  for (std::size_t d = 0; d < 3; ++d) EXPECT_EQ(gone.change[d].finding, Finding::NoDifference) << d;
  EXPECT_LT(gone.change[3].difference.value, -0.1);
  double const here = asked_metric(study, gone).estimates[3].value;
  double const before = asked_metric(study, found.cases[0]).estimates[3].value;
  EXPECT_NEAR(gone.change[3].difference.value, here - before, 1e-12);
  EXPECT_EQ(gone.change[3].difference.n, 4U);
  for (PairedDifference const& none : found.cases[0].change) EXPECT_EQ(none.finding, Finding::NoDifference);
}

TEST(CanOperate, AsksRulesForTheDesignsOwnFlag) {
  std::string const shut = R"([[case]]
id = "base"
set = { "access_a.state" = "shut", "access_b.state" = "shut" )";
  EXPECT_FALSE(can_operate(study_of(shut + "}\n")));
  std::string const open_to_ots =
      shut + R"(, access = [{ id = "r", side = "A", organisation = "ots", state = "open" }] })";
  EXPECT_TRUE(can_operate(study_of(open_to_ots, flags)));
  EXPECT_FALSE(can_operate(study_of(open_to_ots, {{"designs.more.flag", "ots"},
                                                  {"designs.more.numbers.on_books", "0"},
                                                  {"designs.more.siting.bases", "[]"}})));
}

CaseVerdict verdict(Verdict v, std::size_t best, std::vector<std::size_t> equals = {}) {
  CaseVerdict c;
  c.verdict = v;
  c.best = best;
  c.equals = std::move(equals);
  return c;
}

TEST(Flip, IsAnotherPreferredDesign) {
  CaseVerdict const one = verdict(Verdict::Preferred, 1);
  CaseVerdict const none = verdict(Verdict::NotDistinguishable, 1);
  EXPECT_EQ(flip_between(one, verdict(Verdict::Preferred, 2)), Flip::Flips);
  EXPECT_EQ(flip_between(one, one), Flip::DoesNotFlip);
  EXPECT_EQ(flip_between(none, one), Flip::Flips) << "nobody was preferred before";
  EXPECT_EQ(flip_between(one, none), Flip::NoneHere);
  EXPECT_EQ(flip_between(none, verdict(Verdict::LessThanMatters, 0)), Flip::NoneInEither);
  EXPECT_EQ(flip_between(one, verdict(Verdict::NoInterval, 1)), Flip::NotKnown);
  EXPECT_EQ(flip_between(verdict(Verdict::Preferred, 0, {1}), one), Flip::DoesNotFlip)
      << "an equal of the best";
  EXPECT_EQ(flip_between(verdict(Verdict::Preferred, 0, {2}), one), Flip::Flips);
}

}  // namespace
}  // namespace ceaseline
