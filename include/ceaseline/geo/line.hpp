#pragma once

#include <cstddef>
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

  [[nodiscard]] Length length() const { return chainage_.empty() ? Length{} : Length::metres(chainage_.back()); }
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
  [[nodiscard]] std::size_t segment_at(double chainage) const;
  void build_index();

  Frame frame_;
  std::vector<Point> vertices_;
  std::vector<double> chainage_;
  std::vector<std::size_t> part_begin_;
  // Uniform grid over the bounding box; each cell lists the segments (by first vertex) that touch it.
  double cell_{1};
  Point origin_;
  int columns_{0};
  int rows_{0};
  std::vector<std::size_t> cell_begin_;
  std::vector<std::size_t> cell_segments_;
};

}  // namespace ceaseline
