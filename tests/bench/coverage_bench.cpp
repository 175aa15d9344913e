#include <benchmark/benchmark.h>

#include "bench/donbas_study.hpp"
#include "ceaseline/coverage/covered.hpp"

namespace ceaseline::bench {
namespace {

/// The covered share of chainage x time along the line, as planned: what repeats itself is solved once.
void exact_coverage_of_the_line(benchmark::State& state, char const* name) {
  std::string const file = std::string{CEASELINE_SOURCE_DIR} + "/tests/bench/" + name + ".toml";
  Study const study = load_study(file, toy::ShippedFiles{}, builtin_registries(), {});
  CaseWorld const& in = study.cases.front();
  Mission const& mission = *in.missions.front();
  Resolution how;
  how.by_light = false;
  how.finest = 1;
  how.tolerance = 1e-8;
  for (auto _ : state)
    benchmark::DoNotOptimize(covered(*in.world, mission, Presence::planned(*in.world, mission),
                                     in.world->reference_kind(), 0, how));
}
BENCHMARK_CAPTURE(exact_coverage_of_the_line, v1, "v1")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(exact_coverage_of_the_line, large, "large")->Unit(benchmark::kMillisecond);

/// Coverage of the shipped design-year as planned, and as a replication lived it; the simulation left out.
void coverage_of_a_planned_year(benchmark::State& state) {
  CaseWorld const& in = donbas_study().cases.front();
  Mission const& mission = *in.missions.front();
  for (auto _ : state)
    benchmark::DoNotOptimize(cover(*in.world, mission, Presence::planned(*in.world, mission)));
}
BENCHMARK(coverage_of_a_planned_year)->Unit(benchmark::kMillisecond);

void coverage_of_a_lived_year(benchmark::State& state) {
  CaseWorld const& in = donbas_study().cases.front();
  Mission const& mission = *in.missions.front();
  Draws const draws{1, 0};
  Simulation simulation{*in.world, mission};
  simulation.begin(draws, true);
  TruthStream truth{*in.world, *in.process, draws};
  for (TruthDay today; truth.next(today);) simulation.day(today);
  simulation.finish();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        cover(*in.world, mission, Presence::lived(*in.world, mission, simulation, draws)));
}
BENCHMARK(coverage_of_a_lived_year)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ceaseline::bench
