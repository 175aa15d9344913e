#include <benchmark/benchmark.h>

#include "bench/donbas_study.hpp"
#include "ceaseline/coverage/points.hpp"

namespace ceaseline::bench {
namespace {

/// Coverage of one design-year, the simulation left out.
void coverage_of_a_year(benchmark::State& state) {
  CaseWorld const& in = donbas_study().cases.front();
  Draws const draws{1, 0};
  Simulation simulation{*in.world, *in.missions.front()};
  simulation.begin(draws, true);
  TruthStream truth{*in.world, *in.process, draws};
  for (TruthDay today; truth.next(today);) simulation.day(today);
  simulation.finish();
  for (auto _ : state) benchmark::DoNotOptimize(cover_points(*in.world, *in.missions.front(), simulation));
}
BENCHMARK(coverage_of_a_year)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace ceaseline::bench
