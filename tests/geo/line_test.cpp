// Chainage of a known line, and the properties every line must keep.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ceaseline/base/input_error.hpp"
#include "geo/lines.hpp"

namespace ceaseline {
namespace {

Length m(double metres) { return Length::metres(metres); }

Line measured_line() { return Line::from_parts({four_vertices}, Frame{cyprus}); }

// Expected values: PROJ 9.1 `geod`, WGS 84.
TEST(Line, LengthsAreGeodesic) {
  Line const line = measured_line();
  EXPECT_NEAR(line.length().metres(), 90751.1877, 0.002);
  ASSERT_EQ(line.chainages().size(), 4U);
  EXPECT_NEAR(line.chainages()[1], 23738.2891, 0.001);
  EXPECT_NEAR(line.chainages()[2], 57902.2376, 0.002);
}

TEST(Line, PlacesByChainageAreWithinAMetre) {
  Line const line = measured_line();
  struct Case {
    double chainage;
    LonLat place;
  };
  for (Case const& c : {Case{10000, {33.105270376, 35.125338549}}, Case{50000, {33.519127434, 35.075533325}},
                        Case{80000, {33.835382121, 35.097200905}}}) {
    EXPECT_LT(geodesic_length(line.frame().to_geographic(line.at(m(c.chainage))), c.place).metres(), 1.0)
        << c.chainage;
  }
}

TEST(Line, PlacesOffTheLineProjectOntoIt) {
  Line const line = measured_line();
  LinePlace const north = line.nearest(line.frame().to_local({33.30, 35.20}));
  EXPECT_NEAR(north.chainage.metres(), 26415.7, 26.4);
  EXPECT_NEAR(north.depth.metres(), -5767.8, 5.8) << "left of the line is side A, negative";
  LinePlace const south = line.nearest(line.frame().to_local({33.50, 35.02}));
  EXPECT_NEAR(south.chainage.metres(), 50576.2, 50.6);
  EXPECT_NEAR(south.depth.metres(), 6377.4, 6.4);
}

TEST(Line, ChainageToPlaceToChainageIsWithinAMillimetre) {
  for (Line const& line : {measured_line(), wiggly_line()}) {
    for (double c = 0; c < line.length().metres(); c += 137.77) {
      LinePlace const back = line.nearest(line.at(m(c)));
      ASSERT_NEAR(back.chainage.metres(), c, 0.001);
      ASSERT_NEAR(back.depth.metres(), 0, 1e-6);
    }
  }
}

TEST(Line, ReversingItMirrorsChainageAndSwapsSides) {
  std::vector<LonLat> backwards = four_vertices;
  std::reverse(backwards.begin(), backwards.end());
  Line const line = measured_line();
  Line const mirrored = Line::from_parts({backwards}, Frame{cyprus});
  for (std::uint64_t i = 0; i < 1000; ++i) {
    Point const p = point_around(line, m(10'000), i);
    LinePlace const place = line.nearest(p);
    LinePlace const mirror = mirrored.nearest(p);
    ASSERT_NEAR(mirror.chainage.metres(), (line.length() - place.chainage).metres(), 0.001) << i;
    ASSERT_NEAR(mirror.depth.metres(), -place.depth.metres(), 1e-6) << i;
  }
}

TEST(Line, SplittingALegChangesNothing) {
  Line const line = measured_line();
  std::vector<LonLat> split = four_vertices;
  split.insert(split.begin() + 2, line.frame().to_geographic(line.at(m(40'000))));
  Line const finer = Line::from_parts({split}, Frame{cyprus});
  // The legs are straight in the frame, so the new vertex lies a little off the geodesic: within 0.2 m of
  // length.
  EXPECT_NEAR(finer.length().metres(), line.length().metres(), 0.2);
  for (std::uint64_t i = 0; i < 1000; ++i) {
    Point const p = point_around(line, m(10'000), i);
    ASSERT_NEAR(finer.nearest(p).chainage.metres(), line.nearest(p).chainage.metres(), 1.0);
    ASSERT_NEAR(finer.nearest(p).depth.metres(), line.nearest(p).depth.metres(), 0.002);
  }
}

TEST(Line, OnAStraightLineChainageIsExactlyXMinusStart) {
  Line const line = Line::straight(Length::kilometres(60.1), Frame{});
  EXPECT_EQ(line.length().metres(), 60'100);
  for (double c = 0; c <= 60'100; c += 0.7) {
    double const x = c - 30'050;
    ASSERT_EQ(line.at(m(c)), (Point{-30'050 + c, 0}));
    ASSERT_EQ(line.nearest({x, 1234.5}).chainage.metres(), x + 30'050);
    ASSERT_EQ(line.nearest({x, 1234.5}).depth.metres(), -1234.5) << "north is side A";
    ASSERT_EQ(line.nearest({x, -7}).depth.metres(), 7);
  }
}

TEST(Line, DepthGoesAlongTheNormal) {
  Line const line = Line::straight(Length::kilometres(10), Frame{});
  EXPECT_EQ(line.at(LinePlace{m(2000), m(300)}), (Point{-3000, -300}));
  EXPECT_EQ(line.at(LinePlace{m(2000), m(-300)}), (Point{-3000, 300}));
}

TEST(Line, ChainageIsClampedToTheLine) {
  Line const line = measured_line();
  EXPECT_EQ(line.at(m(-5)), line.vertices().front());
  EXPECT_EQ(line.at(m(1e9)), line.vertices().back());
  EXPECT_EQ(line.at(line.length()), line.vertices().back());
}

TEST(Line, PartsFollowEachOtherInChainageOverAGapOfNoLength) {
  std::vector<LonLat> const west{{33.0, 35.0}, {33.1, 35.0}};
  std::vector<LonLat> const east{{33.4, 35.0}, {33.5, 35.0}};
  Line const line = Line::from_parts({west, east}, Frame{cyprus});
  double const leg = line.chainages()[1];
  EXPECT_NEAR(leg, geodesic_length(west[0], west[1]).metres(), 1e-6);
  EXPECT_EQ(line.parts(), 2U);
  EXPECT_EQ(line.part_begins(), (std::vector<std::size_t>{0, 2}));
  EXPECT_NEAR(line.length().metres(), 2 * leg, 0.001);
  EXPECT_EQ(line.at(m(leg)), line.vertices()[2]) << "the end of a part is where the next begins";
  EXPECT_EQ(line.nearest(line.frame().to_local({33.15, 35.0})).chainage.metres(), line.chainages()[1]);
  EXPECT_EQ(line.nearest(line.frame().to_local({33.35, 35.0})).chainage.metres(), line.chainages()[2]);
}

TEST(Line, RepeatedVerticesAreDropped) {
  std::vector<LonLat> repeated;
  for (LonLat const v : four_vertices) repeated.insert(repeated.end(), 3, v);
  EXPECT_EQ(Line::from_parts({repeated}, Frame{cyprus}).vertices(), measured_line().vertices());
}

TEST(Line, RefusesPartsWithoutLengthAllAtOnce) {
  try {
    (void)Line::from_parts({{{33, 35}, {33, 35}}, four_vertices, {}}, Frame{cyprus});
    FAIL() << "accepted";
  } catch (InputError const& error) {
    EXPECT_EQ(std::string{error.what()},
              "error: line: part 1 has fewer than two distinct points; remove it or complete it\n"
              "error: line: part 3 has fewer than two distinct points; remove it or complete it");
  }
  EXPECT_THROW((void)Line::from_parts({}, Frame{cyprus}), InputError);
  EXPECT_THROW((void)Line::straight(Length{}, Frame{}), InputError);
}

}  // namespace
}  // namespace ceaseline
