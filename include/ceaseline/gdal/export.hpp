#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// A column of a layer.
struct Field {
  /// A Time is a text "2021-03-04T05:06:07Z" (UTC) and is stored as a date with time.
  enum class Type : unsigned char { Integer, Real, Text, Time };
  std::string name;
  Type type{Type::Text};
};

/// A value of a row; std::monostate is none, and so is a Real that is not finite.
using FieldValue = std::variant<std::monostate, std::int64_t, double, std::string>;

/// One table of a GeoPackage, with or without geometry.
struct Layer {
  enum class Geometry : unsigned char { None, Point, Line };
  struct Row {
    std::vector<LonLat> geometry;    ///< one vertex for a Point, two or more for a Line; empty is no geometry
    std::vector<FieldValue> values;  ///< one per field, of its type
  };

  std::string name;   ///< of the table; unique in the file
  std::string title;  ///< for people
  Geometry geometry{Geometry::None};
  std::vector<Field> fields;
  std::vector<Row> rows;
};

/// Writes the layers as a GeoPackage in WGS 84 (EPSG:4326), replacing what stands at `path`: first under a
/// temporary name beside it, then renamed, so that a reader never sees half a file.
/// Equal layers give equal bytes (with one version of GDAL and SQLite): the date stamps are fixed.
/// There is no spatial index; it would take four fifths of the time.
/// \throws std::runtime_error when a row does not fit its layer, or the disk or GDAL fails
void export_gpkg(std::string const& path, std::vector<Layer> const& layers);

}  // namespace ceaseline
