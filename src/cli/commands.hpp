#pragma once

#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/scenario/study.hpp"
#include "exit_code.hpp"
#include "options.hpp"

namespace ceaseline {

// One function per command. They print results on stdout and talk on stderr; what goes wrong they throw:
// InputError, DiskError, or another std::exception when the machine fails.

ExitCode compare_command(Registries const& registries, Options const& options);
ExitCode demo_command(Registries const& registries, Options const& options);
ExitCode run_command(Registries const& registries, Options const& options);
ExitCode explain_command(Registries const& registries, Options const& options);
ExitCode validate_command(Registries const& registries, Options const& options);
ExitCode map_command(Options const& options);
ExitCode verify_command(Registries const& registries, Options const& options);
ExitCode report_command(Registries const& registries, Options const& options);
ExitCode show_command(Registries const& registries, Options const& options);
ExitCode version_command(Options const& options);

/// The study named on the command line, with --set, --seed applied.
[[nodiscard]] Study load_target(Registries const& registries, Options const& options, Files const& files,
                                CaseSet which = CaseSet::Cases);

/// The mission that --design and --case name. \throws InputError when there is none of that name
[[nodiscard]] Arm find_arm(Study const& study, Options const& options);

}  // namespace ceaseline
