#include <string>

#include "commands.hpp"

namespace ceaseline {

Study load_target(Registries const& registries, Options const& options, Files const& files, CaseSet which) {
  auto overrides = options.set;
  if (options.seed >= 0) overrides.emplace_back("study.seed", std::to_string(options.seed));
  return load_study(options.target, files, registries, overrides, which);
}

}  // namespace ceaseline
