#pragma once

#include <array>
#include <chrono>

#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// Since 2000-01-01 12:00 UTC, where Julian centuries are counted from.
[[nodiscard]] inline double days_since_2000(UtcTime t) {
  constexpr UtcTime noon_of_2000{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1} +
                                 std::chrono::hours{12}};
  return static_cast<double>((t - noon_of_2000).count()) / 86'400'000.0;
}

/// What four nodes one step apart count in the cubic through them, at `x` steps after the second one.
/// \pre 0 <= x <= 1
[[nodiscard]] inline std::array<double, 4> cubic_weights(double x) {
  return {-x * (x - 1) * (x - 2) / 6, (x + 1) * (x - 1) * (x - 2) / 2, -(x + 1) * x * (x - 2) / 2,
          (x + 1) * x * (x - 1) / 6};
}

}  // namespace ceaseline
