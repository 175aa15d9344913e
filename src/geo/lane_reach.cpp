#include "ceaseline/geo/lane_reach.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

constexpr double touch = 2e-3;  // m

/// The part of [0, 1] in which a + f (b - a) lies within `range` of `p`; reversed when there is none.
struct Part {
  double from{1}, to{0};
};

Part part_within(Point a, Point b, Point p, double range) {
  double const dx = b.x - a.x;
  double const dy = b.y - a.y;
  double const ex = a.x - p.x;
  double const ey = a.y - p.y;
  double const square = dx * dx + dy * dy;
  double const beyond = ex * ex + ey * ey - range * range;
  if (square == 0) return beyond <= 0 ? Part{0, 1} : Part{};
  double const half = ex * dx + ey * dy;
  double const root = half * half - square * beyond;
  // A pass nearer than 1 mm to a touch is a touch: coordinates are no better than that.
  if (root < -1e-6 * square) return {};
  double const width = std::sqrt(std::max(0.0, root));
  return {std::max(0.0, (-half - width) / square), std::min(1.0, (-half + width) / square)};
}

}  // namespace

void stretches_within(Lane const& lane, Stretch window, Point place, Length range,
                      std::vector<Stretch>& out) {
  out.clear();
  if (range < Length{}) return;
  double const step = lane.step();
  auto const& points = lane.points();
  double const low = window.from.metres();
  double const high = window.to.metres();
  bool unknown = true;  // whether the block in hand is in range
  for (auto i = static_cast<std::size_t>(std::max(0.0, low / step)); i + 1 < points.size(); ++i) {
    double const start = static_cast<double>(i) * step;
    if (start > high) break;
    if (unknown || i % Lane::block_cells == 0) {
      // Blocks out of range are passed over; the slack covers a pass that counts as a touch.
      Lane::Block const& block = lane.blocks()[i / Lane::block_cells];
      double const near = range.metres() + block.radius + touch;
      unknown = squared_distance(block.centre, place) > near * near;
      if (unknown) {
        i += Lane::block_cells - 1 - i % Lane::block_cells;
        continue;
      }
    }
    Part const part = part_within(points[i], points[i + 1], place, range.metres());
    if (part.from > part.to) continue;
    double const from = std::max(low, start + part.from * step);
    double const to = std::min(high, start + part.to * step);
    if (from > to) continue;
    bool const joins = !out.empty() && from - out.back().to.metres() < 1e-6;
    if (joins) {
      out.back().to = std::max(out.back().to, Length::metres(to));
    } else {
      out.push_back({Length::metres(from), Length::metres(to)});
    }
  }
}

}  // namespace ceaseline
