#include <gmock/gmock.h>

#include "ceaseline/gdal/import.hpp"
#include "scratch.hpp"

using ceaseline::import_line;

namespace {

struct Case {
  char const* name;
  std::string content;
  char const* message;
};

constexpr auto no_map =
    "FILE: error: not GeoJSON, GeoPackage, FlatGeobuf, Shapefile (.shp) or KML by its first bytes; "
    "export the map as GeoJSON, UTF-8, in EPSG:4326";

void expect_refused(std::vector<Case> const& cases) {
  Scratch const scratch{"refused"};
  for (auto const& c : cases)
    EXPECT_EQ(refusal_of(import_line, scratch.write("map.geojson", c.content)), c.message) << c.name;
}

std::string repeated(std::string const& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(HostileJson, BrokenTextIsRefusedWithItsPlace) {
  auto const good = line("[37.8,47.1],[37.9,47.2]");
  expect_refused({
      {"truncated", good.substr(0, 110),
       "FILE:1:110: error: not valid JSON: invalid string: missing closing quote; last read: '\"coo'; "
       "expected string literal"},
      {"NaN", line("[37.8,47.1],[NaN,47.2]"),
       "FILE:1:135: error: not valid JSON: invalid literal; last read: '47.1],[N'"},
      {"Infinity", line("[37.8,47.1],[Infinity,47.2]"),
       "FILE:1:135: error: not valid JSON: invalid literal; last read: '47.1],[I'"},
      {"-Infinity", line("[37.8,47.1],[-Infinity,47.2]"),
       "FILE:1:136: error: not valid JSON: invalid number; expected digit after '-'; last read: '-I'"},
      {"1e309", line("[37.8,47.1],[1e309,47.2]"),
       "FILE:1:139: error: not valid JSON: number overflow parsing '1e309'"},
      {"comment", "/* a map */" + good, no_map},
      {"comment within", "{/* a map */\n" + good.substr(1),
       "FILE:1:2: error: not valid JSON: invalid literal; last read: '{/'; expected string literal"},
      {"single quotes", "{'type':'FeatureCollection'}",
       "FILE:1:2: error: not valid JSON: invalid literal; last read: '{''; expected string literal"},
      {"trailing comma", line("[37.8,47.1],[37.9,47.2],"),
       "FILE:1:146: error: not valid JSON: unexpected ']'; expected '[', '{', or a literal"},
      {"several lines", "{\n\"type\": \"FeatureCollection\",\n\"features\": oops}",
       "FILE:3:13: error: not valid JSON: invalid literal; last read: '\"features\": o'"},
      {"text after the end", good + "x",
       "FILE:1:150: error: not valid JSON: invalid literal; last read: '47.2]]}}]}x'; expected end of input"},
      {"100,000 deep", line(repeated("[", 100'000) + repeated("]", 100'000)),
       "FILE: error: brackets are nested more than 64 deep; this is no map"},
      {"1,000 deep", line(repeated("[", 1'000) + repeated("]", 1'000)),
       "FILE: error: brackets are nested more than 64 deep; this is no map"},
      {"duplicate key",
       R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"geometry":null})",
       "FILE: error: the key \"geometry\" stands twice in one object; keep one of them"},
  });
}

TEST(HostileJson, WhatIsNoJsonObjectIsNotReadAtAll) {
  expect_refused({
      {"empty", "", "FILE: error: the file is empty"},
      {"HTML", "<!DOCTYPE html><html><body>404</body></html>", no_map},
      {"plain text", "the line of contact", no_map},
      {"UTF-16", std::string{"\xff\xfe{\0\"\0", 6}, no_map},
      {"bare array", "[[37.8,47.1],[37.9,47.2]]", no_map},
      {"JSONP", "loadGeoJSON({})", no_map},
  });
}

TEST(HostileJson, ACoordinateSystemMustBeARegisteredCode) {
  auto const with_crs = [](std::string const& crs) {
    return R"({"type":"FeatureCollection","crs":)" + crs + R"(,"features":[]})";
  };
  expect_refused({
      {"link", with_crs(R"({"type":"link","properties":{"href":"http://127.0.0.1:9/x","type":"proj4"}})"),
       "FILE: error: the crs is of type \"link\", which is not read: it may lead to the network; leave crs "
       "out and use WGS 84"},
      {"LINK", R"({"CRS":{"Type":"LINK","properties":{"href":"http://127.0.0.1:9/x"}},"type":"Point"})",
       "FILE: error: the crs is of type \"LINK\", which is not read: it may lead to the network; leave crs "
       "out and use WGS 84"},
      {"URL", with_crs(R"({"type":"URL","properties":{"url":"http://127.0.0.1:9/x"}})"),
       "FILE: error: the crs is of type \"URL\", which is not read: it may lead to the network; leave crs "
       "out and use WGS 84"},
      {"name is a URL", with_crs(R"({"type":"name","properties":{"name":"http://127.0.0.1:9/x"}})"),
       "FILE: error: the crs \"http://127.0.0.1:9/x\" is not a registered code; write \"EPSG:4326\" or leave "
       "crs out"},
      {"name is a file", with_crs(R"({"type":"name","properties":{"name":"/etc/hostname"}})"),
       "FILE: error: the crs \"/etc/hostname\" is not a registered code; write \"EPSG:4326\" or leave crs "
       "out"},
      {"unknown code", with_crs(R"({"type":"name","properties":{"name":"EPSG:999999"}})"),
       "FILE: error: not readable as GeoJSON; export the map as GeoJSON in EPSG:4326. GDAL says: PROJ: "
       "proj_create_from_database: crs not found"},
  });
}

TEST(HostileJson, WrongGeometryIsRefused) {
  expect_refused({
      {"null geometry", feature("null"),
       "FILE: error: holds no line (1 feature without geometry); draw the contact line as a LineString"},
      {"empty line", line(""),
       "FILE: error: holds no line (1 feature without geometry); draw the contact line as a LineString"},
      {"one vertex", line("[37.8,47.1]"),
       "FILE: error: holds no line (1 part shorter than 100 m or with fewer than 2 distinct vertices); draw "
       "the contact line as a LineString"},
      {"zero length", line("[37.8,47.1],[37.8,47.1]"),
       "FILE: error: holds no line (1 part shorter than 100 m or with fewer than 2 distinct vertices); draw "
       "the contact line as a LineString"},
      {"50 m", line("[37.8,47.1],[37.8,47.10045]"),
       "FILE: error: holds no line (1 part shorter than 100 m or with fewer than 2 distinct vertices); draw "
       "the contact line as a LineString"},
      {"one-dimensional", line("[37.8],[37.9]"),
       "FILE: error: holds no line (1 feature without geometry); draw the contact line as a LineString"},
      {"strings", line(R"(["37.8","47.1"],["37.9","47.2"])"),
       "FILE: error: not readable as GeoJSON; export the map as GeoJSON in EPSG:4326. GDAL says: Invalid 'y' "
       "coordinate. Type is not double or integer for '\"47.1\"'."},
      {"null coordinates", feature(R"({"type":"LineString","coordinates":null})"),
       "FILE: error: not readable as GeoJSON; export the map as GeoJSON in EPSG:4326. GDAL says: Invalid "
       "LineString object. Missing 'coordinates' member."},
      {"unknown type", feature(R"({"type":"Spline","coordinates":[[37.8,47.1],[37.9,47.2]]})"),
       "FILE: error: holds no line (1 feature without geometry); draw the contact line as a LineString"},
      {"no feature", R"({"type":"FeatureCollection","features":[]})",
       "FILE: error: holds no feature; draw the contact line as a LineString"},
      {"no GeoJSON", R"({"line":[[37.8,47.1],[37.9,47.2]]})",
       "FILE: error: not readable as GeoJSON; export the map as GeoJSON in EPSG:4326. GDAL says: `FILE' not "
       "recognized as a supported file format."},
      {"a point", feature(R"({"type":"Point","coordinates":[37.8,47.1]})"),
       "FILE: error: holds no line (1 point); draw the contact line as a LineString"},
      {"an open ring", feature(R"({"type":"Polygon","coordinates":[[[37,47],[38,47],[38,48]]]})"),
       "FILE: error: holds 1 polygon and no line; a polygon's ring mixes the contact line with borders and "
       "coasts: turn it into a line and keep only the contact part"},
      {"collections 40 deep",
       feature(repeated(R"({"type":"GeometryCollection","geometries":[)", 15) +
               R"({"type":"LineString","coordinates":[[37.8,47.1],[37.9,47.2]]})" + repeated("]}", 15)),
       "FILE: error: feature 1: geometry collections are nested more than 8 deep; take them apart"},
  });
}

TEST(HostileJson, WrongCoordinatesAreRefused) {
  expect_refused({
      {"1e308", line("[37.8,47.1],[1e308,47.2]"),
       "FILE: error: feature 1, vertex 2: longitude 1e+308 is not between -180 and 180; if these are not "
       "degrees, export the map in EPSG:4326"},
      {"longitude 937", line("[37.8,47.1],[937,47.2]"),
       "FILE: error: feature 1, vertex 2: longitude 937 is not between -180 and 180; if these are not "
       "degrees, export the map in EPSG:4326"},
      {"latitude -247", line("[37.8,47.1],[37.9,-247]"),
       "FILE: error: feature 1, vertex 2: latitude -247 is not between -90 and 90; if these are not degrees, "
       "export the map in EPSG:4326"},
      {"metres", line("[4207000,5959000],[4208000,5960000]"),
       "FILE: error: feature 1, vertex 1: latitude 5959000 is not between -90 and 90; if these are not "
       "degrees, export the map in EPSG:4326"},
      {"swapped, out of range", line("[47.1,137.8],[47.2,137.9]"),
       "FILE: error: feature 1, vertex 1: latitude 137.8 is not between -90 and 90; axes swapped? GeoJSON "
       "wants longitude first"},
      {"swapped, in the box", line("[47.1,37.8],[47.2,37.9]", R"({"box":[37,47,40,49]})"),
       "FILE: error: the line lies outside its declared box, but inside it with longitude and latitude "
       "exchanged; axes swapped? GeoJSON wants longitude first"},
      {"antimeridian", line("[179.5,47.1],[-179.5,47.2]"),
       "FILE: error: feature 1: a segment runs from longitude 179.5 to -179.5; lines across the antimeridian "
       "are not supported, cut the line there"},
  });
}

TEST(HostileJson, SizeHasLimits) {
  Scratch const scratch;
  std::string many = "[37.00000,47.0]";
  for (int i = 1; i <= 200'000; ++i) many += ",[37.0" + std::to_string(10'000 + i % 2) + ",47.0]";
  std::string points =
      R"({"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[37,47]}})";
  expect_refused({
      {"vertices", line(many),
       "FILE: error: more than 200,000 vertices; simplify the geometry to 10 m and leave out what is not the "
       "line"},
      {"features",
       R"({"type":"FeatureCollection","features":[)" + repeated(points + ",", 10'000) + points + "]}",
       "FILE: error: more than 10,000 features; keep only those of the map"},
      {"long string", line("[37.8,47.1],[37.9,47.2]", R"({"x":")" + std::string(11'000'000, 'x') + "\"}"),
       "FILE: error: not readable as GeoJSON; export the map as GeoJSON in EPSG:4326. GDAL says: Failed to "
       "read GeoJSON data"},
  });
  auto const large = scratch.write("large.geojson", line("[37.8,47.1],[37.9,47.2]"));
  std::filesystem::resize_file(large, (64U << 20U) + 1);
  EXPECT_EQ(refusal_of(import_line, large),
            "FILE: error: larger than 64 MB; keep only the line and simplify it");
}

}  // namespace
