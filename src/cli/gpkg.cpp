#include "gpkg.hpp"

#include <utility>

#include "ceaseline/gdal/export.hpp"

namespace ceaseline {
namespace {

Field::Type type_of(ColumnType t) {
  switch (t) {
    case ColumnType::Integer:
      return Field::Type::Integer;
    case ColumnType::Real:
      return Field::Type::Real;
    case ColumnType::Time:
      return Field::Type::Time;
    case ColumnType::Text:
      break;
  }
  return Field::Type::Text;
}

Layer::Geometry geometry_of(Shape s) {
  switch (s) {
    case Shape::Point:
      return Layer::Geometry::Point;
    case Shape::Line:
      return Layer::Geometry::Line;
    case Shape::None:
      break;
  }
  return Layer::Geometry::None;
}

Layer layer_of(MapTable&& table) {
  Layer layer{std::move(table.name), std::move(table.title), geometry_of(table.shape), {}, {}};
  for (MapColumn& column : table.columns)
    layer.fields.push_back({std::move(column.name), type_of(column.type)});
  layer.rows.reserve(table.rows.size());
  for (MapRow& row : table.rows) layer.rows.push_back({std::move(row.geometry), std::move(row.values)});
  return layer;
}

}  // namespace

void write_gpkg(std::string const& path, std::vector<MapTable> tables) {
  std::vector<Layer> layers;
  layers.reserve(tables.size());
  for (MapTable& table : tables) layers.push_back(layer_of(std::move(table)));
  export_gpkg(path, layers);
}

}  // namespace ceaseline
