#include "ceaseline/base/input_error.hpp"

#include <utility>

namespace ceaseline {

namespace {

std::string joined(std::vector<Diagnostic> const& all) {
  std::string lines;
  for (Diagnostic const& one : all) {
    if (!lines.empty()) lines += '\n';
    lines += one.text();
  }
  return lines;
}

}  // namespace

std::string Diagnostic::text() const {
  std::string place = file;
  if (line > 0) {
    place += ':' + std::to_string(line);
    if (column > 0) place += ':' + std::to_string(column);
  }
  if (!place.empty()) place += ": ";
  return place + "error: " + (key.empty() ? what : key + ": " + what);
}

InputError::InputError(std::vector<Diagnostic> all) : std::runtime_error{joined(all)}, all_{std::move(all)} {}

}  // namespace ceaseline
