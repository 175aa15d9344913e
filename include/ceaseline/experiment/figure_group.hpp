#pragma once

#include <array>

#include "ceaseline/mission/design_spec.hpp"

namespace ceaseline {

/// Figures of a design that belong together and that a difference can be due to.
enum class FigureGroup {
  Numbers,
  Hours,
  Rules,
  Driving,
  Equipment,  ///< sensors, posts and teams given one by one as well
  Siting,
  Access  ///< of one organisation alone; access by side is the world's and equal for all
};
inline constexpr std::array<FigureGroup, 7> figure_groups{
    FigureGroup::Numbers,   FigureGroup::Hours,  FigureGroup::Rules, FigureGroup::Driving,
    FigureGroup::Equipment, FigureGroup::Siting, FigureGroup::Access};
[[nodiscard]] char const* name(FigureGroup g);

/// True when two designs have the same figures of one group. Names, costs and contributors are no figures.
[[nodiscard]] bool same_figures(FigureGroup group, DesignSpec const& a, DesignSpec const& b);
/// True when they have the same figures of all groups: what they detect is then equal by construction.
[[nodiscard]] bool same_figures(DesignSpec const& a, DesignSpec const& b);

/// `design` with the figures of one group taken from `other`.
[[nodiscard]] DesignSpec with_group(DesignSpec design, FigureGroup group, DesignSpec const& other);

}  // namespace ceaseline
