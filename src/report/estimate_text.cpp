#include "ceaseline/report/estimate_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

// Without "-0.0", which a number just below 0 would give.
std::string fixed(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.front() == '-' && text.find_first_not_of("-0.") == std::string::npos) text.erase(0, 1);
  return text;
}

std::string signed_text(double value, int decimals) {
  std::string const text = fixed(value, decimals);
  bool const above_zero = value > 0 && text.find_first_not_of("0.") != std::string::npos;
  return fmt::format("{}{}", above_zero ? "+" : "", text);
}

std::string interval_text(Interval const& ci, double factor, int decimals) {
  return fmt::format("[{}, {}]", fixed(ci.low * factor, decimals), fixed(ci.high * factor, decimals));
}

// Shortest of no, one or two decimals that loses nothing worth printing.
std::string plain(double value) {
  for (int decimals = 0; decimals < 2; ++decimals) {
    double const scale = decimals == 0 ? 1 : 10;
    if (std::abs(std::round(value * scale) / scale - value) < 1e-9) return fixed(value, decimals);
  }
  return fixed(value, 2);
}

}  // namespace

Unit printed_unit(std::string const& unit) {
  if (unit == "share") return {100, "%", "points"};
  if (unit == "1") return {1, "", ""};
  return {1, unit, unit};
}

int sensible_decimals(Estimate const& e, double factor) {
  if (!e.has_interval) return 1;
  double const half = (e.ci.high - e.ci.low) / 2 * factor;
  int const by_interval = half >= 10 ? 0 : half >= 0.1 ? 1 : half >= 0.01 ? 2 : 3;
  double const largest = std::max(std::abs(e.ci.low), std::abs(e.ci.high)) * factor;
  int const by_size = largest >= 100 ? 0 : largest >= 10 ? 1 : largest >= 1 ? 2 : 3;
  return std::min(by_interval, by_size);
}

std::string estimate_text(Estimate const& e, Unit const& unit) {
  if (e.n == 0) return "none";
  double const value = e.value * unit.factor;
  if (!e.has_interval) return fixed(value, 1) + " (no interval)";
  if (e.standard_error == 0) return fmt::format("{} in all {}", plain(value), e.n);
  int const decimals = sensible_decimals(e, unit.factor);
  return fixed(value, decimals) + " " + interval_text(e.ci, unit.factor, decimals);
}

std::string difference_text(PairedDifference const& d, Unit const& unit) {
  Estimate const& e = d.difference;
  int const decimals = sensible_decimals(e, unit.factor);
  std::string const value = signed_text(e.value * unit.factor, decimals);
  std::string with_interval = value + " " + interval_text(e.ci, unit.factor, decimals);
  switch (d.finding) {
    case Finding::NotDefined:
      return "not defined";
    case Finding::NoInterval:
      return value + " (no interval)";
    case Finding::NoDifference:
      return "no difference";
    case Finding::NotDistinguishable:
      return with_interval + " not distinguishable";
    case Finding::Distinguishable:
      return with_interval;
  }
  return "";
}

std::string amount_text(double value, Unit const& unit) {
  std::string const number = plain(value * unit.factor);
  return unit.of_difference.empty() ? number : number + " " + unit.of_difference;
}

}  // namespace ceaseline
