#include "ceaseline/gdal/export.hpp"

#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <sys/resource.h>
#include <chrono>
#include <csignal>
#include <limits>

#include "scratch.hpp"

using ceaseline::export_gpkg;
using ceaseline::Field;
using ceaseline::FieldValue;
using ceaseline::Layer;

namespace {

std::vector<Layer> sample() {
  Layer line{"line", "Line of contact", Layer::Geometry::Line, {{"name", Field::Type::Text}}, {}};
  line.rows.push_back({{{37.8, 47.1}, {37.9, 47.2}}, {std::string{"front"}}});
  Layer incidents{"incidents",
                  "",
                  Layer::Geometry::Point,
                  {{"acts", Field::Type::Integer}, {"range", Field::Type::Real}, {"time", Field::Type::Time}},
                  {}};
  incidents.rows.push_back(
      {{{37.81, 47.11}}, {std::int64_t{5'000'000'000}, 0.25, std::string{"2021-03-04T05:06:07Z"}}});
  incidents.rows.push_back({{}, {FieldValue{}, std::numeric_limits<double>::quiet_NaN(), FieldValue{}}});
  Layer metrics{"metrics",
                "",
                Layer::Geometry::None,
                {{"metric", Field::Type::Text}, {"value", Field::Type::Real}},
                {}};
  metrics.rows.push_back({{}, {std::string{"detected"}, 0.62}});
  return {line, incidents, metrics};
}

GDALDatasetUniquePtr opened(std::string const& path) {
  GDALAllRegister();
  return GDALDatasetUniquePtr{GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR)};
}

std::string failure_of(std::string const& path, std::vector<Layer> const& layers) {
  try {
    export_gpkg(path, layers);
    return "written";
  } catch (std::runtime_error const& e) {
    std::string text = e.what();
    return text.compare(0, path.size(), path) == 0 ? "FILE" + text.substr(path.size()) : text;
  }
}

TEST(ExportGpkg, IsReadBackByOgr) {
  Scratch const scratch;
  export_gpkg(scratch.name("result.gpkg"), sample());
  auto const data = opened(scratch.name("result.gpkg"));
  ASSERT_TRUE(data);
  ASSERT_EQ(data->GetLayerCount(), 3);

  auto& line = *data->GetLayerByName("line");
  EXPECT_EQ(line.GetGeomType(), wkbLineString);
  EXPECT_STREQ(line.GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
  EXPECT_STREQ(line.GetMetadataItem("DESCRIPTION"), "Line of contact");
  OGRFeatureUniquePtr const front{line.GetNextFeature()};
  EXPECT_STREQ(front->GetFieldAsString("name"), "front");
  EXPECT_EQ(front->GetGeometryRef()->toLineString()->getX(1), 37.9);
  EXPECT_EQ(front->GetGeometryRef()->toLineString()->getY(1), 47.2);

  auto& incidents = *data->GetLayerByName("incidents");
  EXPECT_EQ(incidents.GetGeomType(), wkbPoint);
  EXPECT_STREQ(incidents.GetSpatialRef()->GetAuthorityCode(nullptr), "4326");
  OGRFeatureUniquePtr const first{incidents.GetNextFeature()};
  EXPECT_EQ(first->GetFieldAsInteger64("acts"), 5'000'000'000);
  EXPECT_EQ(first->GetFieldAsDouble("range"), 0.25);
  EXPECT_EQ(first->GetFieldDefnRef(first->GetFieldIndex("time"))->GetType(), OFTDateTime);
  EXPECT_STREQ(first->GetFieldAsString("time"), "2021/03/04 05:06:07+00");
  OGRFeatureUniquePtr const second{incidents.GetNextFeature()};
  EXPECT_EQ(second->GetGeometryRef(), nullptr);
  for (auto const* field : {"acts", "range", "time"})
    EXPECT_FALSE(second->IsFieldSetAndNotNull(second->GetFieldIndex(field))) << field;

  auto& metrics = *data->GetLayerByName("metrics");
  EXPECT_EQ(metrics.GetGeomType(), wkbNone);
  EXPECT_EQ(metrics.GetFeatureCount(), 1);
}

TEST(ExportGpkg, EqualLayersGiveEqualBytes) {
  Scratch const scratch;
  export_gpkg(scratch.name("a.gpkg"), sample());
  // The clock of the file's date stamps ticks in milliseconds; let it tick.
  auto const start = std::chrono::steady_clock::now();
  while (std::chrono::steady_clock::now() - start < std::chrono::milliseconds{20}) continue;
  export_gpkg(scratch.name("b.gpkg"), sample());
  EXPECT_GT(scratch.read("a.gpkg").size(), 10'000U);
  EXPECT_TRUE(scratch.read("a.gpkg") == scratch.read("b.gpkg"));
}

TEST(ExportGpkg, ReplacesAnOlderFileAndLeavesNoOther) {
  Scratch const scratch;
  auto const path = scratch.write("result.gpkg", "older");
  export_gpkg(path, sample());
  EXPECT_GT(scratch.read("result.gpkg").size(), 10'000U);
  auto const files = std::filesystem::directory_iterator{scratch.name("")};
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
}

TEST(ExportGpkg, RefusesRowsThatDoNotFit) {
  Scratch const scratch;
  auto const path = scratch.name("result.gpkg");
  auto layers = sample();
  layers[0].rows[0].geometry.resize(1);
  EXPECT_EQ(failure_of(path, layers),
            "FILE: cannot be written: layer line, row 1: its geometry does not suit the layer");
  layers = sample();
  layers[1].rows[1].values.pop_back();
  EXPECT_EQ(failure_of(path, layers),
            "FILE: cannot be written: layer incidents, row 2: has 2 values for 3 fields");
  layers = sample();
  layers[2].rows[0].values[1] = std::string{"much"};
  EXPECT_EQ(failure_of(path, layers),
            "FILE: cannot be written: layer metrics, row 1, field value: the value is of another type");
  layers = sample();
  layers[1].rows[0].values[2] = std::string{"yesterday"};
  EXPECT_EQ(failure_of(path, layers),
            "FILE: cannot be written: layer incidents, row 1, field time: the value is of another type");
  EXPECT_TRUE(std::filesystem::is_empty(scratch.name("")));
}

TEST(ExportGpkg, SaysSoWhenTheDiskFails) {
  Scratch const scratch;
  EXPECT_THAT(failure_of(scratch.name("absent/result.gpkg"), sample()),
              testing::StartsWith("FILE: cannot be written: sqlite3_open"));

  auto layers = sample();
  layers[2].rows.resize(50'000, layers[2].rows[0]);
  auto const older = scratch.write("result.gpkg", "older");
  auto const handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit const small{200'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  auto const text = failure_of(older, layers);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  EXPECT_THAT(text, testing::StartsWith("FILE: cannot be written: "));
  EXPECT_EQ(scratch.read("result.gpkg"), "older");
  auto const files = std::filesystem::directory_iterator{scratch.name("")};
  EXPECT_EQ(std::distance(begin(files), end(files)), 1);
  RecordProperty("message", text);
}

}  // namespace
