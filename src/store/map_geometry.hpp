#pragma once

#include <vector>

#include "ceaseline/geo/line.hpp"

namespace ceaseline {

/// Rounded to 1e-7 degrees (1 cm), so that the last bit of a projection shows nowhere.
[[nodiscard]] LonLat shown_place(Frame const& frame, Point p);

/// The line between two chainages, with all its vertices in between. Where it crosses from one part of the
/// line to the next, only the longer piece is shown. Empty when `from` is not before `to`.
[[nodiscard]] std::vector<LonLat> shown_stretch(Line const& line, Stretch stretch);

}  // namespace ceaseline
