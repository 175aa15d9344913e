#include <geodesic.h>
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/base/random.hpp"
#include "ceaseline/geo/line.hpp"

using ceaseline::Frame;
using ceaseline::geodesic_length;
using ceaseline::LonLat;

namespace {

geod_geodesic const& wgs84() {
  static geod_geodesic const ellipsoid = [] {
    geod_geodesic g;
    geod_init(&g, 6378137.0, 1 / 298.257223563);
    return g;
  }();
  return ellipsoid;
}

double proj_length(LonLat a, LonLat b) {
  double length = 0;
  geod_inverse(&wgs84(), a.lat, a.lon, b.lat, b.lon, &length, nullptr, nullptr);
  return length;
}

struct Published {
  LonLat from;
  LonLat to;
  double metres;
  double azimuth;  ///< at `from`, degrees
  double metres_within;
  double azimuth_within;
};

/// Karney's test set for WGS 84 (GeographicLib, GeodTest); the last is the example of its documentation, JFK
/// to Paris.
constexpr Published published[] = {
    {{-139.44815, 35.60777}, {-69.95921, -11.17491}, 8935244.5604818305, 111.098748429560326, 1e-8, 1e-11},
    {{106.05087, 55.52454}, {197.18234, 77.03196}, 4105086.1713924406, 22.020059880982801, 1e-8, 1e-11},
    {{122.32875, -41.22777}, {130.37946, -7.57291}, 3812686.035106021, 14.285113402275739, 1e-8, 1e-11},
    {{-73.8, 40.6}, {2.55, 49.01666667}, 5853226, 53.47022, 0.5, 1e-5},
};

TEST(Geodesic, TheLibraryGivesThePublishedLengths) {
  for (auto const& p : published) {
    double length = 0;
    double azimuth = 0;
    geod_inverse(&wgs84(), p.from.lat, p.from.lon, p.to.lat, p.to.lon, &length, &azimuth, nullptr);
    EXPECT_NEAR(length, p.metres, p.metres_within);
    EXPECT_NEAR(azimuth, p.azimuth, p.azimuth_within);
  }
}

TEST(Geodesic, OurLengthsAgreeWithThePublishedWithinAThousandth) {
  for (auto const& p : published)
    EXPECT_NEAR(geodesic_length(p.from, p.to).metres(), p.metres, 0.001 * p.metres);
}

/// From 10 m on. Below, Thomas's arc cosine loses digits: about 4 mm / (length in metres) are left.
TEST(Geodesic, OurLengthsAgreeWithTheLibraryOnSegmentsFrom10mTo50km) {
  ceaseline::Draws const draws{7, 0};
  for (std::uint64_t i = 0; i < 2000; ++i) {
    auto const start = draws.at({}, ceaseline::key_of("start"), i);
    auto const way = draws.at({}, ceaseline::key_of("way"), i);
    LonLat const a{360 * start.unit(0) - 180, 130 * start.unit(1) - 65};
    double const azimuth = 360 * way.unit(0);
    LonLat b;
    geod_direct(&wgs84(), a.lat, a.lon, azimuth, 10 + 49'990 * way.unit(1), &b.lat, &b.lon, nullptr);
    EXPECT_NEAR(geodesic_length(a, b).metres(), proj_length(a, b), 1e-3)
        << a.lon << ' ' << a.lat << " azimuth " << azimuth;
  }
}

/// PROJ 9.1's `geod`, WGS 84: legs 23738.2891, 34163.9485, 32848.9501 m.
TEST(Geodesic, ALineHasTheSumOfItsLegs) {
  std::vector<LonLat> const vertices{{33.00, 35.10}, {33.25, 35.16}, {33.60, 35.05}, {33.95, 35.12}};
  EXPECT_NEAR(proj_length(vertices[0], vertices[1]), 23738.2891, 5e-5);
  EXPECT_NEAR(proj_length(vertices[1], vertices[2]), 34163.9485, 5e-5);
  EXPECT_NEAR(proj_length(vertices[2], vertices[3]), 32848.9501, 5e-5);
  auto const line = ceaseline::Line::from_parts({vertices}, Frame{{33.475, 35.1}});
  EXPECT_NEAR(line.length().metres(), 90751.1877, 1e-2);
}

TEST(Geodesic, TheFrameKeepsDistancesWithinThreeTenThousandths) {
  Frame const frame{{38.6, 47.9}};
  for (double lon = 37; lon < 40; lon += 0.25)
    for (double lat = 46.5; lat < 49; lat += 0.25) {
      LonLat const a{lon, lat};
      LonLat const b{lon + 0.05, lat + 0.05};
      double const exact = proj_length(a, b);
      EXPECT_NEAR(distance(frame.to_local(a), frame.to_local(b)).metres(), exact, 3e-4 * exact)
          << lon << ' ' << lat;
    }
}

}  // namespace
