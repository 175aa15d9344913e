#pragma once

#include <cstddef>
#include <cstdint>

namespace ceaseline::gdal {

// What a map may hold. Far above any real line (the longest seen has 17,000 vertices), far below what
// makes GDAL slow: a line of a million vertices takes it 4 s and 570 MB.
inline constexpr std::uintmax_t max_bytes = 64U << 20U;
inline constexpr std::size_t max_vertices = 200'000;
inline constexpr std::size_t max_features = 10'000;
/// Brackets and braces within each other in a JSON text; a MultiPolygon needs 8.
inline constexpr std::size_t max_nesting = 64;
/// Geometry collections within each other.
inline constexpr int max_collections = 8;
inline constexpr double min_length_m = 100;

}  // namespace ceaseline::gdal
