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

/// All metrics of one case, with the answer to the study's question.
struct CaseComparison {
  std::vector<MetricResult> metrics;
  std::vector<MetricResult> segments;
  CaseVerdict verdict;
};

/// The study's answer: cases and designs stand in the order of the study.
struct Comparison {
  std::uint32_t replications{0};
  std::size_t baseline{0};
  std::vector<std::size_t> equal_to;  ///< by design: the first one that is equal by construction, or itself
  std::vector<CaseComparison> cases;
  std::vector<Driver> drivers;  ///< in the base case; by design, largest effect on the study's metric first
};

/// Estimates from the first `n` replications. \pre 0 < n <= rows.replications()
[[nodiscard]] Comparison compare_designs(Study const& study, Plan const& plan, RowSource const& rows,
                                         std::uint32_t n);

/// The study's metric of every design in the base case, from the first `n` replications: what a precision is
/// asked of.
[[nodiscard]] std::vector<Estimate> headline_estimates(Study const& study, Plan const& plan,
                                                       RowSource const& rows, std::uint32_t n);

}  // namespace ceaseline
