#include <gmock/gmock.h>
#include <unistd.h>

#include <chrono>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

/// A run that would take hours, so that it is under way whenever a signal comes.
class Interrupt : public SmallFiles {
 protected:
  static constexpr std::uintmax_t some_replications = 100'000;  // bytes of journal

  void wait_for_journal() const {
    auto const give_up = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    std::error_code not_yet;
    while (std::filesystem::file_size(folder_ / "out/small/journal", not_yet) < some_replications ||
           not_yet) {
      ASSERT_LT(std::chrono::steady_clock::now(), give_up) << "no replication is finished";
      ::usleep(1000);
    }
  }
  [[nodiscard]] std::string replications(std::string const& result) const {
    return contents(folder_ / (result + "/tables/replications.csv"));
  }
  std::vector<std::string> const long_run_{"compare", "study.toml", "--reps", "1000000", "--no-progress"};
};

TEST_F(Interrupt, KeepsFinishedReplicationsAndEndsWith130) {
  Program program{long_run_, folder_.path()};
  wait_for_journal();
  program.signal(SIGINT);
  Outcome const o = program.wait();
  EXPECT_EQ(o.code, 130);
  EXPECT_EQ(o.out, "");
  EXPECT_THAT(o.err, testing::MatchesRegex(
                         "ceaseline: interrupted: [0-9]+ of 1000000 replications are kept in out/small; "
                         "the same command goes on from there\n"));

  int const kept = std::stoi(o.err.substr(o.err.find("interrupted: ") + 13));
  std::string const reps = std::to_string(kept + 1);
  EXPECT_EQ(ceaseline({"compare", "study.toml", "--reps", reps, "--quiet"}).code, 0);
  EXPECT_EQ(ceaseline({"compare", "study.toml", "--reps", reps, "--quiet", "--out", "at-once"}).code, 0);
  EXPECT_EQ(replications("out/small"), replications("at-once"));
}

TEST_F(Interrupt, LosesNothingFinishedWhenKilled) {
  Program program{long_run_, folder_.path()};
  wait_for_journal();
  program.signal(SIGKILL);
  EXPECT_EQ(program.wait().code, -SIGKILL);
  EXPECT_FALSE(exists("out/small/tables"));

  Outcome const o = ceaseline({"compare", "study.toml", "--reps", "4"});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_EQ(o.err, "") << "four were finished before";
  EXPECT_EQ(ceaseline({"compare", "study.toml", "--reps", "4", "--quiet", "--out", "at-once"}).code, 0);
  EXPECT_EQ(replications("out/small"), replications("at-once"));
}

TEST_F(Interrupt, LeavesASecondRunAlone) {
  Program program{long_run_, folder_.path()};
  wait_for_journal();
  Outcome const second = ceaseline({"compare", "study.toml"});
  EXPECT_EQ(second.code, 1);
  EXPECT_EQ(second.err, "ceaseline: out/small/journal is in use by another run\n");
  program.signal(SIGTERM);
  EXPECT_EQ(program.wait().code, 130);
}

}  // namespace
}  // namespace ceaseline
