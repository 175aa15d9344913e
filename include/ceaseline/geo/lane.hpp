#pragma once

#include <vector>

#include "ceaseline/geo/line.hpp"

namespace ceaseline {

/// The road a patrol drives along one side of the line, at a stated depth: a map from chainage to
/// points that lie that depth off the line. Where the line folds so tightly that no such point
/// exists for a chainage, the lane goes straight across the mouth of the fold.
class Lane {
 public:
  Lane() = default;
  /// \param depth distance from the line, not negative; 0 is the line itself
  /// \param step  spacing of the table; positions between are interpolated in chainage
  Lane(Line const& line, Side side, Length depth, Length step = Length::metres(100));

  /// \param chainage metres, clamped to the line
  [[nodiscard]] Point at(double chainage) const {
    double const position = chainage * inverse_step_;
    if (position <= 0) return points_.front();
    auto const i = static_cast<std::size_t>(position);
    if (i + 1 >= points_.size()) return points_.back();
    double const f = position - static_cast<double>(i);
    Point const a = points_[i];
    Point const b = points_[i + 1];
    return {a.x + f * (b.x - a.x), a.y + f * (b.y - a.y)};
  }
  [[nodiscard]] std::vector<Point> const& points() const { return points_; }
  /// Metres of chainage between two entries of points(); divides the line's length evenly.
  [[nodiscard]] double step() const { return 1.0 / inverse_step_; }
  /// Greatest distance between neighbouring points(), m; more than step() where the lane crosses a fold.
  [[nodiscard]] double longest_cell() const { return longest_cell_; }

  /// A circle round `block_cells` neighbouring cells of the table, for passing over what is far off: block b
  /// holds points() b * block_cells to (b + 1) * block_cells.
  struct Block {
    Point centre;
    double radius;  ///< m
  };
  static constexpr std::size_t block_cells = 16;
  [[nodiscard]] std::vector<Block> const& blocks() const { return blocks_; }

 private:
  void find_blocks();

  std::vector<Point> points_;
  std::vector<Block> blocks_;
  double inverse_step_{1};
  double longest_cell_{0};
};

}  // namespace ceaseline
