#pragma once

namespace ceaseline {

enum class ExitCode {
  Done = 0,
  MachineFailed = 1,  ///< or `verify` differs
  BadInput = 2,       ///< or bad usage
  NoDesignOperates = 3,
  PrecisionNotReached = 4,
  Interrupted = 130  ///< finished replications are kept
};

}  // namespace ceaseline
