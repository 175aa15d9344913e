#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace ceaseline {

/// A text as a CSV field (RFC 4180): quoted where it holds a comma, a quote or a line break.
[[nodiscard]] inline std::string csv_field(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + '"';
}

inline std::string csv_field(char const* text) { return csv_field(std::string{text}); }
/// The shortest text that reads back as the same number.
template <class Number>
[[nodiscard]] std::string csv_field(Number value) {
  return fmt::format("{}", value);
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
