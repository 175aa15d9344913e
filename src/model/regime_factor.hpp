#pragma once

#include <vector>

#include "ceaseline/base/time.hpp"
#include "ceaseline/model/world_spec.hpp"

namespace ceaseline {

/// What all regimes together multiply the rate of violations by, as a function of time: the product of one
/// curve each. A curve is 1 before `at`, runs geometrically to `factor` over `ramp`, and then runs back to 1,
/// by a factor 1 + rebound a week, continuously: after ln(1/0.15) / ln 1.5 = 4.68 weeks from 0.15 at +50 % a
/// week.
class RegimeFactor {
 public:
  /// The order of `regimes` changes nothing.
  explicit RegimeFactor(std::vector<RegimeSpec> const& regimes);

  [[nodiscard]] bool any() const { return !curves_.empty(); }
  /// Exactly 1 before the first regime and after the last has run back.
  [[nodiscard]] double at(SimTime t) const;
  /// Not less than at() anywhere in [from, to), and equal to it where nothing changes. With one regime the
  /// smallest such number; with several the product of theirs.
  [[nodiscard]] double most(SimTime from, SimTime to) const;

 private:
  struct Curve {
    double begins, reached;  ///< ms since the start of the period
    double depth;            ///< |ln factor|
    double back;             ///< of `depth`, per ms
    bool rises;              ///< factor above 1
    bool ceases;             ///< factor 0: nothing after `begins`

    [[nodiscard]] double at(double ms) const;
  };
  std::vector<Curve> curves_;
};

}  // namespace ceaseline
