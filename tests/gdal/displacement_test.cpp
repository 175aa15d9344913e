#include "make_line/displacement.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

using ceaseline::Length;
using ceaseline::Point;

namespace {

std::vector<Waypoint> waypoints(std::vector<Point> const& places) {
  std::vector<Waypoint> all;
  for (std::size_t i = 0; i < places.size(); ++i)
    all.push_back({ceaseline::key_of("waypoint " + std::to_string(i)), places[i]});
  return all;
}

double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

/// Tries every pair of segments that are not neighbours.
bool crosses_itself(std::vector<Point> const& line) {
  for (std::size_t i = 0; i + 1 < line.size(); ++i)
    for (std::size_t j = i + 2; j + 1 < line.size(); ++j)
      if (turn(line[i], line[i + 1], line[j]) * turn(line[i], line[i + 1], line[j + 1]) < 0 &&
          turn(line[j], line[j + 1], line[i]) * turn(line[j], line[j + 1], line[i + 1]) < 0)
        return true;
  return false;
}

/// Is p above a line that runs from far west to far east? Crossings of the ray straight up decide.
bool above(Point p, std::vector<Point> const& line) {
  bool even = true;
  for (std::size_t i = 1; i < line.size(); ++i) {
    Point const a = line[i - 1];
    Point const b = line[i];
    if ((a.x <= p.x) == (b.x <= p.x)) continue;
    if (a.y + (p.x - a.x) / (b.x - a.x) * (b.y - a.y) > p.y) even = !even;
  }
  return even;
}

/// A line folded so tightly that most displacements of half a segment's length would cross it.
std::vector<Waypoint> folds() {
  return waypoints({{0, 0}, {12'000, 0}, {500, 900}, {12'000, 1'800}, {500, 2'700}, {12'000, 3'600}});
}

TEST(Displacement, KeepsTheWaypointsAndSplitsWhatIsTooLong) {
  auto const coarse = waypoints({{0, 0}, {9'000, 0}, {9'500, 0}});
  auto const line = with_detail(coarse, {}, {0.08, Length::kilometres(1), 1});
  EXPECT_EQ(line.front(), (Point{0, 0}));
  EXPECT_EQ(line[line.size() - 2], (Point{9'000, 0}));
  EXPECT_EQ(line.back(), (Point{9'500, 0}));
  EXPECT_GT(line.size(), 11U);
  for (std::size_t i = 1; i < line.size(); ++i) EXPECT_LE(distance(line[i - 1], line[i]).metres(), 1000);
}

TEST(Displacement, NeverMakesTheLineCrossItself) {
  for (std::uint32_t seed = 0; seed < 30; ++seed)
    EXPECT_FALSE(crosses_itself(with_detail(folds(), {}, {0.3, Length::kilometres(1), seed})))
        << "seed " << seed;
}

TEST(Displacement, KeepsLandmarksOnTheirSide) {
  auto const coarse = waypoints({{-50'000, 0}, {0, 0}, {50'000, 0}});
  std::vector<Point> landmarks;
  for (int x = -45; x <= 45; x += 5) landmarks.push_back({x * 1000.0, x % 2 == 0 ? 300.0 : -300.0});
  for (std::uint32_t seed = 0; seed < 30; ++seed) {
    auto const line = with_detail(coarse, landmarks, {0.08, Length::kilometres(1), seed});
    for (auto const& p : landmarks) EXPECT_EQ(above(p, line), p.y > 0) << "seed " << seed << ", x " << p.x;
  }
}

/// A displacement has the stated spread: the first one of each of 4,000 segments of 1.5 km.
TEST(Displacement, IsNormalCutAtTwoDeviations) {
  constexpr int n = 4000;
  double squares = 0;
  for (std::uint32_t seed = 0; seed < n; ++seed) {
    auto const line = with_detail(waypoints({{0, 0}, {1500, 0}}), {}, {0.08, Length::kilometres(1), seed});
    ASSERT_EQ(line.size(), 3U);
    EXPECT_LE(std::abs(line[1].y), 2 * 0.08 * 1500);
    squares += line[1].y * line[1].y;
  }
  // Variance of a standard normal cut at 2: 1 - 4 phi(2) / (2 Phi(2) - 1) = 0.7737; that of its square is
  // 0.88.
  double const expected = 0.7737 * (0.08 * 1500) * (0.08 * 1500);
  EXPECT_NEAR(squares / n, expected, 4 * std::sqrt(0.82 / n) * (0.08 * 1500) * (0.08 * 1500));
}

TEST(Displacement, MovingOneWaypointChangesOnlyTheSegmentsBesideIt) {
  std::vector<Point> places;
  for (int i = 0; i <= 10; ++i) places.push_back({i * 4000.0, 0});
  Detail const detail{0.08, Length::kilometres(1), 5};
  auto const before = with_detail(waypoints(places), {}, detail);
  places[10].y = 500;
  auto const after = with_detail(waypoints(places), {}, detail);
  for (std::size_t i = 0; i < before.size() && before[i].x < 35'900; ++i) EXPECT_EQ(before[i], after[i]) << i;
}

}  // namespace
