// The steady state of a replication allocates nothing per event.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "toy/toy_world.hpp"

namespace {
std::atomic<long> allocations{0};
}

[[gnu::noinline]] void* operator new(std::size_t size) {
  ++allocations;
  if (void* p = std::malloc(size > 0 ? size : 1)) return p;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* p) noexcept { std::free(p); }
[[gnu::noinline]] void operator delete(void* p, std::size_t) noexcept { std::free(p); }

namespace ceaseline {
namespace {

using namespace toy;

struct Counted {
  long allocations;
  std::size_t acts;
};

Counted second_replication(double incidents_per_day) {
  ViolationKind kind = shot_kind();
  kind.acts = {10, 0.015, 15};
  kind.duration = 20 * one_minute;
  kind.visitable_share = 0.2;
  WorldSpec spec = straight_world(km(200), one_day * 60, kind, incidents_per_day);
  spec.sensing.standing_share = 0.5;
  spec.access_b.state = AccessState::Restricted;
  spec.access_b.refusal = 0.1;
  spec.access_b.closure_every = one_day * 20;
  World const world = build(spec);
  DesignSpec d = watchful(km(3));
  std::vector<MapPlace> places;
  for (int i = 0; i < 6; ++i) {
    Side const side = i % 2 == 0 ? Side::A : Side::B;
    Point const at = world.line().at(LinePlace{km(20.0 + 30 * i), km(side == Side::A ? -5 : 5)});
    std::string const id = "base " + std::to_string(i);
    places.push_back({id, id, "base", side, world.line().frame().to_geographic(at), ""});
    d.siting.bases.push_back(id);
  }
  d.numbers.on_books = 400;
  d.driving.policy = "least-recently-visited";
  Mission const mission = set_up(world, d, places);
  Simulation run(world, mission);
  HotspotProcess const process;
  TruthDay today;
  Counted c{};
  for (int round = 0; round < 2; ++round) {
    long const before = allocations;
    run.begin(Draws(1, 0));
    TruthStream truth(world, process, Draws(1, 0));
    c.acts = 0;
    while (truth.next(today)) {
      c.acts += today.acts.size();
      run.day(today);
    }
    Record const& record = run.finish();
    c.allocations = allocations - before;
    EXPECT_FALSE(record.visits.empty());
  }
  return c;
}

TEST(Allocation, FourTimesTheActsAllocateNoMore) {
  Counted const one = second_replication(10);
  Counted const four = second_replication(40);
  EXPECT_GT(four.acts, 3 * one.acts);
  EXPECT_EQ(four.allocations, one.allocations);
}

}  // namespace
}  // namespace ceaseline
