#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "ceaseline/scenario/figures.hpp"
#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

MemoryFiles files_with_everything() {
  MemoryFiles files;
  files.texts.at("toy/study.toml") += R"(
replications = 3
sources.replications = "choice"
[[case]]
id = "base"
title = "As it is"
[[case]]
id = "strict"
set = { "access_b.state" = "restricted", "access_b.refusal" = 0.25 }
sources = { "set.access_b.refusal" = "S9" }
)";
  files.texts.at("toy/world.toml") += R"(acts = { mean = 4 }
sources.acts = "S1"
[access_a]
refusal = 0.1
recent = "36 h"
[access_a.sources]
recent = "assumption"
refusal = "S\"2\""
)";
  files.texts.at("toy/designs/one.toml") += R"([sensors.ear]
close = 0.5
sources.close = "S3"
[[posts]]
id = "p"
sensor = "eye"
chainage = "10 km"
depth = "1.5 km"
)";
  return files;
}

TEST(Resolved, IsReadBackToTheSameText) {
  MemoryFiles files = files_with_everything();
  Study const first = load(files, {{"designs.two.driving.speed", "33.3 km/h"}});
  files.texts.at("toy/study.toml") = first.resolved;
  Study const again = load(files);
  EXPECT_EQ(again.resolved, first.resolved);
  EXPECT_EQ(again.designs[1].driving, first.designs[1].driving);
  EXPECT_EQ(again.designs[0].sensors, first.designs[0].sensors);
  EXPECT_EQ(again.cases[1].spec.set, first.cases[1].spec.set);
}

TEST(Resolved, HoldsEveryKeyOverridesAndSources) {
  std::string const text =
      load(files_with_everything(), {{"designs.two.driving.speed", "33.3 km/h"}}).resolved;
  EXPECT_THAT(
      text,
      HasSubstr(
          "\n[world.access_a]\nstate = \"open\"\nrefusal = 0.1\nafter_incident = 3\nrecent = \"36 h\"\n"));
  EXPECT_THAT(text, HasSubstr("sources.refusal = \"S\\\"2\\\"\"\nsources.recent = \"assumption\"\n"));
  EXPECT_THAT(text, HasSubstr("[world.violations.kinds.acts]\nmean = 4\nlarge_share = 0\nlarge_factor = "
                              "1\nsources.mean = \"S1\"\n"));
  EXPECT_THAT(text, HasSubstr("[designs.sensors.ear]\ntype = \"ear\"\nclose = 0.5\n"));
  EXPECT_THAT(text, HasSubstr("sources.close = \"S3\"\n"));
  EXPECT_THAT(text, HasSubstr("speed = \"33.3 km/h\"\n"));
  EXPECT_THAT(text, HasSubstr("sources.speed = \"--set\"\n"));
  EXPECT_THAT(text, HasSubstr("places = \"../maps/toy/places.geojson\"\n"));
  EXPECT_THAT(text, HasSubstr("set = { \"access_b.state\" = \"restricted\", \"access_b.refusal\" = 0.25 }\n"
                              "sources.\"set.access_b.refusal\" = \"S9\"\n"));
}

TEST(Sources, AFigureThatIsReplacedLosesItsSource) {
  MemoryFiles files = files_with_everything();
  files.texts.at("toy/designs/two.toml") += "[sensors.ear]\nclose = 0.6\n";
  std::string const text = load(files).resolved;
  std::string const of_two = text.substr(text.find("id = \"two\""));
  EXPECT_THAT(of_two, HasSubstr("close = 0.6\n"));
  EXPECT_THAT(of_two, Not(HasSubstr("sources.close")));
}

TEST(Sources, OfKeysThatAreNotThere) {
  MemoryFiles files;
  files.texts.at("toy/world.toml") +=
      "[sensing]\nsources.moving_ear = \"S1\"\n[period.sources]\nlength = 5\n";
  EXPECT_EQ(
      complaint(files),
      "toy/world.toml:12:22: error: sensing.sources.moving_ear: source of a key that is not in this table\n"
      "toy/world.toml:14:10: error: period.sources.length: a source is text, such as \"S42\" or "
      "\"assumption\"");
}

TEST(Sources, FiguresWithoutOneAreFound) {
  auto const bare = figures_without_source("f.toml", R"(title = "5 of them"
speed = "40 km/h"
at = "08:30"
share = 0.5
names = ["a", "b"]
ok = 3
[inner]
x = 1
y = "2 days"
sources.x = "S2"
[all]
x = 1
[[list]]
n = 1
[sources]
ok = "S1"
all = "S3"
)");
  std::vector<std::string> keys;
  for (Diagnostic const& d : bare) keys.push_back(d.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"speed", "at", "share", "inner.y", "list[0].n"}));
}

TEST(Defaults, NameEveryKeyAndAreAStudy) {
  std::string const text = defaults_text(builtin_registries());
  for (char const* key :
       {"replications = 40  # ", "[question]", "difference = 0.02  # ", "[world.line]", "night_share = 0.59",
        "# [[world.violations.hotspots]]", "# [[world.violations.kinds]]", "#   \"hotspots\": ",
        "[world.evidence]", "visit_work = \"45 min\"", "[designs.driving]", "speed = \"40 km/h\"",
        "# [[designs.teams]]", "[designs.sensors.camera]", "#   \"least-recently-visited\": ",
        "state = \"open\"  # one of \"open\", \"restricted\", \"shut\"; "}) {
    EXPECT_THAT(text, HasSubstr(key));
  }
}

/// Every name that a resolved text holds must stand in the defaults too.
TEST(Defaults, HoldEveryKeyOfAResolvedStudy) {
  std::string const defaults = defaults_text(builtin_registries());
  std::istringstream lines{load(files_with_everything()).resolved};
  for (std::string line; std::getline(lines, line);) {
    std::size_t const equals = line.find(" = ");
    if (equals == std::string::npos || line.rfind("sources.", 0) == 0) continue;
    std::string const key = line.substr(0, equals);
    bool const list = defaults.find('.' + key + "]]") != std::string::npos;
    EXPECT_TRUE(list || defaults.find(key + " = ") != std::string::npos) << key;
  }
}

TEST(Defaults, AreReadAsAStudyOnceItHasALineAndNames) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") = defaults_text(builtin_registries());
  std::string const said = complaint(files, {{"study.id", "x"},
                                             {"world.line.straight", "10 km"},
                                             {"world.violations.kinds", "[{ id = \"shot\" }]"},
                                             {"study.designs", "[\"toy/designs/one.toml\"]"},
                                             {"world.line.places", "maps/toy/places.geojson"}});
  EXPECT_EQ(said, "");
}

}  // namespace
}  // namespace ceaseline
