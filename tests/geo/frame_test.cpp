// The local frame against PROJ and its own promises.
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/base/random.hpp"
#include "ceaseline/geo/frame.hpp"

namespace ceaseline {
namespace {

constexpr LonLat donbas{38.654, 47.926};

/// One of a fixed series of places within a box about 900 km wide and 1,000 km high around `centre`.
LonLat place_near(LonLat centre, std::uint64_t i) {
  Block const block = Draws{21, 0}.at(Purpose{1}, Key{3}, i);
  return {centre.lon + 12 * (block.unit(0) - 0.5), centre.lat + 9 * (block.unit(1) - 0.5)};
}

// Expected values: GDAL 3.6 with PROJ 9.1, "+proj=laea +datum=WGS84" with the centre given.
TEST(Frame, AgreesWithProjToTheMillimetre) {
  struct Case {
    LonLat centre;
    LonLat place;
    Point local;
  };
  for (Case const& c :
       {Case{donbas, {37.5, 48.0}, {-86113.945, 8870.007}},
        Case{donbas, {33, 46}, {-437561.458, -198239.454}}, Case{donbas, {45, 52}, {435526.808, 471186.415}},
        Case{{-70, -10}, {-71, -11}, {-109290.921, -110778.033}},
        Case{{-70, -10}, {-69.5, -4}, {55598.857, 663224.997}}}) {
    Point const local = Frame{c.centre}.to_local(c.place);
    EXPECT_NEAR(local.x, c.local.x, 0.0011) << c.place.lon;
    EXPECT_NEAR(local.y, c.local.y, 0.0011) << c.place.lon;
  }
}

TEST(Frame, CentreIsTheOrigin) {
  Point const origin = Frame{donbas}.to_local(donbas);
  EXPECT_NEAR(origin.x, 0, 1e-9);
  EXPECT_NEAR(origin.y, 0, 1e-9);
}

TEST(Frame, CoordinatesAreWholeMillimetres) {
  for (std::uint64_t i = 0; i < 200; ++i) {
    Point const p = Frame{donbas}.to_local(place_near(donbas, i));
    EXPECT_EQ(p.x, std::round(p.x * 1000) / 1000);
    EXPECT_EQ(p.y, std::round(p.y * 1000) / 1000);
  }
}

TEST(Frame, RoundTripIsWithinTheRounding) {
  for (LonLat const centre : {donbas, LonLat{33.3, 35.1}, LonLat{-70, -33}, LonLat{75, 0}, LonLat{10, 68}}) {
    Frame const frame{centre};
    for (std::uint64_t i = 0; i < 200; ++i) {
      Point const p = frame.to_local(place_near(centre, i));
      Point const back = frame.to_local(frame.to_geographic(p));
      // One millimetre of grid, and nothing of the series behind the inverse.
      ASSERT_NEAR(back.x, p.x, 1e-9);
      ASSERT_NEAR(back.y, p.y, 1e-9);
    }
  }
}

TEST(Frame, ScaleErrsAsPromised) {
  Frame const frame{donbas};
  double worst_near = 0;
  double worst_far = 0;
  for (std::uint64_t i = 0; i < 2000; ++i) {
    LonLat const a = place_near(donbas, i);
    Point const p = frame.to_local(a);
    double const from_centre = distance(p, {}).metres();
    for (LonLat const b : {LonLat{a.lon + 0.05, a.lat}, LonLat{a.lon, a.lat + 0.04}}) {
      double const error =
          std::abs(distance(p, frame.to_local(b)).metres() / geodesic_length(a, b).metres() - 1);
      if (from_centre < 285'000) worst_near = std::max(worst_near, error);
      if (from_centre < 560'000) worst_far = std::max(worst_far, error);
    }
  }
  EXPECT_LT(worst_near, 0.0003);
  EXPECT_LT(worst_far, 0.001);
  EXPECT_GT(worst_far, 0.0007) << "no flat map is free of distortion: was anything projected?";
}

TEST(Frame, AreasAreTrue) {
  // Area of a cell of longitude and latitude on WGS 84, from the closed form of the zone of an ellipsoid.
  constexpr double a = 6'378'137.0;
  double const e = std::sqrt(0.00669437999014);
  auto const zone = [&](double lat) {
    double const s = std::sin(Angle::degrees(lat).radians());
    return a * a * (1 - e * e) / 2 *
           (s / (1 - e * e * s * s) + std::log((1 + e * s) / (1 - e * s)) / (2 * e));
  };
  Frame const frame{donbas};
  for (std::uint64_t i = 0; i < 100; ++i) {
    LonLat const low = place_near(donbas, i);
    constexpr double size = 0.05;
    Point const p[] = {frame.to_local(low), frame.to_local({low.lon + size, low.lat}),
                       frame.to_local({low.lon + size, low.lat + size}),
                       frame.to_local({low.lon, low.lat + size})};
    double area = 0;
    for (int k = 0; k < 4; ++k) area += (p[k].x * p[(k + 1) % 4].y - p[(k + 1) % 4].x * p[k].y) / 2;
    double const exact = Angle::degrees(size).radians() * (zone(low.lat + size) - zone(low.lat));
    ASSERT_NEAR(area / exact, 1, 2e-5) << low.lon << ' ' << low.lat;
  }
}

TEST(Frame, CrossesTheDateLine) {
  Frame const frame{LonLat{179.9, -17}};
  EXPECT_NEAR(distance(frame.to_local({179.95, -17}), frame.to_local({-179.95, -17})).metres(),
              geodesic_length({179.95, -17}, {-179.95, -17}).metres(), 10);
}

TEST(Frame, NamesItself) {
  EXPECT_EQ(Frame{donbas}.text(), "LAEA centred 38.654 E 47.926 N, WGS 84");
  EXPECT_EQ((Frame{LonLat{-70.5, -33.25}}.text()), "LAEA centred 70.500 W 33.250 S, WGS 84");
}

// Karney, GeographicLib test suite (latitude and longitude swapped to our order).
TEST(GeodesicLength, AgreesWithKarneyFarAway) {
  EXPECT_NEAR(geodesic_length({-139.44815, 35.60777}, {-69.95921, -11.17491}).metres(), 8935244.560, 10);
  EXPECT_NEAR(geodesic_length({106.05087, 55.52454}, {197.18234, 77.03196}).metres(), 4105086.171, 10);
  EXPECT_NEAR(geodesic_length({122.32875, -41.22777}, {130.37946, -7.57291}).metres(), 3812686.035, 10);
}

// PROJ 9.1 `geod` on the legs of the line below.
TEST(GeodesicLength, AgreesWithProjToAMillimetreOnALeg) {
  EXPECT_NEAR(geodesic_length({33.00, 35.10}, {33.25, 35.16}).metres(), 23738.2891, 0.001);
  EXPECT_NEAR(geodesic_length({33.25, 35.16}, {33.60, 35.05}).metres(), 34163.9485, 0.001);
  EXPECT_NEAR(geodesic_length({33.60, 35.05}, {33.95, 35.12}).metres(), 32848.9501, 0.001);
}

}  // namespace
}  // namespace ceaseline
