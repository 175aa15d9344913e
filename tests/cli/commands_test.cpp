#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

TEST(Demo, RunsInAnEmptyFolderAndWritesNothing) {
  ScratchFolder const folder;
  Outcome const o = run({"demo", "--reps", "2", "--quiet"}, folder.path());
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_THAT(o.out, HasSubstr("A made-up world"));
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Demo, LeavesAResultThatCanBeVerified) {
  ScratchFolder const folder;
  ASSERT_EQ(run({"demo", "--reps", "1", "--quiet", "--out", "d"}, folder.path()).code, 0);
  EXPECT_EQ(run({"verify", "d", "--quiet"}, folder.path()).code, 0);
}

TEST(Map, TellsWhatTheShippedLineHolds) {
  Outcome const o = run({"map", std::string{CEASELINE_SOURCE_DIR} + "/maps/donbas-2021/line.geojson"});
  EXPECT_EQ(o.code, 0) << o.err;
  for (char const* const word :
       {"length     41", "tolerance  700 m", "frame      LAEA", "parts      1", "vertices   ", "side A     "})
    EXPECT_THAT(o.out, HasSubstr(word));
}

TEST(Map, RefusesWhatIsNoMap) {
  ScratchFolder const folder;
  put(folder / "x.geojson", "{");
  EXPECT_EQ(run({"map", folder / "x.geojson"}).code, 2);
}

TEST_F(SmallFiles, ShowGivesTheResolvedStudy) {
  Outcome const o = ceaseline({"show", "study.toml", "--set", "world.violations.level=2.5"});
  EXPECT_EQ(o.code, 0);
  EXPECT_THAT(o.out, HasSubstr("level = 2.5"));
  put(folder_ / "resolved.toml", o.out);
  EXPECT_EQ(ceaseline({"show", "resolved.toml"}).out, o.out) << "and it can be read again";
}

TEST_F(SmallFiles, RunTellsWhatHappenedInOneDesign) {
  Outcome const o = ceaseline(
      {"run", "study.toml", "--design", "night", "--case", "b-shut", "--first", "3", "--reps", "2"});
  EXPECT_EQ(o.code, 0);
  EXPECT_THAT(o.out, testing::StartsWith("small: design night in case b-shut, seed 7\nreplication 3: "));
  EXPECT_THAT(o.out, HasSubstr("\nreplication 4: "));
  EXPECT_FALSE(exists("out"));
}

TEST_F(SmallFiles, RunWritesWholeRecords) {
  ASSERT_EQ(ceaseline({"run", "study.toml", "--out", "records"}).code, 0);
  auto const json = nlohmann::json::parse(ceaseline({"run", "study.toml", "--json"}).out);
  std::string const incidents = contents(folder_ / "records/incidents.csv");
  auto const lines = static_cast<std::size_t>(std::count(incidents.begin(), incidents.end(), '\n'));
  EXPECT_EQ(json[0]["incidents"], lines - 1);
  for (char const* const table : {"observations.csv", "outings.csv", "visits.csv"})
    EXPECT_TRUE(exists(std::string{"records/"} + table));
}

TEST_F(SmallFiles, RunMeetsWhatCompareMeets) {
  ASSERT_EQ(ceaseline({"compare", "study.toml", "--reps", "3", "--quiet"}).code, 0);
  auto const json = nlohmann::json::parse(
      ceaseline({"run", "study.toml", "--design", "more", "--first", "2", "--json"}).out);
  EXPECT_THAT(contents(folder_ / "out/small/tables/fingerprints.csv"),
              HasSubstr("small,base,more,2,7," + json[0]["fingerprint"].get<std::string>()));
}

}  // namespace
}  // namespace ceaseline
