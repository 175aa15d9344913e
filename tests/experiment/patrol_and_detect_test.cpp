// The model by which simulators are compared, "patrol and detect": on 400 km 60 teams shuttle, 30 cameras
// look, 315,360 violations a year fall anywhere. What is covered is exact: 0.670836819266 of line and time,
// the sum over teams' and cameras' footprints less their overlaps; 0.8 of what happens there is detected.
#include <gtest/gtest.h>

#include <cmath>

#include "toy/shipped_files.hpp"
#include "toy/tally.hpp"

namespace ceaseline {
namespace {

using toy::Tally;

Tally years(std::string const& scenario, std::uint32_t count) {
  Study const study = load_study(std::string(CEASELINE_SOURCE_DIR) + "/tests/bench/" + scenario,
                                 toy::ShippedFiles{}, builtin_registries(), {});
  CaseWorld const& in = study.cases.front();
  Simulation simulation(*in.world, *in.missions.front());
  Tally tally;
  for (std::uint32_t r = 0; r < count; ++r)
    toy::tally(simulation, *in.world, *in.process, Draws(1, r), tally);
  return tally;
}

TEST(PatrolAndDetect, DetectsTheKnownShare) {
  Tally const t = years("v1.toml", 4);
  double const share = 0.8 * 0.670836819266;
  auto const n = static_cast<double>(t.violations);
  EXPECT_NEAR(n, 4 * 315360.0, 4 * std::sqrt(4 * 315360.0));
  EXPECT_NEAR(static_cast<double>(t.detected) / n, share, 4 * std::sqrt(share * (1 - share) / n));
  EXPECT_EQ(t.visits, 0U);
}

TEST(PatrolAndDetect, VerifiesAsTwoOtherSimulatorsDo) {
  // Teams under way to a scene: 0.5666 detected, 265 a year find nobody free, 2.684 km to the scene in the
  // mean over twenty years of the reference program. Its own error is a fifth of ours.
  Tally const t = years("v2.toml", 2);
  auto const n = static_cast<double>(t.violations);
  EXPECT_NEAR(static_cast<double>(t.detected) / n, 0.5666, 4 * 1.1 * std::sqrt(0.5666 * 0.4334 / n));
  EXPECT_NEAR(static_cast<double>(t.dropped) / 2, 265, 4 * 30);
  EXPECT_NEAR(40 * t.hours_under_way / static_cast<double>(t.visits), 2.684, 0.02);
}

}  // namespace
}  // namespace ceaseline
