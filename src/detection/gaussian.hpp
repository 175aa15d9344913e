#pragma once

#include "ceaseline/detection/fusion.hpp"

// Two-dimensional normal distributions of places, written out: only + - * /, so that a world mirrored in its
// x-axis gives the mirrored answer bit by bit.

namespace ceaseline {

/// As sums that add up: information matrix (inverse covariance, 1/m^2) and information times place (1/m).
struct Information {
  double xx{0}, xy{0}, yy{0};
  double bx{0}, by{0};

  friend Information operator+(Information const& a, Information const& b) {
    return {a.xx + b.xx, a.xy + b.xy, a.yy + b.yy, a.bx + b.bx, a.by + b.by};
  }
};

/// As a place, m, and its covariance, m^2.
struct Gaussian {
  Point mean;
  double xx{0}, xy{0}, yy{0};
};

inline Gaussian gaussian(Information const& i) {
  double const determinant = i.xx * i.yy - i.xy * i.xy;
  return {{(i.yy * i.bx - i.xy * i.by) / determinant, (i.xx * i.by - i.xy * i.bx) / determinant},
          i.yy / determinant,
          -i.xy / determinant,
          i.xx / determinant};
}

inline Gaussian gaussian(Notice const& n) {
  double const a = n.along * n.along;
  double const c = n.across * n.across;
  return {n.place, a * n.axis.x * n.axis.x + c * n.axis.y * n.axis.y, (a - c) * n.axis.x * n.axis.y,
          a * n.axis.y * n.axis.y + c * n.axis.x * n.axis.x};
}

inline Information information(Notice const& n) {
  double const a = 1 / (n.along * n.along);
  double const c = 1 / (n.across * n.across);
  double const xx = a * n.axis.x * n.axis.x + c * n.axis.y * n.axis.y;
  double const xy = (a - c) * n.axis.x * n.axis.y;
  double const yy = a * n.axis.y * n.axis.y + c * n.axis.x * n.axis.x;
  return {xx, xy, yy, xx * n.place.x + xy * n.place.y, xy * n.place.x + yy * n.place.y};
}

inline Information information(Fusion::Event const& e) { return {e.ixx, e.ixy, e.iyy, e.bx, e.by}; }

inline double determinant_of_sum(Gaussian const& a, Gaussian const& b) {
  return (a.xx + b.xx) * (a.yy + b.yy) - (a.xy + b.xy) * (a.xy + b.xy);
}

/// Squared Mahalanobis distance of the two places with the sum of their covariances.
inline double squared_distance(Gaussian const& a, Gaussian const& b) {
  double const dx = a.mean.x - b.mean.x;
  double const dy = a.mean.y - b.mean.y;
  return ((a.yy + b.yy) * dx * dx - 2 * (a.xy + b.xy) * dx * dy + (a.xx + b.xx) * dy * dy) /
         determinant_of_sum(a, b);
}

}  // namespace ceaseline
