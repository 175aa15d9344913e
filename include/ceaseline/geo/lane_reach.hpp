#pragma once

#include <vector>

#include "ceaseline/geo/lane.hpp"

namespace ceaseline {

/// The stretches of a lane, within `window`, whose points lie no farther than `range` from `place`;
/// ascending, with touching ones joined. Ends are solved exactly on the lane's own polyline. Replaces what
/// `out` held.
void stretches_within(Lane const& lane, Stretch window, Point place, Length range, std::vector<Stretch>& out);

/// How a stretch of a lane comes by a place.
struct Approach {
  double nearest;  ///< no point of the stretch is nearer to the place, m
  Stretch within;  ///< no point of the stretch outside is within reach; one point when none is
};
/// \param likely chainage, m, where the lane may be nearest: to begin with
/// \param reach  beyond it the nearest distance is good for nothing but to tell that
[[nodiscard]] Approach approach(Lane const& lane, Stretch window, Point place, double likely, Length reach);

}  // namespace ceaseline
