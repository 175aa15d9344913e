#pragma once

#include <string>

namespace ceaseline {

/// Where a figure of the world comes from, as its `sources` table says: empty when that is silent.
[[nodiscard]] std::string source_in_world(std::string const& resolved, std::string const& key);

}  // namespace ceaseline
