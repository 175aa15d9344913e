#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "ceaseline/detection/sensor.hpp"

namespace ceaseline {

/// The detection function of one sensor, laid out for the loop: kind x light x moving, over range.
/// Linear between 64 equal steps from 0 to the reach; within 3e-4 of the sensor's own answer for the built-in
/// shapes (1e-3 in the last step, where a chance of 0.001 is cut to 0). Beyond the reach it is 0 exactly.
class DetectionTable {
 public:
  static constexpr std::size_t steps = 64;
  struct Curve {
    double reach{0};           ///< m
    double reach_squared{-1};  ///< m^2; negative when nothing is ever noticed
    double steps_per_metre{0};
    std::array<double, steps + 1> chance{};

    /// Chance at a squared distance. \pre d2 <= reach_squared
    [[nodiscard]] double at_squared(double d2) const {
      double const x = std::sqrt(d2) * steps_per_metre;
      auto const i = static_cast<std::size_t>(x);
      if (i >= steps) return chance[steps];
      return chance[i] + (x - static_cast<double>(i)) * (chance[i + 1] - chance[i]);
    }
    /// The greatest range at which the chance is at least `p`, m; negative when there is none.
    [[nodiscard]] double range_where(double p) const;
  };

  DetectionTable(Sensor const& sensor, std::vector<ViolationKind> const& kinds, SensingSpec const& sensing);

  [[nodiscard]] Curve const& curve(std::size_t kind, Light light, bool moving) const {
    return curves_[kind * 4 + static_cast<std::size_t>(light) * 2 + static_cast<std::size_t>(moving)];
  }
  /// Greatest reach for `kind` in that light, standing or moving, m; negative when nothing is ever noticed.
  [[nodiscard]] double reach(std::size_t kind, Light light) const;

 private:
  std::vector<Curve> curves_;
};

}  // namespace ceaseline
