#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ceaseline/mission/simulation.hpp"
#include "outsiders.hpp"
#include "toy/shipped_files.hpp"

namespace outsiders {

using Overrides = std::vector<std::pair<std::string, std::string>>;

inline ceaseline::Study load(Overrides const& overrides = {}) {
  return ceaseline::load_study(std::string(CEASELINE_SOURCE_DIR) + "/tests/extension/study/study.toml",
                               ceaseline::toy::ShippedFiles{}, registries(), overrides);
}

/// Some replications of one design of the study, one after the other.
struct Runs {
  ceaseline::Mission const& mission;
  std::vector<ceaseline::Record> records;
  std::vector<std::vector<ceaseline::Track>> tracks;
};

inline Runs run(ceaseline::Study const& study, std::size_t design, std::uint32_t replications = 3) {
  using namespace ceaseline;
  CaseWorld const& in = study.cases.front();
  Runs all{*in.missions[design], {}, {}};
  Simulation simulation{*in.world, all.mission};
  for (std::uint32_t r = 0; r < replications; ++r) {
    Draws const draws{static_cast<std::uint32_t>(study.spec.seed), r};
    TruthStream truth{*in.world, *in.process, draws};
    simulation.begin(draws, true);
    TruthDay day;
    while (truth.next(day)) simulation.day(day);
    all.records.push_back(simulation.finish());
    all.tracks.push_back(simulation.tracks());
  }
  return all;
}

}  // namespace outsiders
