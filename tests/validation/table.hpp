#pragma once

#include <string>

#include "ceaseline/scoring/intervals.hpp"

namespace ceaseline::validation {

/// One line of the table: what a fact asks for, and what the simulator gives.
struct Check {
  int fact{0};
  std::string what;
  std::string expected;
  std::string simulated;
  std::string n;
  bool holds{false};
};

/// Puts it into the table, and fails the test unless it holds. When all tests have run, the table is written
/// to the file that the environment variable CEASELINE_VALIDATION_TABLE names, if it is set.
void state(Check check);

[[nodiscard]] std::string fixed(double value, int digits);
/// "257.3 [255.1, 259.5]"
[[nodiscard]] std::string with_interval(Estimate const& e, int digits);
[[nodiscard]] std::string runs(Estimate const& e);

/// Whether the whole 95 % interval lies between the two: a wide one proves nothing.
[[nodiscard]] bool within(Estimate const& e, double low, double high);
/// Below (above) zero by more than four standard errors.
[[nodiscard]] bool surely_below_zero(Estimate const& e);
[[nodiscard]] bool surely_above_zero(Estimate const& e);

}  // namespace ceaseline::validation
