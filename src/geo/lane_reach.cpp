#include "ceaseline/geo/lane_reach.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

constexpr double touch = 2e-3;  // m
/// What is within this share of a squared range is within range, whatever was rounded.
constexpr double surely = 1 - 1e-9;

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
  double const fx = b.x - p.x;
  double const fy = b.y - p.y;
  double const inside = range * range * surely;
  if (ex * ex + ey * ey <= inside && fx * fx + fy * fy <= inside) return {0, 1};
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
  double const reach = range.metres();
  auto const add = [&](double begin, double end) {
    double const from = std::max(low, begin);
    double const to = std::min(high, end);
    if (from > to) return;
    bool const joins = !out.empty() && from - out.back().to.metres() < 1e-6;
    if (joins) {
      out.back().to = std::max(out.back().to, Length::metres(to));
    } else {
      out.push_back({Length::metres(from), Length::metres(to)});
    }
  };
  std::size_t const cells = points.size() - 1;
  for (auto i = static_cast<std::size_t>(std::max(0.0, low / step)); i < cells;) {
    double const start = static_cast<double>(i) * step;
    if (start > high) break;
    std::size_t const b = i / Lane::block_cells;
    std::size_t const end = std::min(cells, (b + 1) * Lane::block_cells);
    Lane::Block const& block = lane.blocks()[b];
    double const off = squared_distance(block.centre, place);
    // Blocks out of range are passed over; the slack covers a pass that counts as a touch.
    double const near = reach + block.radius + touch;
    double const clear = reach - block.radius;
    if (off > near * near) {
      i = end;
    } else if (clear > 0 && off <= clear * clear * surely) {
      add(start, static_cast<double>(end - 1) * step + step);
      i = end;
    }
    for (; i < end; ++i) {
      double const begin = static_cast<double>(i) * step;
      if (begin > high) return;
      Part const part = part_within(points[i], points[i + 1], place, reach);
      if (part.from <= part.to) add(begin + part.from * step, begin + part.to * step);
    }
  }
}

Approach approach(Lane const& lane, Stretch window, Point place, double likely, Length reach) {
  auto const& points = lane.points();
  double const from = window.from.metres();
  double const to = window.to.metres();
  double const far = reach.metres() + lane.longest_cell();
  double nearest = squared_distance(lane.at(std::clamp(likely, from, to)), place);
  for (double const end : {from, to}) nearest = std::min(nearest, squared_distance(lane.at(end), place));
  double root = std::min(std::sqrt(nearest), far);
  Approach found{0, {window.from, window.from}};
  bool any = false;
  double const block_length = lane.step() * static_cast<double>(Lane::block_cells);
  auto b = static_cast<std::size_t>(from / block_length);
  for (; b < lane.blocks().size() && static_cast<double>(b) * block_length <= to; ++b) {
    Lane::Block const& block = lane.blocks()[b];
    double const off = squared_distance(block.centre, place);
    auto const may_hold = [&](double range) {
      return off <= (range + block.radius) * (range + block.radius);
    };
    if (may_hold(reach.metres() + touch)) {
      if (!any) found.within.from = Length::metres(std::max(from, static_cast<double>(b) * block_length));
      found.within.to = Length::metres(std::min(to, static_cast<double>(b + 1) * block_length));
      any = true;
    }
    if (!may_hold(root)) continue;
    double const first = std::max(static_cast<double>(b * Lane::block_cells), std::ceil(from / lane.step()));
    double const last = std::min(static_cast<double>((b + 1) * Lane::block_cells), to / lane.step());
    for (auto p = static_cast<std::size_t>(first); p < points.size() && static_cast<double>(p) <= last; ++p)
      nearest = std::min(nearest, squared_distance(points[p], place));
    root = std::min(root, std::sqrt(nearest));
  }
  // Between two points the lane may come nearer by no more than its longest cell.
  found.nearest = std::sqrt(nearest) - lane.longest_cell();
  return found;
}

}  // namespace ceaseline
