#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include "ceaseline/scoring/gaps.hpp"
#include "columns.hpp"

namespace ceaseline::scoring {
namespace {

constexpr std::array<char const*, 2> sets{"line", "hotspots"};
constexpr std::size_t sound = 0;
constexpr std::size_t sight = 1;

double sum(std::vector<double> const& x) { return std::accumulate(x.begin(), x.end(), 0.0); }

}  // namespace

void name_coverage(std::vector<ScoreColumn>& columns) {
  for (char const* const set : sets) {
    for (Light const light : {Light::Day, Light::Night}) {
      std::string const stratum = std::string{"set="} + set + ";light=" + name(light);
      columns.push_back({"covered_heard", "point-s", stratum});
      columns.push_back({"covered_seen", "point-s", stratum});
      columns.push_back({"coverage_total", "point-s", stratum});
    }
  }
  columns.push_back({"replications_with_coverage", "replications", "all"});
  columns.push_back({"gaps", "spells", "all"});
  columns.push_back({"gap_hours", "h", "all"});
  columns.push_back({"gaps_censored", "spells", "all"});
  columns.push_back({"gap_hours_censored", "h", "all"});
  columns.push_back({"gap_p95", "h", "all"});
  columns.push_back({"gap_p95_naive", "h", "all"});
  columns.push_back({"gap_p95_at_least", "replications", "all"});
}

void count_coverage(Record const& record, std::vector<double>& values) {
  CoverageFigures const& found = record.coverage;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (std::size_t light = 0; light < 2; ++light)
      values.insert(values.end(), {found.covered[sound][set][light], found.covered[sight][set][light],
                                   found.total[set][light]});
  }
  GapQuantile const p95 = gap_quantile(found.gaps, found.censored_gaps);
  values.insert(values.end(),
                {found.computed ? 1.0 : 0.0, static_cast<double>(found.gaps.size()), sum(found.gaps),
                 static_cast<double>(found.censored_gaps.size()), sum(found.censored_gaps), p95.hours,
                 naive_gap_quantile(found.gaps, found.censored_gaps), p95.at_least ? 1.0 : 0.0});
}

void name_segments(World const& world, std::vector<ScoreColumn>& columns) {
  for (int s = 0; s < world.segments(); ++s) {
    std::string const stratum = "segment=" + std::to_string(s);
    columns.push_back({"segment_incidents", "incidents", stratum});
    columns.push_back({"segment_incidents_detected", "incidents", stratum});
    columns.push_back({"segment_incidents_verified_in_time", "incidents", stratum});
    columns.push_back({"segment_heard", "share", stratum});
    columns.push_back({"segment_seen", "share", stratum});
    columns.push_back({"segment_coverage_computed", "replications", stratum});
  }
}

void count_segments(Record const& record, World const& world, std::vector<double>& values) {
  constexpr std::size_t per_segment = 6;
  std::size_t const begin = values.size();
  auto const segments = static_cast<std::size_t>(world.segments());
  values.resize(begin + segments * per_segment, 0);
  for (std::size_t i = 0; i < record.incidents.size(); ++i) {
    Incident const& incident = record.incidents[i];
    Fate const& fate = record.fates[i];
    if (fate.prevented) continue;
    auto const segment = static_cast<std::size_t>(world.segment_of(incident.chainage));
    double* const at = &values[begin + segment * per_segment];
    at[0] += 1;
    if (fate.step >= Step::Detected) at[1] += 1;
    if (verified_in_time(incident, fate, world.spec().evidence)) at[2] += 1;
  }
  CoverageFigures const& found = record.coverage;
  if (!found.computed) return;
  for (std::size_t s = 0; s < std::min(segments, found.segment_seen.size()); ++s) {
    double* const at = &values[begin + s * per_segment];
    at[3] = found.segment_heard[s];
    at[4] = found.segment_seen[s];
    at[5] = 1;
  }
}

}  // namespace ceaseline::scoring
