#include "ceaseline/scoring/intervals.hpp"

#include <algorithm>
#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "ceaseline/scoring/block_sum.hpp"

namespace ceaseline {
namespace {

double two_sided_z(double confidence) {
  return boost::math::quantile(boost::math::normal{}, 0.5 + confidence / 2);
}

double share(std::size_t hits, std::size_t n) { return static_cast<double>(hits) / static_cast<double>(n); }

}  // namespace

Interval wilson(std::size_t hits, std::size_t n, double confidence) {
  double const z = two_sided_z(confidence);
  auto const m = static_cast<double>(n);
  double const p = share(hits, n);
  double const centre = p + z * z / (2 * m);
  double const half = z * std::sqrt(p * (1 - p) / m + z * z / (4 * m * m));
  double const scale = 1 + z * z / m;
  return {hits == 0 ? 0 : (centre - half) / scale, hits == n ? 1 : (centre + half) / scale};
}

Interval clopper_pearson(std::size_t hits, std::size_t n, double confidence) {
  double const tail = (1 - confidence) / 2;
  auto const k = static_cast<double>(hits);
  auto const m = static_cast<double>(n);
  using boost::math::beta_distribution;
  return {hits == 0 ? 0 : boost::math::quantile(beta_distribution<>{k, m - k + 1}, tail),
          hits == n ? 1 : boost::math::quantile(beta_distribution<>{k + 1, m - k}, 1 - tail)};
}

Interval newcombe_difference(std::size_t hits_a, std::size_t n_a, std::size_t hits_b, std::size_t n_b,
                             double confidence) {
  double const a = share(hits_a, n_a);
  double const b = share(hits_b, n_b);
  Interval const of_a = wilson(hits_a, n_a, confidence);
  Interval const of_b = wilson(hits_b, n_b, confidence);
  auto const hypotenuse = [](double x, double y) { return std::sqrt(x * x + y * y); };
  return {a - b - hypotenuse(a - of_a.low, of_b.high - b), a - b + hypotenuse(of_a.high - a, b - of_b.low)};
}

Interval katz_ratio(std::size_t hits_a, std::size_t n_a, std::size_t hits_b, std::size_t n_b,
                    double confidence) {
  auto const inverse = [](std::size_t k) { return 1 / static_cast<double>(k); };
  double const se = std::sqrt(inverse(hits_a) - inverse(n_a) + inverse(hits_b) - inverse(n_b));
  double const ratio = share(hits_a, n_a) / share(hits_b, n_b);
  double const factor = std::exp(two_sided_z(confidence) * se);
  return {ratio / factor, ratio * factor};
}

double student_quantile(double p, std::size_t degrees) {
  return boost::math::quantile(boost::math::students_t{static_cast<double>(degrees)}, p);
}

Estimate mean_estimate(std::vector<double> const& values, double confidence) {
  Estimate e;
  e.n = values.size();
  if (e.n == 0) return e;
  auto const n = static_cast<double>(e.n);
  e.value = block_sum(e.n, [&](std::size_t i) { return values[i]; }) / n;
  if (e.n == 1) return e;
  double const squares = block_sum(e.n, [&](std::size_t i) {
    double const off = values[i] - e.value;
    return off * off;
  });
  e.standard_error = std::sqrt(squares / (n * (n - 1)));
  double const half = student_quantile(0.5 + confidence / 2, e.n - 1) * e.standard_error;
  e.ci = {e.value - half, e.value + half};
  e.has_interval = true;
  return e;
}

RankInterval quantile_ranks(std::size_t n, double p, double confidence) {
  // The number of values below the quantile is binomial: P(X(low) <= q < X(high)) = P(low <= B <= high - 1).
  boost::math::binomial const below{static_cast<double>(n), p};
  auto const at_most = [&](std::size_t k) { return boost::math::cdf(below, static_cast<double>(k)); };
  double const tail = (1 - confidence) / 2;
  std::size_t low = 0;
  while (low < n && at_most(low) <= tail) ++low;  // P(B < low) <= tail, and no longer for low + 1
  std::size_t high = n + 1;
  while (high > 1 && boost::math::cdf(boost::math::complement(below, static_cast<double>(high - 2))) <= tail)
    --high;  // P(B >= high) <= tail, and no longer for high - 1
  double const missed_below = low == 0 ? 0 : at_most(low - 1);
  return {low, high, at_most(high - 1 < n ? high - 1 : n) - missed_below};
}

}  // namespace ceaseline
