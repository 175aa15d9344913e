#include <algorithm>

#include "map_geometry.hpp"
#include "map_layers.hpp"

namespace ceaseline {
namespace {

/// Metrics of one case in the order of the segment catalogue: those of segment 0, then those of segment 1,
/// ...
constexpr std::size_t metrics_per_segment = 4;

Stretch stretch_of(World const& world, std::size_t segment) {
  Length const length = world.spec().segment;
  Length const from = length * static_cast<double>(segment);
  return {from, std::min(from + length, world.line().length())};
}

}  // namespace

MapTable segment_table(Study const& study, Comparison const& comparison) {
  MapTable table{"segments",
                 "What is detected and covered along the line",
                 Shape::Line,
                 {{"case_id", ColumnType::Text},
                  {"design", ColumnType::Text},
                  {"segment", ColumnType::Integer},
                  {"from_km", ColumnType::Real},
                  {"to_km", ColumnType::Real}},
                 {}};
  auto const& first = comparison.cases.front().segments;
  for (std::size_t m = 0; m < std::min(metrics_per_segment, first.size()); ++m)
    table.columns.push_back({first[m].metric.id, ColumnType::Real});
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    World const& world = *study.cases[c].world;
    auto const& metrics = comparison.cases[c].segments;
    for (std::size_t d = 0; d < study.designs.size(); ++d) {
      for (std::size_t s = 0; s < metrics.size() / metrics_per_segment; ++s) {
        Stretch const stretch = stretch_of(world, s);
        MapRow row{shown_stretch(world.line(), stretch),
                   {study.cases[c].spec.id, study.designs[d].id, static_cast<std::int64_t>(s),
                    stretch.from.kilometres(), stretch.to.kilometres()}};
        for (std::size_t m = 0; m < metrics_per_segment; ++m) {
          Estimate const& e = metrics[s * metrics_per_segment + m].estimates[d];
          append_cell(row.values, e.n > 0, e.value);
        }
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace ceaseline
