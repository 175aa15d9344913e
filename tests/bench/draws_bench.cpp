#include <benchmark/benchmark.h>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"

namespace ceaseline::bench {
namespace {

void philox_block(benchmark::State& state) {
  Draws const draws{1, 0};
  std::uint64_t turn = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draws.at(Purpose{0}, Key{7}, turn++).words());
}
BENCHMARK(philox_block);

/// With the draw that each is made of.
template <double (*Of)(double)>
void variate(benchmark::State& state) {
  Draws const draws{1, 0};
  std::uint64_t turn = 0;
  for (auto _ : state) benchmark::DoNotOptimize(Of(draws.at(Purpose{0}, Key{7}, turn++).open_unit()));
}
BENCHMARK(variate<exponential>)->Name("exponential");
BENCHMARK(variate<normal_quantile>)->Name("normal_quantile");

}  // namespace
}  // namespace ceaseline::bench
