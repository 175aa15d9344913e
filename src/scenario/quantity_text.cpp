#include "ceaseline/scenario/quantity_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <system_error>
#include <vector>

#include "ceaseline/base/quantity.hpp"

namespace ceaseline {

namespace {

struct Unit {
  char const* word;
  double times;
  double over;
};

struct Dimension {
  char const* noun;
  char const* in;     ///< the units, for messages
  char const* usual;  ///< the unit offered when there is none
  double limit;       ///< largest size that is no slip
  bool negative;      ///< may be below 0
  std::vector<Unit> units;
};

// Factors stand as in base/quantity.hpp, so that a text and a literal in the code give the same bits.
Dimension const& dimension(Measure measure) {
  static Dimension const length{"a length", "km or m", "km", 1e8, false, {{"km", 1000, 1}, {"m", 1, 1}}};
  static Dimension const speed{"a speed", "km/h or m/s", "km/h",
                               1e5,       false,         {{"km/h", 1, 3.6}, {"m/s", 1, 1}}};
  static Dimension const angle{"an angle", "deg or rad", "deg",
                               1e3,        true,         {{"deg", Angle::pi, 180}, {"rad", 1, 1}}};
  static Dimension const money{"an amount of money",
                               "EUR, k EUR or M EUR",
                               "EUR",
                               1e13,
                               false,
                               {{"M EUR", 1e6, 1}, {"k EUR", 1e3, 1}, {"EUR", 1, 1}}};
  static Dimension const duration{"a duration",
                                  "ms, s, min, h, days or weeks",
                                  "h",
                                  3.2e12,  // a hundred years
                                  false,
                                  {{"days", 86'400'000, 1},
                                   {"h", 3'600'000, 1},
                                   {"min", 60'000, 1},
                                   {"s", 1000, 1},
                                   {"ms", 1, 1},
                                   {"day", 86'400'000, 1},
                                   {"weeks", 604'800'000, 1},
                                   {"week", 604'800'000, 1}}};
  switch (measure) {
    case Measure::Length:
      return length;
    case Measure::Speed:
      return speed;
    case Measure::Angle:
      return angle;
    case Measure::Money:
      return money;
    case Measure::Time:
      break;
  }
  return duration;
}

bool is_digit(std::string const& text, std::size_t i) {
  return i < text.size() && text[i] >= '0' && text[i] <= '9';
}

std::size_t after_digits(std::string const& text, std::size_t i) {
  while (is_digit(text, i)) ++i;
  return i;
}

/// Where the decimal number at the start of `text` ends; 0 when there is none.
std::size_t end_of_number(std::string const& text) {
  std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  if (!is_digit(text, i)) return 0;
  i = after_digits(text, i);
  if (i < text.size() && text[i] == '.') {
    if (!is_digit(text, i + 1)) return 0;
    i = after_digits(text, i + 1);
  }
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    std::size_t const sign = i + 1 < text.size() && (text[i + 1] == '-' || text[i + 1] == '+') ? 1 : 0;
    if (is_digit(text, i + 1 + sign)) i = after_digits(text, i + 1 + sign);
  }
  return i;
}

/// Independent of the locale of the process. Infinite when too large, 0 when too small.
double read_number(std::string const& text) {
  bool const plus = !text.empty() && text.front() == '+';
  char const* const begin = text.data() + (plus ? 1 : 0);
  char const* const end = text.data() + text.size();
  double value = 0;
  if (std::from_chars(begin, end, value).ec != std::errc::result_out_of_range) return value;
  bool const small =
      std::find_if(begin, end, [](char c) { return c >= '1' && c <= '9'; }) > std::find(begin, end, '.') ||
      text.find("e-") != std::string::npos || text.find("E-") != std::string::npos;
  return small ? 0 : std::numeric_limits<double>::infinity();
}

double in_base_unit(Measure measure, double number, Unit const& unit) {
  double const value = number * unit.times / unit.over;
  return measure == Measure::Time ? std::round(value) : value;
}

/// A decimal of `digits` significant digits, without an exponent where that stays readable.
std::string decimal(double value, int digits) {
  std::array<char, 64> room{};
  auto const written = [&](std::chars_format format, int precision) {
    char* const end = std::to_chars(room.data(), room.data() + room.size(), value, format, precision).ptr;
    return std::string(room.data(), end);
  };
  std::string scientific = written(std::chars_format::scientific, digits - 1);
  int const exponent = static_cast<int>(read_number(scientific.substr(scientific.find('e') + 1)));
  if (exponent < -5 || exponent > 14) return scientific;
  return written(std::chars_format::fixed, exponent < digits - 1 ? digits - 1 - exponent : 0);
}

constexpr int enough_digits = std::numeric_limits<double>::max_digits10;

/// The shortest "number unit" that reads back as `value`, or "".
std::string text_in(Measure measure, double value, Unit const& unit) {
  double const number = value * unit.over / unit.times;
  for (int digits = 1; digits <= enough_digits; ++digits) {
    std::string const text = decimal(number, digits);
    if (in_base_unit(measure, read_number(text), unit) == value) return text + ' ' + unit.word;
  }
  return "";
}

/// In the largest unit that gives a whole number: "36 h", "3 days".
std::string duration_text(double milliseconds) {
  if (milliseconds == 0) return "0 s";
  for (Unit const& unit : dimension(Measure::Time).units) {
    double const number = milliseconds / unit.times;
    if (number != std::floor(number)) continue;
    bool const one_day = number == 1 && unit.times == 86'400'000;
    return one_day ? "1 day" : number_text(number) + ' ' + unit.word;
  }
  return number_text(milliseconds) + " ms";
}

}  // namespace

Measured read_measure(Measure measure, std::string const& text) {
  Dimension const& d = dimension(measure);
  std::string const quote = '"' + text + '"';
  std::string const no_such = quote + " is not " + d.noun + "; write it in " + d.in;
  std::size_t const end = end_of_number(text);
  if (end == 0) return {0, no_such};
  if (end == text.size()) return {0, quote + " has no unit; write \"" + text + ' ' + d.usual + '"'};
  std::size_t const begin_of_unit = text.find_first_not_of(' ', end);
  std::string const word = begin_of_unit == std::string::npos ? "" : text.substr(begin_of_unit);
  for (Unit const& unit : d.units) {
    if (word != unit.word) continue;
    double const value = in_base_unit(measure, read_number(text.substr(0, end)), unit);
    if (value < 0 && !d.negative) return {0, quote + " is negative; write 0 or more"};
    if (!(std::fabs(value) <= d.limit)) return {0, quote + " is too large to be meant"};
    return {value, ""};
  }
  return {0, no_such};
}

std::string without_unit(Measure measure, std::string const& number) {
  return number + " has no unit; write \"" + number + ' ' + dimension(measure).usual + '"';
}

std::string measure_text(Measure measure, double value) {
  if (measure == Measure::Time) return duration_text(value);
  std::string best;
  for (Unit const& unit : dimension(measure).units) {
    std::string const text = text_in(measure, value, unit);
    if (text.empty()) continue;
    bool const whole = text.find('.') == std::string::npos;
    if (best.empty() || text.size() < best.size() || (text.size() == best.size() && whole)) best = text;
  }
  return best;
}

bool is_quantity(std::string const& text) {
  for (Measure const m : {Measure::Length, Measure::Speed, Measure::Angle, Measure::Money, Measure::Time}) {
    if (read_measure(m, text).problem.empty()) return true;
  }
  return false;
}

std::string number_text(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  for (int digits = 1; digits < enough_digits; ++digits) {
    std::string text = decimal(value, digits);
    if (read_number(text) == value) return text;
  }
  return decimal(value, enough_digits);
}

long read_time_of_day(std::string const& text) {
  bool const seconds = text.size() == 8 && text[5] == ':';
  if (!(seconds || text.size() == 5) || text[2] != ':') return -1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i % 3 != 2 && !is_digit(text, i)) return -1;
  }
  auto const part = [&text](std::size_t i) { return (text[i] - '0') * 10L + (text[i + 1] - '0'); };
  long const second = seconds ? part(6) : 0;
  if (part(0) > 23 || part(3) > 59 || second > 59) return -1;
  return ((part(0) * 60 + part(3)) * 60 + second) * 1000;
}

std::string time_of_day_text(long milliseconds) {
  auto const two = [](long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  long const second = milliseconds / 1000;
  std::string text = two(second / 3600) + ':' + two(second / 60 % 60);
  return second % 60 == 0 ? text : text + ':' + two(second % 60);
}

}  // namespace ceaseline
