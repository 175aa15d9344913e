// Heights between grid points, and sight over ridges, walls and the curve of the Earth, against closed forms.
#include "ceaseline/geo/terrain.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <stdexcept>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/base/random.hpp"

namespace ceaseline {
namespace {

constexpr double flat_earth = std::numeric_limits<double>::infinity();

Terrain made_of(std::size_t columns, std::size_t rows, double cell,
                std::function<double(double, double)> height, Point origin = {}) {
  std::vector<float> heights;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column)
      heights.push_back(static_cast<float>(
          height(origin.x + static_cast<double>(column) * cell, origin.y + static_cast<double>(row) * cell)));
  return Terrain{origin, Length::metres(cell), columns, rows, std::move(heights)};
}

/// A point of the square of `size` at the centre, by an addressed draw.
Point drawn(std::uint64_t number, double size) {
  Block const block = Draws{11, 0}.at(Purpose{200}, Key{number}, 0);
  return {block.unit(0) * size, block.unit(1) * size};
}

/// The slow judge: a sight line looked at every half metre.
bool clear_by_walking(Terrain const& ground, Point a, double above_a, Point b, double above_b, double k) {
  double const whole = distance(a, b).metres();
  double const from = ground.height(a) + above_a;
  double const to = ground.height(b) + above_b;
  for (double way = 0.5; way < whole; way += 0.5) {
    double const t = way / whole;
    double const line = from + t * (to - from) - way * (whole - way) / (2 * k * 6'371'000);
    if (ground.height({a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)}) > line) return false;
  }
  return true;
}

TEST(Terrain, IsBilinearBetweenItsPointsAndFlatBeyondItsEdges) {
  Terrain const ground{{1000, 2000}, Length::metres(100), 3, 2, {0, 10, 20, 40, 70, 60}};
  EXPECT_EQ(ground.height({1000, 2000}), 0);
  EXPECT_EQ(ground.height({1200, 2000}), 20);
  EXPECT_EQ(ground.height({1100, 2100}), 70);
  EXPECT_DOUBLE_EQ(ground.height({1050, 2000}), 5);
  EXPECT_DOUBLE_EQ(ground.height({1100, 2025}), 25);
  EXPECT_DOUBLE_EQ(ground.height({1050, 2050}), (0 + 10 + 40 + 70) / 4.0);
  EXPECT_EQ(ground.height({-5e6, -5e6}), 0);
  EXPECT_EQ(ground.height({5e6, 5e6}), 60);
  EXPECT_DOUBLE_EQ(ground.height({1150, 1e6}), 65);
}

TEST(Terrain, RefusesWhatIsNoGrid) {
  std::vector<float> const four(4, 0);
  EXPECT_NO_THROW((Terrain{{}, Length::metres(1), 2, 2, four}));
  EXPECT_THROW((Terrain{{}, Length::metres(1), 2, 3, four}), std::invalid_argument);
  EXPECT_THROW((Terrain{{}, Length::metres(1), 3, 1, four}), std::invalid_argument);
  EXPECT_THROW((Terrain{{}, Length::metres(0), 2, 2, four}), std::invalid_argument);
  EXPECT_THROW((Terrain{{}, Length::metres(1), 0, 0, {}}), std::invalid_argument);
  EXPECT_THROW((Terrain{{}, Length::metres(1), 1, 1, {std::nanf("")}}), std::invalid_argument);
}

TEST(OracleG3, Horizon) {
  struct Row {
    double k, at_2, at_10, at_30;
  };
  for (Row const& row :
       {Row{1, 5048, 11288, 19551}, {7.0 / 6, 5453, 12192, 21118}, {4.0 / 3, 5829, 13034, 22576}}) {
    EXPECT_NEAR(horizon(Length::metres(2), row.k).metres(), row.at_2, 0.5);
    EXPECT_NEAR(horizon(Length::metres(10), row.k).metres(), row.at_10, 0.5);
    EXPECT_NEAR(horizon(Length::metres(30), row.k).metres(), row.at_30, 0.5);
  }
  EXPECT_NEAR((horizon(Length::metres(25), 4.0 / 3) + horizon(Length::metres(2), 4.0 / 3)).metres(), 26438,
              0.5);
  EXPECT_EQ(horizon(Length::metres(-1), 1).metres(), 0);
}

TEST(OracleG3, SightOverTheSeaEndsWhereTheTwoHorizonsMeet) {
  Terrain const sea = made_of(400, 3, 100, [](double, double) { return 0; });
  // In both directions of the axes, and askew, where rows are crossed as well.
  for (Point const way : {Point{1, 0}, Point{0.6, 0.8}, Point{0, 1}}) {
    auto const seen = [&](double far) {
      return sea.clear({300, 30}, 25, {300 + way.x * far, 30 + way.y * far}, 2, 4.0 / 3);
    };
    EXPECT_TRUE(seen(26438 - 10)) << way.x;
    EXPECT_FALSE(seen(26438 + 10)) << way.x;
  }
  // Drop at 10 km, half of the way to the eye: the middle of 20 km stands d^2 / (2 k R) high.
  EXPECT_FALSE(sea.clear({0, 0}, 6.717, {20000, 0}, 6.717, 7.0 / 6));
  EXPECT_TRUE(sea.clear({0, 0}, 6.737, {20000, 0}, 6.737, 7.0 / 6));
}

TEST(OracleG4, RidgeHidesFromItsHeightOn) {
  struct Row {
    double k, height;
  };
  for (Row const& row : {Row{flat_earth, 17.3333}, {4.0 / 3, 15.4498}, {7.0 / 6, 15.1807}}) {
    for (double const off : {-0.05, 0.05}) {
      Terrain const ground =
          made_of(130, 5, 100, [&](double x, double) { return x == 4000 ? row.height + off : 0; });
      EXPECT_EQ(ground.clear({0, 150}, 25, {12000, 150}, 2, row.k), off < 0) << row.k;
      EXPECT_EQ(ground.clear({12000, 150}, 2, {0, 150}, 25, row.k), off < 0) << row.k;
      Terrain const turned =
          made_of(5, 130, 100, [&](double, double y) { return y == 4000 ? row.height + off : 0; });
      EXPECT_EQ(turned.clear({150, 0}, 25, {150, 12000}, 2, row.k), off < 0) << row.k;
    }
  }
}

TEST(OracleG4, WallHidesTheShadowBehindIt) {
  Terrain const ground = made_of(200, 5, 10, [](double x, double) { return x == 100 ? 3 : 0; });
  for (double const beyond : {50.0, 200.0, 1000.0}) {
    // The line from 2 m over the 3 m of the wall, 100 m on, climbs 1 m in 100 m.
    double const hidden_below = 3 + beyond / 100;
    EXPECT_FALSE(ground.clear({0, 20}, 2, {100 + beyond, 20}, hidden_below - 0.01, flat_earth)) << beyond;
    EXPECT_TRUE(ground.clear({0, 20}, 2, {100 + beyond, 20}, hidden_below + 0.01, flat_earth)) << beyond;
  }
}

TEST(Sight, IsTheSameFromEitherEnd) {
  Terrain const ground = made_up_terrain({0, 0}, {20000, 20000}, Length::metres(100), Length::metres(30),
                                         Length::kilometres(4), 3);
  int seen = 0;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    // Some ends lie outside, and some on one column or row.
    Point const a = drawn(2 * i, 22000);
    Point b = drawn(2 * i + 1, 22000);
    if (i % 7 == 0) b.x = a.x;
    if (i % 11 == 0) b.y = a.y;
    double const above_a = static_cast<double>(i % 40);
    bool const there = ground.clear(a, above_a, b, 2, 7.0 / 6);
    ASSERT_EQ(ground.clear(b, 2, a, above_a, 7.0 / 6), there) << i;
    seen += there ? 1 : 0;
  }
  EXPECT_GT(seen, 1000);
  EXPECT_LT(seen, 19'000);
}

TEST(Sight, HigherEyesNeverSeeLess) {
  Terrain const ground = made_up_terrain({0, 0}, {10000, 10000}, Length::metres(100), Length::metres(30),
                                         Length::kilometres(3), 5);
  for (std::uint64_t i = 0; i < 5000; ++i) {
    Point const a = drawn(2 * i, 10000);
    Point const b = drawn(2 * i + 1, 10000);
    bool before = false;
    for (double const above : {0.0, 2.0, 10.0, 50.0, 300.0}) {
      bool const now = ground.clear(a, above, b, above, 7.0 / 6);
      ASSERT_TRUE(now || !before) << i << ' ' << above;
      before = now;
    }
    ASSERT_TRUE(ground.clear(a, 1000, b, 1000, 7.0 / 6));
  }
}

TEST(Sight, AgreesWithWalkingTheLine) {
  Terrain const ground = made_up_terrain({0, 0}, {6000, 6000}, Length::metres(100), Length::metres(30),
                                         Length::kilometres(3), 7);
  int seen = 0;
  int differs = 0;
  for (std::uint64_t i = 0; i < 4000; ++i) {
    Point const a = drawn(2 * i, 6000);
    Point const b = drawn(2 * i + 1, 6000);
    bool const walked = clear_by_walking(ground, a, 10, b, 10, 7.0 / 6);
    seen += walked ? 1 : 0;
    if (ground.clear(a, 10, b, 10, 7.0 / 6) == walked) continue;
    ++differs;
    // Inside a cell the ground may arch over the edges of the cell, on these rough hills by decimetres: with
    // eyes 1 m higher both see, 1 m lower neither does.
    EXPECT_TRUE(clear_by_walking(ground, a, 11, b, 11, 7.0 / 6)) << i;
    EXPECT_FALSE(ground.clear(a, 9, b, 9, 7.0 / 6)) << i;
  }
  EXPECT_GT(seen, 400);
  EXPECT_LE(differs, 20);
}

TEST(TerrainGrid, ReachesAroundItsBoxAtWholeMultiplesOfTheCell) {
  TerrainGrid const grid = terrain_grid({-250, 10}, {260, 400}, Length::metres(100));
  EXPECT_EQ(grid.origin, (Point{-300, 0}));
  EXPECT_EQ(grid.columns, 7U);
  EXPECT_EQ(grid.rows, 5U);
  EXPECT_THROW((void)terrain_grid({0, 0}, {-1, 1}, Length::metres(100)), InputError);
  EXPECT_THROW((void)terrain_grid({0, 0}, {1, 1}, Length::metres(0)), InputError);
  EXPECT_THROW((void)terrain_grid({0, 0}, {1, 1}, Length::metres(std::nan(""))), InputError);
  EXPECT_THROW((void)terrain_grid({0, 0}, {std::nan(""), 1}, Length::metres(1)), InputError);
  EXPECT_THROW((void)terrain_grid({0, 0}, {1e300, 1}, Length::metres(1)), InputError);
  EXPECT_THROW((void)terrain_grid({0, 0}, {1e6, 1e6}, Length::metres(10)), InputError);
}

}  // namespace
}  // namespace ceaseline
