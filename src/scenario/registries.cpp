#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

Registries builtin_registries() {
  return {builtin_processes(), builtin_sensors(), builtin_policies(), builtin_dispatch()};
}

}  // namespace ceaseline
