#pragma once

#include <string>

#include "toy/shipped_files.hpp"

namespace ceaseline::bench {

/// The full civilian design in the shipped world (donbas.toml), read once.
inline Study const& donbas_study() {
  static Study const study = load_study(std::string{CEASELINE_SOURCE_DIR} + "/tests/bench/donbas.toml",
                                        toy::ShippedFiles{}, builtin_registries(), {});
  return study;
}

}  // namespace ceaseline::bench
