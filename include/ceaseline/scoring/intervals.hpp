#pragma once

#include <cstddef>
#include <vector>

namespace ceaseline {

struct Interval {
  double low{0};
  double high{0};
  [[nodiscard]] bool contains(double x) const { return low <= x && x <= high; }
};

/// A number that never travels without its interval. Nothing in it is ever NaN or infinite: n = 0 says that
/// the quantity does not exist (a share of nothing), n = 1 that it has no interval.
struct Estimate {
  double value{0};
  bool has_interval{false};
  Interval ci;               ///< valid when has_interval
  std::size_t n{0};          ///< replications it rests on
  double standard_error{0};  ///< of `value`; valid when has_interval
};

inline constexpr double usual_confidence = 0.95;

// Intervals for counts. Each trial is one independent yes or no: fit for "replications in which ...", not for
// incidents, which come in bad days together. For those see estimates.hpp.

/// Score interval of a proportion (Wilson 1927; method 3 of Newcombe 1998a, Statist. Med. 17:857).
/// Covers 95 % on average; for a single p near 0 or 1 it can fall short by a few points.
/// \pre n > 0, hits <= n
[[nodiscard]] Interval wilson(std::size_t hits, std::size_t n, double confidence = usual_confidence);

/// Exact interval of a proportion from binomial tails (Clopper and Pearson 1934). Never covers less than it
/// says, and so is wide. \pre n > 0, hits <= n
[[nodiscard]] Interval clopper_pearson(std::size_t hits, std::size_t n, double confidence = usual_confidence);

/// Difference a - b of two independent proportions, by squaring and adding two Wilson intervals
/// (Newcombe 1998b, Statist. Med. 17:873, method 10).
[[nodiscard]] Interval newcombe_difference(std::size_t hits_a, std::size_t n_a, std::size_t hits_b,
                                           std::size_t n_b, double confidence = usual_confidence);

/// Ratio a / b of two independent proportions, symmetric on the log scale (Katz et al. 1978, Biometrics
/// 34:469). Believe it when both counts are at least about 10. \pre hits_a > 0, hits_b > 0
[[nodiscard]] Interval katz_ratio(std::size_t hits_a, std::size_t n_a, std::size_t hits_b, std::size_t n_b,
                                  double confidence = usual_confidence);

/// P(T <= result) = p for Student's t. \pre 0 < p < 1, degrees > 0
[[nodiscard]] double student_quantile(double p, std::size_t degrees);

/// Mean with Student's interval over independent values. Needs about 20 values when they are skewed
/// (oracle E5: a first look at 3 covers 92 %, not 95 %).
[[nodiscard]] Estimate mean_estimate(std::vector<double> const& values, double confidence = usual_confidence);

/// Which order statistics, counted from 1, enclose a quantile.
struct RankInterval {
  std::size_t low{0};   ///< 0: the sample is too small for a lower bound
  std::size_t high{0};  ///< n + 1: it is too small for an upper bound
  double coverage{0};   ///< attained; at least the confidence asked for
};

/// Distribution-free interval of the quantile p of n independent values, equal tails
/// (David and Nagaraja 2003, Order Statistics, 7.1).
[[nodiscard]] RankInterval quantile_ranks(std::size_t n, double p, double confidence = usual_confidence);

}  // namespace ceaseline
