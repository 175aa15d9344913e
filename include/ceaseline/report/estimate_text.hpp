#pragma once

#include <string>

#include "ceaseline/scoring/estimates.hpp"
#include "ceaseline/scoring/verdict.hpp"

namespace ceaseline {

/// How numbers of one unit are printed.
struct Unit {
  double factor{1};           ///< from the stored number to the printed one
  std::string of_value;       ///< after a value in a sentence: "%", "h"
  std::string of_difference;  ///< after a difference: "points" where the value is a percentage
};

/// "share" is printed as a percentage; everything else as it is.
[[nodiscard]] Unit printed_unit(std::string const& unit);

/// Decimals that show where the interval ends and not much more: none when its half-width is 10 or more, one
/// down to 0.1, two down to 0.01, then three; and never more than make three digits in all. One without an
/// interval.
[[nodiscard]] int sensible_decimals(Estimate const& e, double factor = 1);

/// "62.1 [60.3, 63.9]". "62.1 (no interval)" for one replication, "0 in all 40" when no replication differs
/// from the others, "none" when there is nothing of which it could be a share.
[[nodiscard]] std::string estimate_text(Estimate const& e, Unit const& unit);

/// "+1.2 [0.3, 2.1]", with "not distinguishable", "no difference" or "no interval" in words where that is so.
[[nodiscard]] std::string difference_text(PairedDifference const& d, Unit const& unit);

/// "0.1 points", "2 points", "1.5 h": a number that is exact, without an interval.
[[nodiscard]] std::string amount_text(double value, Unit const& unit);

}  // namespace ceaseline
