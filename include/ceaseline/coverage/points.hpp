#pragma once

#include "ceaseline/mission/simulation.hpp"
#include "ceaseline/model/record.hpp"

namespace ceaseline {

/// Covered share of line x time and gaps, exact in time at points along the line: one in the middle of each
/// reporting segment, and eleven across each known hotspot (to two of its widths either side).
///
/// A point is covered on a channel when some sensor, there and then, has a chance of at least `threshold` of
/// noticing one act of the world's reference kind at it. Enter and leave instants are solved, not stepped;
/// along the line the result is as fine as the points. Points stand on the line itself. \param run a
/// simulation that kept its tracks and is finished
[[nodiscard]] CoverageFigures cover_points(World const& world, Mission const& mission, Simulation const& run,
                                           double threshold = 0.5);

}  // namespace ceaseline
