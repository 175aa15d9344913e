#pragma once

#include "ceaseline/scenario/study.hpp"
#include "commands.hpp"

namespace ceaseline {

/// Runs what is missing of a study, writes the result into `options.out` unless that is empty, and prints the
/// answer.
ExitCode compare_study(Study const& study, Registries const& registries, Options const& options);

/// The same into a folder, without printing: for `verify`. \returns false when interrupted
bool compare_into(std::string const& folder, Study const& study, Registries const& registries,
                  Options const& options, std::uint32_t replications);

}  // namespace ceaseline
