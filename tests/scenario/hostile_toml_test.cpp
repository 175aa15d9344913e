#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

// Texts that are not TOML, or far too much of it. The first five abort a program built with the header-only
// toml++ 3.3.0.

namespace ceaseline {
namespace {

std::string complaint_about(std::string const& study) {
  MemoryFiles files;
  files.texts.at("toy/study.toml") = study;
  return complaint(files);
}

TEST(HostileToml, TripleBracket) {
  EXPECT_EQ(
      complaint_about("[[[sensor]]]"),
      "toy/study.toml:1:3: error: Error while parsing key: expected bare key starting character or string "
      "delimiter, saw '['");
}

TEST(HostileToml, Ampersand) {
  EXPECT_EQ(
      complaint_about("[&"),
      "toy/study.toml:1:2: error: Error while parsing key: expected bare key starting character or string "
      "delimiter, saw '&'");
}

TEST(HostileToml, HalfATime) {
  EXPECT_EQ(complaint_about("a = 1\nb = 08:30\n"),
            "toy/study.toml:2:10: error: Error while parsing time: expected ':', saw '\\n'");
}

TEST(HostileToml, HalfAKeyAndHalfAText) {
  for (char const* text : {"[a.", "a = \"", "= 1", "a = ", "[", "a.b", "a = '''", "\xff = 1", "a = 1e999",
                           "[[a]", "a = {", "a = 2021-", "a = 1_", "\"\\u12\" = 1"}) {
    std::string const said = complaint_about(text);
    EXPECT_EQ(said.rfind("toy/study.toml:1:", 0), 0U) << text << " -> " << said;
  }
}

TEST(HostileToml, KeyGivenTwice) {
  EXPECT_EQ(
      complaint_about("id = \"a\"\nid = \"b\"\n"),
      "toy/study.toml:2:6: error: Error while parsing key-value pair: cannot redefine existing string 'id'");
}

TEST(HostileToml, DeepNesting) {
  EXPECT_EQ(complaint_about("a = " + std::string(100, '[') + std::string(100, ']')),
            "toy/study.toml:1:37: error: nested deeper than 32 tables and lists");
  EXPECT_NE(complaint_about("a = " + std::string(1'000'000, '[')).find("maximum nested value depth"),
            std::string::npos);
}

TEST(HostileToml, LongKeys) {
  std::string key = "a";
  for (int i = 0; i < 100'000; ++i) key += ".a";
  EXPECT_EQ(complaint_about("\n" + key + " = 1"), "toy/study.toml:2: error: a key of more than 32 parts");
  EXPECT_EQ(complaint_about("[" + key + "]"), "toy/study.toml:1: error: a key of more than 32 parts");
  EXPECT_EQ(complaint_about("x = {" + key + " = 1}"), "toy/study.toml:1: error: a key of more than 32 parts");
  EXPECT_EQ(complaint_about("x = '''\n'''\n" + key + " = 1"),
            "toy/study.toml:3: error: a key of more than 32 parts");
}

TEST(HostileToml, DotsInTextsAndCommentsAreNoKeys) {
  MemoryFiles files;
  std::string const dots(200, '.');
  files.texts.at("toy/study.toml") +=
      "# it's" + dots + "\nnote = \"\"\"\\\"" + dots + "\n\"" + dots + "\"\"\"\n";
  EXPECT_EQ(complaint(files), "");
}

TEST(HostileToml, TooLarge) {
  EXPECT_EQ(complaint_about("# " + std::string(4'000'000, 'x')),
            "toy/study.toml: error: is larger than 4 MB; geometry belongs in a map, not in a scenario");
}

TEST(HostileToml, WrongShapes) {
  EXPECT_EQ(complaint_about("id = \"x\"\nworld = 5\ndesigns = [5]\n"),
            "toy/study.toml:2:9: error: world: 5 is not a file; write world = \"world.toml\"\n"
            "toy/study.toml:3:12: error: designs[0]: 5 is not a file");
  EXPECT_EQ(
      complaint_about("id = 5\nworld = \"world.toml\"\ndesigns = [\"designs/one.toml\"]\ncase = 5\n"),
      "toy/study.toml:1:6: error: id: 5 is not text; write it in quotes\n"
      "toy/study.toml:4:8: error: case: must be a list of tables; write [[case]] above the keys of each");
}

}  // namespace
}  // namespace ceaseline
