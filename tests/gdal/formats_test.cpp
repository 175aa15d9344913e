#include <gmock/gmock.h>
#include <ogrsf_frmts.h>

#include <limits>

#include "ceaseline/gdal/import.hpp"
#include "scratch.hpp"

using ceaseline::import_line;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A file of one layer per name, each with one line east of `lon`, written by GDAL's driver.
void write_lines(std::string const& path, char const* driver, std::vector<std::string> const& layers,
                 int epsg = 4326, double lon = 37.8) {
  GDALAllRegister();
  OGRSpatialReference system;
  if (epsg != 0) system.importFromEPSG(epsg);
  system.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  GDALDatasetUniquePtr const data{
      GetGDALDriverManager()->GetDriverByName(driver)->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
  for (auto const& name : layers) {
    auto* const layer = data->CreateLayer(name.c_str(), epsg == 0 ? nullptr : &system, wkbLineString);
    OGRFieldDefn title{"title", OFTString};
    OGRFieldDefn date{"date", OFTDate};
    layer->CreateField(&title);
    layer->CreateField(&date);
    OGRFeature feature{layer->GetLayerDefn()};
    feature.SetField("title", name.c_str());
    feature.SetField("date", 2021, 7, 1);
    OGRLineString line;
    line.addPoint(lon, 47.1);
    line.addPoint(lon + 0.1, 47.2);
    feature.SetGeometry(&line);
    EXPECT_EQ(layer->CreateFeature(&feature), OGRERR_NONE);
  }
}

TEST(Formats, EveryFormatOfTheListIsRead) {
  Scratch const scratch;
  for (auto const& [driver, file] :
       std::vector<std::pair<char const*, char const*>>{{"GPKG", "m.gpkg"},
                                                        {"FlatGeobuf", "m.fgb"},
                                                        {"ESRI Shapefile", "m.shp"},
                                                        {"GeoJSON", "m.geojson"}}) {
    write_lines(scratch.name(file), driver, {"m"});
    auto const map = import_line(scratch.name(file));
    ASSERT_EQ(map.parts.size(), 1U) << driver;
    EXPECT_THAT(map.parts[0], ElementsAre(ceaseline::LonLat{37.8, 47.1}, ceaseline::LonLat{37.9, 47.2}))
        << driver;
    EXPECT_EQ(map.title, "m") << driver;
    EXPECT_EQ(map.date, "2021-07-01") << driver;
    EXPECT_THAT(map.notes, IsEmpty()) << driver;
  }
}

TEST(Formats, KmlIsRead) {
  Scratch const scratch;
  auto const map = import_line(scratch.write("map.kml", R"(<?xml version="1.0"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>front</name>
    <LineString><coordinates>37.8,47.1,0 37.9,47.2,0</coordinates></LineString></Placemark></Document></kml>)"));
  ASSERT_EQ(map.parts.size(), 1U);
  EXPECT_EQ(map.parts[0].back(), (ceaseline::LonLat{37.9, 47.2}));
  EXPECT_THAT(map.notes, ElementsAre("heights of 1 feature dropped"));
}

TEST(Formats, TheNameOfTheFileDoesNotMatter) {
  Scratch const scratch;
  write_lines(scratch.name("m.gpkg"), "GPKG", {"m"});
  std::filesystem::rename(scratch.name("m.gpkg"), scratch.name("m.geojson"));
  EXPECT_EQ(import_line(scratch.name("m.geojson")).parts.size(), 1U);
}

TEST(Formats, AShapefileWithoutPrjIsTakenForWgs84) {
  Scratch const scratch;
  write_lines(scratch.name("m.shp"), "ESRI Shapefile", {"m"}, 0);
  EXPECT_THAT(import_line(scratch.name("m.shp")).notes,
              ElementsAre("layer m has no coordinate system; read as WGS 84"));
}

TEST(Formats, OfSeveralLayersTheOneNamedLineIsRead) {
  Scratch const scratch;
  write_lines(scratch.name("m.gpkg"), "GPKG", {"tracks", "line"});
  auto const map = import_line(scratch.name("m.gpkg"));
  EXPECT_EQ(map.parts.size(), 1U);
  EXPECT_EQ(map.title, "line");
  EXPECT_THAT(map.notes, ElementsAre("only layer line of 2 layers is read"));

  write_lines(scratch.name("n.gpkg"), "GPKG", {"north", "south"});
  EXPECT_EQ(import_line(scratch.name("n.gpkg")).parts.size(), 2U);
  EXPECT_EQ(import_line(scratch.name("n.gpkg")).notes.front(), "all 2 layers are read");
}

TEST(Formats, AViewOfAGeoPackageIsNotRead) {
  Scratch const scratch;
  write_lines(scratch.name("m.gpkg"), "GPKG", {"m"});
  {
    GDALDatasetUniquePtr const data{
        GDALDataset::Open(scratch.name("m.gpkg").c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)};
    for (auto const* sql :
         {"CREATE VIEW bait AS SELECT fid, geom, title FROM m",
          "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) "
          "VALUES ('bait', 'bait', 'features', 4326)",
          "INSERT INTO gpkg_geometry_columns VALUES ('bait', 'geom', 'LINESTRING', 4326, 0, 0)"})
      data->ExecuteSQL(sql, nullptr, nullptr);
  }
  auto const map = import_line(scratch.name("m.gpkg"));
  EXPECT_EQ(map.parts.size(), 1U);
  EXPECT_THAT(map.notes, ElementsAre("layer bait is a view and is not read"));
}

TEST(Formats, BinaryFormatsAreCheckedLikeJson) {
  Scratch const scratch;
  for (auto const& [driver, file] :
       std::vector<std::pair<char const*, char const*>>{{"GPKG", "m.gpkg"}, {"FlatGeobuf", "m.fgb"}}) {
    write_lines(scratch.name(file), driver, {"m"}, 4326, std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(refusal_of(import_line, scratch.name(file)),
              "FILE: error: feature 1, vertex 1: a coordinate is not a finite number; repair the geometry")
        << driver;
  }
  write_lines(scratch.name("u.gpkg"), "GPKG", {"m"}, 32637, 1e30);
  EXPECT_EQ(refusal_of(import_line, scratch.name("u.gpkg")),
            "FILE: error: feature 1, vertex 1: lies outside its own coordinate system; repair the geometry "
            "or its crs");
}

TEST(Formats, ATruncatedFileIsRefused) {
  Scratch const scratch;
  write_lines(scratch.name("m.gpkg"), "GPKG", {"m"});
  write_lines(scratch.name("m.fgb"), "FlatGeobuf", {"m"});
  std::filesystem::resize_file(scratch.name("m.gpkg"), 5000);
  std::filesystem::resize_file(scratch.name("m.fgb"), std::filesystem::file_size(scratch.name("m.fgb")) - 40);
  std::string const lead = "FILE: error: not readable as ";
  std::string const fix = "; export the map as GeoJSON in EPSG:4326. GDAL says: ";
  EXPECT_EQ(refusal_of(import_line, scratch.name("m.gpkg")),
            lead + "GPKG" + fix + "database disk image is malformed");
  EXPECT_EQ(refusal_of(import_line, scratch.name("m.fgb")),
            "FILE: error: cannot be read to its end; GDAL says: Fatal error parsing feature");
  EXPECT_THAT(refusal_of(import_line, scratch.write("m.shp", std::string{"\0\0\x27\x0a rubbish", 12})),
              testing::StartsWith(lead + "ESRI Shapefile" + fix));
  EXPECT_EQ(refusal_of(import_line, scratch.write("m.kml", "<kml><Document><Placemark>")),
            lead + "KML" + fix + "`FILE' not recognized as a supported file format.");
}

}  // namespace
