#include "ceaseline/geo/lane.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ceaseline {

namespace {

/// A place of the line and the direction of travel there, a unit vector.
struct Course {
  Point place;
  Point direction;
};

/// The courses of a line at rising chainages. A corner within `reach` of the chainage asked for is met
/// exactly and with the direction that halves its turn, so that the lane gets round it.
class Courses {
 public:
  Courses(Line const& line, double reach) : line_{line}, reach_{reach} {}

  /// \param chainage not below that of the call before
  Course at(double chainage) {
    std::vector<double> const& chainages = line_.chainages();
    while (vertex_ + 2 < chainages.size() && chainages[vertex_ + 1] <= chainage) ++vertex_;
    std::size_t corner = vertex_;
    if (chainages[vertex_ + 1] - chainage < chainage - chainages[vertex_]) corner = vertex_ + 1;
    Point const ahead = direction(vertex_);
    if (std::abs(chainages[corner] - chainage) > reach_ || !joins(corner)) {
      return {line_.at(Length::metres(chainage)), ahead};
    }
    Point const a = direction(corner - 1);
    Point const b = direction(corner);
    double const x = a.x + b.x;
    double const y = a.y + b.y;
    double const norm = std::sqrt(x * x + y * y);
    if (norm < 1e-9) return {line_.at(Length::metres(chainage)), ahead};  // the line turns straight back
    return {line_.vertices()[corner], {x / norm, y / norm}};
  }

 private:
  /// Does the line run on through this vertex, as it does not at the ends of a part?
  bool joins(std::size_t vertex) const {
    if (vertex == 0 || vertex + 1 >= line_.vertices().size()) return false;
    for (std::size_t const begin : line_.part_begins()) {
      if (vertex == begin || vertex + 1 == begin) return false;
    }
    return true;
  }
  Point direction(std::size_t first_vertex) const {
    Point const a = line_.vertices()[first_vertex];
    Point const b = line_.vertices()[first_vertex + 1];
    double const length = distance(a, b).metres();
    return {(b.x - a.x) / length, (b.y - a.y) / length};
  }

  Line const& line_;
  double reach_;
  std::size_t vertex_{0};
};

/// Fills the entries that are missing: straight between their neighbours, and level beyond the outermost.
/// \pre at least one entry is there
std::vector<Point> filled(std::vector<std::optional<Point>> const& found) {
  std::vector<Point> points;
  std::optional<Point> last;
  for (std::size_t here = 0; here < found.size(); ++here) {
    if (!found[here]) continue;
    Point const next = *found[here];
    Point const previous = last.value_or(next);
    std::size_t const begin = points.size();
    for (std::size_t i = begin; i < here; ++i) {
      double const f = static_cast<double>(i + 1 - begin) / static_cast<double>(here + 1 - begin);
      points.push_back({previous.x + f * (next.x - previous.x), previous.y + f * (next.y - previous.y)});
    }
    points.push_back(next);
    last = next;
  }
  points.resize(found.size(), *last);
  return points;
}

}  // namespace

Lane::Lane(Line const& line, Side side, Length depth, Length step) {
  double const length = line.length().metres();
  auto const intervals = static_cast<std::size_t>(std::max(1.0, std::ceil(length / step.metres())));
  inverse_step_ = static_cast<double>(intervals) / length;
  double const spacing = length / static_cast<double>(intervals);
  double const off = side == Side::B ? depth.metres() : -depth.metres();
  bool const on_the_line = depth.metres() <= 0;

  Courses courses{line, spacing / 2};
  std::vector<std::optional<Point>> found(intervals + 1);
  bool any = false;
  for (std::size_t i = 0; i <= intervals; ++i) {
    double const chainage = std::min(length, static_cast<double>(i) * spacing);
    if (on_the_line) {
      found[i] = line.at(Length::metres(chainage));
      any = true;
      continue;
    }
    Course const course = courses.at(chainage);
    Point const candidate{course.place.x + off * course.direction.y,
                          course.place.y - off * course.direction.x};
    double const true_depth = line.nearest(candidate).depth.metres();
    double const wanted = std::abs(off) * (1 - 1e-6);
    bool const clear = off > 0 ? true_depth >= wanted : true_depth <= -wanted;
    if (clear) {
      found[i] = candidate;
      any = true;
    }
  }
  // A pocket so tight that nothing in it lies this deep leaves only the line itself to drive on.
  points_ = any ? filled(found) : Lane{line, side, Length{}, step}.points_;
  for (std::size_t i = 1; i < points_.size(); ++i) {
    longest_cell_ = std::max(longest_cell_, distance(points_[i - 1], points_[i]).metres());
  }
  find_blocks();
}

void Lane::find_blocks() {
  for (std::size_t begin = 0; begin + 1 < points_.size(); begin += block_cells) {
    std::size_t const end = std::min(points_.size() - 1, begin + block_cells);
    Point const middle = points_[(begin + end) / 2];
    Block block{middle, 0};
    for (std::size_t i = begin; i <= end; ++i)
      block.radius = std::max(block.radius, distance(middle, points_[i]).metres());
    blocks_.push_back(block);
  }
}

}  // namespace ceaseline
