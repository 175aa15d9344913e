#include "ceaseline/report/text_table.hpp"

#include <gtest/gtest.h>

namespace ceaseline {
namespace {

using Lines = std::vector<std::string>;

TEST(TextTable, BreaksAtSpacesButNotInsideBrackets) {
  EXPECT_EQ(wrapped("-12.1 [-13.0, -11.2]", 17), (Lines{"-12.1", "[-13.0, -11.2]"}));
  EXPECT_EQ(wrapped("62.1 [60.3, 63.9]", 17), (Lines{"62.1 [60.3, 63.9]"}));
  EXPECT_EQ(wrapped("not distinguishable", 17), (Lines{"not", "distinguishable"}));
  EXPECT_EQ(wrapped("[1000, 2000]", 7), (Lines{"[1000,", "2000]"}));
}

TEST(TextTable, CutsAWordThatIsTooWide) {
  EXPECT_EQ(wrapped("ab abcdefgh", 3), (Lines{"ab", "abc", "def", "gh"}));
  EXPECT_EQ(wrapped("", 3), Lines{""});
  EXPECT_EQ(wrapped("  two  spaces", 5), (Lines{"  two", "space", "s"}));
}

TEST(TextTable, CountsCodePoints) {
  EXPECT_EQ(shown_width("Luhans\u02b9k \u00f7 \u00d7"), 12U);
  EXPECT_EQ(wrapped("\u00e4\u00e4\u00e4\u00e4", 3), (Lines{"\u00e4\u00e4\u00e4", "\u00e4"}));
}

TEST(TextTable, ALongCellGoesOnBelow) {
  TextTable table{{3, 6, 6}};
  table.row({"", "a", "b"});
  table.row({"x", "one two three", "four"});
  table.across("all of it across", "1  ");
  EXPECT_EQ(table.text(),
            "    a      b\n"
            "x   one    four\n"
            "    two\n"
            "    three\n"
            "1  all of it\n"
            "   across\n");
}

}  // namespace
}  // namespace ceaseline
