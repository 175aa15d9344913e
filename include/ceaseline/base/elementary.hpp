#pragma once

namespace ceaseline {

// Elementary functions for everything that enters a record. The C library's differ in the last
// bit between versions and processors; these use only + - * / sqrt and the exponent bits, so the
// same input gives the same bits everywhere (with -ffp-contract=off).

/// Natural logarithm. Relative error below 2 ulp. \pre x > 0 and finite
[[nodiscard]] double portable_log(double x);
/// e^x. Relative error below 2 ulp; 0 below -745, infinity above 709.78.
[[nodiscard]] double portable_exp(double x);
/// Standard normal quantile: P(Z <= result) = p. Absolute error below 1e-9 (in practice 1e-13). \pre 0 < p <
/// 1
[[nodiscard]] double normal_quantile(double p);
/// Standard normal distribution function. Relative error below 1e-10 down to z = -30.
[[nodiscard]] double normal_cdf(double z);

/// Exponential with mean 1 by inversion. \pre 0 < u < 1
[[nodiscard]] double exponential(double u);
/// Geometric on {1, 2, ...} with the given mean, by inversion. \pre 0 < u < 1, mean >= 1
[[nodiscard]] long geometric(double u, double mean);

}  // namespace ceaseline
