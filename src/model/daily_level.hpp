#pragma once

#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// The level of each region on each day, mean 1: exp(Z - s^2 / 2), Z a stationary AR(1) of standard deviation
/// s. \param before  days before the period to begin with; they change no later day, because a stationary
/// AR(1) run
///                backwards from day 0 has the same law
/// \returns by region, then by day plus `before`
[[nodiscard]] std::vector<std::vector<double>> daily_levels(World const& world, Draws const& draws,
                                                            int before);

}  // namespace ceaseline
