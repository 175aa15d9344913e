#pragma once

#include <string>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// What each case of a stress set does to every design, on the study's metric: its value in the base case,
/// and by stress item the value with its interval, the change against the same design's base case, and who is
/// in front. \param width  columns of the terminal; 40 to 80 are used \param colour  ANSI bold for headings
[[nodiscard]] std::string resilience_text(Study const& study, Comparison const& comparison, int width,
                                          bool colour);

}  // namespace ceaseline
