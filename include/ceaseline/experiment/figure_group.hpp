#pragma once

#include <array>
#include <vector>

#include "ceaseline/mission/design_spec.hpp"
#include "ceaseline/model/access_spec.hpp"

namespace ceaseline {

/// Figures of a design that belong together and that a difference can be due to.
enum class FigureGroup {
  Numbers,  ///< and what goes wrong with them: disruptions, and contributors where one leaves
  Hours,
  Rules,
  Driving,
  Equipment,  ///< sensors, posts and teams given one by one, aircraft and satellites as well
  Siting,
  Access  ///< of one organisation alone: the flag, where a rule of the world names it
};
inline constexpr std::array<FigureGroup, 7> figure_groups{
    FigureGroup::Numbers,   FigureGroup::Hours,  FigureGroup::Rules, FigureGroup::Driving,
    FigureGroup::Equipment, FigureGroup::Siting, FigureGroup::Access};
[[nodiscard]] char const* name(FigureGroup g);

/// True when two designs have the same figures of one group. Names and costs are no figures; contributors are
/// some only where one of them leaves, a flag only where a rule names it. \param rules  of access, of the
/// world in which they are compared
[[nodiscard]] bool same_figures(FigureGroup group, DesignSpec const& a, DesignSpec const& b,
                                std::vector<AccessRule> const& rules = {});
/// True when they have the same figures of all groups: what they detect is then equal by construction.
[[nodiscard]] bool same_figures(DesignSpec const& a, DesignSpec const& b,
                                std::vector<AccessRule> const& rules = {});

/// `design` with the figures of one group taken from `other`.
[[nodiscard]] DesignSpec with_group(DesignSpec design, FigureGroup group, DesignSpec const& other);

}  // namespace ceaseline
