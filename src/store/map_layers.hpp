#pragma once

#include "ceaseline/store/map_table.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

// The tables of result.gpkg, one by one.

[[nodiscard]] MapTable line_table(Study const& study);
[[nodiscard]] MapTable segment_table(Study const& study, Comparison const& comparison);
[[nodiscard]] MapTable coverage_table(Study const& study, std::vector<PlannedCoverage> const& planned);
[[nodiscard]] MapTable base_table(Study const& study);
[[nodiscard]] MapTable sensor_table(Study const& study);
[[nodiscard]] MapTable incident_table(Study const& study, Plan const& plan);
[[nodiscard]] MapTable estimate_table(Study const& study, Comparison const& comparison);
[[nodiscard]] MapTable difference_table(Study const& study, Comparison const& comparison);
/// How QGIS draws the layers; it takes the default one by itself when a layer is opened.
[[nodiscard]] MapTable style_table(Study const& study);

/// A number that exists only sometimes: an empty cell otherwise.
void append_cell(std::vector<MapValue>& cells, bool exists, double value);
/// A number with its interval, as cells value, low, high, n.
void append_cells(std::vector<MapValue>& cells, Estimate const& e);

}  // namespace ceaseline
