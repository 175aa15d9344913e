#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/experiment/rows.hpp"
#include "ceaseline/scoring/metrics.hpp"
#include "ceaseline/scoring/verdict.hpp"

namespace ceaseline {

/// How much of a difference from the baseline goes when one group of figures is set to the baseline's.
struct Driver {
  DriverPlan plan;
  PairedDifference headline;  ///< design less variant, on the study's metric; valid when plan.state is Run
  PairedDifference detected;  ///< the same on the share of incidents detected
};

/// Whether the preferred design of a case is that of the base case.
enum class Flip {
  DoesNotFlip,   ///< the same is preferred, or one of those equal to it
  Flips,         ///< another one is preferred than in the base case, or one where there was none
  NoneHere,      ///< one is preferred in the base case and none here: no flip, but no support either
  NoneInEither,  ///< none is preferred, here or in the base case
  NotKnown       ///< one of the two cases has no interval
};
[[nodiscard]] char const* name(Flip f);
[[nodiscard]] Flip flip_between(CaseVerdict const& base, CaseVerdict const& here);

/// All metrics of one case, with the answer to the study's question.
struct CaseComparison {
  std::vector<MetricResult> metrics;
  std::vector<MetricResult> segments;
  CaseVerdict verdict;
  std::vector<std::size_t>
      equal_to;  ///< by design: the first one that is equal by construction here, or itself
  /// By design: the study's metric here less the same design's in the base case, paired by replication, for
  /// both met the same luck. Of the base case itself no differences.
  std::vector<PairedDifference> change;
  Flip flip{Flip::DoesNotFlip};  ///< against the base case
};

/// The study's answer: cases and designs stand in the order of the study.
struct Comparison {
  std::uint32_t replications{0};
  std::size_t baseline{0};
  std::vector<std::size_t> equal_to;  ///< by design, in the base case: as in CaseComparison
  std::vector<CaseComparison> cases;
  std::vector<Driver> drivers;  ///< in the base case; by design, largest effect on the study's metric first
};

/// Estimates from the first `n` replications. \pre 0 < n <= rows.replications()
[[nodiscard]] Comparison compare_designs(Study const& study, Plan const& plan, RowSource const& rows,
                                         std::uint32_t n);

/// The study's metric of every design in one case of a comparison. \throws std::out_of_range when it has none
[[nodiscard]] MetricResult const& asked_metric(Study const& study, CaseComparison const& in);

/// The study's metric of every design in the base case, from the first `n` replications: what a precision is
/// asked of.
[[nodiscard]] std::vector<Estimate> headline_estimates(Study const& study, Plan const& plan,
                                                       RowSource const& rows, std::uint32_t n);

}  // namespace ceaseline
