#include <algorithm>
#include <cmath>

#include "map_geometry.hpp"
#include "map_layers.hpp"

namespace ceaseline {

MapTable coverage_table(Study const& study, std::vector<PlannedCoverage> const& planned) {
  MapTable table{"coverage",
                 "Coverage along the line as designs are planned, figures of merit at the middle of segments",
                 Shape::Line,
                 {{"design", ColumnType::Text},
                  {"channel", ColumnType::Text},
                  {"segment", ColumnType::Integer},
                  {"from_km", ColumnType::Real},
                  {"to_km", ColumnType::Real}},
                 {}};
  for (SegmentFigure const& f : segment_figure_list()) table.columns.push_back({f.name, ColumnType::Real});
  table.columns.push_back({"worst", ColumnType::Integer});
  World const& world = *study.cases.front().world;
  for (PlannedCoverage const& p : planned) {
    for (Channel const channel : {Channel::Sound, Channel::Sight}) {
      auto const figures = segment_figures(p.raster, channel);
      for (std::size_t s = 0; s < figures.size(); ++s) {
        Length const from = world.spec().segment * static_cast<double>(s);
        Length const to = std::min(from + world.spec().segment, world.line().length());
        MapRow row{shown_stretch(world.line(), {from, to}),
                   {p.design, std::string{name(channel)}, static_cast<std::int64_t>(s), from.kilometres(),
                    to.kilometres()}};
        for (SegmentFigure const& f : segment_figure_list())
          append_cell(row.values, !std::isnan(figures[s].*f.value), figures[s].*f.value);
        row.values.emplace_back(std::int64_t{figures[s].worst ? 1 : 0});
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

}  // namespace ceaseline
