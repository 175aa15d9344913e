#include "map_layers.hpp"

namespace ceaseline {
namespace {

/// Columns that name a metric of a design, and those of a number with its interval.
std::vector<MapColumn> metric_columns(char const* value) {
  return {{"case_id", ColumnType::Text}, {"design", ColumnType::Text}, {"metric", ColumnType::Text},
          {"title", ColumnType::Text},   {"unit", ColumnType::Text},   {"stratum", ColumnType::Text},
          {value, ColumnType::Real},     {"low", ColumnType::Real},    {"high", ColumnType::Real},
          {"n", ColumnType::Integer}};
}

MapRow metric_row(std::string const& case_id, std::string const& design, MetricDefinition const& metric,
                  Estimate const& e) {
  MapRow row{{}, {case_id, design, metric.id, metric.title, metric.unit, metric.stratum}};
  append_cells(row.values, e);
  return row;
}

}  // namespace

void append_cell(std::vector<MapValue>& cells, bool exists, double value) {
  MapValue& cell = cells.emplace_back();
  if (exists) cell = value;
}

void append_cells(std::vector<MapValue>& cells, Estimate const& e) {
  append_cell(cells, e.n > 0, e.value);
  append_cell(cells, e.has_interval, e.ci.low);
  append_cell(cells, e.has_interval, e.ci.high);
  cells.emplace_back(static_cast<std::int64_t>(e.n));
}

MapTable estimate_table(Study const& study, Comparison const& comparison) {
  MapTable table{"estimates",
                 "Metrics by case and design, with 95 % intervals",
                 Shape::None,
                 metric_columns("value"),
                 {}};
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    for (MetricResult const& m : comparison.cases[c].metrics)
      for (std::size_t d = 0; d < study.designs.size(); ++d)
        table.rows.push_back(
            metric_row(study.cases[c].spec.id, study.designs[d].id, m.metric, m.estimates[d]));
  return table;
}

MapTable difference_table(Study const& study, Comparison const& comparison) {
  MapTable table{"differences",
                 "Designs less the baseline, paired by replication",
                 Shape::None,
                 metric_columns("difference"),
                 {}};
  table.columns.push_back({"finding", ColumnType::Text});
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    for (MetricResult const& m : comparison.cases[c].metrics) {
      for (std::size_t d = 0; d < study.designs.size(); ++d) {
        if (d == comparison.baseline) continue;
        PairedDifference const& p = m.differences[d];
        MapRow row = metric_row(study.cases[c].spec.id, study.designs[d].id, m.metric, p.difference);
        row.values.emplace_back(std::string{name(p.finding)});
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

std::vector<MapTable> map_tables(Study const& study, Plan const& plan, Comparison const& comparison,
                                 std::vector<PlannedCoverage> const& planned) {
  return {line_table(study),
          segment_table(study, comparison),
          coverage_table(study, planned),
          base_table(study),
          sensor_table(study),
          incident_table(study, plan),
          estimate_table(study, comparison),
          difference_table(study, comparison),
          style_table(study)};
}

}  // namespace ceaseline
