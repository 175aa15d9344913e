#pragma once

#include <cstdint>
#include <string>

#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/scenario/study.hpp"
#include "options.hpp"
#include "terminal.hpp"

namespace ceaseline {

/// Which replications of which design in which case a folder of `run` holds: run.json, beside its inputs.
struct RunOfDesign {
  std::string design, in_case;
  std::uint32_t first{0};
  std::uint32_t replications{1};
};

/// Writes inputs/, run.json and report.html beside the tables of `run`. \throws DiskError
void write_run_result(std::string const& folder, Study const& study, RunOfDesign const& run,
                      Registries const& registries, Options const& options);

/// True when the folder was written by `run`.
[[nodiscard]] bool holds_run(std::string const& folder);

/// The report of such a folder, made of its inputs alone. \throws InputError
[[nodiscard]] std::string report_of_run(std::string const& folder, Registries const& registries,
                                        Talk const& talk);

}  // namespace ceaseline
