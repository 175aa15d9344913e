#include <algorithm>
#include <cmath>

#include "columns.hpp"

namespace ceaseline::scoring {
namespace {

// The value below which a share p of the sample lies: its ceil(p n)-th smallest. Reorders the sample.
double quantile(std::vector<double>& sample, double p) {
  if (sample.empty()) return 0;
  auto const rank = static_cast<std::ptrdiff_t>(std::ceil(p * static_cast<double>(sample.size())));
  auto const at = sample.begin() + std::max<std::ptrdiff_t>(rank - 1, 0);
  std::nth_element(sample.begin(), at, sample.end());
  return *at;
}

void append_quantiles(std::vector<double>& sample, std::vector<double>& values) {
  values.push_back(quantile(sample, 0.5));
  values.push_back(quantile(sample, 0.9));
  values.push_back(sample.empty() ? 0 : 1);
}

}  // namespace

void name_delays(std::vector<ScoreColumn>& columns) {
  columns.push_back({"hours_to_scene_p50", "h", "all"});
  columns.push_back({"hours_to_scene_p90", "h", "all"});
  columns.push_back({"replications_with_scenes", "replications", "all"});
  columns.push_back({"hours_to_report_p50", "h", "all"});
  columns.push_back({"hours_to_report_p90", "h", "all"});
  columns.push_back({"replications_with_reports", "replications", "all"});
  columns.push_back({"days", "days", "all"});
  columns.push_back({"years", "years of 365 days", "all"});
}

void count_delays(Record const& record, World const& world, std::vector<double>& values) {
  std::vector<double> to_scene;
  std::vector<double> to_report;
  to_report.reserve(record.fates.size());
  for (std::size_t i = 0; i < record.fates.size(); ++i) {
    Fate const& fate = record.fates[i];
    if (fate.prevented) continue;
    if (scene_reached(fate)) to_scene.push_back(hours(fate.time_to_scene));
    if (published_report(record, fate) == nullptr) continue;
    to_report.push_back(hours(fate.reported - record.incidents[i].start));
  }
  append_quantiles(to_scene, values);
  append_quantiles(to_report, values);
  double const days = hours(world.end() - SimTime{}) / 24;
  values.push_back(days);
  values.push_back(days / 365);
}

}  // namespace ceaseline::scoring
