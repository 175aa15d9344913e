#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

MemoryFiles stressed() {
  MemoryFiles files;
  files.texts.at("toy/study.toml") += R"([[case]]
id = "base"
[[case]]
id = "b-shut"
set = { "access_b.state" = "shut" }
[[stress]]
id = "surge"
title = "Three times as much"
set = { "violations.level" = 3 }
[[stress]]
id = "half"
set = { "designs.*.numbers.in_field" = 0.2 }
)";
  return files;
}

Study load_as(MemoryFiles const& files, CaseSet which) {
  return load_study("toy/study.toml", files, builtin_registries(), {}, which);
}

std::vector<std::string> ids(Study const& study) {
  std::vector<std::string> all;
  for (CaseWorld const& c : study.cases) all.push_back(c.spec.id);
  return all;
}

TEST(Stress, IsSetUpOnlyWhenAskedFor) {
  EXPECT_EQ(ids(load_as(stressed(), CaseSet::Cases)), (std::vector<std::string>{"base", "b-shut"}));
  Study const stress = load_as(stressed(), CaseSet::Stress);
  EXPECT_EQ(ids(stress), (std::vector<std::string>{"base", "surge", "half"}));
  EXPECT_EQ(stress.cases[1].world->spec().violations.level, 3);
  EXPECT_EQ(stress.cases[2].designs[1].numbers.in_field, 0.2);
  EXPECT_EQ(ids(load_as(stressed(), CaseSet::All)),
            (std::vector<std::string>{"base", "b-shut", "surge", "half"}));
}

TEST(Stress, IsKeptInTheResolvedStudyAndReadBack) {
  MemoryFiles files = stressed();
  std::string const resolved = load_as(files, CaseSet::Cases).resolved;
  files.texts.at("toy/study.toml") = resolved;
  EXPECT_EQ(load_as(files, CaseSet::Cases).resolved, resolved);
  EXPECT_EQ(ids(load_as(files, CaseSet::Stress)).size(), 3U);
}

TEST(Stress, ResolvedIsAStudyOfThoseCases) {
  MemoryFiles files = stressed();
  Study const stress = load_as(files, CaseSet::Stress);
  EXPECT_THAT(stress.resolved, Not(HasSubstr("[[stress]]")));
  files.texts.at("toy/study.toml") = stress.resolved;
  EXPECT_EQ(ids(load_as(files, CaseSet::Cases)), ids(stress));
}

TEST(Stress, ThatIsNotThereIsRefused) {
  try {
    (void)load_as(MemoryFiles{}, CaseSet::Stress);
    FAIL();
  } catch (InputError const& e) {
    EXPECT_STREQ(
        e.what(),
        "toy/study.toml: error: stress: this study has no stress set; write [[stress]] above the id, "
        "title and set of each item");
  }
}

TEST(Stress, DoesNotShareAnIdWithACase) {
  MemoryFiles files = stressed();
  files.edit("toy/study.toml", "id = \"half\"", "id = \"b-shut\"");
  EXPECT_EQ(complaint(files), "toy/study.toml:15:6: error: stress[1].id: a [[case]] has this id already");
}

}  // namespace
}  // namespace ceaseline
