#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "commands.hpp"
#include "disk_files.hpp"
#include "terminal.hpp"

namespace ceaseline {

ExitCode validate_command(Registries const& registries, Options const& options) {
  Study const study = load_target(registries, options, DiskFiles{}, CaseSet::All);
  std::size_t const stress = study.spec.stress.size();
  World const& world = *study.cases.front().world;
  if (options.json) {
    print(nlohmann::ordered_json{{"study", study.spec.id},
                                 {"problems", nlohmann::ordered_json::array()},
                                 {"files", study.inputs.size()}}
              .dump(2) +
          "\n");
    return ExitCode::Done;
  }
  print(
      fmt::format("{}: no problem in {} files\n"
                  "{} designs in {} cases{}, {} replications of {} days on {:.1f} km; seed {}\n",
                  study.spec.id, study.inputs.size(), study.designs.size(), study.cases.size() - stress,
                  stress == 0 ? "" : fmt::format(" and {} stress items", stress), study.spec.replications,
                  world.days(), world.line().length().kilometres(), study.spec.seed));
  return ExitCode::Done;
}

}  // namespace ceaseline
