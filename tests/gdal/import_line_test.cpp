#include "ceaseline/gdal/import.hpp"

#include <gmock/gmock.h>

#include "scratch.hpp"

using ceaseline::import_line;
using ceaseline::ImportedLine;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

constexpr auto two = R"({"type":"LineString","coordinates":[[37.8,47.1],[37.9,47.2]]})";

ImportedLine imported(std::string const& text) {
  Scratch const scratch;
  return import_line(scratch.write("map.geojson", text));
}

TEST(ImportLine, TakesVerticesAndProperties) {
  auto const map =
      imported(line("[37.8,47.1],[37.9,47.2],[38.0,47.2]", R"({"title":"River Bend","date":"2021-07-01",
      "side_a":"north","side_b":"south","tolerance":"700 m","source":"authored","box":[37,47,39,48]})"));
  ASSERT_EQ(map.parts.size(), 1U);
  EXPECT_THAT(map.parts[0], ElementsAre(ceaseline::LonLat{37.8, 47.1}, ceaseline::LonLat{37.9, 47.2},
                                        ceaseline::LonLat{38.0, 47.2}));
  EXPECT_EQ(map.title, "River Bend");
  EXPECT_EQ(map.date, "2021-07-01");
  EXPECT_EQ(map.side_a, "north");
  EXPECT_EQ(map.side_b, "south");
  EXPECT_EQ(map.tolerance, "700 m");
  EXPECT_EQ(map.source, "authored");
  EXPECT_THAT(map.notes, IsEmpty());
}

TEST(ImportLine, TakesABareGeometryAFeatureAndAByteOrderMark) {
  EXPECT_EQ(imported(two).parts.size(), 1U);
  EXPECT_EQ(
      imported(std::string{R"({"type":"Feature","properties":null,"geometry":)"} + two + "}").parts.size(),
      1U);
  EXPECT_EQ(imported("\xef\xbb\xbf" + feature(two)).parts.size(), 1U);
}

TEST(ImportLine, PartsKeepTheOrderOfTheFile) {
  auto const map = imported(feature(
      R"({"type":"MultiLineString","coordinates":[[[37.8,47.1],[37.9,47.2]],[[36,47],[36,47.1]],[[38,47],[38,47.1]]]})"));
  ASSERT_EQ(map.parts.size(), 3U);
  EXPECT_EQ(map.parts[1].front(), (ceaseline::LonLat{36, 47}));
  EXPECT_THAT(map.notes, IsEmpty());
}

TEST(ImportLine, SaysWhatItDropped) {
  auto const map = imported(R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"\u041b\u0456\u043d\u0456\u044f\u00a0///\nLine"},"geometry":null},
    {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[
      {"type":"Point","coordinates":[37,47,0]},
      {"type":"LineString","coordinates":[[37.8,47.1,0],[37.8,47.1,5],[37.9,47.2]]}]}},
    {"type":"Feature","properties":{},"geometry":{"type":"MultiPolygon","coordinates":[[[[37,47],[37,48],[38,48],[37,47]]]]}},
    {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[37,47],[37,47.0001]]}}]})");
  EXPECT_EQ(map.parts.size(), 1U);
  EXPECT_EQ(map.parts[0].size(), 2U);
  EXPECT_THAT(map.notes,
              ElementsAre("heights of 1 feature dropped",
                          "dropped: 1 feature without geometry, 1 point, 1 polygon, 1 part shorter than "
                          "100 m or with fewer than 2 distinct vertices",
                          "repeated vertices dropped: 1"));
}

TEST(ImportLine, HonoursARegisteredCoordinateSystem) {
  auto const with_crs = [](std::string const& crs, std::string const& coordinates) {
    return imported(
        R"({"type":"FeatureCollection","crs":)" + crs +
        R"(,"features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[)" +
        coordinates + "]}}]}");
  };
  auto const named = [](std::string const& name) {
    return R"({"type":"name","properties":{"name":")" + name + "\"}}";
  };
  // 37.8 E 47.1 N in web Mercator, by the sphere's formula.
  auto const mercator = with_crs(named("EPSG:3857"), "[4207876.752,5958411.920],[4219008.701,5974780.482]");
  EXPECT_NEAR(mercator.parts[0][0].lon, 37.8, 1e-6);
  EXPECT_NEAR(mercator.parts[0][0].lat, 47.1, 1e-6);
  EXPECT_THAT(mercator.notes, ElementsAre("transformed from WGS 84 / Pseudo-Mercator to WGS 84"));

  for (auto const& crs : {named("urn:ogc:def:crs:OGC:1.3:CRS84"), named("urn:ogc:def:crs:EPSG::4326"),
                          named("http://www.opengis.net/def/crs/OGC/1.3/CRS84"), std::string{"null"}}) {
    auto const map = with_crs(crs, "[37.8,47.1],[37.9,47.2]");
    EXPECT_EQ(map.parts[0][0], (ceaseline::LonLat{37.8, 47.1})) << crs;
    EXPECT_THAT(map.notes, IsEmpty()) << crs;
  }
}

TEST(ImportLine, WarnsOfALineThatCrossesItself) {
  EXPECT_THAT(imported(line("[37,47],[38,48],[38,47],[37,48]")).notes,
              ElementsAre("the line crosses itself: near the crossing the sides are not well defined"));
}

TEST(ImportLine, WarnsOfALineOutsideItsBox) {
  EXPECT_THAT(imported(line("[37,47],[38,48]", R"({"box":[30,40,37.5,50]})")).notes,
              ElementsAre("the line leaves its declared box"));
}

TEST(ImportLine, AcceptsOnlyNamesOfRegularFiles) {
  constexpr auto no_name = "FILE: error: not a file name; save the map as a file and give its name";
  EXPECT_EQ(refusal_of(import_line, "http://127.0.0.1:9/map.geojson"), no_name);
  EXPECT_EQ(refusal_of(import_line, "/vsicurl/http:/127.0.0.1"), no_name);
  EXPECT_EQ(refusal_of(import_line, "/vsimem/map.geojson"), no_name);
  EXPECT_EQ(refusal_of(import_line, R"({"type":"Point","coordinates":[1,2]})"), no_name);
  EXPECT_EQ(refusal_of(import_line, "GPKG:map.gpkg:line"), "FILE: error: there is no such file");
  EXPECT_EQ(refusal_of(import_line, ""), "error: the file name is empty; give the name of a map file");
  Scratch const scratch;
  EXPECT_EQ(refusal_of(import_line, scratch.name("absent.geojson")), "FILE: error: there is no such file");
  EXPECT_EQ(refusal_of(import_line, scratch.name("")),
            "FILE: error: not a regular file; give the name of a map file");
}

}  // namespace
