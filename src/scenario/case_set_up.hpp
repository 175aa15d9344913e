#pragma once

#include <vector>

#include "design_text.hpp"
#include "study_text.hpp"
#include "world_text.hpp"

namespace ceaseline {

/// Worlds and missions of all cases, one after the other, as far as what they are made of is sound.
/// \param base  the world's table, in which overrides of the command line have taken place
[[nodiscard]] std::vector<CaseWorld> set_up_cases(Texts& texts, StudyText const& study, Node const& base,
                                                  Maps const& maps, std::vector<DesignText> const& designs,
                                                  Registries const& registries);

}  // namespace ceaseline
