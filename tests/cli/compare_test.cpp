#include <gmock/gmock.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

/// CEASELINE_RENEW_GOLDEN=1 writes the file instead; say in the commit why each changed line is right.
void expect_golden(std::string const& file, std::string const& found) {
  std::string const path = std::string{CEASELINE_SOURCE_DIR} + "/tests/cli/golden/" + file;
  if (std::getenv("CEASELINE_RENEW_GOLDEN") != nullptr) put(path, found);
  EXPECT_EQ(found, contents(path)) << path;
}

class Compare : public SmallFiles {
 protected:
  [[nodiscard]] Outcome compare(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"compare", "study.toml"});
    Outcome const o = ceaseline(options);
    EXPECT_EQ(o.code, 0) << o.err;
    return o;
  }
  /// Everything of a result but how the run went.
  [[nodiscard]] std::string result(std::string const& name) const {
    std::string all;
    for (char const* const table : {"replications", "fingerprints", "designs", "estimates", "segments",
                                    "differences", "drivers", "verdicts", "columns"})
      all += contents(folder_ / (name + "/tables/" + table + ".csv"));
    auto manifest = nlohmann::json::parse(contents(folder_ / (name + "/manifest.json")));
    manifest.erase("run");
    return all + contents(folder_ / (name + "/result.gpkg")) + contents(folder_ / (name + "/report.html")) +
           manifest.dump();
  }
};

TEST_F(Compare, PrintsTheComparison) {
  Outcome const o = compare();
  expect_golden("small_comparison.txt", o.out);
  EXPECT_EQ(o.err,
            "1 of 6 replications\n2 of 6 replications\n3 of 6 replications\n4 of 6 replications\n5 of 6 "
            "replications\n6 of 6 replications\n");
}

TEST_F(Compare, PrintsAFinishedResultAgainWithoutRunning) {
  Outcome const first = compare();
  std::string const journal = contents(folder_ / "out/small/journal");
  std::string const manifest = contents(folder_ / "out/small/manifest.json");
  Outcome const second = compare();
  EXPECT_EQ(second.out, first.out);
  EXPECT_EQ(second.err, "");
  EXPECT_EQ(contents(folder_ / "out/small/journal"), journal);
  EXPECT_EQ(contents(folder_ / "out/small/manifest.json"), manifest);
}

TEST_F(Compare, RunsOnlyWhatIsMissing) {
  (void)compare({"--reps", "2", "--out", "grown"});
  Outcome const more = compare({"--reps", "5", "--out", "grown"});
  EXPECT_EQ(more.err, "3 of 5 replications\n4 of 5 replications\n5 of 5 replications\n");
  (void)compare({"--reps", "5", "--out", "at-once"});
  EXPECT_EQ(result("grown"), result("at-once"));
}

TEST_F(Compare, NeverShrinksAResult) {
  Outcome const all = compare();
  Outcome const fewer = compare({"--reps", "2"});
  EXPECT_EQ(fewer.out, all.out);
  EXPECT_EQ(fewer.err, "out/small holds 6 replications already: all of them are used\n");
}

TEST_F(Compare, GivesEqualBytesForAnyNumberOfThreads) {
  (void)compare({"--threads", "1", "--out", "one"});
  (void)compare({"--threads", "4", "--out", "four"});
  EXPECT_EQ(result("one"), result("four"));
}

TEST_F(Compare, RefusesToReplaceAnotherStudyUnlessForced) {
  (void)compare();
  Outcome const refused = ceaseline({"compare", "study.toml", "--seed", "8"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(refused.err,
            "ceaseline: out/small holds a result of study \"small\", seed 7, with other figures; give "
            "another folder with "
            "--out, or replace it with --force\n");
  (void)compare({"--seed", "8", "--force", "--quiet"});
  EXPECT_EQ(nlohmann::json::parse(contents(folder_ / "out/small/manifest.json"))["seed"], 8);
}

TEST_F(Compare, KeepsAResultWhenOnlyACommentChanges) {
  (void)compare();
  replace("study.toml", "seed = 7", "seed = 7  # lucky");
  EXPECT_EQ(compare().err, "");
}

TEST_F(Compare, SaysWhenThePrecisionIsNotReached) {
  Outcome const o = ceaseline({"compare", "study.toml", "--precision", "0.0001", "--no-progress"});
  EXPECT_EQ(o.code, 4);
  EXPECT_THAT(o.err, testing::StartsWith(
                         "ceaseline: precision not reached: the interval of incidents_detected is within"));
  EXPECT_THAT(o.out, HasSubstr("replications 6")) << "the answer is printed all the same";
}

TEST_F(Compare, StopsAtTheFirstLookThatIsPreciseEnough) {
  Outcome const o = compare({"--precision", "0.5", "--reps", "1000", "--quiet"});
  EXPECT_THAT(o.out, HasSubstr("replications 20"));
  EXPECT_EQ(o.err, "");
}

TEST_F(Compare, AnswersProgramsInJson) {
  auto const json = nlohmann::json::parse(compare({"--json", "--quiet"}).out);
  EXPECT_EQ(json["replications"], 6);
  EXPECT_EQ(json["designs"][1]["equal_by_construction_to"], "plain");
  EXPECT_EQ(json["cases"].size(), 3U);
  EXPECT_TRUE(json["cases"][0]["answer"].contains("verdict"));
}

TEST_F(Compare, WorksFromAnyFolder) {
  ScratchFolder const elsewhere;
  Outcome const o = run({"compare", folder_ / "study.toml", "--reps", "1"}, elsewhere.path());
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_TRUE(std::filesystem::exists(elsewhere / "out/small/manifest.json"));
}

TEST_F(Compare, WritesAMapThatOthersRead) {
  (void)compare({"--reps", "1", "--quiet"});
  std::string const shell =
      "ogrinfo -ro -so -al " + (folder_ / "out/small/result.gpkg") + " > " + (folder_ / "layers");
  ASSERT_EQ(std::system(shell.c_str()), 0);
  std::string const layers = contents(folder_ / "layers");
  for (char const* const layer :
       {"line", "segments", "bases", "sensors", "incidents", "estimates", "differences"})
    EXPECT_THAT(layers, HasSubstr(std::string{"Layer name: "} + layer));
  EXPECT_THAT(layers, HasSubstr("started: DateTime"));
  EXPECT_THAT(layers, HasSubstr("ID[\"EPSG\",4326]"));
}

TEST_F(Compare, LeavesNoUnfinishedNames) {
  (void)compare();
  for (auto const& file : std::filesystem::recursive_directory_iterator{folder_ / "out"})
    EXPECT_NE(file.path().extension(), ".part") << file;
}

}  // namespace
}  // namespace ceaseline
