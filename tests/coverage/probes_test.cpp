// Covered shares by probes against exact ones.
#include "ceaseline/coverage/probes.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "ceaseline/coverage/covered.hpp"
#include "toy/shipped_files.hpp"

namespace ceaseline {
namespace {

using Overrides = std::vector<std::pair<std::string, std::string>>;

double asked(CoverageFigures::Probed const& p) { return p.asked[0] + p.asked[1]; }

/// A month of the civilian design.
struct Month {
  explicit Month(Overrides more = {}) : study{shipped_study(std::move(more))} {}

  static Study shipped_study(Overrides more) {
    more.emplace_back("world.period.length", "30 days");
    return toy::shipped_study(more);
  }
  [[nodiscard]] World const& world() const { return *study.cases[0].world; }
  [[nodiscard]] Mission const& mission() const { return *study.cases[0].missions[0]; }
  Record& live(Probing* probing) {
    run.begin(draws, true, probing);
    TruthStream truth(world(), *study.cases[0].process, draws);
    TruthDay today;
    while (truth.next(today)) run.day(today);
    return run.finish();
  }

  Study study;
  Simulation run{world(), mission()};
  Draws draws{2021, 0};
};

TEST(Probes, FindTheExactShareOfPatrolAndDetect) {
  Study const study = load_study(std::string(CEASELINE_SOURCE_DIR) + "/tests/bench/v1.toml",
                                 toy::ShippedFiles{}, builtin_registries(), {});
  World const& world = *study.cases[0].world;
  Simulation run(world, *study.cases[0].missions[0]);
  Probes probes(world);
  run.begin(Draws{1, 0}, false, &probes);
  run.finish();
  CoverageFigures::Probed const& line = probes.found()[0];
  double const n = 365.0 * world.spec().coverage.probes_per_day;
  EXPECT_NEAR(asked(line), n, 1);
  double const share = 0.670836819266;
  // As independent ones would err; a lattice errs less.
  EXPECT_NEAR((line.noticed[0][0] + line.noticed[0][1]) / asked(line), share,
              2 * std::sqrt(share * (1 - share) / n));
  EXPECT_EQ(line.noticed[1][0] + line.noticed[1][1], 0) << "nobody looks";
}

TEST(Probes, AgreeWithTheExactCoverageOfTheSameReplication) {
  // Exact but for half a percent where stretches are short; at the depths the default ones err by up to 1.5
  // %.
  Month month(Overrides{{"world.coverage.probes_per_day", "2000"},
                        {"world.coverage.step", "400 m"},
                        {"world.coverage.finest", "400 m"}});
  Probes probes(month.world());
  month.live(&probes);
  CoverageFigures const exact =
      cover(month.world(), month.mission(),
            Presence::lived(month.world(), month.mission(), month.run, month.draws));
  for (std::size_t set = 0; set < coverage_set_count; ++set) {
    CoverageFigures::Judged const& e = exact.kinds[0][set];
    CoverageFigures::Probed const& p = probes.found()[set];
    // Probes of the line are weighted in the set of incidents; a third as many would say as much.
    bool const weighted = set == static_cast<std::size_t>(CoverageSet::Incidents);
    for (std::size_t light = 0; light < 2; ++light) {
      double const n = weighted ? probes.found()[0].asked[light] / 3 : p.asked[light];
      EXPECT_NEAR(p.asked[light] / asked(p), e.hours[light] / (e.hours[0] + e.hours[1]), 0.01) << set;
      for (std::size_t channel = 0; channel < 2; ++channel) {
        double const share = e.channel[channel].covered[light] / e.hours[light];
        double const resolution = month.world().spec().coverage.tolerance;
        EXPECT_NEAR(p.noticed[channel][light] / p.asked[light], share,
                    resolution + 4 * std::sqrt(share * (1 - share) / n))
            << "set " << set << " channel " << channel << " light " << light;
      }
    }
  }
}

TEST(Probes, ChangeNothingThatHappens) {
  Month month;
  Probes probes(month.world());
  std::uint64_t const without = month.live(nullptr).fingerprint();
  EXPECT_EQ(month.live(&probes).fingerprint(), without);
  EXPECT_GT(asked(probes.found()[0]), 2000);
}

TEST(Probes, AreNotAskedWhereNoneAreWanted) {
  for (Overrides const& off :
       {Overrides{{"world.coverage.probes_per_day", "0"}}, Overrides{{"world.coverage.lasting", "1 h"}}}) {
    Month month(off);
    Probes probes(month.world());
    month.live(&probes);
    EXPECT_EQ(asked(probes.found()[0]), 0) << off[0].first;
  }
}

TEST(Probes, ForgetTheReplicationBefore) {
  Month month;
  Probes probes(month.world());
  month.live(&probes);
  double const once = asked(probes.found()[0]);
  probes.clear();
  month.live(&probes);
  EXPECT_DOUBLE_EQ(asked(probes.found()[0]), once);
}

}  // namespace
}  // namespace ceaseline
