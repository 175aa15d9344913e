#pragma once

#include <vector>

#include "ceaseline/model/record.hpp"

namespace ceaseline {

/// Lengths of many gaps: those alike to 0.1 % are kept as one, at their mean.
class GapLengths {
 public:
  void add(double hours, double weight);
  /// Ascending.
  [[nodiscard]] std::vector<Spells> list() const;

 private:
  std::vector<Spells> bins_;  ///< 1024 to an octave; `hours` is a sum here
};

}  // namespace ceaseline
