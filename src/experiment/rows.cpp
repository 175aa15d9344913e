#include "ceaseline/experiment/rows.hpp"

namespace ceaseline {

ScoreRows RowsInMemory::rows(std::size_t arm, std::uint32_t n) const {
  ScoreRows found;
  found.reserve(n);
  for (std::uint32_t r = 0; r < n; ++r) found.push_back(all_[r].rows[arm]);
  return found;
}

}  // namespace ceaseline
