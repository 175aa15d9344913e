#include <algorithm>
#include <array>
#include <string>

#include "ceaseline/scoring/gaps.hpp"
#include "columns.hpp"

namespace ceaseline::scoring {
namespace {

constexpr std::array<char const*, coverage_set_count> sets{
    "set=line",        "set=hotspots",    "set=incidents",  "set=near;side=A",
    "set=deep;side=A", "set=near;side=B", "set=deep;side=B"};
constexpr std::array<char const*, 2> channels{"heard", "seen"};
constexpr std::size_t sight = 1;
/// Sets whose gaps have percentiles, of the reference kind by sight.
constexpr std::array<CoverageSet, 2> with_percentiles{CoverageSet::Line, CoverageSet::Hotspots};

/// Of what is uncovered, by complete gaps alone: sum g^2 / T without the gaps that the period cuts.
double corrected_time_average(CoverageOfSet const& c, double hours) {
  if (!(c.gap_hours > 0) || !(hours > 0)) return 0;
  return c.gap_squares / c.gap_hours * (1 - (c.covered[0] + c.covered[1]) / hours);
}

}  // namespace

void name_coverage(World const& world, std::vector<ScoreColumn>& columns) {
  for (std::size_t const kind : world.coverage_kinds()) {
    for (char const* const set : sets) {
      std::string const where = std::string{set} + ";kind=" + world.kinds()[kind].id;
      for (Light const light : {Light::Day, Light::Night}) {
        std::string const stratum = where + ";light=" + name(light);
        columns.push_back({"covered_heard", "h", stratum});
        columns.push_back({"covered_seen", "h", stratum});
        columns.push_back({"coverage_total", "h", stratum});
      }
      for (std::string const by : channels) {
        columns.push_back({"two_assets_" + by, "h", where});
        columns.push_back({"three_assets_" + by, "h", where});
        columns.push_back({"asset_hours_" + by, "h", where});
        columns.push_back({"accesses_" + by, "accesses", where});
        columns.push_back({"gaps_" + by, "gaps", where});
        columns.push_back({"gap_hours_" + by, "h", where});
        columns.push_back({"cut_gaps_" + by, "gaps", where});
        columns.push_back({"cut_gap_hours_" + by, "h", where});
        columns.push_back({"squared_gaps_" + by, "h^2", where});
        columns.push_back({"response_" + by, "h^2", where});
        columns.push_back({"longest_gap_" + by, "h", where});
        columns.push_back({"time_average_gap_corrected_" + by, "h", where});
        columns.push_back({"replications_with_gaps_" + by, "replications", where});
      }
    }
  }
  if (world.spec().coverage.probed()) {
    std::string const kind = ";kind=" + world.kinds()[world.reference_kind()].id;
    for (char const* const set : sets) {
      for (Light const light : {Light::Day, Light::Night}) {
        std::string const stratum = set + kind + ";light=" + name(light);
        columns.push_back({"probes_heard", "probes", stratum});
        columns.push_back({"probes_seen", "probes", stratum});
        columns.push_back({"probes", "probes", stratum});
      }
    }
  }
  columns.push_back({"replications_with_coverage", "replications", "all"});
  columns.push_back({"worst_stretch_seen", "share", "all"});
  for (CoverageSet const set : with_percentiles) {
    char const* const where = sets[static_cast<std::size_t>(set)];
    columns.push_back({"gap_p50", "h", where});
    columns.push_back({"gap_p95", "h", where});
    columns.push_back({"gap_p95_naive", "h", where});
    columns.push_back({"gap_p95_at_least", "replications", where});
  }
}

void count_coverage(Record const& record, World const& world, std::vector<double>& values) {
  CoverageFigures const& found = record.coverage;
  CoverageFigures::Judged const nothing{};
  for (std::size_t kind = 0; kind < world.coverage_kinds().size(); ++kind) {
    for (std::size_t set = 0; set < coverage_set_count; ++set) {
      CoverageFigures::Judged const& at = kind < found.kinds.size() ? found.kinds[kind][set] : nothing;
      for (std::size_t light = 0; light < 2; ++light)
        values.insert(values.end(),
                      {at.channel[0].covered[light], at.channel[1].covered[light], at.hours[light]});
      for (CoverageOfSet const& c : at.channel) {
        double const squares = c.gap_squares + c.cut_gap_squares;
        values.insert(values.end(),
                      {c.at_least[1], c.at_least[2], c.asset_hours, c.accesses, c.gaps, c.gap_hours,
                       c.cut_gaps, c.cut_gap_hours, squares, squares / 2, c.longest_gap,
                       corrected_time_average(c, at.hours[0] + at.hours[1]), c.gap_hours > 0 ? 1.0 : 0.0});
      }
    }
  }
  if (world.spec().coverage.probed()) {
    for (CoverageFigures::Probed const& p : found.probes)
      for (std::size_t light = 0; light < 2; ++light)
        values.insert(values.end(), {p.noticed[0][light], p.noticed[1][light], p.asked[light]});
  }
  std::vector<double> const& seen = found.segment_seen;
  values.push_back(found.computed ? 1 : 0);
  values.push_back(seen.empty() ? 0 : *std::min_element(seen.begin(), seen.end()));
  for (CoverageSet const set : with_percentiles) {
    CoverageOfSet const none{};
    CoverageOfSet const& c =
        found.kinds.empty() ? none : found.kinds[0][static_cast<std::size_t>(set)].channel[sight];
    GapQuantile const p95 = gap_quantile(c.gap_lengths, c.cut_gap_lengths);
    values.insert(values.end(),
                  {gap_quantile(c.gap_lengths, c.cut_gap_lengths, 0.5).hours, p95.hours,
                   naive_gap_quantile(c.gap_lengths, c.cut_gap_lengths), p95.at_least ? 1.0 : 0.0});
  }
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
