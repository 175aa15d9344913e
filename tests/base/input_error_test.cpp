// What the user reads when the input is wrong.
#include <gtest/gtest.h>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {
namespace {

TEST(Diagnostic, SaysPlaceKeyCauseAndFix) {
  Diagnostic const d{"designs/ots.toml", 14, 9, "teams[2].speed", "40 has no unit; write \"40 km/h\""};
  EXPECT_EQ(d.text(), "designs/ots.toml:14:9: error: teams[2].speed: 40 has no unit; write \"40 km/h\"");
}

TEST(Diagnostic, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ((Diagnostic{"world.toml", 3, 0, "line", "is missing"}).text(),
            "world.toml:3: error: line: is missing");
  EXPECT_EQ((Diagnostic{"--set", 0, 0, "teams.speed", "is no key"}).text(),
            "--set: error: teams.speed: is no key");
  EXPECT_EQ((Diagnostic{"line.geojson", 0, 0, "", "is empty"}).text(), "line.geojson: error: is empty");
  EXPECT_EQ((Diagnostic{"", 0, 0, "line", "has no parts"}).text(), "error: line: has no parts");
}

TEST(InputError, ListsEverythingThatIsWrong) {
  InputError const error{{{"a.toml", 1, 2, "x", "is wrong"}, {"a.toml", 5, 1, "y", "is worse"}}};
  EXPECT_STREQ(error.what(), "a.toml:1:2: error: x: is wrong\na.toml:5:1: error: y: is worse");
  ASSERT_EQ(error.diagnostics().size(), 2U);
  EXPECT_EQ(error.diagnostics()[1].key, "y");
}

TEST(InputError, OfOneProblemIsItsText) {
  EXPECT_STREQ(InputError(Diagnostic{"a.toml", 1, 2, "x", "is wrong"}).what(),
               "a.toml:1:2: error: x: is wrong");
}

}  // namespace
}  // namespace ceaseline
