#include "ceaseline/base/elementary.hpp"

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>

namespace ceaseline {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

// ln 2 in two parts; the high one has 32 trailing zero bits, so that k * ln2_high is exact for |k| < 2^20.
constexpr double ln2_high = 6.93147180369123816490e-01;
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double inverse_ln2 = 1.44269504088896338700e+00;

std::uint64_t bits_of(double x) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &x, sizeof bits);
  return bits;
}

double from_bits(std::uint64_t bits) {
  double x = 0;
  std::memcpy(&x, &bits, sizeof x);
  return x;
}

/// 2^n. \pre -1022 <= n <= 1023
double power_of_two(int n) { return from_bits(static_cast<std::uint64_t>(n + 1023) << 52U); }

/// c[0] + c[1] x + ... + c[N-1] x^(N-1), by Horner.
template <std::size_t N>
double polynomial(double const (&c)[N], double x) {
  double sum = c[N - 1];
  for (std::size_t i = N - 1; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

/// exp(-z^2 / 2) without the rounding error of z^2, which the exponential would magnify: z is split
/// into a multiple of 1/16, whose square is exact, and the rest (Cody 1969). \pre 0 <= z < 39
double bell(double z) {
  double const coarse = static_cast<double>(static_cast<int>(z * 16.0)) / 16.0;
  double const rest = (z - coarse) * (z + coarse);
  return portable_exp(-coarse * coarse * 0.5) * portable_exp(-rest * 0.5);
}

}  // namespace

// Method and coefficients: fdlibm e_log.c (Sun Microsystems 1993; Remez, error of the series below 2^-58).
// x = 2^k (1 + f) with sqrt(1/2) < 1 + f < sqrt(2); with s = f / (2 + f), log(1 + f) = 2 atanh(s).
double portable_log(double x) {
  static constexpr double series[] = {
      6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01, 2.222219843214978396e-01,
      1.818357216161805012e-01, 1.531383769920937332e-01, 1.479819860511658591e-01};
  constexpr std::uint64_t bits_of_sqrt_half = 0x3FE6A09E667F3BCDU;
  int k = 0;
  if (x < std::numeric_limits<double>::min()) {
    x *= 0x1p54;
    k = -54;
  }
  std::uint64_t const shifted = bits_of(x) - bits_of_sqrt_half;
  auto const exponent = static_cast<std::int64_t>(shifted) >> 52;
  k += static_cast<int>(exponent);
  double const f = from_bits(bits_of(x) - (static_cast<std::uint64_t>(exponent) << 52U)) - 1.0;
  double const s = f / (2.0 + f);
  double const z = s * s;
  double const tail = z * polynomial(series, z);
  double const half_square = 0.5 * f * f;
  auto const scale = static_cast<double>(k);
  return scale * ln2_high - ((half_square - (s * (half_square + tail) + scale * ln2_low)) - f);
}

// Method and coefficients: fdlibm e_exp.c (Sun Microsystems 1993; Remez, error below 2^-59).
// x = k ln 2 + r with |r| <= ln(2) / 2; r (e^r + 1) / (e^r - 1) is a series in r^2.
double portable_exp(double x) {
  static constexpr double series[] = {1.66666666666666019037e-01, -2.77777777770155933842e-03,
                                      6.61375632143793436117e-05, -1.65339022054652515390e-06,
                                      4.13813679705723846039e-08};
  if (!(x <= 709.782712893383973096)) return x > 0 ? infinity : x;  // the last case is not a number
  if (x < -745.133219101941108420) return 0.0;
  int const k = static_cast<int>(inverse_ln2 * x + (x < 0 ? -0.5 : 0.5));
  auto const scale = static_cast<double>(k);
  double const high = x - scale * ln2_high;
  double const low = scale * ln2_low;
  double const r = high - low;
  double const z = r * r;
  double const c = r - z * polynomial(series, z);
  double const y = 1.0 - ((low - (r * c) / (2.0 - c)) - high);
  // 2^k in two factors: one alone would overflow at k = 1024 and lose a subnormal result.
  int const half = k / 2;
  return y * power_of_two(half) * power_of_two(k - half);
}

// Wichura 1988, algorithm AS 241 (PPND16), Applied Statistics 37(3): relative error about 1e-16.
double normal_quantile(double p) {
  static constexpr double a[] = {3.3871328727963666080e0,  1.3314166789178437745e+2, 1.9715909503065514427e+3,
                                 1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                 3.3430575583588128105e+4, 2.5090809287301226727e+3};
  static constexpr double b[] = {1.0,
                                 4.2313330701600911252e+1,
                                 6.8718700749205790830e+2,
                                 5.3941960214247511077e+3,
                                 2.1213794301586595867e+4,
                                 3.9307895800092710610e+4,
                                 2.8729085735721942674e+4,
                                 5.2264952788528545610e+3};
  static constexpr double c[] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                 5.76949722146069140550e0,  3.64784832476320460504e0,
                                 1.27045825245236838258e0,  2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
  static constexpr double d[] = {1.0,
                                 2.05319162663775882187e0,
                                 1.67638483018380384940e0,
                                 6.89767334985100004550e-1,
                                 1.48103976427480074590e-1,
                                 1.51986665636164571966e-2,
                                 5.47593808499534494600e-4,
                                 1.05075007164441684324e-9};
  static constexpr double e[] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                                 1.78482653991729133580e0,  2.96560571828504891230e-1,
                                 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                                 2.71155556874348757815e-5, 2.01033439929228813265e-7};
  static constexpr double f[] = {1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};
  double const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) {
    double const r = 0.180625 - q * q;
    return q * polynomial(a, r) / polynomial(b, r);
  }
  double const r = std::sqrt(-portable_log(q < 0 ? p : 1.0 - p));
  double const z = r <= 5.0 ? polynomial(c, r - 1.6) / polynomial(d, r - 1.6)
                            : polynomial(e, r - 5.0) / polynomial(f, r - 5.0);
  return q < 0 ? -z : z;
}

// Cody 1969, "Rational Chebyshev approximations for the error function", Math. Comp. 23(107), in the
// form and with the coefficients of ANORM (SPECFUN, TOMS algorithm 715).
double normal_cdf(double z) {
  static constexpr double a[] = {18154.981253343561249, 1067.6894854603709582, 161.02823106855587881,
                                 2.2352520354606839287, 0.065682337918207449113};
  static constexpr double b[] = {45507.789335026729956, 10260.932208618978205, 976.09855173777669322,
                                 47.20258190468824187, 1.0};
  static constexpr double c[] = {9842.7148383839780218, 11602.651437647350124,  6848.1904505362823326,
                                 2494.5375852903726711, 597.27027639480026226,  93.506656132177855979,
                                 8.8831497943883759412, 0.39894151208813466764, 1.0765576773720192317e-8};
  static constexpr double d[] = {19685.429676859990727, 38912.003286093271411, 34900.952721145977266,
                                 18615.571640885098091, 6485.558298266760755,  1519.377599407554805,
                                 235.38790178262499861, 22.266688044328115691, 1.0};
  static constexpr double p[] = {2.9112874951168792e-5, 0.001421619193227893466, 0.022235277870649807,
                                 0.1274011611602473639, 0.21589853405795699,     0.02307344176494017303};
  static constexpr double q[] = {7.29751555083966205e-5, 0.00378239633202758244, 0.0659881378689285515,
                                 0.468238212480865118,   1.28426009614491121,    1.0};
  constexpr double inverse_sqrt_2pi = 0.39894228040143267794;
  constexpr double quartile = 0.67448975;
  double const size = z < 0 ? -z : z;
  if (size <= quartile) return 0.5 + z * polynomial(a, z * z) / polynomial(b, z * z);
  if (size > 38.6) return z < 0 ? 0.0 : 1.0;
  double upper_tail = bell(size);
  if (size <= 5.656854249492380195) {
    upper_tail *= polynomial(c, size) / polynomial(d, size);
  } else {
    double const inverse_square = 1.0 / (size * size);
    double const correction = inverse_square * polynomial(p, inverse_square) / polynomial(q, inverse_square);
    upper_tail *= (inverse_sqrt_2pi - correction) / size;
  }
  return z < 0 ? upper_tail : 1.0 - upper_tail;
}

double exponential(double u) { return -portable_log(u); }

long geometric(double u, double mean) {
  if (mean <= 1.0) return 1;
  return 1 + static_cast<long>(portable_log(u) / portable_log(1.0 - 1.0 / mean));
}

}  // namespace ceaseline
