#pragma once

#include "ceaseline/scenario/study.hpp"

// What people outside the project would write: four kinds, each one file that knows public headers only.

namespace outsiders {

void add_geophone(ceaseline::SensorRegistry& to);
void add_inner_half(ceaseline::PolicyRegistry& to);
void add_while_warm(ceaseline::DispatchRegistry& to);
void add_salvos(ceaseline::ProcessRegistry& to);

/// The built-in kinds and these four.
[[nodiscard]] inline ceaseline::Registries registries() {
  ceaseline::Registries all = ceaseline::builtin_registries();
  add_geophone(all.sensors);
  add_inner_half(all.policies);
  add_while_warm(all.dispatches);
  add_salvos(all.processes);
  return all;
}

}  // namespace outsiders
