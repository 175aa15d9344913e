#include <benchmark/benchmark.h>

#include "bench/donbas_study.hpp"
#include "ceaseline/coverage/covered.hpp"

namespace ceaseline::bench {
namespace {

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
