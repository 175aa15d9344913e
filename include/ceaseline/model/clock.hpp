#pragma once

#include <cstddef>
#include <vector>

#include "ceaseline/base/time.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// How the intensity of violations runs through each day at one place, scaled so that its mean over the
/// period is 1. Piecewise constant in time, so that its integral can be inverted exactly.
///
/// NightShare: one weight by day and one by night (sun below -0.833 degrees), solved so that the stated share
/// of the period's incidents falls at night. Cosine: 1 + a cos(2 pi (t - peak) / 24 h), constant within each
/// minute. Flat: 1.
class ViolationClock {
 public:
  /// \throws InputError when a night share is asked where the period has no night, or no day
  ViolationClock(World const& world, double chainage);

  /// The intensity is the same at all times.
  [[nodiscard]] bool flat() const { return pieces_.size() == 2; }
  /// Integral of the intensity over 24 h number `day`, in days; 1 on average.
  [[nodiscard]] double weight(int day) const;
  /// The offset within `day` by which `share` of the day's weight has passed. \pre 0 <= share < 1
  [[nodiscard]] Duration inverse(int day, double share) const;

 private:
  struct Piece {
    double from_ms;  ///< offset within the day
    double before;   ///< integral from the start of the day to `from_ms`, in days
  };
  void add_night_share(Spans const& days, PeriodSpec const& period, double night_share);
  void add_cosine(WorldSpec const& spec);

  std::vector<Piece> pieces_;           ///< each day ends with a piece at its end
  std::vector<std::size_t> day_begin_;  ///< one more than there are days; a single day when all are alike
};

}  // namespace ceaseline
