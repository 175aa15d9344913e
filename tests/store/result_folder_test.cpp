#include "ceaseline/store/result_folder.hpp"

#include <gtest/gtest.h>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/store/journal.hpp"
#include "experiment/small_study.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

using State = ResultFolder::State;

class ResultFolderTest : public testing::Test {
 protected:
  [[nodiscard]] ResultFolder look(small::Overrides const& overrides = {}) const {
    return ResultFolder{path_, manifest_of(small::study(overrides), {})};
  }
  /// A finished result of `n` replications; result.gpkg is somebody else's work.
  void finish(std::uint32_t n) const {
    ResultFolder folder = look();
    folder.take(study_);
    Journal journal{folder.journal_path(), identity_of(study_)};
    run_study(study_, plan_, {journal.replications(), n, 1, {}, {}}, journal);
    put(folder.gpkg_path(), "");
    folder.write_tables(study_, plan_, journal, compare_designs(study_, plan_, journal, n),
                        planned_coverage(study_));
    folder.seal({"ceaseline", 1, "then", "now", ""});
  }
  void replace_in_manifest(std::string const& old, std::string const& now) const {
    std::string text = contents(path_ + "/manifest.json");
    std::size_t const at = text.find(old);
    ASSERT_NE(at, std::string::npos);
    put(path_ + "/manifest.json", text.replace(at, old.size(), now));
  }

  ScratchFolder const scratch_;
  std::string const path_ = scratch_ / "out/small";
  Study const study_ = small::study();
  Plan const plan_ = plan_study(study_, builtin_registries());
};

TEST_F(ResultFolderTest, IsFreeWhenItIsNotThere) {
  EXPECT_EQ(look().state(), State::Free);
  std::filesystem::create_directories(path_);
  EXPECT_EQ(look().state(), State::Free);
}

TEST_F(ResultFolderTest, LooksWithoutTouching) {
  (void)look();
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(ResultFolderTest, LeavesTheFilesOfOthersAlone) {
  put(path_ + "/thesis.txt", "years of work");
  EXPECT_EQ(look().state(), State::NotAResult);
  EXPECT_THROW(look().take(study_), std::logic_error);
  EXPECT_EQ(contents(path_ + "/thesis.txt"), "years of work");
}

TEST_F(ResultFolderTest, TakesABrokenManifestForNoResult) {
  put(path_ + "/manifest.json", "{\"format\": 1,");
  EXPECT_EQ(look().state(), State::NotAResult);
}

TEST_F(ResultFolderTest, IsNotFinishedBeforeItsTablesAre) {
  look().take(study_);
  EXPECT_EQ(look().state(), State::Same);
  EXPECT_EQ(look().finished(), 0U);
  EXPECT_THROW((void)read_manifest(path_), InputError);
}

TEST_F(ResultFolderTest, KnowsAFinishedResultAgain) {
  finish(2);
  EXPECT_EQ(look().state(), State::Same);
  EXPECT_EQ(look().finished(), 2U);
  EXPECT_EQ(read_manifest(path_).replications, 2U);
}

TEST_F(ResultFolderTest, IsNotFinishedWithoutItsTables) {
  finish(2);
  std::filesystem::remove_all(path_ + "/tables");
  EXPECT_EQ(look().finished(), 0U);
}

TEST_F(ResultFolderTest, TellsAnotherStudyApart) {
  finish(2);
  ResultFolder const other = look({{"study.seed", "8"}});
  EXPECT_EQ(other.state(), State::OtherStudy);
  EXPECT_EQ(other.found(), "study \"small\", seed 7");
}

TEST_F(ResultFolderTest, GoesOnOnlyWithTheProgramThatBegan) {
  finish(2);
  replace_in_manifest("\"version\": \"", "\"version\": \"9.");
  EXPECT_EQ(look().state(), State::OtherProgram);
}

TEST_F(ResultFolderTest, RemovesOnlyItsOwnWhenItIsTakenForAnotherStudy) {
  finish(2);
  put(path_ + "/notes.txt", "mine");
  Study const other = small::study({{"study.seed", "8"}});
  ResultFolder folder{path_, manifest_of(other, {})};
  folder.take(other);
  EXPECT_FALSE(std::filesystem::exists(path_ + "/tables"));
  EXPECT_FALSE(std::filesystem::exists(path_ + "/journal"));
  EXPECT_EQ(contents(path_ + "/notes.txt"), "mine");
}

TEST_F(ResultFolderTest, KeepsACopyOfEveryInput) {
  finish(1);
  for (InputFile const& input : study_.inputs)
    EXPECT_EQ(contents(path_ + "/" + stored_path(input.path)), input.text);
  EXPECT_EQ(contents(path_ + "/inputs/resolved.toml"), study_.resolved);
}

TEST_F(ResultFolderTest, ExtendsAResultAsIfItHadBeenRunAtOnce) {
  finish(2);
  finish(4);
  std::string const extended = contents(path_ + "/tables/replications.csv");
  std::filesystem::remove_all(path_);
  finish(4);
  EXPECT_EQ(contents(path_ + "/tables/replications.csv"), extended);
}

}  // namespace
}  // namespace ceaseline
