#include "ceaseline/scoring/estimates.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/scoring/block_sum.hpp"

namespace ceaseline {
namespace {

double sum_of(std::vector<double> const& row, std::vector<std::size_t> const& columns) {
  return block_sum(columns.size(), [&](std::size_t i) { return row[columns[i]]; });
}

double sum_of_squares(std::vector<double> const& x) {
  return block_sum(x.size(), [&](std::size_t i) { return x[i] * x[i]; });
}

// Value +- t * se with se^2 = n / (n - 1) * sum of squared pulls: for pulls (y - mean) / n that is s^2 / n.
Estimate student(double value, std::vector<double> const& pull, std::size_t n, double confidence) {
  Estimate e;
  e.n = n;
  if (n == 0) return e;
  e.value = value;
  if (n == 1) return e;
  auto const m = static_cast<double>(n);
  e.standard_error = std::sqrt(m / (m - 1) * sum_of_squares(pull));
  double const half = student_quantile(0.5 + confidence / 2, n - 1) * e.standard_error;
  e.ci = {value - half, value + half};
  e.has_interval = true;
  return e;
}

}  // namespace

char const* name(Finding f) {
  switch (f) {
    case Finding::NotDefined:
      return "not defined";
    case Finding::NoInterval:
      return "no interval";
    case Finding::NoDifference:
      return "no difference";
    case Finding::NotDistinguishable:
      return "not distinguishable";
    case Finding::Distinguishable:
      return "distinguishable";
  }
  return "";
}

Linearised ratio_of_sums(ScoreRows const& rows, RatioColumns const& columns) {
  Linearised s;
  s.pull.assign(rows.size(), 0);
  s.informed.assign(rows.size(), false);
  std::vector<double> above(rows.size());
  std::vector<double> below(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    above[i] = sum_of(rows[i], columns.numerator);
    below[i] = columns.denominator.empty() ? 1 : sum_of(rows[i], columns.denominator);
    s.informed[i] = above[i] != 0 || below[i] != 0;
  }
  double const total = block_sum(below.size(), [&](std::size_t i) { return below[i]; });
  if (total == 0) {
    s.informed.assign(rows.size(), false);
    return s;
  }
  s.n = static_cast<std::size_t>(std::count(s.informed.begin(), s.informed.end(), true));
  s.value = block_sum(above.size(), [&](std::size_t i) { return above[i]; }) / total;
  for (std::size_t i = 0; i < rows.size(); ++i) s.pull[i] = (above[i] - s.value * below[i]) / total;
  return s;
}

Linearised quotient(Linearised const& a, Linearised const& b) {
  Linearised s;
  s.pull.assign(a.pull.size(), 0);
  s.informed.assign(a.pull.size(), false);
  if (a.n == 0 || b.n == 0 || a.value == 0 || b.value == 0) return s;
  s.value = a.value / b.value;
  for (std::size_t i = 0; i < s.pull.size(); ++i) {
    s.pull[i] = s.value * (a.pull[i] / a.value - b.pull[i] / b.value);
    s.informed[i] = a.informed[i] || b.informed[i];
  }
  s.n = static_cast<std::size_t>(std::count(s.informed.begin(), s.informed.end(), true));
  return s;
}

Estimate estimate(Linearised const& s, double confidence) {
  return student(s.value, s.pull, s.n, confidence);
}

Estimate estimate_on_log_scale(Linearised const& s, double confidence) {
  Estimate e = estimate(s, confidence);
  if (!e.has_interval) return e;
  double const factor = std::exp((e.ci.high - s.value) / s.value);
  e.ci = {s.value / factor, s.value * factor};
  return e;
}

PairedDifference paired_difference(Linearised const& a, Linearised const& b, double confidence) {
  PairedDifference p;
  if (a.n == 0 || b.n == 0) return p;
  std::vector<double> pull(a.pull.size());
  std::size_t n = 0;
  bool equal = a.value == b.value;
  for (std::size_t i = 0; i < pull.size(); ++i) {
    pull[i] = a.pull[i] - b.pull[i];
    equal = equal && pull[i] == 0;
    if (a.informed[i] || b.informed[i]) ++n;
  }
  p.difference = student(a.value - b.value, pull, n, confidence);
  if (double const of_difference = sum_of_squares(pull); of_difference > 0)
    p.variance_reduction = (sum_of_squares(a.pull) + sum_of_squares(b.pull)) / of_difference;
  if (equal)
    p.finding = Finding::NoDifference;
  else if (!p.difference.has_interval)
    p.finding = Finding::NoInterval;
  else
    p.finding = p.difference.ci.contains(0) ? Finding::NotDistinguishable : Finding::Distinguishable;
  return p;
}

}  // namespace ceaseline
