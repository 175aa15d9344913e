#pragma once

#include <vector>

#include "ceaseline/model/record.hpp"

namespace ceaseline {

/// How long a hotspot stays unseen at most, in all but the worst cases.
struct GapQuantile {
  double hours{0};  ///< 0 when there is no gap at all
  bool at_least{
      false};  ///< the window is too short: the quantile lies beyond the longest spell seen, given here
};

/// Quantile p of the length of uncovered spells, corrected for spells that the window cut: the product-limit
/// estimate (Kaplan and Meier 1958, J. Am. Stat. Assoc. 53:457), inverted at 1 - p. A spell cut at the same
/// length as a complete one counts as longer.
///
/// \param complete  spells that began and ended within the window, ascending by length, each as often as it
///                  weighs
/// \param censored  what was seen of spells that the window cut, likewise
/// \note A spell already running when the window opens is treated like one still running when it closes. Such
///       spells are longer than most (a random instant falls into long spells), so the estimate errs on the
///       long side, by about one part in the number of complete spells per point. It takes spells for
///       independent of the window, which regular rounds in step with it are not.
[[nodiscard]] GapQuantile gap_quantile(std::vector<Spells> const& complete,
                                       std::vector<Spells> const& censored, double p = 0.95);

/// The same with cut spells taken for complete ones: too short, and shown only to say by how much.
[[nodiscard]] double naive_gap_quantile(std::vector<Spells> const& complete,
                                        std::vector<Spells> const& censored, double p = 0.95);

}  // namespace ceaseline
