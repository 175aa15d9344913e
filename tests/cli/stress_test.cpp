#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

class Stress : public SmallFiles {
 protected:
  Stress() {
    put(folder_ / "study.toml", contents(folder_ / "study.toml") + R"(
[[stress]]
id = "surge"
title = "Three times the level"
set = { "violations.level" = 3.0 }

[[stress]]
id = "gone"
title = "The mission ends after a day"
set = { "designs.*.disruptions" = [{ id = "end", what = "mission-ends", begins = "1 days" }] }
)");
  }
};

TEST_F(Stress, IsComparedWithTheBaseCaseInAFolderOfItsOwn) {
  Outcome const o = ceaseline({"compare", "study.toml", "--stress", "--quiet"});
  ASSERT_EQ(o.code, 0) << o.err;
  for (char const* part :
       {"Resilience: Small, for tests", "Base case: Both sides open", "Three times the level",
        "The mission ends after a day", "In front: ", "change -", "out/small-stress/tables/"})
    EXPECT_THAT(o.out, HasSubstr(part));
  EXPECT_FALSE(exists("out/small"));
  std::string const table = contents(folder_ / "out/small-stress/tables/resilience.csv");
  EXPECT_THAT(table, testing::StartsWith("study,case,design,metric,unit,value,low,high,n,change,"));
  EXPECT_THAT(table, HasSubstr("\nsmall,base,plain,incidents_detected,share,"));
  EXPECT_THAT(table, HasSubstr("\nsmall,gone,more,incidents_detected,share,"));
  EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 1 + 3 * 4);
}

TEST_F(Stress, IsVerifiedLikeAnyResult) {
  ASSERT_EQ(ceaseline({"compare", "study.toml", "--stress", "--reps", "2", "--quiet"}).code, 0);
  EXPECT_EQ(ceaseline({"verify", "out/small-stress", "--quiet"}).code, 0);
}

TEST_F(Stress, LeavesAFinishedComparisonAlone) {
  ASSERT_EQ(ceaseline({"compare", "study.toml", "--reps", "2", "--quiet"}).code, 0);
  replace("study.toml", "\"violations.level\" = 3.0", "\"violations.level\" = 4.0");
  Outcome const again = ceaseline({"compare", "study.toml", "--reps", "2"});
  EXPECT_EQ(again.code, 0) << again.err;
  EXPECT_EQ(again.err, "") << "nothing is run again for a stress set that was not run";
}

TEST_F(Stress, IsValidatedWithTheCases) {
  EXPECT_EQ(ceaseline({"validate", "study.toml"}).out,
            "small: no problem in 7 files\n"
            "4 designs in 3 cases and 2 stress items, 6 replications of 10 days on 40.0 km; seed 7\n");
  replace("study.toml", "mission-ends", "mission-end");
  Outcome const o = ceaseline({"validate", "study.toml"});
  EXPECT_EQ(o.code, 2);
  EXPECT_THAT(o.err, HasSubstr("disruptions[0].what: \"mission-end\" is not one of"));
}

TEST_F(Stress, CanBeLookedAtOneByOne) {
  Outcome const o = ceaseline({"run", "study.toml", "--case", "surge"});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_THAT(o.out, HasSubstr("in case surge"));
}

TEST_F(SmallFiles, WithoutAStressSetHaveNothingToShow) {
  Outcome const o = ceaseline({"compare", "study.toml", "--stress"});
  EXPECT_EQ(o.code, 2);
  EXPECT_THAT(o.err, HasSubstr("this study has no stress set"));
}

TEST_F(SmallFiles, SayByCaseWhetherTheAnswerFlips) {
  Outcome const o = ceaseline({"compare", "study.toml", "--reps", "2", "--json", "--quiet"});
  auto const cases = nlohmann::json::parse(o.out)["cases"];
  EXPECT_TRUE(cases[0]["flip"].is_null());
  EXPECT_THAT(std::string{cases[1]["flip"]}, HasSubstr("flip"));
  EXPECT_THAT(contents(folder_ / "out/small/tables/verdicts.csv"), HasSubstr(",confidence,flip\n"));
}

TEST_F(SmallFiles, APrecisionThatIsNoNumberIsRefused) {
  Outcome const o = ceaseline({"compare", "study.toml", "--precision", "nan"});
  EXPECT_EQ(o.code, 2);
  EXPECT_THAT(o.err, HasSubstr("--precision: Value nan is not a number"));
  EXPECT_FALSE(exists("out"));
}

TEST_F(SmallFiles, AWorldWithoutNightIsFoundByValidation) {
  Outcome const o = ceaseline({"validate", "study.toml", "--set", "world.period.start=2025-06-01T10:00Z",
                               "--set", "world.period.length=1 h"});
  EXPECT_EQ(o.code, 2);
  EXPECT_THAT(o.err, HasSubstr("violations.night_share: the period has no night"));
}

TEST_F(SmallFiles, ALogIsRunKeptAndPartOfTheStudy) {
  put(folder_ / "log.csv",
      "id,time,chainage_km,kind,side,acts,duration_min\n"
      "a,2025-03-02T10:00Z,12,explosion,B,30,35\n"
      "\"b\",2025-03-03T11:00Z,14,small-arms,A,5,3\n");
  replace("world.toml", "acts_per_day = 40", "process = \"replay\"\nlog = \"log.csv\"\nacts_per_day = 40");
  Outcome const o = ceaseline({"compare", "study.toml", "--reps", "1", "--quiet"});
  ASSERT_EQ(o.code, 0) << o.err;
  EXPECT_THAT(contents(folder_ / "out/small/tables/replications.csv"),
              HasSubstr("small,base,plain,0,7,incidents,incidents,kind=explosion"));
  EXPECT_EQ(contents(folder_ / "out/small/inputs/log.csv"), contents(folder_ / "log.csv"));
  EXPECT_EQ(ceaseline({"verify", "out/small", "--quiet"}).code, 0);
  replace("log.csv", "12,explosion", "13,explosion");
  EXPECT_EQ(ceaseline({"compare", "study.toml", "--reps", "1", "--quiet"}).code, 2)
      << "another log, another study";
  replace("log.csv", ",B,30", ",C,30");
  EXPECT_THAT(ceaseline({"validate", "study.toml"}).err,
              HasSubstr("log.csv:2:34: error: side: \"C\" is no side"));
}

TEST_F(SmallFiles, AnEsriGridIsTheGroundAndIsKeptWithItsProjection) {
  std::string grid = "ncols 40\nnrows 40\nxllcorner 36.8\nyllcorner 47\ncellsize 0.05\n";
  for (int row = 0; row < 40; ++row) {
    for (int column = 0; column < 40; ++column) grid += std::to_string(100 + row + column) + ' ';
    grid += '\n';
  }
  put(folder_ / "heights.asc", grid);
  put(folder_ / "heights.prj",
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS "
      "84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],"
      "UNIT[\"degree\",0.0174532925199433]]");
  put(folder_ / "world.toml",
      contents(folder_ / "world.toml") + "\n[terrain]\nfile = \"heights.asc\"\ncell = \"1 km\"\n");
  Outcome const o = ceaseline({"compare", "study.toml", "--reps", "1", "--quiet"});
  ASSERT_EQ(o.code, 0) << o.err;
  std::filesystem::remove(folder_ / "heights.asc");
  std::filesystem::remove(folder_ / "heights.prj");
  Outcome const verified = ceaseline({"verify", "out/small", "--quiet"});
  EXPECT_EQ(verified.code, 0) << verified.err;
}

}  // namespace
}  // namespace ceaseline
