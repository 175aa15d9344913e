#pragma once

#include <vector>

#include "ceaseline/geo/place.hpp"

class OGRGeometry;

namespace ceaseline::gdal {

/// One geometry without its collection. Only points and lines keep their vertices: x and y as in the
/// file, which may be metres, not finite or out of range.
struct Shape {
  enum class Kind { Point, Line, Polygon, Other };
  Kind kind;
  std::vector<LonLat> vertices;
};

/// Takes collections and multi-geometries apart, to a depth of max_collections; drops z and m, and
/// whatever is empty.
/// \returns false when collections lie within each other deeper than that
[[nodiscard]] bool flatten(OGRGeometry const& geometry, std::vector<Shape>& out, int depth = 0);

}  // namespace ceaseline::gdal
