#include "ceaseline/geo/line.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {

namespace {

/// The last bit of the C library differs between processors, and chainage enters the record.
double to_micrometre(double metres) { return std::round(metres * 1e6) / 1e6; }

Diagnostic wrong(std::string what) { return {{}, 0, 0, "line", std::move(what)}; }

/// Positive when `b` lies left of `a`.
double cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }

}  // namespace

Line Line::from_parts(std::vector<std::vector<LonLat>> const& parts, Frame const& frame) {
  Line line;
  line.frame_ = frame;
  std::vector<Diagnostic> problems;
  if (parts.empty()) problems.push_back(wrong("has no parts; give at least one with two distinct points"));
  for (std::size_t part = 0; part < parts.size(); ++part) {
    std::vector<Point> points;
    std::vector<double> lengths;
    LonLat previous;
    for (LonLat const& vertex : parts[part]) {
      Point const point = frame.to_local(vertex);
      if (!points.empty() && point == points.back()) continue;  // the same millimetre
      if (!points.empty()) lengths.push_back(to_micrometre(geodesic_length(previous, vertex).metres()));
      points.push_back(point);
      previous = vertex;
    }
    if (points.size() < 2) {
      problems.push_back(wrong("part " + std::to_string(part + 1) +
                               " has fewer than two distinct points; remove it or complete it"));
    } else {
      line.add_part(points, lengths);
    }
  }
  if (!problems.empty()) throw InputError{std::move(problems)};
  line.build_index();
  return line;
}

Line Line::straight(Length length, Frame const& frame) {
  double const metres = length.metres();
  if (!(metres > 0)) throw InputError{wrong("needs a length above zero")};
  Line line;
  line.frame_ = frame;
  line.add_part({{-metres / 2, 0}, {metres / 2, 0}}, {metres});
  line.build_index();
  return line;
}

void Line::add_part(std::vector<Point> const& points, std::vector<double> const& lengths) {
  double chainage = length().metres();
  std::size_t const first = segments_.size();
  std::size_t const last = first + lengths.size() - 1;
  part_begin_.push_back(vertices_.size());
  vertices_.insert(vertices_.end(), points.begin(), points.end());
  chainage_.push_back(chainage);
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    Point const a = points[i];
    Point const b = points[i + 1];
    double const in_frame = distance(a, b).metres();
    std::size_t const index = first + i;
    segments_.push_back({a,
                         b,
                         {(b.x - a.x) / in_frame, (b.y - a.y) / in_frame},
                         in_frame,
                         chainage,
                         chainage + lengths[i],
                         lengths[i] / in_frame,
                         index > first ? index - 1 : index,
                         index < last ? index + 1 : index});
    segment_starts_.push_back(chainage);
    chainage += lengths[i];
    chainage_.push_back(chainage);
  }
  if (points.front() == points.back()) {  // a ring runs on where it closes
    segments_[first].before = last;
    segments_[last].after = first;
  }
}

void Line::build_index() {
  bins_per_metre_ = static_cast<double>(segments_.size()) / length().metres();
  std::uint32_t last = 0;
  for (std::size_t bin = 0; bin < segments_.size(); ++bin) {
    // A little before the bin begins, so that rounding puts no chainage into a bin that begins behind it.
    double const begin = (static_cast<double>(bin) - 1e-6) / bins_per_metre_;
    while (last + 1 < segments_.size() && segment_starts_[last + 1] <= begin) ++last;
    segment_before_.push_back(last);
  }
  Point low = vertices_.front();
  Point high = low;
  for (Point const p : vertices_) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  double const width = high.x - low.x;
  double const height = high.y - low.y;
  auto const count = static_cast<double>(segments_.size());
  double in_frame = 0;
  for (Segment const& s : segments_) in_frame += s.length;
  // About one segment long, and at most some 32 cells a segment, so that the index stays in the cache.
  cell_ = std::max(in_frame / count, std::sqrt(width * height / (32 * count)));
  origin_ = low;
  columns_ = 1 + static_cast<int>(width / cell_);
  rows_ = 1 + static_cast<int>(height / cell_);

  std::vector<std::vector<std::size_t>> cells(static_cast<std::size_t>(columns_) *
                                              static_cast<std::size_t>(rows_));
  // A segment touches a cell only if it comes within half a diagonal of its middle; the slack covers
  // rounding.
  double const reach = cell_ * std::sqrt(0.5) * (1 + 1e-6);
  for (std::size_t i = 0; i < segments_.size(); ++i) {
    Segment const& s = segments_[i];
    int const first_column = static_cast<int>((std::min(s.begin.x, s.end.x) - low.x) / cell_);
    int const last_column = static_cast<int>((std::max(s.begin.x, s.end.x) - low.x) / cell_);
    int const first_row = static_cast<int>((std::min(s.begin.y, s.end.y) - low.y) / cell_);
    int const last_row = static_cast<int>((std::max(s.begin.y, s.end.y) - low.y) / cell_);
    for (int row = first_row; row <= last_row; ++row) {
      for (int column = first_column; column <= last_column; ++column) {
        Point const middle{low.x + (column + 0.5) * cell_, low.y + (row + 0.5) * cell_};
        if (foot_on(i, middle).squared > reach * reach) continue;
        cells[cell_at(row, column)].push_back(i);
      }
    }
  }
  cell_begin_.assign(1, 0);
  for (auto const& cell : cells) {
    cell_segments_.insert(cell_segments_.end(), cell.begin(), cell.end());
    cell_begin_.push_back(cell_segments_.size());
  }
  std::size_t const columns = static_cast<std::size_t>(columns_);
  next_filled_.assign((columns + 1) * static_cast<std::size_t>(rows_), columns_);
  for (std::size_t r = 0; r < static_cast<std::size_t>(rows_); ++r)
    for (std::size_t c = columns; c-- > 0;)
      next_filled_[r * (columns + 1) + c] =
          cells[r * columns + c].empty() ? next_filled_[r * (columns + 1) + c + 1] : static_cast<int>(c);
}

std::size_t Line::segment_at(double chainage) const {
  if (!(chainage > 0)) return 0;
  double const bin = std::min(chainage * bins_per_metre_, static_cast<double>(segment_before_.size() - 1));
  std::size_t i = segment_before_[static_cast<std::size_t>(bin)];
  while (i + 1 < segment_starts_.size() && segment_starts_[i + 1] <= chainage) ++i;
  return i;
}

Point Line::on(Segment const& s, double chainage) {
  if (chainage <= s.begin_chainage) return s.begin;
  if (chainage >= s.end_chainage) return s.end;
  double const along = (chainage - s.begin_chainage) / s.scale;
  return {s.begin.x + s.direction.x * along, s.begin.y + s.direction.y * along};
}

Point Line::at(Length chainage) const {
  return on(segments_[segment_at(chainage.metres())], chainage.metres());
}

Point Line::at(LinePlace place) const {
  Segment const& s = segments_[segment_at(place.chainage.metres())];
  Point const on_line = on(s, place.chainage.metres());
  double const depth = place.depth.metres();
  return {on_line.x + depth * s.direction.y, on_line.y - depth * s.direction.x};
}

LinePlace Line::nearest(Point p) const {
  Foot const foot = nearest_foot(p);
  Segment const& s = segments_[foot.segment];
  Point const on_line{s.begin.x + s.direction.x * foot.along, s.begin.y + s.direction.y * foot.along};
  double const chainage = foot.along < s.length ? s.begin_chainage + foot.along * s.scale : s.end_chainage;
  double const off = std::sqrt(foot.squared);
  bool const left = cross(direction_at(foot), {p.x - on_line.x, p.y - on_line.y}) > 0;
  return {Length::metres(chainage), Length::metres(left ? -off : off)};
}

Line::Foot Line::foot_on(std::size_t segment, Point p) const {
  Segment const& s = segments_[segment];
  double const along = (p.x - s.begin.x) * s.direction.x + (p.y - s.begin.y) * s.direction.y;
  if (along <= 0) return {segment, 0, squared_distance(p, s.begin)};
  if (along >= s.length) return {segment, s.length, squared_distance(p, s.end)};
  return {segment, along,
          squared_distance(p, {s.begin.x + s.direction.x * along, s.begin.y + s.direction.y * along})};
}

Point Line::direction_at(Foot const& foot) const {
  Segment const& s = segments_[foot.segment];
  // Which side of a corner a point lies on is decided by both of its segments: off either one alone the
  // answer is wrong in the wedge behind the corner.
  std::size_t neighbour = foot.segment;
  if (foot.along <= 0) neighbour = s.before;
  if (foot.along >= s.length) neighbour = s.after;
  Point const n = segments_[neighbour].direction;
  return {s.direction.x + n.x, s.direction.y + n.y};
}

Line::Foot Line::nearest_foot(Point p) const {
  if (segments_.size() == 1) return foot_on(0, p);
  // `inside` is the point of the grid's box nearest to p. The box is convex, so for every q in it
  // |p - q|^2 >= |p - inside|^2 + |inside - q|^2, and rings of cells around `inside` bound the search.
  Point const inside{std::clamp(p.x, origin_.x, origin_.x + columns_ * cell_),
                     std::clamp(p.y, origin_.y, origin_.y + rows_ * cell_)};
  double const outside = squared_distance(p, inside);
  int const column = std::min(columns_ - 1, static_cast<int>((inside.x - origin_.x) / cell_));
  int const row = std::min(rows_ - 1, static_cast<int>((inside.y - origin_.y) / cell_));
  double const in_cell_x = inside.x - origin_.x - column * cell_;
  double const in_cell_y = inside.y - origin_.y - row * cell_;
  double const margin = std::min({in_cell_x, in_cell_y, cell_ - in_cell_x, cell_ - in_cell_y});

  Foot best{0, 0, std::numeric_limits<double>::infinity()};
  int const last_ring = std::max(columns_, rows_);
  for (int ring = 0; ring <= last_ring; ++ring) {
    if (ring > 0) {
      double const clear = std::max(0.0, (margin + (ring - 1) * cell_) * (1 - 1e-9));
      if (best.squared < outside + clear * clear) break;
    }
    int const left = column - ring;
    int const right = column + ring;
    for (int r = std::max(0, row - ring); r <= std::min(rows_ - 1, row + ring); ++r) {
      bool const whole_row = r == row - ring || r == row + ring;
      // From one cell that holds something to the next: most hold nothing.
      for (int c = next_filled(r, std::max(0, left)); c <= std::min(right, columns_ - 1);
           c = next_filled(r, whole_row || c >= right ? c + 1 : std::min(right, columns_))) {
        if (!whole_row && c != left && c != right) continue;
        std::size_t const cell = cell_at(r, c);
        for (std::size_t i = cell_begin_[cell]; i < cell_begin_[cell + 1]; ++i) {
          Foot const foot = foot_on(cell_segments_[i], p);
          // Equally near: the lower chainage, whatever the order of the cells.
          bool const nearer =
              foot.squared < best.squared || (foot.squared == best.squared && foot.segment < best.segment);
          if (nearer) best = foot;
        }
      }
    }
  }
  return best;
}

}  // namespace ceaseline
