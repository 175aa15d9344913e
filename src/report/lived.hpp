#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ceaseline/coverage/presence.hpp"
#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/model/record.hpp"

namespace ceaseline::report {

/// What happened in one replication, for all designs alike.
struct LivedTruth {
  std::vector<Incident> incidents;
  std::vector<std::vector<SimTime>> acts;  ///< by incident, ascending
};
[[nodiscard]] LivedTruth lived_truth(Study const& study, std::uint32_t replication);

/// What one design made of it, in the base case.
struct LivedDesign {
  std::size_t design{0};
  Mission const* mission{nullptr};
  Record record;
  std::shared_ptr<Presence const> presence;
  /// Covered share of each hour of the period and each reporting segment, judged at its middle, in
  /// sixteenths; segment by segment, two hours a byte, the earlier one low. Heard and seen.
  std::string heard, seen;
};
[[nodiscard]] LivedDesign lived_design(Study const& study, std::size_t design, std::uint32_t replication);

/// Why one incident was missed: the chances that sensors within 30 km had, as `ceaseline explain` tells them.
struct ExplainedMiss {
  std::size_t incident{0};
  std::vector<std::string> lines;
};
/// Of the largest incidents that the design missed, by acts: each costs a replication.
[[nodiscard]] std::vector<ExplainedMiss> explained_misses(Study const& study, LivedDesign const& lived,
                                                          std::uint32_t replication);

}  // namespace ceaseline::report
