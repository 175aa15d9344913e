#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "exit_code.hpp"

namespace ceaseline {

enum class Command { Compare, Run, Explain, Validate, Map, Verify, Report, Show, Demo, Version };

/// What the user asked for. Empty texts and negative numbers were not given.
struct Options {
  Command command{Command::Compare};
  std::string target;   ///< study file, map file or result folder
  std::string design;   ///< of `run` and `explain`; empty: the baseline
  std::string in_case;  ///< of `run` and `explain`; empty: the first
  std::string out;
  std::string figures;  ///< of `report`: folder for the charts
  int reps{-1};
  int first{0};     ///< of `run`; the only one of `explain`
  int incident{0};  ///< of `explain`
  long long seed{-1};
  int threads{0};
  double precision{-1};  ///< half-width of the interval of the study's metric, in its unit
  std::vector<std::pair<std::string, std::string>> set;
  bool force{false};
  bool stress{false};  ///< of `compare`: the stress set instead of the cases
  bool quiet{false};
  bool json{false};
  bool no_progress{false};
  bool defaults{false};      ///< of `show`
  std::string command_line;  ///< as typed
};

/// Options, or, when there is nothing to run, the code to end with: everything is printed by then.
[[nodiscard]] std::variant<Options, ExitCode> parse_options(int argc, char const* const* argv);

}  // namespace ceaseline
