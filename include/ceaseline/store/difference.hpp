#pragma once

#include <optional>
#include <string>

namespace ceaseline {

/// Where two results first differ, in words: "case base, design ots, replication 3, incidents_detected (...):
/// 12 stored, 13 now". Compares tables/ line by line, replications first, then result.gpkg byte by byte.
/// \returns nothing when they are identical \throws DiskError
[[nodiscard]] std::optional<std::string> first_difference(std::string const& stored, std::string const& now);

}  // namespace ceaseline
