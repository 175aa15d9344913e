#pragma once

#include <string>
#include <vector>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/report/comparison_table.hpp"

namespace ceaseline {

/// What is printed of a comparison. \param files where the results went; may be empty
[[nodiscard]] ComparisonView view_of(Study const& study, Comparison const& comparison,
                                     std::vector<std::string> files);

/// The same as JSON: the rows of the first table, the verdicts and the drivers; ends in a line break.
[[nodiscard]] std::string comparison_json(Study const& study, Comparison const& comparison,
                                          std::string const& out);

}  // namespace ceaseline
