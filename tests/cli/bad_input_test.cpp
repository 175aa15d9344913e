#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

class BadInput : public SmallFiles {
 protected:
  void expect_refused(std::string const& says) const {
    Outcome const o = ceaseline({"compare", "study.toml"});
    EXPECT_EQ(o.code, 2);
    EXPECT_EQ(o.err, says);
    EXPECT_EQ(o.out, "");
    EXPECT_FALSE(exists("out")) << "nothing half-written";
  }
};

TEST_F(BadInput, IsToldAllAtOnce) {
  replace("world.toml", "acts_per_day = 40", "acts_per_dai = 40");
  replace("plain.toml", "on_books = 40", "on_books = -40");
  replace("study.toml", "seed = 7", "seed = \"seven\"");
  expect_refused(
      "plain.toml:5:24: error: numbers.on_books: -40 is negative; write a whole number, 0 or more\n"
      "study.toml:7:8: error: seed: \"seven\" is not a whole number\n"
      "world.toml:7:1: error: violations.acts_per_dai: unknown key; did you mean \"acts_per_day\"?\n"
      "3 problems; nothing was run\n");
}

TEST_F(BadInput, IsAStudyThatIsNotThere) {
  Outcome const o = ceaseline({"compare", "stdy.toml"});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(o.err, "stdy.toml: error: no such file\n1 problem; nothing was run\n");
}

TEST_F(BadInput, IsAMapThatIsNotThere) {
  replace("world.toml", "places.geojson", "plces.geojson");
  expect_refused(
      "world.toml:3:39: error: line.places: cannot read \"plces.geojson\": no such file\n1 problem; nothing "
      "was run\n");
}

TEST_F(BadInput, IsJsonForPrograms) {
  replace("study.toml", "seed = 7", "sed = 7");
  Outcome const o = ceaseline({"validate", "study.toml", "--json"});
  EXPECT_EQ(o.code, 2);
  auto const problem = nlohmann::json::parse(o.err)["problems"][0];
  EXPECT_EQ(problem["file"], "study.toml");
  EXPECT_EQ(problem["line"], 7);
  EXPECT_EQ(problem["key"], "sed");
}

TEST_F(BadInput, IsADesignNobodyCanOperate) {
  put(folder_ / "nobody.toml", small::MemoryFiles{}.text("nobody.toml"));
  Outcome const o = ceaseline({"compare", "study.toml", "--set", "study.designs=[\"nobody.toml\"]", "--set",
                               "study.baseline=nobody"});
  EXPECT_EQ(o.code, 3);
  EXPECT_EQ(
      o.err,
      "ceaseline: no design can operate: in no case has one a team or a sensor on a side that lets it in\n");
  EXPECT_FALSE(exists("out"));
}

TEST_F(BadInput, IsADesignOrACaseThatIsNotThere) {
  EXPECT_EQ(ceaseline({"run", "study.toml", "--design", "nite"}).err,
            "--design: error: there is no design \"nite\"; there are plain, twin, night, more\n1 problem; "
            "nothing was run\n");
  EXPECT_EQ(
      ceaseline({"run", "study.toml", "--case", "x"}).err,
      "--case: error: there is no case \"x\"; there are base, b-shut, busy\n1 problem; nothing was run\n");
}

TEST_F(BadInput, IsAFolderOfSomebodyElse) {
  put(folder_ / "mine/thesis.txt", "years of work");
  Outcome const o = ceaseline({"compare", "study.toml", "--out", "mine", "--force"});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(o.err, "ceaseline: mine is not empty and holds no result; give another folder with --out\n");
  EXPECT_EQ(contents(folder_ / "mine/thesis.txt"), "years of work");
}

TEST_F(BadInput, IsNotAFolderThatCannotBeWritten) {
  Outcome const o = ceaseline({"compare", "study.toml", "--out", "/proc/out"});
  EXPECT_EQ(o.code, 1) << "that is the machine";
  EXPECT_EQ(o.err, "ceaseline: cannot make the folder /proc/out: No such file or directory\n");
}

TEST_F(BadInput, PassesValidationWhenItIsGood) {
  Outcome const o = ceaseline({"validate", "study.toml"});
  EXPECT_EQ(o.code, 0);
  EXPECT_EQ(o.out,
            "small: no problem in 7 files\n"
            "4 designs in 3 cases, 6 replications of 10 days on 40.0 km; seed 7\n");
}

}  // namespace
}  // namespace ceaseline
