#pragma once

#include <nlohmann/json.hpp>

#include "lived.hpp"
#include "pack.hpp"

namespace ceaseline::report {

/// What happened: a column a property, in the order of the record.
[[nodiscard]] nlohmann::ordered_json truth_json(LivedTruth const& truth, Pack& pack);
/// What became of it, what the mission was told, and where its teams were.
[[nodiscard]] nlohmann::ordered_json design_json(LivedDesign const& lived, World const& world, Pack& pack);

}  // namespace ceaseline::report
