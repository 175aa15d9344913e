#include "displacement.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"

using ceaseline::Key;
using ceaseline::Point;

namespace {

constexpr auto sideways = static_cast<ceaseline::Purpose>(1);
constexpr unsigned tries = 100;

/// A vertex and the address of the segment that begins there: the waypoint it came from and its
/// place in the tree of halvings (1 is the whole segment, 2n and 2n + 1 the halves of n).
struct Vertex {
  Point place;
  Key key;
  std::uint64_t branch;
};

/// Twice the area of the triangle, positive when c is left of a -> b.
double turn(Point a, Point b, Point c) { return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x); }

bool cross(Point a, Point b, Point c, Point d) {
  return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

bool inside(Point p, Point a, Point b, Point c) {
  bool const left = turn(a, b, p) > 0;
  return left == (turn(b, c, p) > 0) && left == (turn(c, a, p) > 0);
}

/// Standard normal between -2 and 2, by inversion.
double cut_normal(double u) {
  double const tail = ceaseline::normal_cdf(-2);
  return ceaseline::normal_quantile(tail + u * (1 - 2 * tail));
}

class Displacement {
 public:
  Displacement(std::vector<Waypoint> const& waypoints, std::vector<Point> const& landmarks,
               Detail const& detail)
      : landmarks_{landmarks}, detail_{detail}, draws_{detail.seed, 0} {
    for (auto const& w : waypoints) line_.push_back({w.place, w.key, 1});
  }

  std::vector<Point> run() {
    for (std::size_t i = 0; i + 1 < line_.size();) {
      if (ceaseline::distance(line_[i].place, line_[i + 1].place) > detail_.longest)
        split(i);
      else
        ++i;
    }
    std::vector<Point> out;
    for (auto const& v : line_) out.push_back(v.place);
    return out;
  }

 private:
  void split(std::size_t i) {
    for (unsigned attempt = 0; attempt < tries; ++attempt) {
      Point const middle = drawn(i, attempt);
      if (crosses(i, middle) || flips_a_landmark(i, middle)) continue;
      auto const branch = line_[i].branch;
      line_[i].branch = 2 * branch;
      line_.insert(line_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                   {middle, line_[i].key, 2 * branch + 1});
      return;
    }
    throw std::runtime_error("no displacement found for vertex " + std::to_string(i) + " in " +
                             std::to_string(tries) + " draws; take another seed or a smaller share");
  }

  Point drawn(std::size_t i, unsigned attempt) const {
    Point const a = line_[i].place;
    Point const b = line_[i + 1].place;
    double const u = draws_.at(sideways, line_[i].key, line_[i].branch * tries + attempt).open_unit();
    double const s = detail_.share * cut_normal(u);
    return {(a.x + b.x) / 2 - s * (b.y - a.y), (a.y + b.y) / 2 + s * (b.x - a.x)};
  }

  /// Would the line a -> middle -> b cross any other segment? Neighbours share only their common vertex.
  bool crosses(std::size_t i, Point middle) const {
    for (std::size_t j = 0; j + 1 < line_.size(); ++j) {
      if (j == i) continue;
      Point const c = line_[j].place;
      Point const d = line_[j + 1].place;
      if (j + 1 != i && cross(line_[i].place, middle, c, d)) return true;
      if (j != i + 1 && cross(middle, line_[i + 1].place, c, d)) return true;
    }
    return false;
  }

  bool flips_a_landmark(std::size_t i, Point middle) const {
    for (auto const& p : landmarks_)
      if (inside(p, line_[i].place, middle, line_[i + 1].place)) return true;
    return false;
  }

  std::vector<Point> const& landmarks_;
  Detail detail_;
  ceaseline::Draws draws_;
  std::vector<Vertex> line_;
};

}  // namespace

std::vector<Point> with_detail(std::vector<Waypoint> const& waypoints, std::vector<Point> const& landmarks,
                               Detail const& detail) {
  return Displacement{waypoints, landmarks, detail}.run();
}
