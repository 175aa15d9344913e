#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/base/quantity.hpp"

namespace ceaseline {

/// What is wrong with a world, collected before it is thrown.
class Complaints {
 public:
  /// \param key dotted path from "world"
  void add(std::string key, std::string what);
  /// About one entry of a list: "world.<list>[i].<field>".
  void add(char const* list, std::size_t i, char const* field, std::string what);
  /// \throws InputError when there is any; of more than 20 the first 20 and how many there are
  void raise();

 private:
  std::vector<Diagnostic> all_;
};

/// Between 0 and `most`; false for what is not a number.
[[nodiscard]] constexpr bool within(double x, double most) { return x >= 0 && x <= most; }

/// "412.9 km"
[[nodiscard]] std::string in_kilometres(Length l);

}  // namespace ceaseline
