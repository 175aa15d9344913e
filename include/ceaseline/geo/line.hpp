#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/geo/frame.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// The contact line as a polyline of one or more parts, measured by chainage. Parts follow each
/// other in chainage; the gap between two parts has no length and cannot be walked.
class Line {
 public:
  /// Chainage is geodesic: the sum of the geodesic lengths of the segments. Repeated vertices must be gone.
  /// \throws InputError when a part has fewer than two distinct vertices
  static Line from_parts(std::vector<std::vector<LonLat>> const& parts, Frame const& frame);
  /// A straight line of the given length, running east through the centre of `frame`: chainage is
  /// exactly x minus its start. Side A is north.
  static Line straight(Length length, Frame const& frame);

  [[nodiscard]] Length length() const {
    return chainage_.empty() ? Length{} : Length::metres(chainage_.back());
  }
  [[nodiscard]] Frame const& frame() const { return frame_; }
  [[nodiscard]] std::size_t parts() const { return part_begin_.size(); }
  [[nodiscard]] std::vector<Point> const& vertices() const { return vertices_; }
  /// Chainage of each vertex, metres.
  [[nodiscard]] std::vector<double> const& chainages() const { return chainage_; }
  /// Index of the first vertex of each part.
  [[nodiscard]] std::vector<std::size_t> const& part_begins() const { return part_begin_; }

  /// The point of the line at `chainage`, clamped to [0, length()].
  [[nodiscard]] Point at(Length chainage) const;
  /// The point `depth` off the line along the normal of the segment at `chainage`. Where the line
  /// folds it may lie nearer to another part of the line than |depth|: ask nearest().
  [[nodiscard]] Point at(LinePlace place) const;
  /// Nearest place of the line and signed distance from it.
  [[nodiscard]] LinePlace nearest(Point p) const;

 private:
  /// One straight piece, prepared so that a projection onto it costs no division and no root.
  struct Segment {
    Point begin;
    Point end;
    Point direction;        ///< unit vector
    double length;          ///< in the local frame, metres
    double begin_chainage;  ///< metres
    double end_chainage;    ///< metres
    double scale;           ///< metres of chainage per metre in the frame, within 0.1 % of 1
    std::size_t before;  ///< the segment that ends where this one begins; itself at the end of an open part
    std::size_t after;
  };
  /// The foot of a perpendicular from a point to one segment.
  struct Foot {
    std::size_t segment;
    double along;    ///< metres in the frame from the segment's begin
    double squared;  ///< square of the distance, m^2
  };

  void add_part(std::vector<Point> const& points, std::vector<double> const& lengths);
  void build_index();
  [[nodiscard]] std::size_t segment_at(double chainage) const;
  [[nodiscard]] std::size_t cell_at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }
  /// \pre column <= columns_, which is the answer when there is none
  [[nodiscard]] int next_filled(int row, int column) const {
    return next_filled_[static_cast<std::size_t>(row) * (static_cast<std::size_t>(columns_) + 1) +
                        static_cast<std::size_t>(column)];
  }
  [[nodiscard]] static Point on(Segment const& s, double chainage);
  [[nodiscard]] Foot foot_on(std::size_t segment, Point p) const;
  [[nodiscard]] Foot nearest_foot(Point p) const;
  [[nodiscard]] Point direction_at(Foot const& foot) const;

  Frame frame_;
  std::vector<Point> vertices_;
  std::vector<double> chainage_;
  std::vector<std::size_t> part_begin_;
  std::vector<Segment> segments_;
  std::vector<double> segment_starts_;         ///< chainage where each segment begins, packed for the search
  std::vector<std::uint32_t> segment_before_;  ///< by equal bins of chainage: the segment at its beginning
  double bins_per_metre_{0};
  // Uniform grid over the bounding box; each cell lists the segments that touch it.
  double cell_{1};
  Point origin_;
  int columns_{0};
  int rows_{0};
  std::vector<std::size_t> cell_begin_;
  std::vector<std::size_t> cell_segments_;
  std::vector<int> next_filled_;  ///< by row and column: the next column of the row whose cell lists anything
};

}  // namespace ceaseline
