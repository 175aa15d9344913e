#pragma once

#include <chrono>
#include <cstdint>

namespace ceaseline {

/// How far the replications are, on stderr: a bar that is rewritten on a live terminal, else a line for every
/// tenth. The terminal is left clean at the end.
class Progress {
 public:
  /// \param finished replications that were there before
  Progress(bool shown, std::uint32_t finished, std::uint32_t total);
  ~Progress();
  Progress(Progress const&) = delete;
  Progress& operator=(Progress const&) = delete;
  Progress(Progress&&) = delete;
  Progress& operator=(Progress&&) = delete;

  void told(std::uint32_t finished);

 private:
  void draw_bar(std::uint32_t finished);
  void print_tenth(std::uint32_t finished);

  bool shown_;
  bool live_;
  bool drawn_{false};
  std::uint32_t start_;
  std::uint32_t total_;
  std::uint32_t tenth_;
  std::chrono::steady_clock::time_point since_;
};

}  // namespace ceaseline
