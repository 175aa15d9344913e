// Distributions of the own variates (moments, tails) and their exact bits, which no compiler may change.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <vector>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"

namespace ceaseline {
namespace {

constexpr Purpose purpose{9};

double open_unit(std::uint64_t i) {
  return Draws{20240601, 0}.at(purpose, Key{1}, i / 2).open_unit(static_cast<int>(i % 2));
}

double squared(double x) { return x * x; }

/// Mean of `f` over n uniforms against `exact`: within 4 standard errors, and these at most 0.2 % of it.
template <class F>
void expect_mean(F const& f, double exact, std::uint64_t n) {
  double sum = 0;
  double squares = 0;
  for (std::uint64_t i = 0; i < n; ++i) {
    double const x = f(open_unit(i)) - exact;
    sum += x;
    squares += x * x;
  }
  auto const count = static_cast<double>(n);
  double const error = sum / count;
  double const standard_error = std::sqrt((squares / count - error * error) / count);
  EXPECT_LE(std::abs(error), 4 * standard_error) << "of " << exact << ", n = " << n;
  EXPECT_LE(standard_error, 0.002 * exact) << "n = " << n << " is too small to prove anything";
}

TEST(Exponential, MeanVarianceAndTail) {
  expect_mean([](double u) { return exponential(u); }, 1, 1'000'000);
  expect_mean([](double u) { return squared(exponential(u) - 1); }, 1, 2'500'000);
  expect_mean([](double u) { return exponential(u) > 3 ? 1.0 : 0.0; }, 0.0497871, 5'000'000);
}

TEST(Normal, VarianceAndTail) {
  expect_mean([](double u) { return squared(normal_quantile(u)); }, 1, 1'000'000);
  expect_mean([](double u) { return normal_quantile(u) > 2 ? 1.0 : 0.0; }, 0.0227501, 12'000'000);
  expect_mean([](double u) { return normal_quantile(u) < -2 ? 1.0 : 0.0; }, 0.0227501, 12'000'000);
}

TEST(Normal, KolmogorovSmirnovAgainstErfc) {
  constexpr std::size_t n = 100'000;
  std::vector<double> draws(n);
  for (std::size_t i = 0; i < n; ++i) draws[i] = normal_quantile(open_unit(i));
  std::sort(draws.begin(), draws.end());
  double largest = 0;
  for (std::size_t i = 0; i < n; ++i) {
    double const expected = 0.5 * std::erfc(-draws[i] / std::sqrt(2.0));
    double const below = static_cast<double>(i) / n;
    largest = std::max({largest, expected - below, below + 1.0 / n - expected});
  }
  EXPECT_LE(largest, 2.2 / std::sqrt(static_cast<double>(n)));
}

TEST(Geometric, MeanVarianceAndFirstMass) {
  expect_mean([](double u) { return static_cast<double>(geometric(u, 15)); }, 15, 1'000'000);
  expect_mean([](double u) { return squared(static_cast<double>(geometric(u, 15)) - 15); }, 210, 2'500'000);
  expect_mean([](double u) { return geometric(u, 15) == 1 ? 1.0 : 0.0; }, 1.0 / 15, 4'000'000);
}

TEST(Geometric, StartsAtOneAndIsOneForMeanOne) {
  EXPECT_EQ(geometric(1 - 0x1p-53, 15), 1);
  EXPECT_EQ(geometric(0x1p-53, 1), 1);
  EXPECT_EQ(geometric(0.3, 1), 1);
}

TEST(Variates, TheSmallestAndLargestUniformGiveFiniteValues) {
  for (double const u : {0x1p-53, 1 - 0x1p-53}) {
    EXPECT_GT(exponential(u), 0);
    EXPECT_LT(exponential(u), 37);
    EXPECT_LT(std::abs(normal_quantile(u)), 8.3);
    EXPECT_GE(geometric(u, 15), 1);
    EXPECT_LT(geometric(u, 15), 600);
  }
}

/// FNV-1a over the bytes of 1000 draws, least significant first.
template <class F>
std::uint64_t golden_hash(F const& f) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    double const x = f(open_unit(i));
    std::uint64_t bits = 0;
    std::memcpy(&bits, &x, sizeof bits);
    for (unsigned byte = 0; byte < 8; ++byte)
      hash = (hash ^ ((bits >> (8 * byte)) & 0xFFU)) * 0x100000001b3ULL;
  }
  return hash;
}

// Made with gcc 12 -O3; equal with clang 14 and without optimisation. A change here changes every record.
TEST(Variates, BitsAreTheSameFromEveryCompiler) {
  EXPECT_EQ(golden_hash([](double u) { return u; }), 0xf93e5a25fc1582b4U);
  EXPECT_EQ(golden_hash([](double u) { return exponential(u); }), 0x9215774081925919U);
  EXPECT_EQ(golden_hash([](double u) { return normal_quantile(u); }), 0x657f60c36aa6fc7eU);
  EXPECT_EQ(golden_hash([](double u) { return static_cast<double>(geometric(u, 15)); }), 0x081f408f3c25d135U);
  EXPECT_EQ(golden_hash([](double u) { return portable_exp(40 * u - 20); }), 0x9a6a3018960900c7U);
  EXPECT_EQ(golden_hash([](double u) { return normal_cdf(16 * u - 8); }), 0xcf15d2d4d5ac667dU);
}

}  // namespace
}  // namespace ceaseline
