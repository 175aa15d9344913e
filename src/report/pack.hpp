#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace ceaseline::report {

/// Long columns of numbers beside a JSON text, for the script of the page. A column is stored in the fewest
/// bytes that hold it, as differences where it ascends or wanders; its entry in the JSON says how to read it.
class Pack {
 public:
  /// Whole numbers. \returns what stands for the column in the JSON
  nlohmann::ordered_json column(std::vector<std::int64_t> const& values);
  /// The same, each stored as the difference from the one before.
  nlohmann::ordered_json steps(std::vector<std::int64_t> const& values);
  /// Doubles as they are.
  nlohmann::ordered_json reals(std::vector<double> const& values);
  /// Bytes as they are.
  nlohmann::ordered_json bytes(std::string const& values);

  /// JSON and columns, deflated, in base 64. \throws std::runtime_error
  [[nodiscard]] std::string base64(nlohmann::ordered_json const& json) const;

 private:
  nlohmann::ordered_json add(char const* type, std::size_t size, std::size_t n, bool steps);
  std::string bytes_;
};

}  // namespace ceaseline::report
