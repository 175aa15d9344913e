#pragma once

#include <string>
#include <type_traits>

namespace ceaseline {

/// A text as a CSV field (RFC 4180): quoted where it holds a comma, a quote or a line break.
[[nodiscard]] std::string csv_field(std::string const& text);
[[nodiscard]] inline std::string csv_field(char const* text) { return csv_field(std::string{text}); }
/// The shortest text that reads back as the same number.
[[nodiscard]] std::string csv_field(double value);
template <class Whole, class = std::enable_if_t<std::is_integral_v<Whole>>>
[[nodiscard]] std::string csv_field(Whole value) {
  return std::to_string(value);
}

/// One line of a table.
template <class... Fields>
[[nodiscard]] std::string csv_line(Fields const&... fields) {
  std::string line;
  ((line += csv_field(fields), line += ','), ...);
  line.back() = '\n';
  return line;
}

}  // namespace ceaseline
