#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/input_error.hpp"
#include "ceaseline/base/random.hpp"
#include "ceaseline/geo/terrain.hpp"

namespace ceaseline {

namespace {

/// The purpose of these draws; the list in the room model keeps the number free.
constexpr Purpose relief_of_ground{38};

constexpr int octaves = 4;

/// Weights of four neighbouring lattice points at a share `u` of the way between the inner two: the uniform
/// cubic B-spline (de Boor 1978), divided by the root of the sum of squares, so that independent normal
/// values of variance 1 give variance 1 at every place and not only at the points of the lattice.
std::array<double, 4> weights(double u) {
  double const v = 1 - u;
  std::array<double, 4> w{v * v * v, 3 * u * u * u - 6 * u * u + 4, 3 * v * v * v - 6 * v * v + 4, u * u * u};
  double squares = 0;
  for (double const x : w) squares += x * x;
  for (double& x : w) x /= std::sqrt(squares);
  return w;
}

/// One axis of the grid, seen from the lattice of one octave.
struct Axis {
  std::int64_t first;                          ///< lattice point, the lowest that has any weight
  std::vector<std::size_t> begins;             ///< by grid point: the first of its four, counted from `first`
  std::vector<std::array<double, 4>> weights;  ///< by grid point

  /// \param begin, step of the grid, in m; \param spacing of the lattice, m
  Axis(double begin, double step, std::size_t count, double spacing) : first{0} {
    // A grid point is a whole number of steps from the frame's centre, so that its place does not depend on
    // the part.
    double const first_step = std::round(begin / step);
    for (std::size_t i = 0; i < count; ++i) {
      double const position = (first_step + static_cast<double>(i)) * step / spacing;
      double const below = std::floor(position);
      auto const lowest = static_cast<std::int64_t>(below) - 1;
      if (i == 0) first = lowest;
      begins.push_back(static_cast<std::size_t>(lowest - first));
      weights.push_back(ceaseline::weights(position - below));
    }
  }
  [[nodiscard]] std::size_t size() const { return begins.back() + 4; }
};

/// Adds one octave to `sums`, row by row of the grid.
void add_octave(std::uint32_t seed, int octave, double amplitude, Axis const& x, Axis const& y,
                std::vector<double>& sums) {
  Draws const draws{seed, 0};
  auto const lattice_value = [&](std::size_t column, std::size_t row) {
    auto const i = static_cast<std::uint32_t>(x.first + static_cast<std::int64_t>(column));
    auto const j = static_cast<std::uint32_t>(y.first + static_cast<std::int64_t>(row));
    Key const point{(static_cast<std::uint64_t>(j) << 32U) | i};
    return normal_quantile(draws.at(relief_of_ground, point, static_cast<std::uint64_t>(octave)).open_unit());
  };
  // Four rows of the lattice at a time: the grid's rows go up through them.
  std::array<std::vector<double>, 4> lattice;
  std::size_t lowest = 0;
  std::size_t filled = 0;  // rows drawn so far
  std::vector<double> blended(x.size());
  for (std::size_t row = 0; row < y.begins.size(); ++row) {
    lowest = y.begins[row];
    for (filled = std::max(filled, lowest); filled < lowest + 4; ++filled) {
      auto& values = lattice[filled % 4];
      values.resize(x.size());
      for (std::size_t i = 0; i < x.size(); ++i) values[i] = lattice_value(i, filled);
    }
    auto const& v = y.weights[row];
    for (std::size_t i = 0; i < x.size(); ++i)
      blended[i] = v[0] * lattice[lowest % 4][i] + v[1] * lattice[(lowest + 1) % 4][i] +
                   v[2] * lattice[(lowest + 2) % 4][i] + v[3] * lattice[(lowest + 3) % 4][i];
    for (std::size_t column = 0; column < x.begins.size(); ++column) {
      auto const& u = x.weights[column];
      double const* const four = &blended[x.begins[column]];
      sums[row * x.begins.size() + column] +=
          amplitude * (u[0] * four[0] + u[1] * four[1] + u[2] * four[2] + u[3] * four[3]);
    }
  }
}

void check_length(Length length, char const* name, double least) {
  if (length.metres() >= least && length.metres() <= 1e7) return;
  throw InputError{
      Diagnostic{"", 0, 0, std::string{"terrain."} + name, "is too small, too large or no length"}};
}

}  // namespace

Terrain made_up_terrain(Point south_west, Point north_east, Length cell, Length relief, Length wavelength,
                        std::uint32_t seed) {
  // A transect of noise of this spline on a lattice of spacing s climbs through its mean every
  // 2 pi sqrt(int B^2 / int B'^2) s = 2 pi sqrt((151/315) / (2/3)) s (Rice 1945).
  constexpr double hill_to_hill = 5.328;
  check_length(relief, "relief", 0);
  check_length(wavelength, "wavelength", 1);
  TerrainGrid const grid = terrain_grid(south_west, north_east, cell);

  if (wavelength < 2 * cell)
    throw InputError{Diagnostic{"", 0, 0, "terrain.wavelength", "is less than two cells of the ground"}};

  int resolved = 0;
  double power = 0;
  while (resolved < octaves && std::ldexp(wavelength.metres(), -resolved) >= 2 * cell.metres())
    power += std::ldexp(1.0, -2 * resolved++);
  std::vector<double> sums(grid.columns * grid.rows, 0.0);
  for (int octave = 0; octave < resolved; ++octave) {
    double const spacing = std::ldexp(wavelength.metres() / hill_to_hill, -octave);
    double const amplitude = std::ldexp(relief.metres() / std::sqrt(power), -octave);
    add_octave(seed, octave, amplitude, Axis{grid.origin.x, grid.cell, grid.columns, spacing},
               Axis{grid.origin.y, grid.cell, grid.rows, spacing}, sums);
  }
  std::vector<float> heights;
  heights.reserve(sums.size());
  for (double const sum : sums) heights.push_back(static_cast<float>(sum));
  return Terrain{grid.origin, cell, grid.columns, grid.rows, std::move(heights)};
}

}  // namespace ceaseline
