#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/key.hpp"
#include "ceaseline/geo/place.hpp"

/// A vertex the author gave: its name decides the draws of the segment that begins here, so moving
/// one waypoint changes only the detail beside it.
struct Waypoint {
  ceaseline::Key key;
  ceaseline::Point place;
};

/// How much detail midpoint displacement adds.
struct Detail {
  double share{0.08};           ///< standard deviation of a displacement as a share of the segment's length
  ceaseline::Length longest{};  ///< segments longer than this are split
  std::uint32_t seed{0};
};

/// Splits every segment longer than `detail.longest` at its middle, moves the middle sideways by a
/// normal deviate (cut at two standard deviations), and repeats. A displacement is drawn again when
/// the line would cross itself or when one of `landmarks` would change sides; waypoints stay put.
/// After Fournier, Fussell and Carpenter, "Computer rendering of stochastic models", CACM 25, 1982.
/// \pre the polyline of the waypoints does not cross itself
/// \throws std::runtime_error when 100 draws in a row were of no use
[[nodiscard]] std::vector<ceaseline::Point> with_detail(std::vector<Waypoint> const& waypoints,
                                                        std::vector<ceaseline::Point> const& landmarks,
                                                        Detail const& detail);
