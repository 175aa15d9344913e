#include "ceaseline/scoring/metrics.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ceaseline {
namespace {

Tally with_part(Tally tally, std::string const& part) {
  for (std::string& where : tally.where) where += where.empty() ? part : ";" + part;
  return tally;
}

std::vector<std::size_t> columns_of(Tally const& tally, ScoreSheet const& sheet) {
  std::vector<std::size_t> all;
  for (std::string const& where : tally.where) {
    std::vector<std::size_t> const found = sheet.find(tally.metric, where);
    all.insert(all.end(), found.begin(), found.end());
  }
  return all;
}

bool is_share(MetricDefinition const& m) {
  return m.kind == MetricKind::Share || m.kind == MetricKind::WorseSide;
}

Linearised share_of_side(MetricDefinition const& m, ScoreSheet const& sheet, ScoreRows const& rows,
                         Side side) {
  std::string const part = std::string{"side="} + name(side);
  return ratio_of_sums(rows, {columns_of(with_part(m.numerator, part), sheet),
                              columns_of(with_part(m.denominator, part), sheet)});
}

}  // namespace

MetricDefinition const& find_metric(std::vector<MetricDefinition> const& catalogue, std::string const& id,
                                    std::string const& stratum) {
  for (MetricDefinition const& m : catalogue)
    if (m.id == id && m.stratum == stratum) return m;
  throw std::out_of_range("no metric is called \"" + id + "\" for " + stratum);
}

Linearised evaluate(MetricDefinition const& metric, ScoreSheet const& sheet, ScoreRows const& rows) {
  if (metric.kind == MetricKind::Share || metric.kind == MetricKind::Mean)
    return ratio_of_sums(rows, {columns_of(metric.numerator, sheet), columns_of(metric.denominator, sheet)});
  Linearised const a = share_of_side(metric, sheet, rows, Side::A);
  Linearised const b = share_of_side(metric, sheet, rows, Side::B);
  if (metric.kind == MetricKind::EvenHandedness) return quotient(a, b);
  if (a.n == 0 || b.n == 0) return a.n == 0 ? b : a;
  return b.value < a.value ? b : a;
}

Estimate estimate(MetricDefinition const& metric, Linearised const& s, double confidence) {
  if (metric.kind == MetricKind::EvenHandedness) return estimate_on_log_scale(s, confidence);
  Estimate e = estimate(s, confidence);
  if (is_share(metric)) e.ci = {std::max(e.ci.low, 0.0), std::min(e.ci.high, 1.0)};
  return e;
}

PairedDifference difference(MetricDefinition const& metric, Linearised const& a, Linearised const& b,
                            double confidence) {
  PairedDifference d = paired_difference(a, b, confidence);
  Interval& ci = d.difference.ci;
  if (is_share(metric)) ci = {std::max(ci.low, -1.0), std::min(ci.high, 1.0)};
  return d;
}

std::vector<MetricResult> compare_metrics(std::vector<MetricDefinition> const& catalogue,
                                          ScoreSheet const& sheet, std::vector<ScoreRows> const& designs,
                                          std::size_t baseline) {
  std::vector<MetricResult> results;
  results.reserve(catalogue.size());
  for (MetricDefinition const& metric : catalogue) {
    std::vector<Linearised> all;
    all.reserve(designs.size());
    for (ScoreRows const& rows : designs) all.push_back(evaluate(metric, sheet, rows));
    MetricResult result{metric, {}, {}};
    for (Linearised const& one : all) {
      result.estimates.push_back(estimate(metric, one));
      result.differences.push_back(difference(metric, one, all[baseline]));
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace ceaseline
