#include "ceaseline/geo/terrain.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {

namespace {

constexpr double earth_radius = 6'371'000;

}  // namespace

Terrain::Terrain(Point origin, Length cell, std::size_t columns, std::size_t rows, std::vector<float> heights)
    : origin_{origin},
      cell_{cell.metres()},
      columns_{columns},
      rows_{rows},
      heights_{std::move(heights)},
      highest_{0} {
  bool const grid = columns_ > 0 && rows_ > 0 && heights_.size() / columns_ == rows_ &&
                    heights_.size() % columns_ == 0 && std::isfinite(origin_.x) && std::isfinite(origin_.y) &&
                    std::isfinite(cell_) && cell_ > 0;
  if (!grid) throw std::invalid_argument{"a terrain needs one height per point of its grid"};
  if (!std::all_of(heights_.begin(), heights_.end(), [](float h) { return std::isfinite(h); }))
    throw std::invalid_argument{"a terrain needs finite heights"};
  highest_ = *std::max_element(heights_.begin(), heights_.end());
}

inline Terrain::Between Terrain::between(double position, double last) {
  double const inside = std::clamp(position, 0.0, last);
  auto const before = static_cast<std::size_t>(inside);
  double const share = inside - static_cast<double>(before);
  return {before, share > 0 ? before + 1 : before, share};
}

double Terrain::height(Point p) const {
  Between const x = between((p.x - origin_.x) / cell_, static_cast<double>(columns_ - 1));
  Between const y = between((p.y - origin_.y) / cell_, static_cast<double>(rows_ - 1));
  auto const along_row = [&](std::size_t row) {
    double const west = heights_[row * columns_ + x.before];
    double const east = heights_[row * columns_ + x.after];
    return west + x.share * (east - west);
  };
  double const south = along_row(y.before);
  double const north = along_row(y.after);
  return south + y.share * (north - south);
}

/// A line of sight: places in cells from the origin, and what the ground must not exceed at a share t of the
/// way.
struct Terrain::Sight {
  Point from;
  double dx;
  double dy;
  double height;  ///< at its beginning, m
  double rise;    ///< to its end, m
  double bulge;   ///< d^2 / (2 k R), m: four times that of the Earth in the middle

  [[nodiscard]] double limit(double t) const { return height + t * rise - t * (1 - t) * bulge; }
};

bool Terrain::clears_columns(Sight const& sight) const {
  if (sight.dx == 0) return true;
  auto const last_column = static_cast<std::int64_t>(columns_) - 1;
  auto const last_row = static_cast<double>(rows_ - 1);
  double const per_column = 1 / sight.dx;
  // Ends are ordered from west to east; the places strictly between them are looked at.
  auto const end = static_cast<std::int64_t>(std::ceil(sight.from.x + sight.dx));
  for (auto column = static_cast<std::int64_t>(std::floor(sight.from.x)) + 1; column < end; ++column) {
    double const t = (static_cast<double>(column) - sight.from.x) * per_column;
    Between const y = between(sight.from.y + t * sight.dy, last_row);
    auto const x = static_cast<std::size_t>(std::clamp<std::int64_t>(column, 0, last_column));
    double const south = heights_[y.before * columns_ + x];
    double const north = heights_[y.after * columns_ + x];
    if (south + y.share * (north - south) > sight.limit(t)) return false;
  }
  return true;
}

bool Terrain::clears_rows(Sight const& sight) const {
  if (sight.dy == 0) return true;
  auto const last_row = static_cast<std::int64_t>(rows_) - 1;
  auto const last_column = static_cast<double>(columns_ - 1);
  double const per_row = 1 / sight.dy;
  double const low = std::min(sight.from.y, sight.from.y + sight.dy);
  double const high = std::max(sight.from.y, sight.from.y + sight.dy);
  auto const end = static_cast<std::int64_t>(std::ceil(high));
  for (auto row = static_cast<std::int64_t>(std::floor(low)) + 1; row < end; ++row) {
    double const t = (static_cast<double>(row) - sight.from.y) * per_row;
    Between const x = between(sight.from.x + t * sight.dx, last_column);
    auto const begin = static_cast<std::size_t>(std::clamp<std::int64_t>(row, 0, last_row)) * columns_;
    double const west = heights_[begin + x.before];
    double const east = heights_[begin + x.after];
    if (west + x.share * (east - west) > sight.limit(t)) return false;
  }
  return true;
}

bool Terrain::clear(Point a, double above_a, Point b, double above_b, double refraction) const {
  // In one order whichever end is named first, so that both ask for the same bits.
  if (b.x < a.x || (b.x == a.x && b.y < a.y)) {
    std::swap(a, b);
    std::swap(above_a, above_b);
  }
  double const from = height(a) + above_a;
  double const to = height(b) + above_b;
  double const bulge = squared_distance(a, b) / (2 * refraction * earth_radius);
  if (std::min(from, to) - bulge / 4 > highest_) return true;
  Sight const sight{{(a.x - origin_.x) / cell_, (a.y - origin_.y) / cell_},
                    (b.x - a.x) / cell_,
                    (b.y - a.y) / cell_,
                    from,
                    to - from,
                    bulge};
  return clears_columns(sight) && clears_rows(sight);
}

Length horizon(Length height, double refraction) {
  return Length::metres(std::sqrt(2 * refraction * earth_radius * std::max(0.0, height.metres())));
}

TerrainGrid terrain_grid(Point south_west, Point north_east, Length cell) {
  auto const refuse = [](std::string const& why) { throw InputError{Diagnostic{"", 0, 0, "terrain", why}}; };
  constexpr double half_earth = 2e7;
  double const size = cell.metres();
  if (!(size > 0) || size > half_earth) refuse("the cell is not a positive length; write \"100 m\"");
  for (double const coordinate : {south_west.x, south_west.y, north_east.x, north_east.y})
    if (!(std::abs(coordinate) <= half_earth)) refuse("the box of the ground is larger than the Earth");
  if (north_east.x < south_west.x || north_east.y < south_west.y) refuse("the box of the ground is reversed");
  double const west = std::floor(south_west.x / size);
  double const south = std::floor(south_west.y / size);
  double const columns = std::ceil(north_east.x / size) - west + 1;
  double const rows = std::ceil(north_east.y / size) - south + 1;
  if (columns * rows > static_cast<double>(max_terrain_points))
    refuse("the ground takes more than 25 million points; choose a larger cell");
  return {
      {west * size, south * size}, size, static_cast<std::size_t>(columns), static_cast<std::size_t>(rows)};
}

}  // namespace ceaseline
