#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/mission/simulation.hpp"

namespace ceaseline {

/// One change that was tried: the whole replication again, same draws, with this alone different.
struct TriedChange {
  std::string what;     ///< in words
  bool possible{true};  ///< false where the design cannot be changed so, for the reason `why`
  std::string why;
  Step step{Step::Missed};
  Reason reason{Reason::NoAsset};
  [[nodiscard]] bool helps(Step before) const { return possible && step > before; }
};

/// Why one incident came no further: what each sensor met with at each act, what was done, and what would
/// have helped.
struct Explanation {
  Incident incident;
  std::string kind;
  Fate fate;
  std::vector<Opportunity> opportunities;  ///< by act and sensor, within 30 km
  std::vector<std::string> sensor_ids;
  std::vector<Observation> observations;  ///< of this incident
  std::vector<Visit> visits;              ///< to its scene
  std::vector<std::string> team_ids;
  std::vector<TriedChange> changes;  ///< smallest first, as far as they were tried
};

/// How many incidents a replication of that arm has; the last argument of explain() is below it.
/// \param incident index, as in the tables of `run --out`
/// \param registries the study was loaded with
/// \throws InputError when there is no such incident
[[nodiscard]] Explanation explain(Study const& study, Arm const& arm, std::uint32_t replication,
                                  std::uint32_t incident, Registries const& registries);

}  // namespace ceaseline
