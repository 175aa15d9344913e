#pragma once

#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// The whole program: parses, runs, prints, and never throws. A program with kinds of its own adds them to
/// the registries and calls this. \returns the exit code: 0 done; 1 the machine failed, or `verify` differs;
/// 2 bad input or usage; 3 no design can
///          operate; 4 precision not reached; 130 interrupted
int cli_main(Registries const& registries, int argc, char const* const* argv);

}  // namespace ceaseline
