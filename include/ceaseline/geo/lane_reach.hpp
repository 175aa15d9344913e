#pragma once

#include <vector>

#include "ceaseline/geo/lane.hpp"

namespace ceaseline {

/// The stretches of a lane, within `window`, whose points lie no farther than `range` from `place`;
/// ascending, with touching ones joined. Ends are solved exactly on the lane's own polyline. Replaces what
/// `out` held.
void stretches_within(Lane const& lane, Stretch window, Point place, Length range, std::vector<Stretch>& out);

}  // namespace ceaseline
