// Made-up ground: how high, how long, the same in any part and on any machine.
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/geo/terrain.hpp"

namespace ceaseline {
namespace {

Terrain hills(Point south_west, Point north_east, double cell = 100, double relief = 40,
              double wavelength = 4000, std::uint32_t seed = 1) {
  return made_up_terrain(south_west, north_east, Length::metres(cell), Length::metres(relief),
                         Length::metres(wavelength), seed);
}

double deviation(Terrain const& ground) {
  double sum = 0;
  double squares = 0;
  for (float const h : ground.heights()) {
    sum += h;
    squares += double{h} * double{h};
  }
  auto const n = static_cast<double>(ground.heights().size());
  return std::sqrt(squares / n - sum * sum / (n * n));
}

// 100 km by 100 km hold about 625 hills of 4 km: one standard error is 1 / sqrt(2 x 625) = 2.8 %. Over twelve
// seeds the mean variance is known to 1.6 %.
TEST(MadeUpTerrain, HasTheReliefAskedFor) {
  double variance = 0;
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    double const one = deviation(hills({-50000, -50000}, {50000, 50000}, 400, 40, 4000, seed));
    EXPECT_NEAR(one, 40, 4 * 0.028 * 40) << seed;
    variance += one * one / 12;
  }
  EXPECT_NEAR(variance, 1600, 4 * 0.016 * 1600);
}

// The points of the lattice would stand out if the weights were not divided by their root of squares.
TEST(MadeUpTerrain, IsAsRoughEverywhere) {
  // Cell and wavelength such that every grid point of the first octave lies halfway between points of its
  // lattice.
  double const wavelength = 5.328 * 200;
  double on = 0;
  double between = 0;
  int n = 0;
  Terrain const ground = hills({0, 0}, {60000, 60000}, 100, 1, wavelength);
  for (double x = 0; x < 60000; x += 200) {
    for (double y = 0; y < 60000; y += 200) {
      on += std::pow(ground.height({x, y}), 2);
      between += std::pow(ground.height({x + 100, y + 100}), 2);
      ++n;
    }
  }
  EXPECT_NEAR(on / n, 1, 0.06);
  EXPECT_NEAR(between / n, 1, 0.06);
}

// Each octave is half as long and half as high as the one before, so that all four have the same mean square
// of slope: by Rice's formula a walk then climbs through the mean every sqrt((1 + 1/4 + 1/16 + 1/64) / 4) =
// 0.5762 wavelengths.
TEST(MadeUpTerrain, HasItsHillsAsFarApartAsAsked) {
  Terrain const ground = hills({0, 0}, {200000, 50000}, 50, 10, 4000);
  int climbs = 0;
  double walked = 0;
  for (double y = 0; y <= 50000; y += 1000) {
    for (double x = 0; x < 200000; x += 50) {
      climbs += ground.height({x, y}) <= 0 && ground.height({x + 50, y}) > 0 ? 1 : 0;
      walked += 50;
    }
  }
  EXPECT_NEAR(walked / climbs, 0.5762 * 4000, 0.04 * 0.5762 * 4000);
}

TEST(MadeUpTerrain, AnyPartCanBeMadeAlone) {
  Terrain const whole = hills({-20000, -10000}, {20000, 10000}, 125);
  Terrain const part = hills({-3111, 777}, {9000, 4001}, 125);
  auto const off_x = static_cast<std::size_t>((part.origin().x - whole.origin().x) / 125);
  auto const off_y = static_cast<std::size_t>((part.origin().y - whole.origin().y) / 125);
  for (std::size_t row = 0; row < part.rows(); ++row)
    for (std::size_t column = 0; column < part.columns(); ++column)
      ASSERT_EQ(part.heights()[row * part.columns() + column],
                whole.heights()[(row + off_y) * whole.columns() + column + off_x])
          << row << ' ' << column;
}

TEST(MadeUpTerrain, DependsOnItsSeedAndOnNothingElse) {
  EXPECT_EQ(hills({0, 0}, {5000, 5000}).heights(), hills({0, 0}, {5000, 5000}).heights());
  Terrain const one = hills({0, 0}, {60000, 60000}, 300, 40, 4000, 1);
  Terrain const two = hills({0, 0}, {60000, 60000}, 300, 40, 4000, 2);
  double product = 0;
  for (std::size_t i = 0; i < one.heights().size(); ++i)
    product += double{one.heights()[i]} * double{two.heights()[i]};
  // About 225 hills: one standard error of the correlation is 0.067.
  EXPECT_NEAR(product / (1600 * static_cast<double>(one.heights().size())), 0, 4 * 0.067);
}

// The same bytes on every machine: FNV-1a of the heights.
TEST(MadeUpTerrain, GoldenHash) {
  Terrain const ground = hills({-6000, -6000}, {6000, 6000});
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (float const h : ground.heights()) {
    std::uint32_t bits = 0;
    std::memcpy(&bits, &h, sizeof bits);
    hash = (hash ^ bits) * 0x100000001b3ULL;
  }
  EXPECT_EQ(hash, 3007814613536816933ULL);
}

TEST(MadeUpTerrain, RefusesWhatItCannotMake) {
  EXPECT_EQ(deviation(hills({0, 0}, {5000, 5000}, 100, 0)), 0);
  EXPECT_THROW((void)hills({0, 0}, {5000, 5000}, 100, -1), InputError);
  EXPECT_THROW((void)hills({0, 0}, {5000, 5000}, 100, std::nan("")), InputError);
  EXPECT_THROW((void)hills({0, 0}, {5000, 5000}, 100, 40, 0), InputError);
  EXPECT_THROW((void)hills({0, 0}, {5000, 5000}, 100, 40, 199), InputError);
  EXPECT_THROW((void)hills({0, 0}, {5000, -5000}), InputError);
  EXPECT_THROW((void)hills({0, 0}, {1e6, 1e6}), InputError);
}

}  // namespace
}  // namespace ceaseline
