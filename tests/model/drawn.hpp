#pragma once

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <vector>

#include "toy/toy_world.hpp"

namespace ceaseline::toy {

/// All incidents of one replication, in order.
inline std::vector<Incident> drawn(World const& world, std::uint32_t replication,
                                   ViolationProcess const& process = HotspotProcess()) {
  TruthStream truth(world, process, Draws(3, replication));
  TruthDay today;
  std::vector<Incident> all;
  while (truth.next(today)) all.insert(all.end(), today.incidents.begin(), today.incidents.end());
  return all;
}

inline double in_days(SimTime t) { return static_cast<double>(ms_of(t)) / 86'400'000.0; }

/// Mean of a sample, its standard error, and its variance with the standard error of that.
struct Moments {
  double mean{0}, error{0}, variance{0}, variance_error{0};
};

inline Moments moments(std::vector<double> const& x) {
  auto const n = static_cast<double>(x.size());
  Moments m;
  for (double const e : x) m.mean += e / n;
  double fourth = 0;
  for (double const e : x) {
    double const square = (e - m.mean) * (e - m.mean);
    m.variance += square / (n - 1);
    fourth += square * square / n;
  }
  m.error = std::sqrt(m.variance / n);
  m.variance_error = std::sqrt((fourth - m.variance * m.variance) / n);
  return m;
}

/// Within 4 standard errors, and these within `precision` of what is expected: a wide interval proves
/// nothing.
inline void expect_mean(std::vector<double> const& x, double expected, double precision) {
  Moments const m = moments(x);
  EXPECT_NEAR(m.mean, expected, 4 * m.error) << "s.e. " << m.error << ", n " << x.size();
  EXPECT_LE(m.error, precision * expected) << "too few to tell";
}

inline void expect_variance(std::vector<double> const& x, double expected, double precision) {
  Moments const m = moments(x);
  EXPECT_NEAR(m.variance, expected, 4 * m.variance_error)
      << "s.e. " << m.variance_error << ", n " << x.size();
  EXPECT_LE(m.variance_error, precision * expected) << "too few to tell";
}

/// Largest distance between the distribution of a sample and Exp(1).
inline double distance_from_exponential(std::vector<double> x) {
  std::sort(x.begin(), x.end());
  auto const n = static_cast<double>(x.size());
  double most = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    double const p = 1 - std::exp(-x[i]);
    auto const below = static_cast<double>(i);
    most = std::max({most, p - below / n, (below + 1) / n - p});
  }
  return most;
}

}  // namespace ceaseline::toy
