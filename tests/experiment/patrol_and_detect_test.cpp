// The model by which simulators are compared, "patrol and detect": on 400 km 60 teams shuttle, 30 cameras
// look, 315,360 violations a year fall anywhere. What is covered is exact: 0.670836819266 of line and time,
// the sum over teams' and cameras' footprints less their overlaps; 0.8 of what happens there is detected.
#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/mission/simulation.hpp"
#include "toy/shipped_files.hpp"

namespace ceaseline {
namespace {

struct Tally : Closing {
  double violations{0}, detected{0}, dropped{0}, visits{0}, hours_under_way{0};
  void incident(Incident const&, Fate const& fate) override {
    ++violations;
    if (!fate.detected()) return;
    ++detected;
    if (fate.reason == Reason::NoTeam) ++dropped;
  }
  void visit(Visit const& v) override {
    ++visits;
    hours_under_way += hours(v.arrived - v.sent);
  }
};

Tally years(std::string const& scenario, std::uint32_t count) {
  Study const study = load_study(std::string(CEASELINE_SOURCE_DIR) + "/tests/bench/" + scenario,
                                 toy::ShippedFiles{}, builtin_registries(), {});
  CaseWorld const& in = study.cases.front();
  Simulation simulation(*in.world, *in.missions.front());
  Tally tally;
  for (std::uint32_t r = 0; r < count; ++r) {
    Draws const draws(1, r);
    simulation.begin(draws);
    TruthStream truth(*in.world, *in.process, draws);
    for (TruthDay today; truth.next(today); simulation.let_go(tally)) simulation.day(today);
    simulation.finish();
    simulation.let_go(tally);
  }
  return tally;
}

TEST(PatrolAndDetect, DetectsTheKnownShare) {
  Tally const t = years("v1.toml", 4);
  double const share = 0.8 * 0.670836819266;
  EXPECT_NEAR(t.violations, 4 * 315360.0, 4 * std::sqrt(4 * 315360.0));
  EXPECT_NEAR(t.detected / t.violations, share, 4 * std::sqrt(share * (1 - share) / t.violations));
  EXPECT_EQ(t.visits, 0);
}

TEST(PatrolAndDetect, VerifiesAsTwoOtherSimulatorsDo) {
  // Teams under way to a scene: 0.5666 detected, 265 a year find nobody free, 2.684 km to the scene in the
  // mean over twenty years of the reference program. Its own error is a fifth of ours.
  Tally const t = years("v2.toml", 2);
  EXPECT_NEAR(t.detected / t.violations, 0.5666, 4 * 1.1 * std::sqrt(0.5666 * 0.4334 / t.violations));
  EXPECT_NEAR(t.dropped / 2, 265, 4 * 30);
  EXPECT_NEAR(40 * t.hours_under_way / t.visits, 2.684, 0.02);
}

}  // namespace
}  // namespace ceaseline
