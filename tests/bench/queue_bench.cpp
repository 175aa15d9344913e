#include <benchmark/benchmark.h>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"
#include "ceaseline/engine/event_queue.hpp"

namespace ceaseline::bench {
namespace {

/// The hold model: the earliest event is taken and put back an exponential time later.
void hold(benchmark::State& state) {
  auto const events = static_cast<std::uint32_t>(state.range(0));
  Draws const draws{1, 0};
  std::vector<Duration> gaps;
  for (std::uint32_t i = 0; i < 4096; ++i)
    gaps.emplace_back(
        static_cast<std::int64_t>(1000 * exponential(draws.at(Purpose{0}, Key{}, i).open_unit())));
  EventQueue queue{events};
  for (std::uint32_t i = 0; i < events; ++i) queue.set(i, SimTime{gaps[i % gaps.size()]});
  std::size_t next = 0;
  for (auto _ : state) {
    EventQueue::Event const e = queue.pop();
    queue.set(e.slot, e.time + gaps[next++ % gaps.size()]);
  }
}
BENCHMARK(hold)->Arg(100)->Arg(1'000)->Arg(10'000)->Arg(100'000);

}  // namespace
}  // namespace ceaseline::bench
