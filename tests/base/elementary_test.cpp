// Own elementary functions against the C library in long double, in units in the last place.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"

namespace ceaseline {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr int tries = 200'000;

double unit(int i) { return Draws{5, 0}.at(Purpose{1}, Key{2}, static_cast<std::uint64_t>(i)).open_unit(); }

/// Distance of `got` from `want` in units of the last place of a double near `want`.
double ulps(double got, long double want) {
  double const near = std::abs(static_cast<double>(want));
  long double const ulp = std::nextafter(near, infinity) - near;
  return static_cast<double>(std::abs(got - want) / ulp);
}

TEST(Logarithm, WithinTwoUlpFromSubnormalsToTheLargest) {
  double worst = 0;
  for (int i = 0; i < tries; ++i) {
    double const x = std::ldexp(0.5 + unit(i) / 2, i % 2098 - 1073);
    worst = std::max(worst, ulps(portable_log(x), std::log(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2);
}

TEST(Logarithm, WithinTwoUlpAroundOne) {
  double worst = 0;
  for (int i = 0; i < tries; ++i) {
    double const x = 1 + (unit(i) - 0.5) * std::ldexp(1.0, -(i % 50));
    worst = std::max(worst, ulps(portable_log(x), std::log(static_cast<long double>(x))));
  }
  EXPECT_LT(worst, 2);
  EXPECT_EQ(portable_log(1), 0);
}

TEST(Exponent, WithinTwoUlpWhereTheResultIsNormal) {
  double worst = 0;
  for (int i = 0; i < tries; ++i) {
    double const x = -708 + unit(i) * (709.78 + 708);
    worst = std::max(worst, ulps(portable_exp(x), std::exp(static_cast<long double>(x))));
    double const small = (unit(i) - 0.5) * std::ldexp(1.0, -(i % 60));
    worst = std::max(worst, ulps(portable_exp(small), std::exp(static_cast<long double>(small))));
  }
  EXPECT_LT(worst, 2);
}

TEST(Exponent, EndsOfTheRange) {
  EXPECT_EQ(portable_exp(0), 1);
  EXPECT_EQ(portable_exp(710), infinity);
  EXPECT_EQ(portable_exp(infinity), infinity);
  EXPECT_EQ(portable_exp(-746), 0);
  EXPECT_EQ(portable_exp(-infinity), 0);
  EXPECT_TRUE(std::isnan(portable_exp(std::numeric_limits<double>::quiet_NaN())));
  EXPECT_LT(portable_exp(709.78), infinity);
  EXPECT_LT(ulps(portable_exp(-740), std::exp(-740.0L)), 2) << "subnormal result";
}

long double exact_cdf(long double z) { return 0.5L * std::erfc(-z / std::sqrt(2.0L)); }

TEST(NormalCdf, RelativeErrorDownToMinusThirty) {
  double worst = 0;
  for (int i = 0; i < tries; ++i) {
    double const z = -30 + 38 * unit(i);
    long double const exact = exact_cdf(z);
    worst = std::max(worst, static_cast<double>(std::abs(normal_cdf(z) - exact) / exact));
  }
  EXPECT_LT(worst, 1e-14);
}

TEST(NormalCdf, PublishedValuesSymmetryAndEnds) {
  EXPECT_EQ(normal_cdf(0), 0.5);
  EXPECT_NEAR(normal_cdf(1.959963984540054), 0.975, 1e-15);
  EXPECT_NEAR(normal_cdf(-2), 0.022750131948179207, 1e-16);
  for (double z = 0; z < 8; z += 0.01) ASSERT_NEAR(normal_cdf(z) + normal_cdf(-z), 1, 2e-16) << z;
  EXPECT_EQ(normal_cdf(40), 1);
  EXPECT_EQ(normal_cdf(-40), 0);
}

TEST(NormalQuantile, InvertsTheExactDistribution) {
  double worst = 0;
  for (int i = 0; i < tries; ++i) {
    double const p = unit(i) * std::ldexp(1.0, -(i % 300));
    double const z = normal_quantile(p);
    // Newton's step from z towards the exact quantile, with the density below it.
    long double const density = std::exp(-0.5L * z * z) / std::sqrt(2 * std::acos(-1.0L));
    worst = std::max(worst, static_cast<double>(std::abs((exact_cdf(z) - p) / density)));
  }
  EXPECT_LT(worst, 1e-13);
}

TEST(NormalQuantile, PublishedValuesAndSymmetry) {
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_NEAR(normal_quantile(0.975), 1.9599639845400545, 1e-15);
  EXPECT_NEAR(normal_quantile(0.999), 3.0902323061678132, 1e-14);
  for (double p = 0x1p-20; p < 0.5; p += 0x1p-12) {
    // 1 - p is exact on this grid.
    ASSERT_EQ(normal_quantile(p), -normal_quantile(1 - p)) << p;
  }
}

}  // namespace
}  // namespace ceaseline
