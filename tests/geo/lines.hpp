// Lines that several tests of this room measure.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/geo/line.hpp"

namespace ceaseline {

inline constexpr LonLat cyprus{33.5, 35.1};
inline std::vector<LonLat> const four_vertices{
    {33.00, 35.10}, {33.25, 35.16}, {33.60, 35.05}, {33.95, 35.12}};

/// A front of about 300 km that folds back on itself, with segments of about 1 km.
inline Line wiggly_line() {
  std::vector<LonLat> vertices;
  for (int i = 0; i <= 300; ++i) {
    double const t = i / 300.0;
    vertices.push_back({36 + 2 * t + 0.15 * std::sin(25 * t) + 0.004 * std::sin(1.7 * i),
                        47.5 + t + 0.1 * std::cos(31 * t) + 0.004 * std::cos(2.3 * i)});
  }
  return Line::from_parts({vertices}, Frame{LonLat{37, 48}});
}

/// One of a fixed series of points, within `margin` of the square that holds the line.
inline Point point_around(Line const& line, Length margin, std::uint64_t i) {
  Block const block = Draws{31, 0}.at(Purpose{1}, Key{4}, i);
  Point low = line.vertices().front();
  Point high = low;
  for (Point const v : line.vertices()) {
    low = {std::fmin(low.x, v.x), std::fmin(low.y, v.y)};
    high = {std::fmax(high.x, v.x), std::fmax(high.y, v.y)};
  }
  double const m = margin.metres();
  return {low.x - m + block.unit(0) * (high.x - low.x + 2 * m),
          low.y - m + block.unit(1) * (high.y - low.y + 2 * m)};
}

}  // namespace ceaseline
