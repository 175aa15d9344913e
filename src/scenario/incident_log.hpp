#pragma once

#include <vector>

#include "world_text.hpp"

namespace ceaseline {

/// Appends what stands in `violations.log`, if the world names one: a table, one incident a row. Columns:
///   id
///   time (UTC) or at (since the start of the period: "3 days 4 h")
///   chainage ("12.4 km") or chainage_km, or lon and lat (degrees)
///   depth_km (behind the line on the side responsible) unless there is lon; 0 without
///   kind, side (responsible), acts (1 without), duration_min (0 without)
/// Rows before the period are left out. Each row that is wrong is noted where it stands.
void add_logged(Texts& texts, WorldText const& world, Line const& line, std::vector<ReplaySpec>& incidents);

}  // namespace ceaseline
