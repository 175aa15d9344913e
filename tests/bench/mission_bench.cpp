#include <benchmark/benchmark.h>

#include "bench/donbas_study.hpp"
#include "ceaseline/base/random.hpp"

namespace ceaseline::bench {
namespace {

double chainage_of(World const& world, std::uint64_t turn) {
  return world.line().length().metres() * Draws{1, 0}.at(Purpose{0}, Key{}, turn).unit();
}

/// Which sensors could notice an act of the first kind at a random place.
void reach_lookup(benchmark::State& state) {
  World const& world = *donbas_study().cases.front().world;
  Mission const& mission = *donbas_study().cases.front().missions.front();
  std::uint64_t turn = 0;
  for (auto _ : state)
    for (std::uint32_t const s : mission.reach().near(0, Light::Night, chainage_of(world, turn++)))
      benchmark::DoNotOptimize(s);
}
BENCHMARK(reach_lookup);

/// The chance of the first sensor at a random range within its reach.
void detection_chance(benchmark::State& state) {
  Mission const& mission = *donbas_study().cases.front().missions.front();
  DetectionTable::Curve const& curve =
      mission.table(mission.sensors().front()).curve(0, Sky{Light::Night, false, 0}, false);
  Draws const draws{1, 0};
  std::uint64_t turn = 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(
        curve.at_squared(draws.at(Purpose{0}, Key{}, turn++).unit() * std::max(0.0, curve.reach_squared)));
}
BENCHMARK(detection_chance);

Motion rounds() {
  Gait const gait{30 / 3.6e3, 600'000, 600'000};
  return Motion::shuttle(SimTime{}, 0, 20'000, 0, gait, 20 * one_minute);
}

SimTime instant(std::uint64_t turn) {
  return SimTime{Duration{static_cast<std::int64_t>(Draws{1, 0}.at(Purpose{0}, Key{}, turn).unit() * 3e10)}};
}

void motion_at(benchmark::State& state) {
  Motion const motion = rounds();
  std::uint64_t turn = 0;
  for (auto _ : state) benchmark::DoNotOptimize(motion.at(instant(turn++)));
}
BENCHMARK(motion_at);

void motion_piece_at(benchmark::State& state) {
  Motion const motion = rounds();
  std::uint64_t turn = 0;
  for (auto _ : state) benchmark::DoNotOptimize(motion.piece_at(instant(turn++)));
}
BENCHMARK(motion_piece_at);

}  // namespace
}  // namespace ceaseline::bench
