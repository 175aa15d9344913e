#include "ceaseline/report/comparison_view.hpp"

#include <gmock/gmock.h>

#include "ceaseline/experiment/run_study.hpp"
#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

// Two designs of which the second has fewer people in the field, three replications, two cases.
Study small_study() {
  MemoryFiles files;
  files.texts.at("toy/study.toml") = R"(id = "toy"
title = "Toy"
note = "A toy."
world = "world.toml"
designs = ["designs/one.toml", "designs/two.toml"]
baseline = "one"
seed = 7
[[case]]
id = "base"
title = "As it is"
[[case]]
id = "b-shut"
set = { "access_b.state" = "shut" }
)";
  files.texts.at("toy/designs/two.toml") += "on_books = 40\nsources.on_books = \"assumption: ours\"\n";
  return load(files);
}

TEST(ComparisonView, SaysWhatTheStudyAndItsAnswerSay) {
  Study const study = small_study();
  Plan const plan = plan_study(study, builtin_registries());
  RowsInMemory rows;
  RunOptions options;
  options.end = 3;
  options.threads = 1;
  run_study(study, plan, options, rows);
  ComparisonView const view = comparison_view(study, compare_designs(study, plan, rows, 3));

  EXPECT_EQ(view.study, "Toy");
  EXPECT_EQ(view.note, "A toy.");
  EXPECT_EQ(view.baseline, 0U);
  EXPECT_EQ(view.replications, 3U);
  EXPECT_EQ(view.seed, 7);
  ASSERT_EQ(view.designs.size(), 2U);
  EXPECT_EQ(view.designs[1].id, "two");
  EXPECT_EQ(view.designs[1].equal_to, 1U);
  EXPECT_GT(view.designs[0].establishment.in_field, view.designs[1].establishment.in_field);
  ASSERT_EQ(view.cases.size(), 2U);
  EXPECT_EQ(view.cases[1].title, "b-shut");
  ASSERT_EQ(view.drivers.size(), 1U);
  EXPECT_EQ(view.drivers[0].design, 1U);
  EXPECT_EQ(view.drivers[0].groups.front().group, "numbers");
  EXPECT_EQ(view.drivers[0].groups.front().word, "");
  EXPECT_EQ(view.drivers[0].groups.back().word, same_figures_word);
  EXPECT_THAT(comparison_text(view, 80, false), HasSubstr("ceaseline , seed 7, replications 3"));
}

TEST(ComparisonView, ASizeIsAssumedWhereItsSourceSaysSo) {
  std::string const text =
      "id = \"s\"\n\n[[designs]]\nid = \"a\"\n\n[designs.numbers]\non_books = 5\nsources.on_books = \"S48\"\n"
      "\n[[designs]]\nid = \"b\"\n\n[designs.numbers]\non_books = 5\n"
      "sources.on_books = \"assumption: ours\"\n";
  EXPECT_FALSE(size_is_assumed(text, 0));
  EXPECT_TRUE(size_is_assumed(text, 1));
  EXPECT_FALSE(size_is_assumed(text, 2));
}

TEST(ComparisonView, ReadsTheResolvedTextOfARealStudy) {
  Study const study = small_study();
  EXPECT_FALSE(size_is_assumed(study.resolved, 0));
  EXPECT_TRUE(size_is_assumed(study.resolved, 1)) << study.resolved;
}

}  // namespace
}  // namespace ceaseline
