#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

struct Misuse {
  std::vector<std::string> arguments;
  std::string says;
};

TEST(Usage, IsRefusedWithTwoAndAWayOut) {
  Misuse const misuses[] = {
      {{}, "ceaseline: name a command, such as compare, run or demo\nTry: ceaseline --help\n"},
      {{"conquer"}, "ceaseline: The following argument was not expected: conquer\nTry: ceaseline --help\n"},
      {{"compare"}, "ceaseline: STUDY is required\nTry: ceaseline --help\n"},
      {{"compare", "x.toml", "--reps", "0"},
       "ceaseline: --reps: Value 0 not in range 1 to 16777216\nTry: ceaseline --help\n"},
      {{"compare", "x.toml", "--reps", "many"},
       "ceaseline: --reps: Value many not in range 1 to 16777216\nTry: ceaseline --help\n"},
      {{"compare", "x.toml", "--set", "level"},
       "ceaseline: --set level: write KEY=VALUE, such as world.violations.level=2\nTry: ceaseline --help\n"},
      {{"demo", "--sed", "1"},
       "ceaseline: The following arguments were not expected: 1 --sed\nTry: ceaseline --help\n"},
      {{"show"}, "ceaseline: show: give a study, or --defaults\nTry: ceaseline --help\n"},
  };
  for (Misuse const& m : misuses) {
    Outcome const o = run(m.arguments);
    EXPECT_EQ(o.code, 2) << m.says;
    EXPECT_EQ(o.err, m.says);
    EXPECT_EQ(o.out, "");
  }
}

TEST(Help, HasExamplesForEveryCommand) {
  for (char const* const command : {"compare", "run", "validate", "map", "verify", "show", "demo"}) {
    Outcome const o = run({command, "--help"});
    EXPECT_EQ(o.code, 0);
    EXPECT_THAT(o.out, HasSubstr("Example")) << command;
    EXPECT_THAT(o.out, HasSubstr(std::string{"ceaseline "} + command)) << command;
    EXPECT_EQ(o.err, "");
  }
  EXPECT_THAT(run({"--help"}).out, HasSubstr("Exit codes"));
}

TEST(Version, IsOneForPeopleAndOneForPrograms) {
  EXPECT_THAT(run({"--version"}).out, testing::StartsWith("ceaseline "));
  auto const json = nlohmann::json::parse(run({"--version", "--json"}).out);
  EXPECT_EQ(json["name"], "ceaseline");
  EXPECT_TRUE(json.contains("compiler"));
}

TEST(Defaults, AreCommentedToml) {
  Outcome const o = run({"show", "--defaults"});
  EXPECT_EQ(o.code, 0);
  EXPECT_THAT(o.out, HasSubstr("replications = 40"));
}

TEST(Output, ThatCannotBeWrittenIsAFailureOfTheMachine) {
  ScratchFolder const folder;
  std::string const shell =
      std::string{CEASELINE_PROGRAM} + " show --defaults > /dev/full 2> " + (folder / "err");
  EXPECT_EQ(WEXITSTATUS(std::system(shell.c_str())), 1);
  EXPECT_EQ(contents(folder / "err"),
            "ceaseline: cannot write to standard output: No space left on device\n");
}

}  // namespace
}  // namespace ceaseline
