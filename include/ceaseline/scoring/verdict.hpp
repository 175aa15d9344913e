#pragma once

#include <cstddef>
#include <vector>

#include "ceaseline/scoring/estimates.hpp"

namespace ceaseline {

/// The answer to "which design" in one case.
enum class Verdict {
  NoInterval,          ///< one replication, or nothing to judge by
  Equal,               ///< all designs give the same in every replication
  NotDistinguishable,  ///< chance alone could have put the best in front
  LessThanMatters,     ///< in front, or level, by less than the difference that matters
  Preferred            ///< in front of all others by at least what matters
};
[[nodiscard]] char const* name(Verdict v);

/// Who is in front, and of whom.
struct CaseVerdict {
  Verdict verdict{Verdict::NoInterval};
  std::size_t best{0};              ///< design with the best value; the first of several
  std::vector<std::size_t> equals;  ///< other designs that are exactly the same in every replication
  std::vector<std::size_t> level;   ///< other designs that cannot be told from it
  std::size_t rival{0};     ///< nearest design that is not its equal; `best` itself when there is none
  PairedDifference margin;  ///< best less rival, at the confidence below
  double confidence{usual_confidence};
};

/// Judges the designs of one case by one metric.
///
/// The best is chosen after looking, and then compared with each of the k - 1 designs that are not its
/// equals: each comparison is made at 1 - 0.05 / (k - 1) (Bonferroni), so that "preferred" is wrong in at
/// most 5 % of studies. \param designs        the metric for each design, over the same replications \param
/// matters        smallest difference that matters, in the metric's unit, not negative \param more_is_better
/// whether the greatest or the smallest value is the best
[[nodiscard]] CaseVerdict judge(std::vector<Linearised> const& designs, double matters,
                                bool more_is_better = true);

}  // namespace ceaseline
