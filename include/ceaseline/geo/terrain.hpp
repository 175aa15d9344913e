#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/base/quantity.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// Ground as a grid of heights in the local frame, bilinear between its points; beyond its edges each height
/// goes on as at the nearest edge.
class Terrain {
 public:
  /// \param origin  local place of the first height (south-west corner)
  /// \param cell    distance between neighbouring heights
  /// \param heights row by row from south to north, each from west to east, m
  /// \throws std::invalid_argument when there is not one finite height per point of the grid, the grid is
  /// empty, or
  ///         `cell` is not positive
  Terrain(Point origin, Length cell, std::size_t columns, std::size_t rows, std::vector<float> heights);

  [[nodiscard]] double height(Point p) const;

  /// Whether the straight line between two points above the ground is clear of it, on an Earth of radius 6371
  /// km times `refraction`. At d1 from one end and d2 from the other the Earth bulges by d1 d2 / (2 k R).
  /// Looked at wherever the line crosses a row or a column of the grid, which meets every crest of it: about
  /// 140 places for 10 km at 100 m, below 1 us. Ground that arches between them, within one cell, is not
  /// seen. Symmetric: the same answer, to the bit, with the ends swapped. A line that only touches the ground
  /// is clear. \param above_a, above_b heights above the ground at the ends, m \param refraction k: 1
  /// without, 7/6 for light, 4/3 for radio; infinite for a flat Earth. \pre positive
  [[nodiscard]] bool clear(Point a, double above_a, Point b, double above_b, double refraction) const;

  [[nodiscard]] Point origin() const { return origin_; }
  [[nodiscard]] Length cell() const { return Length::metres(cell_); }
  [[nodiscard]] std::size_t columns() const { return columns_; }
  [[nodiscard]] std::size_t rows() const { return rows_; }
  /// As given to the constructor.
  [[nodiscard]] std::vector<float> const& heights() const { return heights_; }

 private:
  struct Sight;
  /// A place between two neighbours of the grid, along one axis.
  struct Between {
    std::size_t before;
    std::size_t after;
    double share;  ///< of the way from one to the other, 0 to 1
  };

  [[nodiscard]] static Between between(double position, double last);
  [[nodiscard]] bool clears_columns(Sight const& sight) const;
  [[nodiscard]] bool clears_rows(Sight const& sight) const;

  Point origin_;
  double cell_;
  std::size_t columns_;
  std::size_t rows_;
  std::vector<float> heights_;
  double highest_;  ///< of all heights
};

/// Distance to the horizon of an eye at that height over smooth ground: sqrt(2 k R h), R = 6371 km. Two
/// heights add: a thing at height g is seen over the horizon up to horizon(h) + horizon(g). 0 for a height
/// that is not positive.
[[nodiscard]] Length horizon(Length height, double refraction);

/// Made-up ground: smoothed lattice noise in four octaves, each half as long and half as high as the one
/// before, drawn at addresses (seed; place). The height of a place depends on nothing else, so any part of
/// the ground can be made alone, and is equal to the bit where two parts overlap. Every height is normal with
/// mean 0 and standard deviation `relief`; over an area of N hills the heights that are there vary from that
/// by about 1 / sqrt(2 N). The points of the grid lie at whole multiples of `cell`, and reach around the box.
/// \param cell       octaves with hills shorter than two cells are left out; those that remain share the
/// relief \param relief     standard deviation of the heights; 0 is flat ground \param wavelength mean
/// distance from hill to hill along a straight walk, of the largest octave \throws InputError as
/// terrain_grid, and when a length is not finite, `relief` is negative or `wavelength` is less
///         than two cells
[[nodiscard]] Terrain made_up_terrain(Point south_west, Point north_east, Length cell, Length relief,
                                      Length wavelength, std::uint32_t seed);

/// The most points that a terrain may be made of or read into: 100 MB. A strip of 480 km by 50 km at 100 m
/// takes 2.4 million.
inline constexpr std::size_t max_terrain_points = 25'000'000;

/// A grid of points at whole multiples of its cell.
struct TerrainGrid {
  Point origin;  ///< south-west
  double cell;   ///< m
  std::size_t columns;
  std::size_t rows;
};

/// The smallest grid around a box, its points at whole multiples of `cell` from the centre of the frame.
/// \throws InputError when the box is reversed or larger than the Earth, `cell` is not positive, or it takes
/// more than
///         max_terrain_points
[[nodiscard]] TerrainGrid terrain_grid(Point south_west, Point north_east, Length cell);

}  // namespace ceaseline
