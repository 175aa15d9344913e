#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

enum class ColumnType { Integer, Real, Text, Time };
enum class Shape { None, Point, Line };

struct MapColumn {
  std::string name;
  ColumnType type{ColumnType::Text};
};

/// std::monostate is an empty cell; a Time is written "2021-03-04T05:06:07Z".
using MapValue = std::variant<std::monostate, std::int64_t, double, std::string>;

struct MapRow {
  std::vector<LonLat> geometry;  ///< one vertex for a Point, two or more for a Line, none otherwise
  std::vector<MapValue> values;  ///< one per column, of its type
};

/// One table of result.gpkg as plain values; who writes the file knows the format.
struct MapTable {
  std::string name;
  std::string title;
  Shape shape{Shape::None};
  std::vector<MapColumn> columns;
  std::vector<MapRow> rows;
};

/// What result.gpkg holds: line, segments (coverage and detection by case and design), coverage (figures of
/// merit by segment, as designs are planned), bases, sensors, incidents (those of replication 0 in the base
/// case with their fate in each design), estimates, differences;
/// and layer_styles, by which QGIS draws them.
[[nodiscard]] std::vector<MapTable> map_tables(Study const& study, Plan const& plan,
                                               Comparison const& comparison,
                                               std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline
