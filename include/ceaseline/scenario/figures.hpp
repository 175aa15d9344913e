#pragma once

#include <string>
#include <vector>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {

/// The figures of a scenario text (numbers, quantities, dates, times of day) that no `sources` table vouches
/// for. \throws InputError when the text is not TOML
[[nodiscard]] std::vector<Diagnostic> figures_without_source(std::string const& file,
                                                             std::string const& text);

}  // namespace ceaseline
