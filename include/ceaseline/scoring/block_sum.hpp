#pragma once

#include <algorithm>
#include <cstddef>

namespace ceaseline {

/// Sum of value(0) ... value(n - 1) in blocks of 64, in order: the same bytes however many threads or shards
/// made the values, and an error that grows with n / 64 instead of n.
template <class Value>
[[nodiscard]] double block_sum(std::size_t n, Value value) {
  constexpr std::size_t block = 64;
  double total = 0;
  for (std::size_t begin = 0; begin < n; begin += block) {
    double part = 0;
    for (std::size_t i = begin; i < std::min(n, begin + block); ++i) part += value(i);
    total += part;
  }
  return total;
}

}  // namespace ceaseline
