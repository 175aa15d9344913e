#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ceaseline/scoring/intervals.hpp"

namespace ceaseline {

/// Score sheets of one design in one case: one row per replication, in the order of their numbers.
using ScoreRows = std::vector<std::vector<double>>;

/// Columns that are added up above and below the line. Nothing below the line means "per replication".
struct RatioColumns {
  std::vector<std::size_t> numerator;
  std::vector<std::size_t> denominator;
};

/// A statistic of one design, with how far each replication pulls it: to first order, leaving the sampling
/// error of `value` equal to the sum of the pulls. All intervals and all paired differences come from these.
struct Linearised {
  double value{0};
  std::vector<double> pull;    ///< one per replication; they add up to 0
  std::vector<bool> informed;  ///< replications that say anything: not nothing out of nothing
  std::size_t n{0};            ///< how many those are; 0: the statistic does not exist
};

/// Ratio of sums, R = sum y / sum x, with pulls (y - R x) / sum x (Cochran 1977, Sampling Techniques, 6.3
/// and 6.4). \note Biased by about 1/n of its variance, and the interval is too short while the coefficient
/// of variation of the mean
///       of x is above 0.1 (Cochran 6.3).
[[nodiscard]] Linearised ratio_of_sums(ScoreRows const& rows, RatioColumns const& columns);

/// a / b of two statistics of the same replications, by the delta method. n = 0 where either is 0, for then
/// the ratio has no logarithm.
[[nodiscard]] Linearised quotient(Linearised const& a, Linearised const& b);

/// Student's interval over replications; none for n = 1. Replications are independent; incidents within one
/// are not.
[[nodiscard]] Estimate estimate(Linearised const& s, double confidence = usual_confidence);

/// The same, symmetric on the log scale: for ratios, so that A ÷ B and B ÷ A say the same thing. \pre s.value
/// > 0
[[nodiscard]] Estimate estimate_on_log_scale(Linearised const& s, double confidence = usual_confidence);

enum class Finding {
  NotDefined,          ///< one of the two does not exist
  NoInterval,          ///< one replication says nothing about chance
  NoDifference,        ///< exactly 0 in every replication
  NotDistinguishable,  ///< the interval holds 0
  Distinguishable
};
[[nodiscard]] char const* name(Finding f);

/// a - b under common random numbers.
struct PairedDifference {
  Estimate difference;
  Finding finding{Finding::NotDefined};
  /// (Var a + Var b) / Var(a - b): how many times more replications independent draws would need. Absent
  /// without variance.
  std::optional<double> variance_reduction;
};

/// Paired by replication: row i of both designs met the same incidents and the same luck.
/// \pre a.pull.size() == b.pull.size()
[[nodiscard]] PairedDifference paired_difference(Linearised const& a, Linearised const& b,
                                                 double confidence = usual_confidence);

}  // namespace ceaseline
