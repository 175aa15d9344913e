// The grid search against trying every segment, and the side at corners against winding.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "geo/lines.hpp"

namespace ceaseline {
namespace {

/// Distance and chainage of the nearest place, from the definition; the first of several.
LinePlace nearest_by_trying_every_segment(Line const& line, Point p) {
  double best = std::numeric_limits<double>::infinity();
  double chainage = 0;
  auto const& begins = line.part_begins();
  for (std::size_t i = 0; i + 1 < line.vertices().size(); ++i) {
    if (std::find(begins.begin(), begins.end(), i + 1) != begins.end()) continue;
    Point const a = line.vertices()[i];
    Point const b = line.vertices()[i + 1];
    double const squared = squared_distance(a, b);
    double const t =
        std::fmin(1.0, std::fmax(0.0, ((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / squared));
    double const d = distance(p, {a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}).metres();
    if (d < best) {
      best = d;
      chainage = line.chainages()[i] + t * (line.chainages()[i + 1] - line.chainages()[i]);
    }
  }
  return {Length::metres(chainage), Length::metres(best)};
}

void expect_nearest_is_nearest(Line const& line, Length margin, std::uint64_t points) {
  for (std::uint64_t i = 0; i < points; ++i) {
    Point const p = point_around(line, margin, i);
    LinePlace const slow = nearest_by_trying_every_segment(line, p);
    LinePlace const fast = line.nearest(p);
    ASSERT_NEAR(std::abs(fast.depth.metres()), slow.depth.metres(), 1e-6) << p.x << ' ' << p.y;
    // Two places of the line may be equally near; then the chainage is one of them.
    if (std::abs(fast.chainage.metres() - slow.chainage.metres()) > 1e-3) {
      ASSERT_NEAR(distance(line.at(fast.chainage), p).metres(), slow.depth.metres(), 1e-6)
          << p.x << ' ' << p.y;
    }
  }
}

TEST(Nearest, OnAWigglyLine) { expect_nearest_is_nearest(wiggly_line(), Length::kilometres(20), 20'000); }

TEST(Nearest, FarOutsideTheGrid) { expect_nearest_is_nearest(wiggly_line(), Length::kilometres(2000), 2000); }

TEST(Nearest, OnAStraightLine) {
  expect_nearest_is_nearest(Line::straight(Length::kilometres(100), Frame{}), Length::kilometres(50), 2000);
}

TEST(Nearest, WithLongAndShortSegmentsMixed) {
  expect_nearest_is_nearest(
      Line::from_parts({{{33.0, 35.0}, {33.001, 35.0}, {33.001, 35.001}, {33.9, 35.8}, {33.9, 35.801}}},
                       Frame{cyprus}),
      Length::kilometres(30), 5000);
}

TEST(Nearest, WithSeveralParts) {
  expect_nearest_is_nearest(
      Line::from_parts({{{33.0, 35.0}, {33.2, 35.1}}, {{33.8, 35.0}, {33.6, 35.3}, {33.5, 35.3}}},
                       Frame{cyprus}),
      Length::kilometres(30), 5000);
}

TEST(Nearest, WithVerticalSegmentsOnly) {
  expect_nearest_is_nearest(Line::from_parts({{{33.5, 35.0}, {33.5, 35.1}, {33.5, 35.4}}}, Frame{cyprus}),
                            Length::kilometres(30), 2000);
}

/// A hairpin: out along one arm, back along the other. Between the arms is side A (left), all else is side B.
TEST(Nearest, SideIsRightInTheWedgeBehindASharpCorner) {
  Line const line = Line::from_parts({{{33.0, 35.02}, {33.5, 35.0}, {33.0, 35.04}}}, Frame{cyprus});
  Point const tip = line.vertices()[1];
  for (double angle = -1.4; angle <= 1.4; angle += 0.1) {
    Point const beyond{tip.x + 100 * std::cos(angle), tip.y + 100 * std::sin(angle)};
    EXPECT_NEAR(line.nearest(beyond).depth.metres(), 100, 1e-6) << angle;
  }
  Point const inside{tip.x - 20'000, (line.at(line.length() / 4).y + line.at(line.length() * 0.75).y) / 2};
  EXPECT_LT(line.nearest(inside).depth.metres(), 0);
}

TEST(Nearest, ARingHasOneSideInside) {
  std::vector<LonLat> ring{
      {33.4, 35.0}, {33.6, 35.0}, {33.6, 35.2}, {33.4, 35.2}, {33.4, 35.0}};  // counter-clockwise
  Line const line = Line::from_parts({ring}, Frame{cyprus});
  for (std::uint64_t i = 0; i < 5000; ++i) {
    Point const p = point_around(line, Length::kilometres(10), i);
    LonLat const q = line.frame().to_geographic(p);
    // Stay clear of the sides themselves, which are straight in the frame and not in longitude and latitude.
    if (std::abs(line.nearest(p).depth.metres()) < 20) continue;
    bool const inside = q.lon > 33.4 && q.lon < 33.6 && q.lat > 35.0 && q.lat < 35.2;
    ASSERT_EQ(line.nearest(p).depth.metres() < 0, inside) << q.lon << ' ' << q.lat;
  }
}

TEST(Nearest, ARingHasNoSeamAtItsFirstVertex) {
  // A needle, counter-clockwise, that begins at its sharp tip.
  Line const line =
      Line::from_parts({{{33.5, 35.0}, {33.0, 35.02}, {33.0, 34.98}, {33.5, 35.0}}}, Frame{cyprus});
  Point const tip = line.vertices()[0];
  for (double angle = -1.4; angle <= 1.4; angle += 0.1) {
    Point const beyond{tip.x + 100 * std::cos(angle), tip.y + 100 * std::sin(angle)};
    EXPECT_NEAR(line.nearest(beyond).depth.metres(), 100, 1e-6) << angle;
  }
}

TEST(Nearest, EquallyNearPlacesGiveTheLowerChainage) {
  // A tent over the meridian of the frame's centre: its two feet are mirror images.
  Line const line = Line::from_parts({{{33.4, 35.0}, {33.5, 35.4}, {33.6, 35.0}}}, Frame{cyprus});
  ASSERT_EQ(line.vertices()[0].x, -line.vertices()[2].x);
  ASSERT_EQ(line.vertices()[0].y, line.vertices()[2].y);
  EXPECT_EQ(line.nearest({0, -50'000}).chainage.metres(), 0);
}

}  // namespace
}  // namespace ceaseline
