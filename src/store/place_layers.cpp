#include "map_geometry.hpp"
#include "map_layers.hpp"

namespace ceaseline {
namespace {

World const& base_world(Study const& study) { return *study.cases.front().world; }

std::string kind_of_platform(Mission const& mission, Mounted const& m) {
  if (m.satellite >= 0) return "satellite";
  if (m.team >= 0)
    return mission.teams()[static_cast<std::size_t>(m.team)].aircraft >= 0 ? "aircraft" : "team";
  return m.base >= 0 ? "base" : "fixed";
}

/// Id of the base it belongs to; empty without one.
MapValue base_of(Mission const& mission, Mounted const& m) {
  if (m.base < 0) return {};
  return mission.bases()[static_cast<std::size_t>(m.base)].id;
}

}  // namespace

MapTable line_table(Study const& study) {
  Line const& line = base_world(study).line();
  MapTable table{"line",
                 "Line of contact",
                 Shape::Line,
                 {{"part", ColumnType::Integer},
                  {"from_km", ColumnType::Real},
                  {"to_km", ColumnType::Real},
                  {"title", ColumnType::Text},
                  {"date", ColumnType::Text},
                  {"side_a", ColumnType::Text},
                  {"side_b", ColumnType::Text},
                  {"tolerance", ColumnType::Text},
                  {"source", ColumnType::Text}},
                 {}};
  for (std::size_t p = 0; p < line.parts(); ++p) {
    std::size_t const first = line.part_begins()[p];
    std::size_t const after = p + 1 < line.parts() ? line.part_begins()[p + 1] : line.vertices().size();
    MapRow row;
    for (std::size_t v = first; v < after; ++v)
      row.geometry.push_back(shown_place(line.frame(), line.vertices()[v]));
    row.values = {static_cast<std::int64_t>(p),
                  line.chainages()[first] / 1000,
                  line.chainages()[after - 1] / 1000,
                  study.map.title,
                  study.map.date,
                  study.map.side_a,
                  study.map.side_b,
                  study.map.tolerance,
                  study.map.source};
    table.rows.push_back(std::move(row));
  }
  return table;
}

MapTable base_table(Study const& study) {
  Frame const& frame = base_world(study).line().frame();
  MapTable table{"bases",
                 "Bases and their sectors",
                 Shape::Point,
                 {{"design", ColumnType::Text},
                  {"id", ColumnType::Text},
                  {"title", ColumnType::Text},
                  {"side", ColumnType::Text},
                  {"chainage_km", ColumnType::Real},
                  {"depth_km", ColumnType::Real},
                  {"sector_from_km", ColumnType::Real},
                  {"sector_to_km", ColumnType::Real},
                  {"lon", ColumnType::Real},
                  {"lat", ColumnType::Real}},
                 {}};
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    for (Base const& b : study.cases.front().missions[d]->bases()) {
      LonLat const at = shown_place(frame, b.place);
      table.rows.push_back(
          {{at},
           {study.designs[d].id, b.id, b.title, std::string{name(b.side)}, b.at.chainage.kilometres(),
            b.at.depth.kilometres(), b.sector.from.kilometres(), b.sector.to.kilometres(), at.lon, at.lat}});
    }
  }
  return table;
}

MapTable sensor_table(Study const& study) {
  Frame const& frame = base_world(study).line().frame();
  MapTable table{"sensors",
                 "Fixed sensors; those of teams, aircraft and satellites have no place",
                 Shape::Point,
                 {{"design", ColumnType::Text},
                  {"id", ColumnType::Text},
                  {"platform", ColumnType::Text},
                  {"base", ColumnType::Text},
                  {"side", ColumnType::Text},
                  {"channel", ColumnType::Text},
                  {"up", ColumnType::Real},
                  {"lon", ColumnType::Real},
                  {"lat", ColumnType::Real}},
                 {}};
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    Mission const& mission = *study.cases.front().missions[d];
    for (Mounted const& m : mission.sensors()) {
      MapRow row;
      row.values = {study.designs[d].id,
                    m.id,
                    kind_of_platform(mission, m),
                    base_of(mission, m),
                    std::string{name(m.side)},
                    std::string{name(m.sensor->channel())},
                    m.up,
                    std::monostate{},
                    std::monostate{}};
      if (m.team < 0 && m.satellite < 0) {
        LonLat const at = shown_place(frame, m.place);
        row.geometry = {at};
        row.values[7] = at.lon;
        row.values[8] = at.lat;
      }
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace ceaseline
