#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "ceaseline/store/build_info.hpp"
#include "commands.hpp"
#include "terminal.hpp"

namespace ceaseline {

ExitCode version_command(Options const& options) {
  BuildInfo const build = build_info();
  if (options.json) {
    print(nlohmann::ordered_json{{"name", "ceaseline"},
                                 {"version", build.version},
                                 {"commit", build.commit},
                                 {"compiler", build.compiler}}
              .dump(2) +
          "\n");
  } else {
    print(fmt::format("ceaseline {}\ncommit {}\n{}\n", build.version,
                      build.commit.empty() ? "unknown" : build.commit, build.compiler));
  }
  return ExitCode::Done;
}

}  // namespace ceaseline
