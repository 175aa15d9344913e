// Lanes: how far off the line they run, on which side, and how they cross a fold.
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/geo/lane.hpp"
#include "geo/lines.hpp"

namespace ceaseline {
namespace {

Length m(double metres) { return Length::metres(metres); }

double signed_depth(Side side, double depth) { return side == Side::B ? depth : -depth; }

TEST(Lane, OfAStraightLineIsParallelToIt) {
  Line const line = Line::straight(Length::kilometres(60), Frame{});
  for (Side const side : {Side::A, Side::B}) {
    Lane const lane{line, side, m(1500)};
    for (double c = 0; c <= 60'000; c += 33.3) {
      ASSERT_NEAR(lane.at(c).x, c - 30'000, 1e-6);
      ASSERT_NEAR(lane.at(c).y, -signed_depth(side, 1500), 1e-6);
    }
  }
}

TEST(Lane, OfDepthZeroIsTheLine) {
  Line const line = wiggly_line();
  Lane const lane{line, Side::A, Length{}};
  for (std::size_t i = 0; i < lane.points().size(); ++i) {
    ASSERT_LT(distance(lane.points()[i], line.at(m(static_cast<double>(i) * lane.step()))).metres(), 1e-6);
  }
}

TEST(Lane, StepDividesTheLineEvenlyAndIsNotLongerThanAskedFor) {
  Line const line = Line::straight(m(10'050), Frame{});
  Lane const lane{line, Side::A, m(500), m(100)};
  EXPECT_EQ(lane.points().size(), 102U);
  EXPECT_NEAR(lane.step() * 101, 10'050, 1e-9);
  EXPECT_EQ(Lane(line, Side::A, m(500), m(1e6)).points().size(), 2U);
}

TEST(Lane, IsClampedToTheLine) {
  Lane const lane{wiggly_line(), Side::B, m(800)};
  EXPECT_EQ(lane.at(-1), lane.points().front());
  EXPECT_EQ(lane.at(1e9), lane.points().back());
}

/// How a lane of `depth` along `line` keeps to that depth.
struct Keeping {
  int exact{0};     ///< entries that lie the whole depth off the line on the right side
  int across{0};    ///< entries on the way across a fold
  int wandered{0};  ///< entries that are neither exact nor on the straight line between their neighbours
};

Keeping keeping(Line const& line, Side side, double depth) {
  Lane const lane{line, side, m(depth)};
  Keeping count;
  std::vector<Point> const& p = lane.points();
  for (std::size_t i = 0; i < p.size(); ++i) {
    double const true_depth = line.nearest(p[i]).depth.metres();
    if (std::abs(true_depth - signed_depth(side, depth)) <= depth * 1.01e-6) {
      ++count.exact;
    } else {
      ++count.across;
      bool const end = i == 0 || i + 1 == p.size();
      Point const middle = end ? p[i] : Point{(p[i - 1].x + p[i + 1].x) / 2, (p[i - 1].y + p[i + 1].y) / 2};
      if (distance(p[i], middle).metres() > 1e-6) ++count.wandered;
    }
  }
  return count;
}

TEST(Lane, KeepsItsDepthAndCrossesFoldsStraight) {
  Line const line = wiggly_line();
  for (Side const side : {Side::A, Side::B}) {
    for (double const depth : {300.0, 1000.0, 3000.0}) {
      SCOPED_TRACE(depth);
      Keeping const count = keeping(line, side, depth);
      EXPECT_EQ(count.wandered, 0);
      EXPECT_GT(count.exact, depth > 2000 ? 300 : 1000) << "of " << count.exact + count.across;
    }
  }
}

TEST(Lane, RoundsAnOuterCornerThroughItsBisector) {
  // Ten kilometres south, then ten east: side B (right) is outside the corner.
  Frame const frame{cyprus};
  Line const line = Line::from_parts({{{33.4, 35.09}, {33.4, 35.0}, {33.5, 35.0}}}, frame);
  Lane const lane{line, Side::B, m(1000)};
  double const corner = line.chainages()[1];
  auto const entry = static_cast<std::size_t>(std::lround(corner / lane.step()));
  Point const vertex = line.vertices()[1];
  EXPECT_NEAR(lane.points()[entry].x, vertex.x - 1000 * std::sqrt(0.5), 2);
  EXPECT_NEAR(lane.points()[entry].y, vertex.y - 1000 * std::sqrt(0.5), 2);
}

TEST(Lane, CutsAnInnerCorner) {
  Line const line = Line::from_parts({{{33.4, 35.09}, {33.4, 35.0}, {33.5, 35.0}}}, Frame{cyprus});
  Lane const lane{line, Side::A, m(1000)};
  Point const vertex = line.vertices()[1];
  // Inside, all chainages within 1 km of the corner share the one place that is 1 km off both legs.
  EXPECT_NEAR(lane.at(line.chainages()[1]).x, vertex.x + 1000, 110);
  EXPECT_NEAR(lane.at(line.chainages()[1]).y, vertex.y + 1000, 110);
}

TEST(Lane, TooDeepForAPocketFallsBackToTheLine) {
  std::vector<LonLat> ring{{33.49, 35.0}, {33.51, 35.0}, {33.51, 35.02}, {33.49, 35.02}, {33.49, 35.0}};
  Line const line = Line::from_parts({ring}, Frame{cyprus});
  Lane const lane{line, Side::A, Length::kilometres(5)};
  EXPECT_LT(std::abs(line.nearest(lane.at(1234)).depth.metres()), 1e-6 + lane.step());
  EXPECT_EQ(lane.points().front(), line.vertices().front());
}

TEST(Lane, OfALineInPartsBelongsToEachPart) {
  // The way from one part to the next goes north-east, and must not bend the lane at the ends of either.
  Line const line =
      Line::from_parts({{{33.0, 35.0}, {33.1, 35.0}}, {{33.4, 35.3}, {33.5, 35.3}}}, Frame{cyprus});
  for (Side const side : {Side::A, Side::B}) {
    Keeping const count = keeping(line, side, 2000);
    EXPECT_EQ(count.across, 0) << name(side);
    EXPECT_EQ(count.wandered, 0) << name(side);
  }
}

}  // namespace
}  // namespace ceaseline
