#include <gmock/gmock.h>

#include <cstdlib>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;

class Report : public SmallFiles {
 protected:
  void SetUp() override {
    ASSERT_EQ(
        ceaseline({"compare", "study.toml", "--reps", "3", "--quiet", "--set", "world.violations.level=1.5"})
            .code,
        0);
  }
  [[nodiscard]] std::string page() const { return contents(folder_ / "out/small/report.html"); }
};

TEST_F(Report, IsMadeAgainFromTheFolderAlone) {
  std::string const before = page();
  std::filesystem::rename(folder_ / "out/small", folder_ / "moved");
  std::filesystem::remove(folder_ / "moved/report.html");
  for (char const* const input : {"study.toml", "world.toml", "plain.toml", "places.geojson"})
    std::filesystem::remove(folder_ / input);
  Outcome const o = ceaseline({"report", "moved"});
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_EQ(o.out, "moved/report.html\n");
  EXPECT_EQ(contents(folder_ / "moved/report.html"), before);
}

TEST_F(Report, IsWrittenElsewhereButOverNothing) {
  EXPECT_EQ(ceaseline({"report", "out/small", "-o", "page.html"}).code, 0);
  EXPECT_EQ(contents(folder_ / "page.html"), page());
  put(folder_ / "page.html", "mine");
  Outcome const refused = ceaseline({"report", "out/small", "-o", "page.html"});
  EXPECT_EQ(refused.code, 2);
  EXPECT_EQ(
      refused.err,
      "page.html: error: is there already; give another name, or replace it with --force\n1 problem; nothing "
      "was run\n");
  EXPECT_EQ(contents(folder_ / "page.html"), "mine");
  EXPECT_EQ(ceaseline({"report", "out/small", "-o", "page.html", "--force"}).code, 0);
  EXPECT_EQ(contents(folder_ / "page.html"), page());
}

TEST_F(Report, WritesItsChartsAsFiles) {
  EXPECT_EQ(ceaseline({"report", "out/small", "--figures", "pictures"}).code, 0);
  EXPECT_THAT(contents(folder_ / "pictures/chain.svg"), HasSubstr("<svg "));
  EXPECT_THAT(contents(folder_ / "pictures/chain.csv"), HasSubstr("row,design,value,low,high,n\n"));
  Outcome const again = ceaseline({"report", "out/small", "--figures", "pictures"});
  EXPECT_EQ(again.code, 2);
  EXPECT_THAT(again.err, HasSubstr("pictures: error: is not empty"));
}

TEST_F(Report, RefusesWhatItCannotBeMadeOf) {
  Outcome const nothing = ceaseline({"report", "."});
  EXPECT_EQ(nothing.code, 2);
  EXPECT_THAT(nothing.err, HasSubstr("./manifest.json: error: there is no such file"));
  replace("out/small/inputs/world.toml", "width = \"2 km\"", "width = \"3 km\"");
  EXPECT_THAT(ceaseline({"report", "out/small"}).err, HasSubstr("was changed after the run"));
  replace("out/small/inputs/world.toml", "width = \"3 km\"", "width = \"2 km\"");
  std::filesystem::remove(folder_ / "out/small/journal");
  Outcome const torn = ceaseline({"report", "out/small"});
  EXPECT_EQ(torn.code, 2);
  EXPECT_THAT(torn.err, HasSubstr("out/small/journal: error: there is no such file"));
  EXPECT_FALSE(std::filesystem::exists(folder_ / "out/small/journal"));
}

TEST_F(Report, OfARunTellsOfOneDesignAndIsMadeAgain) {
  ASSERT_EQ(ceaseline({"run", "study.toml", "--design", "plain", "--first", "4", "--out", "one"}).code, 0);
  std::string const before = contents(folder_ / "one/report.html");
  EXPECT_THAT(before, HasSubstr("There is one design only"));
  EXPECT_THAT(contents(folder_ / "one/run.json"), HasSubstr("\"first\": 4"));
  std::filesystem::remove(folder_ / "study.toml");
  EXPECT_EQ(ceaseline({"report", "one"}).code, 0);
  EXPECT_EQ(contents(folder_ / "one/report.html"), before);
}

TEST_F(Report, OfAFinishedResultIsKept) {
  put(folder_ / "out/small/report.html", "as it was");
  ASSERT_EQ(
      ceaseline({"compare", "study.toml", "--reps", "3", "--quiet", "--set", "world.violations.level=1.5"})
          .code,
      0);
  EXPECT_EQ(page(), "as it was");
}

TEST_F(Report, HasStylesBesideItThatOthersRead) {
  std::string const shell =
      "ogrinfo -ro -q " + (folder_ / "out/small/result.gpkg") +
      " -sql \"SELECT DISTINCT f_table_name FROM layer_styles WHERE useAsDefault = 1\" > " +
      (folder_ / "styles");
  ASSERT_EQ(std::system(shell.c_str()), 0);
  for (char const* const layer : {"line", "segments", "bases", "sensors", "incidents"})
    EXPECT_THAT(contents(folder_ / "styles"), HasSubstr(std::string{"= "} + layer + "\n"));
}

}  // namespace
}  // namespace ceaseline
