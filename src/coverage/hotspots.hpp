#pragma once

#include <algorithm>
#include <cmath>

#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// How many hotspots have the place within two widths of where they are known to lie. \param chainage m
[[nodiscard]] inline double hotspots_at(World const& world, double chainage) {
  auto const& all = world.spec().violations.hotspots;
  return static_cast<double>(std::count_if(all.begin(), all.end(), [&](HotspotSpec const& h) {
    return std::abs(chainage - h.centre.metres()) <= 2 * h.width.metres();
  }));
}

}  // namespace ceaseline
