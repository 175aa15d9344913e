#pragma once

#include <string>
#include <vector>

#include "design_text.hpp"
#include "study_text.hpp"
#include "world_text.hpp"

namespace ceaseline {

/// A study in one text: every key of study, world and designs with its value, overrides included, and the
/// sources of the figures. load_study() reads it back; maps are named relative to the folder of the study.
[[nodiscard]] std::string resolved_text(StudyText const& study, WorldText const& world,
                                        std::vector<DesignText> const& designs, Registries const& registries);

}  // namespace ceaseline
