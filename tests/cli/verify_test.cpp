#include <gmock/gmock.h>

#include "cli/small_files.hpp"

namespace ceaseline {
namespace {

using testing::StartsWith;

class Verify : public SmallFiles {
 protected:
  void SetUp() override {
    ASSERT_EQ(
        ceaseline({"compare", "study.toml", "--reps", "3", "--quiet", "--set", "world.violations.level=1.5"})
            .code,
        0);
  }
  [[nodiscard]] Outcome verify() const { return ceaseline({"verify", "out/small", "--quiet"}); }
};

TEST_F(Verify, FindsAnUntouchedResultIdentical) {
  Outcome const o = verify();
  EXPECT_EQ(o.code, 0) << o.err;
  EXPECT_EQ(o.out, "identical: 3 replications of small, all tables and result.gpkg\n");
}

TEST_F(Verify, NeedsNothingButTheResult) {
  std::filesystem::rename(folder_ / "out/small", folder_ / "moved");
  for (char const* const input : {"study.toml", "world.toml", "plain.toml", "places.geojson"})
    std::filesystem::remove(folder_ / input);
  EXPECT_EQ(ceaseline({"verify", "moved", "--quiet"}).code, 0);
}

TEST_F(Verify, RunsOnMapsThatAreSeveralFiles) {
  put(folder_ / "line.geojson",
      R"({"type": "Feature", "properties": {"date": "2025-03-01"}, "geometry": {"type": "LineString",
      "coordinates": [[37.5, 48.0], [37.81, 48.013], [38.1, 47.99]]}})");
  std::string const shell = "cd " + folder_.path() + " && ogr2ogr line.shp line.geojson";
  ASSERT_EQ(std::system(shell.c_str()), 0);
  replace("world.toml", "straight = \"40 km\"", "file = \"line.shp\"");
  ASSERT_EQ(ceaseline({"compare", "study.toml", "--reps", "1", "--quiet", "--out", "mapped"}).code, 0);
  for (char const* const extension : {"shp", "shx", "dbf", "prj"})
    std::filesystem::remove(folder_ / (std::string{"line."} + extension));
  EXPECT_EQ(ceaseline({"verify", "mapped", "--quiet"}).code, 0);
}

TEST_F(Verify, SaysWhereAResultFirstDiffers) {
  replace("out/small/tables/replications.csv", "small,base,plain,0,7,incidents,",
          "small,base,plain,0,7,incidence,");
  Outcome const o = verify();
  EXPECT_EQ(o.code, 1);
  EXPECT_THAT(
      o.out,
      StartsWith(
          "differs first in tables/replications.csv, line 2: stored: case base, design plain, replication 0, "
          "metric incidence"));
}

TEST_F(Verify, NoticesInputsThatWereChanged) {
  replace("out/small/inputs/world.toml", "width = \"2 km\"", "width = \"3 km\"");
  Outcome const o = verify();
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(
      o.err,
      "out/small/inputs/world.toml: error: was changed after the run: its hash is not that of the manifest\n"
      "1 problem; nothing was run\n");
}

TEST_F(Verify, RefusesWhatIsNoResult) {
  Outcome const o = ceaseline({"verify", "."});
  EXPECT_EQ(o.code, 2);
  EXPECT_EQ(o.err,
            "./manifest.json: error: there is no such file; name the folder of a result\n1 problem; nothing "
            "was run\n");
}

}  // namespace
}  // namespace ceaseline
