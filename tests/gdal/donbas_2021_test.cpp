#include <gmock/gmock.h>

#include <cmath>
#include <map>

#include "ceaseline/gdal/import.hpp"
#include "ceaseline/geo/line.hpp"

using ceaseline::Frame;
using ceaseline::Line;
using testing::IsEmpty;

namespace {

std::string const folder = std::string{CEASELINE_SOURCE_DIR} + "/maps/donbas-2021/";

class Donbas2021 : public testing::Test {
 protected:
  ceaseline::ImportedLine map_ = ceaseline::import_line(folder + "line.geojson");
  std::vector<ceaseline::ImportedPlace> places_ = ceaseline::import_places(folder + "places.geojson");
  Frame frame_{{38.6, 47.9}};
  Line line_ = Line::from_parts(map_.parts, frame_);

  [[nodiscard]] double depth_km(ceaseline::ImportedPlace const& place) const {
    return line_.nearest(frame_.to_local(place.at)).depth.kilometres();
  }
};

/// The waypoints' own source gives 416 km for this share of detail.
TEST_F(Donbas2021, IsAsLongAsTheSourcesSay) {
  EXPECT_EQ(map_.parts.size(), 1U);
  EXPECT_EQ(map_.parts[0].size(), 603U);
  EXPECT_NEAR(line_.length().kilometres(), 416, 0.03 * 416);
  EXPECT_NEAR(line_.length().kilometres(), 412.9, 0.05);
}

TEST_F(Donbas2021, IsCleanAndDoesNotCrossItself) { EXPECT_THAT(map_.notes, IsEmpty()); }

TEST_F(Donbas2021, SaysWhatItIs) {
  EXPECT_EQ(map_.side_a, "government-controlled areas (GCA)");
  EXPECT_EQ(map_.side_b, "non-government-controlled areas (NGCA)");
  EXPECT_EQ(map_.date, "2021-07-01");
  EXPECT_EQ(map_.tolerance, "700 m");
  EXPECT_THAT(map_.source, testing::HasSubstr("GeoNames, CC BY 4.0"));
}

TEST_F(Donbas2021, RunsFromTheCoastToTheBorder) {
  EXPECT_EQ(map_.parts[0].front(), (ceaseline::LonLat{37.835, 47.092}));
  EXPECT_EQ(map_.parts[0].back(), (ceaseline::LonLat{39.676, 48.591}));
}

TEST_F(Donbas2021, EveryPlaceLiesOnItsSide) {
  for (auto const& place : places_) EXPECT_EQ(place.side, depth_km(place) < 0 ? "A" : "B") << place.id;
}

TEST_F(Donbas2021, WatchingSitesLieNearTheLine) {
  for (auto const& place : places_)
    if (place.role == "camera" || place.role == "listening") {
      EXPECT_LT(std::abs(depth_km(place)), 2.05) << place.id;
      EXPECT_GT(std::abs(depth_km(place)), 0.45) << place.id;
    }
}

TEST_F(Donbas2021, HasTheSitesOfTheDefaultDesign) {
  std::map<std::string, int> count;
  for (auto const& place : places_) {
    ++count[place.role + ' ' + place.side];
    EXPECT_FALSE(place.title.empty()) << place.id;
    EXPECT_FALSE(place.source.empty()) << place.id;
  }
  std::map<std::string, int> const expected{{"base A", 6},      {"base B", 6},        {"camera A", 13},
                                            {"camera B", 11},   {"crossing A", 7},    {"listening A", 7},
                                            {"listening B", 7}, {"settlement A", 57}, {"settlement B", 56}};
  EXPECT_EQ(count, expected);
}

}  // namespace
