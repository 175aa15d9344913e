#include "ceaseline/geo/place.hpp"

#include <cmath>

namespace ceaseline {

// Not std::hypot: its last bits differ between libraries, those of sqrt do not.
Length distance(Point a, Point b) { return Length::metres(std::sqrt(squared_distance(a, b))); }

}  // namespace ceaseline
