#include "csv.hpp"

#include <fmt/format.h>

namespace ceaseline {

std::string csv_field(std::string const& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + '"';
}

std::string csv_field(double value) { return fmt::format("{}", value); }

}  // namespace ceaseline
