#include <gmock/gmock.h>

#include "ceaseline/gdal/import.hpp"
#include "scratch.hpp"

using ceaseline::import_places;

namespace {

std::string place(std::string const& properties, std::string const& geometry) {
  return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

std::string collection(std::string const& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

constexpr auto point = R"({"type":"Point","coordinates":[37.8,47.1]})";

TEST(ImportPlaces, TakesPointsWithTheirProperties) {
  Scratch const scratch;
  auto const places = import_places(scratch.write(
      "places.geojson",
      collection(
          place(R"({"id":"base-north","title":"North","role":"base","side":"A","source":"assumption"})",
                point) +
          "," + place(R"({"id":7})", R"({"type":"Point","coordinates":[37.9,47.2,120]})"))));
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places[0].id, "base-north");
  EXPECT_EQ(places[0].title, "North");
  EXPECT_EQ(places[0].role, "base");
  EXPECT_EQ(places[0].side, "A");
  EXPECT_EQ(places[0].source, "assumption");
  EXPECT_EQ(places[0].at, (ceaseline::LonLat{37.8, 47.1}));
  EXPECT_EQ(places[1].id, "7");
  EXPECT_EQ(places[1].side, "");
  EXPECT_EQ(places[1].at, (ceaseline::LonLat{37.9, 47.2}));
}

TEST(ImportPlaces, ListsEverythingWrongAtOnce) {
  Scratch const scratch;
  auto const path = scratch.write(
      "places.geojson",
      collection(place(R"({"id":"a","side":"A"})", point) + "," +
                 place(R"({"id":"a","side":"north"})", point) + "," + place(R"({"title":"no id"})", point) +
                 "," + place(R"({"id":"two words"})", "null") + "," +
                 place(R"({"id":"c"})", R"({"type":"LineString","coordinates":[[37.8,47.1],[37.9,47.2]]})")));
  EXPECT_EQ(refusal_of(import_places, path),
            "FILE: error: feature 2 (a): this id is used before; give each place its own\n"
            "FILE: error: feature 2 (a): side \"north\" is neither \"A\" nor \"B\"\n"
            "FILE: error: feature 3: has no usable id; give each place an id without blanks, such as "
            "\"base-north\"\n"
            "FILE: error: feature 4: has no usable id; give each place an id without blanks, such as "
            "\"base-north\"\n"
            "FILE: error: feature 4: has no geometry; it must be a single Point\n"
            "FILE: error: feature 5 (c): is not a single Point");
}

TEST(ImportPlaces, TakesTheCourseOfARiver) {
  Scratch const scratch;
  auto const places = import_places(scratch.write(
      "places.geojson", collection(place(R"({"id":"donets","role":"river"})",
                                         R"({"type":"LineString","coordinates":[[38,48],[39,49]]})"))));
  ASSERT_EQ(places.size(), 1U);
  EXPECT_EQ(places[0].course, (std::vector<ceaseline::LonLat>{{38, 48}, {39, 49}}));
  EXPECT_EQ(places[0].at, (ceaseline::LonLat{38, 48}));
  EXPECT_EQ(
      refusal_of(import_places,
                 scratch.write("p.geojson", collection(place(R"({"id":"donets","role":"river"})", point)))),
      "FILE: error: feature 1 (donets): is not a single LineString, as a river is");
}

TEST(ImportPlaces, ChecksCoordinatesAsForLines) {
  Scratch const scratch;
  EXPECT_EQ(refusal_of(import_places,
                       scratch.write("p.geojson",
                                     collection(place(R"({"id":"a"})",
                                                      R"({"type":"Point","coordinates":[47.1,137.8]})")))),
            "FILE: error: feature 1, vertex 1: latitude 137.8 is not between -90 and 90; axes swapped? "
            "GeoJSON wants "
            "longitude first");
  EXPECT_EQ(refusal_of(import_places, scratch.write("p.geojson", collection(""))),
            "FILE: error: holds no feature; a place is a Point with an id");
}

}  // namespace
