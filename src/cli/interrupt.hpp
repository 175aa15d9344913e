#pragma once

namespace ceaseline {

/// While it lives, a first Ctrl-C (or SIGTERM) is only noted, so that what is finished can be kept; a second
/// one ends the program at once.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(InterruptWatch const&) = delete;
  InterruptWatch& operator=(InterruptWatch const&) = delete;
  InterruptWatch(InterruptWatch&&) = delete;
  InterruptWatch& operator=(InterruptWatch&&) = delete;
  [[nodiscard]] static bool interrupted();
};

}  // namespace ceaseline
