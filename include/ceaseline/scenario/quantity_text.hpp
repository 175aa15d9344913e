#pragma once

#include <string>

namespace ceaseline {

/// What a quantity measures, and so in which units it is written.
enum class Measure {
  Length,  ///< km, m
  Speed,   ///< km/h, m/s
  Angle,   ///< deg, rad
  Money,   ///< M EUR, k EUR, EUR
  Time,    ///< weeks, days, h, min, s, ms; kept in whole milliseconds
};

/// A quantity as read: in m, m/s, rad, EUR or ms, or what is wrong with it.
struct Measured {
  double value{0};
  std::string problem;  ///< empty when nothing is
};

/// Reads "40 km/h". Finite, not larger than anything on this globe, and not negative unless it is an angle.
[[nodiscard]] Measured read_measure(Measure measure, std::string const& text);

/// `40 has no unit; write "40 km/h"`
[[nodiscard]] std::string without_unit(Measure measure, std::string const& number);

/// The shortest text that read_measure() reads back as exactly `value`: "40 km/h", "2 km", "300 m", "36 h".
[[nodiscard]] std::string measure_text(Measure measure, double value);

/// Whether a text is a quantity of any measure.
[[nodiscard]] bool is_quantity(std::string const& text);

/// The shortest decimal that reads back as exactly `value`; "inf", "-inf" or "nan" for those.
[[nodiscard]] std::string number_text(double value);

/// "08:30" as milliseconds since midnight, or -1.
[[nodiscard]] long read_time_of_day(std::string const& text);
/// "08:30"; seconds are shown when there are any: "08:30:15".
[[nodiscard]] std::string time_of_day_text(long milliseconds);

}  // namespace ceaseline
