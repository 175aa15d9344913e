#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <cstddef>
#include <vector>

namespace ceaseline::toy {

/// A mean and its standard error.
struct Estimate {
  double mean{0};
  double error{0};
  std::size_t n{0};
};

/// Of independent values.
inline Estimate estimate(std::vector<double> const& values) {
  auto const n = static_cast<double>(values.size());
  double sum = 0;
  for (double const v : values) sum += v;
  double const mean = sum / n;
  double squares = 0;
  for (double const v : values) squares += (v - mean) * (v - mean);
  return {mean, std::sqrt(squares / (n - 1) / n), values.size()};
}

/// Of a correlated series: the means of equal stretches of it are nearly independent. What is left over at
/// the start warms up.
inline Estimate by_batches(std::vector<double> const& series, std::size_t batches) {
  std::size_t const length = series.size() / (batches + 1);
  std::vector<double> means;
  for (std::size_t begin = series.size() - batches * length; begin < series.size(); begin += length) {
    double sum = 0;
    for (std::size_t i = begin; i < begin + length; ++i) sum += series[i];
    means.push_back(sum / static_cast<double>(length));
  }
  return estimate(means);
}

/// Within four standard errors of what is known, and sharp enough to be able to fail: the standard error is
/// at most `sharp` of what is known.
inline void expect_known(Estimate const& e, double known, double sharp) {
  EXPECT_LE(e.error, sharp * known) << "n = " << e.n << ": too few to prove anything";
  EXPECT_NEAR(e.mean, known, 4 * e.error) << "n = " << e.n << ", standard error " << e.error;
}

}  // namespace ceaseline::toy
