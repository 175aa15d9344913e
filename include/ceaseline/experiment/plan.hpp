#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "ceaseline/experiment/figure_group.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// One mission in one case that is really run.
struct Arm {
  std::size_t at_case{0};
  std::shared_ptr<Mission const> mission;
  bool covers{
      true};  ///< coverage is computed in the first replications; the base case's designs only, as it is dear
};

/// A difference from the baseline is due to a group of figures as far as it goes when the group is set to the
/// baseline's (base case, paired).
struct DriverPlan {
  enum class State {
    Equal,      ///< the two designs have the same figures of this group
    Run,        ///< the variant is run as `arm`
    Impossible  ///< the variant contradicts itself, as `why` says
  };
  std::size_t design{0};
  FigureGroup group{FigureGroup::Numbers};
  State state{State::Equal};
  std::size_t arm{0};
  std::string why;
};

/// What a study runs: every design in every case, and the variants that find the drivers; each mission once.
struct Plan {
  std::vector<Arm> arms;
  std::vector<std::vector<std::size_t>> arm_of;  ///< by case and design
  std::vector<std::vector<std::size_t>>
      equal_in;  ///< by case and design: the first one with the same figures there, or itself
  std::vector<std::size_t> equal_to;  ///< the same in the base case
  std::vector<std::size_t> truth_of;  ///< by case: the first case whose incidents it shares, or itself
  std::vector<DriverPlan> drivers;    ///< by design and group, the baseline left out
  std::size_t baseline{0};            ///< index of a design
};

/// \throws InputError when the study's baseline is none of its designs
[[nodiscard]] Plan plan_study(Study const& study, Registries const& registries);

/// True when some design can do something in some case: it has a sensor where it is ever allowed to be.
[[nodiscard]] bool can_operate(Study const& study);

}  // namespace ceaseline
