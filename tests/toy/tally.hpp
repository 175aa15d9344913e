#pragma once

#include <cstdint>

#include "ceaseline/mission/simulation.hpp"

namespace ceaseline::toy {

/// What closes in the course of replications, counted; no record is kept.
struct Tally : Closing {
  std::uint64_t violations{0}, acts{0}, detected{0}, dropped{0}, visits{0};
  double hours_under_way{0};

  void incident(Incident const& what, Fate const& fate) override {
    ++violations;
    acts += what.acts;
    if (!fate.detected()) return;
    ++detected;
    if (fate.reason == Reason::NoTeam) ++dropped;
  }
  void visit(Visit const& v) override {
    ++visits;
    hours_under_way += hours(v.arrived - v.sent);
  }
};

/// Lives through one replication, letting go of each day.
inline void tally(Simulation& simulation, World const& world, ViolationProcess const& process, Draws draws,
                  Tally& to, Probing* probing = nullptr) {
  simulation.begin(draws, false, probing);
  TruthStream truth(world, process, draws);
  for (TruthDay today; truth.next(today); simulation.let_go(to)) simulation.day(today);
  simulation.finish();
  simulation.let_go(to);
}

}  // namespace ceaseline::toy
