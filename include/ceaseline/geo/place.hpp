#pragma once

#include "ceaseline/base/quantity.hpp"

namespace ceaseline {

/// A place on the ellipsoid (WGS 84), degrees.
struct LonLat {
  double lon{0};
  double lat{0};
  friend bool operator==(LonLat a, LonLat b) { return a.lon == b.lon && a.lat == b.lat; }
};

/// A place in the local frame of a map, metres east and north of its centre, rounded to 1 mm when loaded.
struct Point {
  double x{0};
  double y{0};
  friend bool operator==(Point a, Point b) { return a.x == b.x && a.y == b.y; }
};

[[nodiscard]] Length distance(Point a, Point b);
/// Square of the distance, m^2; for comparisons in the loop.
[[nodiscard]] inline double squared_distance(Point a, Point b) {
  double const dx = a.x - b.x;
  double const dy = a.y - b.y;
  return dx * dx + dy * dy;
}

/// Side of the line: A is left of the direction of chainage. The map names the sides.
enum class Side : unsigned char { A, B };
[[nodiscard]] constexpr Side other(Side s) { return s == Side::A ? Side::B : Side::A; }
[[nodiscard]] constexpr char const* name(Side s) { return s == Side::A ? "A" : "B"; }

/// A position relative to the line: how far along it (chainage), and how far off it
/// (depth, negative on side A, positive on side B).
struct LinePlace {
  Length chainage;
  Length depth;
};

/// A stretch of the line, [from, to] in chainage.
struct Stretch {
  Length from;
  Length to;
  [[nodiscard]] Length length() const { return to - from; }
  friend bool operator==(Stretch const& a, Stretch const& b) { return a.from == b.from && a.to == b.to; }
};

}  // namespace ceaseline
