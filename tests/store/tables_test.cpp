#include "ceaseline/store/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/scoring/score_sheet.hpp"
#include "ceaseline/store/difference.hpp"
#include "ceaseline/store/map_table.hpp"
#include "experiment/small_study.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

using testing::HasSubstr;
using testing::StartsWith;
constexpr std::uint32_t reps = 3;

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

class Tables : public testing::Test {
 protected:
  Tables() {
    run_study(study_, plan_, {0, reps, 2, {}, {}}, rows_);
    comparison_ = compare_designs(study_, plan_, rows_, reps);
  }
  void write(std::string const& folder) const {
    write_tables(folder + "/tables", study_, plan_, rows_, comparison_, planned_);
    put(folder + "/result.gpkg", "bytes");
  }
  [[nodiscard]] std::vector<std::string> written(std::string const& table) const {
    ScratchFolder const folder;
    write(folder.path());
    return lines_of(contents(folder / ("tables/" + table)));
  }
  Study const study_ = small::study();
  Plan const plan_ = plan_study(study_, builtin_registries());
  RowsInMemory rows_;
  Comparison comparison_;
  std::vector<PlannedCoverage> const planned_ = planned_coverage(study_);
};

TEST_F(Tables, HoldEveryValueThatIsNotZero) {
  std::map<std::string, std::string> values;
  for (std::string const& line : written("replications.csv")) {
    std::size_t const last = line.rfind(',');
    EXPECT_TRUE(values.emplace(line.substr(0, last), line.substr(last + 1)).second) << "twice: " << line;
  }
  ScoreSheet const sheet{*study_.cases[1].world};
  std::vector<double> const row = rows_.replication(2).rows[plan_.arm_of[1][3]];
  for (std::size_t i = 0; i < row.size(); ++i) {
    ScoreColumn const& c = sheet.columns()[i];
    if (c.stratum.rfind("segment=", 0) == 0) continue;
    auto const found = values.find("small,b-shut,more,2,7," + c.metric + "," + c.unit + "," + c.stratum);
    if (row[i] == 0) {
      EXPECT_EQ(found, values.end()) << c.metric << " is 0";
    } else {
      ASSERT_NE(found, values.end()) << c.metric << ' ' << c.stratum;
      EXPECT_EQ(std::stod(found->second), row[i]) << "reads back as the same number";
    }
  }
}

TEST_F(Tables, GiveEveryEstimateByCaseAndDesign) {
  std::vector<std::string> const lines = lines_of(estimates_csv(study_, comparison_));
  EXPECT_EQ(lines.size(), 1 + 3 * 4 * comparison_.cases[0].metrics.size());
  EXPECT_EQ(lines.front(), "study,case,design,metric,unit,stratum,value,low,high,n");
}

TEST_F(Tables, LeaveTheBaselineOutOfTheDifferences) {
  for (std::string const& line : lines_of(differences_csv(study_, comparison_)))
    EXPECT_EQ(line.find(",plain,plain,"), std::string::npos) << line;
}

TEST_F(Tables, SayWhichDesignsAreEqualByConstruction) {
  EXPECT_THAT(designs_csv(study_, plan_), HasSubstr("small,twin,equal_by_construction_to,,plain\n"));
  std::vector<std::string> const lines = lines_of(fingerprints_csv(study_, plan_, rows_, reps));
  EXPECT_EQ(lines.size(), 1 + 3 * 4 * reps);
  for (std::string const& line : lines)
    EXPECT_EQ(line.find(",twin,") != std::string::npos,
              line.size() > 6 && line.substr(line.size() - 6) == ",plain")
        << line;
}

TEST_F(Tables, DescribeTheirColumns) {
  std::set<std::string> described;
  for (std::string const& line : lines_of(columns_csv())) described.insert(line.substr(0, line.find(',')));
  ScratchFolder const folder;
  write(folder.path());
  described.insert("columns.csv");  // the one that describes
  for (auto const& file : std::filesystem::directory_iterator{folder / "tables"})
    EXPECT_EQ(described.count(file.path().filename().string()), 1U) << file;
}

TEST_F(Tables, QuoteWhatHoldsACommaOrAQuote) {
  Study odd = small::study({{"designs.twin.title", R"("So-called \"twin\", really")"}});
  EXPECT_THAT(designs_csv(odd, plan_), HasSubstr(R"(small,twin,title,,"So-called ""twin"", really")"));
}

class FirstDifference : public Tables {
 protected:
  FirstDifference() {
    write(stored_.path());
    write(now_.path());
  }
  void change(std::string const& file, std::string const& old, std::string const& with) const {
    std::string text = contents(stored_ / file);
    std::size_t const at = text.find(old);
    ASSERT_NE(at, std::string::npos);
    put(stored_ / file, text.replace(at, old.size(), with));
  }
  [[nodiscard]] std::string found() const {
    return first_difference(stored_.path(), now_.path()).value_or("identical");
  }
  ScratchFolder const stored_, now_;
};

TEST_F(FirstDifference, IsNothingForEqualResults) { EXPECT_EQ(found(), "identical"); }

TEST_F(FirstDifference, NamesCaseDesignReplicationAndMetric) {
  std::string const line = lines_of(contents(stored_ / "tables/replications.csv"))[1];
  change("tables/replications.csv", line, line.substr(0, line.rfind(',')) + ",99999");
  EXPECT_THAT(
      found(),
      StartsWith(
          "tables/replications.csv, line 2: case base, design plain, replication 0, metric incidents"));
  EXPECT_THAT(found(), HasSubstr("99999 stored, "));
}

TEST_F(FirstDifference, NoticesALineThatIsGone) {
  std::string const line = lines_of(contents(stored_ / "tables/replications.csv"))[1];
  change("tables/replications.csv", line + "\n", "");
  EXPECT_THAT(found(), StartsWith("tables/replications.csv, line 2: stored: case base"));
}

TEST_F(FirstDifference, NoticesATableThatEndsEarly) {
  std::string const text = contents(stored_ / "tables/verdicts.csv");
  put(stored_ / "tables/verdicts.csv", text.substr(0, text.find('\n') + 1));
  EXPECT_THAT(found(), StartsWith("tables/verdicts.csv, line 2: stored: nothing; now: case base"));
}

TEST_F(FirstDifference, NoticesMissingFilesAndOtherBytes) {
  put(stored_ / "result.gpkg", "bytEs");
  EXPECT_THAT(found(), StartsWith("result.gpkg: byte 3 of 5"));
  std::filesystem::remove(stored_ / "tables/drivers.csv");
  EXPECT_EQ(found(), "tables/drivers.csv is not there");
}

TEST_F(Tables, MakeAMapThatHoldsTogether) {
  std::vector<MapTable> const tables = map_tables(study_, plan_, comparison_, planned_);
  std::vector<std::string> names;
  for (MapTable const& t : tables) {
    names.push_back(t.name);
    for (MapRow const& row : t.rows) {
      ASSERT_EQ(row.values.size(), t.columns.size()) << t.name;
      for (std::size_t i = 0; i < row.values.size(); ++i) {
        ColumnType const type = t.columns[i].type;
        bool const fits = std::holds_alternative<std::monostate>(row.values[i]) ||
                          (type == ColumnType::Integer ? std::holds_alternative<std::int64_t>(row.values[i])
                           : type == ColumnType::Real  ? std::holds_alternative<double>(row.values[i])
                                                       : std::holds_alternative<std::string>(row.values[i]));
        EXPECT_TRUE(fits) << t.name << '.' << t.columns[i].name;
      }
    }
  }
  EXPECT_THAT(names, testing::ElementsAre("line", "segments", "coverage", "bases", "sensors", "incidents",
                                          "estimates", "differences", "layer_styles"));
}

TEST_F(Tables, TellHowEachSegmentIsCoveredAsPlanned) {
  CoverageRaster const& raster = planned_.front().raster;
  for (Channel const channel : {Channel::Sound, Channel::Sight}) {
    auto const figures = segment_figures(raster, channel);
    auto const& by_day = raster.channel[static_cast<std::size_t>(channel)].by_day;
    ASSERT_EQ(figures.size(), 4U);
    int worst = 0;
    for (std::size_t s = 0; s < figures.size(); ++s) {
      SegmentFigures const& f = figures[s];
      double share = 0;
      for (std::size_t d = 0; d < 10; ++d) share += by_day[d * 4 + s] / 10;
      EXPECT_NEAR(f.share, share, 1e-9);
      EXPECT_LE(f.share, f.assets + 1e-9);
      EXPECT_LE(f.three_assets, f.two_assets);
      EXPECT_DOUBLE_EQ(f.response_time, f.time_average_gap / 2);
      // Gaps fill what is uncovered: sum g^2 / T is at most the longest of them times their share.
      EXPECT_LE(f.time_average_gap, f.longest_gap * (1 - f.share) + 1e-9);
      if (!f.worst) continue;
      ++worst;
      for (SegmentFigures const& other : figures) EXPECT_LE(f.share, other.share);
    }
    EXPECT_EQ(worst, 1);
  }
  auto const lines = written("coverage_figures.csv");
  ASSERT_EQ(lines.size(), 1 + 4U * 2U * 4U) << "designs, channels, segments";
  for (std::string const& line : lines)
    EXPECT_EQ(std::count(line.begin(), line.end(), ','), std::count(lines[0].begin(), lines[0].end(), ','));
}

TEST_F(Tables, StyleEveryLayerByColumnsItHas) {
  std::vector<MapTable> const tables = map_tables(study_, plan_, comparison_, planned_);
  std::map<std::string, std::set<std::string>> columns;
  for (MapTable const& t : tables)
    for (MapColumn const& c : t.columns) columns[t.name].insert(c.name);
  std::map<std::string, int> defaults;
  for (MapRow const& style : tables.back().rows) {
    std::string const layer = std::get<std::string>(style.values[2]);
    ASSERT_EQ(columns.count(layer), 1U) << layer;
    defaults[layer] += static_cast<int>(std::get<std::int64_t>(style.values[7]));
    std::string const qml = std::get<std::string>(style.values[5]);
    std::regex const named{"&quot;(\\w+)&quot;|(?:startField|endField|fieldName)=\"(\\w+)\""};
    for (std::sregex_iterator it{qml.begin(), qml.end(), named}, end; it != end; ++it)
      EXPECT_EQ(columns[layer].count((*it)[1].str() + (*it)[2].str()), 1U) << layer << ": " << it->str();
  }
  EXPECT_EQ(
      defaults,
      (std::map<std::string, int>{
          {"line", 1}, {"segments", 1}, {"coverage", 1}, {"bases", 1}, {"sensors", 1}, {"incidents", 1}}));
}

TEST_F(Tables, PutNoSatelliteAndNoTeamOnTheMap) {
  Study const watched =
      small::study({{"designs.plain.satellites", R"([{ id = "satellite", sensor = "eye" }])"}});
  MapTable const sensors = map_tables(watched, plan_, comparison_, planned_)[4];
  ASSERT_EQ(sensors.name, "sensors");
  std::set<std::string> platforms;
  for (MapRow const& row : sensors.rows) {
    std::string const platform = std::get<std::string>(row.values[2]);
    platforms.insert(platform);
    EXPECT_EQ(row.geometry.size(), platform == "base" ? 1U : 0U) << platform;
  }
  EXPECT_EQ(platforms, (std::set<std::string>{"base", "satellite", "team"}));
}

TEST_F(Tables, CutTheLineIntoSegmentsThatFollowEachOther) {
  MapTable const segments = map_tables(study_, plan_, comparison_, planned_)[1];
  ASSERT_EQ(segments.rows.size(), 3U * 4U * 4U) << "cases, designs, segments of 10 km on 40 km";
  for (std::size_t i = 0; i + 1 < 4; ++i) {
    EXPECT_NEAR(segments.rows[i].geometry.back().lon, segments.rows[i + 1].geometry.front().lon, 1e-6);
    EXPECT_NEAR(segments.rows[i].geometry.back().lat, segments.rows[i + 1].geometry.front().lat, 1e-6);
  }
}

}  // namespace
}  // namespace ceaseline
