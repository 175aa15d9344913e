#pragma once

#include <cstdint>
#include <string>

namespace ceaseline::bench {

/// What to run of a scenario file, and how.
struct CountsRequest {
  std::string file;
  std::uint32_t replications{1};
  bool probes{false};  ///< coverage on: record by record, asked at every probe
  int threads{0};      ///< 0: record by record; otherwise as a study runs, through the thread pool, rows only
};

/// Reads a study and runs it, from file to counts, and prints one line of them as KEY=VALUE; by record these
/// are of the first design in the first case. \throws InputError when the file is wrong
void print_counts(CountsRequest const& request);

}  // namespace ceaseline::bench
