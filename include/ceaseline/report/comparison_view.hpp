#pragma once

#include <cstddef>
#include <string>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// What the printed comparison needs of a study and its answer. Version and files are left to the caller, who
/// alone knows them, and so is a yardstick: who recorded how many acts on this line.
[[nodiscard]] ComparisonView comparison_view(Study const& study, Comparison const& comparison);

/// True when the resolved text of a study gives "assumption" as the source of the head-count of its
/// `design`-th design.
[[nodiscard]] bool size_is_assumed(std::string const& resolved, std::size_t design);

}  // namespace ceaseline
