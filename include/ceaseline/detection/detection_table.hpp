#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/detection/sensor.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// The detection function of one sensor, laid out for the loop: kind x sky x moving x town, over range.
/// Linear between 64 equal steps from 0 to the reach; within 3e-4 of the sensor's own answer for the built-in
/// shapes (1e-3 in the last step, where a chance of 0.001 is cut to 0), and where a tabulated one bends
/// within a step, within a quarter of its change of slope times the step. Beyond the reach it is 0 exactly.
///
/// Conditions that make no difference to a sensor share one curve, and those that cannot occur in the world
/// are not asked: a town where there is none, a moonless night where no distance depends on the moon, weather
/// that differs from another in name alone. They give the curve of the plain condition.
class DetectionTable {
 public:
  static constexpr std::size_t steps = 64;
  struct Curve {
    double reach{0};                         ///< m
    double reach_squared{-1};                ///< m^2; negative when nothing is ever noticed
    double steps_per_metre{0};               ///< 0 when only what is on the spot is noticed
    double recognises{0}, identifies{0};     ///< m, at most the reach
    std::array<double, steps + 1> chance{};  ///< at equal steps of range

    /// Chance at a squared distance. \pre d2 <= reach_squared
    [[nodiscard]] double at_squared(double d2) const {
      double const x = std::sqrt(d2) * steps_per_metre;
      auto const i = static_cast<std::size_t>(x);
      if (i >= steps) return chance[steps];
      return chance[i] + (x - static_cast<double>(i)) * (chance[i + 1] - chance[i]);
    }
    /// The greatest range at which the chance is at least `p`, m; negative when there is none.
    [[nodiscard]] double range_where(double p) const;
    friend bool operator==(Curve const&, Curve const&) = default;
  };

  DetectionTable(Sensor const& sensor, World const& world);

  /// \param kind    index into the world's kinds
  /// \param moving  the platform is moving
  /// \param town    the platform stands in a town
  [[nodiscard]] Curve const& curve(std::size_t kind, Sky sky, bool moving, bool town = false) const {
    return curves_[curves_.size() == 1 ? 0 : index_[position(kind, sky, moving, town)]];
  }
  /// Greatest reach for `kind` in that light, whatever else holds, m; negative when nothing is ever noticed.
  [[nodiscard]] double reach(std::size_t kind, Light light) const {
    return reaches_[2 * kind + static_cast<std::size_t>(light)];
  }
  /// The greatest range at which the chance is at least `p` in that light, whatever else holds, m; negative
  /// when there is none.
  [[nodiscard]] double range_where(std::size_t kind, Light light, double p) const;
  /// How many different curves it holds.
  [[nodiscard]] std::size_t curves() const { return curves_.size(); }

 private:
  [[nodiscard]] std::size_t position(std::size_t kind, Sky sky, bool moving, bool town) const {
    std::size_t const dark = sky.light == Light::Day ? 0U : sky.moonless ? 2U : 1U;
    return (((kind * 3 + dark) * weathers_ + sky.weather) * 2 + static_cast<std::size_t>(moving)) * 2 +
           static_cast<std::size_t>(town);
  }

  template <class Value>
  [[nodiscard]] double most(std::size_t kind, Light light, Value value) const;
  /// \returns index of the curve, which is added unless there is one like it
  std::uint16_t add(Curve const& curve);

  std::size_t weathers_{1};
  std::vector<std::uint16_t> index_;  ///< of the curve, by position()
  std::vector<Curve> curves_;         ///< no two alike
  std::vector<double> reaches_;       ///< by kind and light
};

}  // namespace ceaseline
