#include "shape.hpp"

#include <ogr_geometry.h>

#include "limits.hpp"

namespace ceaseline::gdal {

namespace {

Shape line_shape(OGRLineString const& line) {
  Shape shape{Shape::Kind::Line, {}};
  shape.vertices.reserve(static_cast<std::size_t>(line.getNumPoints()));
  for (int i = 0; i < line.getNumPoints(); ++i) shape.vertices.push_back({line.getX(i), line.getY(i)});
  return shape;
}

}  // namespace

bool flatten(OGRGeometry const& geometry, std::vector<Shape>& out, int depth) {
  if (depth > max_collections) return false;
  if (geometry.IsEmpty()) return true;
  auto const type = wkbFlatten(geometry.getGeometryType());
  switch (type) {
    case wkbPoint: {
      auto const& point = *geometry.toPoint();
      out.push_back({Shape::Kind::Point, {{point.getX(), point.getY()}}});
      return true;
    }
    case wkbLineString:
      out.push_back(line_shape(*geometry.toLineString()));
      return true;
    case wkbPolygon:
      out.push_back({Shape::Kind::Polygon, {}});
      return true;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
      for (auto const* member : *geometry.toGeometryCollection())
        if (!flatten(*member, out, depth + 1)) return false;
      return true;
    default:
      out.push_back({Shape::Kind::Other, {}});
      return true;
  }
}

}  // namespace ceaseline::gdal
