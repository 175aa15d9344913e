#include "ordered_pool.hpp"

#include <gmock/gmock.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "ceaseline/experiment/run_study.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

constexpr int threads = 4;

/// Later tasks of a pair end first, so that results wait for their turn.
void write_row(std::uint32_t number, ReplicationRows& out) {
  if (number % 2 == 0) std::this_thread::yield();
  out.replication = number;
  out.rows.assign(1, std::vector<double>(100, number));
}

struct Pool {
  std::vector<std::uint32_t> delivered;
  std::atomic<int> made{0};
  std::function<ReplicationTask()> make = [this] {
    ++made;
    return write_row;
  };
  std::function<void(ReplicationRows const&)> deliver = [this](ReplicationRows const& done) {
    EXPECT_THAT(done.rows.front(), testing::Each(done.replication));
    delivered.push_back(done.replication);
  };

  std::uint32_t run(std::uint32_t first, std::uint32_t end, std::function<bool()> const& stopped = {}) {
    return run_in_order(first, end, threads, make, stopped, deliver);
  }
  void expect_delivered(std::uint32_t first, std::uint32_t end) const {
    ASSERT_EQ(delivered.size(), end - first);
    for (std::uint32_t i = first; i < end; ++i) EXPECT_EQ(delivered[i - first], i);
  }
};

TEST(OrderedPool, DeliversInOrderWhateverEndsFirst) {
  Pool pool;
  EXPECT_EQ(pool.run(3, 500), 500U);
  pool.expect_delivered(3, 500);
  EXPECT_EQ(pool.made, threads);
}

TEST(OrderedPool, NoThreadRunsFarAhead) {
  Pool pool;
  std::atomic<std::uint32_t> begun{0};
  pool.make = [&begun] {
    return [&begun](std::uint32_t number, ReplicationRows& out) {
      ++begun;
      write_row(number, out);
    };
  };
  auto const deliver = pool.deliver;
  pool.deliver = [&](ReplicationRows const& done) {
    EXPECT_LE(begun, done.replication + 4 * threads);
    deliver(done);
  };
  pool.run(0, 200);
  pool.expect_delivered(0, 200);
}

TEST(OrderedPool, AnInterruptDeliversWhatWasBegun) {
  Pool pool;
  std::atomic<std::uint32_t> begun{0};
  std::atomic<bool> interrupted{false};
  pool.make = [&] {
    return [&](std::uint32_t number, ReplicationRows& out) {
      if (++begun == 20) interrupted = true;
      write_row(number, out);
    };
  };
  std::uint32_t const end = pool.run(0, 1'000'000, [&] { return interrupted.load(); });
  EXPECT_GE(end, 20U);
  EXPECT_EQ(end, begun);
  pool.expect_delivered(0, end);
}

TEST(OrderedPool, AnExceptionOfATaskEndsAllThreads) {
  Pool pool;
  pool.make = [] {
    return [](std::uint32_t number, ReplicationRows& out) {
      if (number == 30) throw std::runtime_error{"task 30"};
      write_row(number, out);
    };
  };
  EXPECT_THAT([&] { pool.run(0, 1'000'000); }, testing::ThrowsMessage<std::runtime_error>("task 30"));
  EXPECT_LE(pool.delivered.size(), 30U);
  pool.expect_delivered(0, static_cast<std::uint32_t>(pool.delivered.size()));
}

TEST(OrderedPool, SoDoesOneOfTheReceiver) {
  Pool pool;
  auto const deliver = pool.deliver;
  pool.deliver = [&deliver](ReplicationRows const& done) {
    if (done.replication == 10) throw std::runtime_error{"no room"};
    deliver(done);
  };
  EXPECT_THAT([&] { pool.run(0, 1'000'000); }, testing::ThrowsMessage<std::runtime_error>("no room"));
  pool.expect_delivered(0, 10);
}

TEST(OrderedPool, SoDoesOneOnTheWayToATask) {
  Pool pool;
  pool.make = []() -> ReplicationTask { throw std::runtime_error{"no memory"}; };
  EXPECT_THAT([&] { pool.run(0, 100); }, testing::ThrowsMessage<std::runtime_error>("no memory"));
  EXPECT_TRUE(pool.delivered.empty());
}

/// Worlds and missions are shared by all threads: nothing in them may be written.
TEST(OrderedPool, ThreadsShareAStudy) {
  Study const study = small::study();
  Plan const plan = plan_study(study, builtin_registries());
  RowsInMemory together;
  RowsInMemory alone;
  run_study(study, plan, {0, 8, threads, {}, {}}, together);
  run_study(study, plan, {0, 8, 1, {}, {}}, alone);
  for (std::uint32_t r = 0; r < 8; ++r)
    EXPECT_EQ(together.replication(r).fingerprints, alone.replication(r).fingerprints);
}

}  // namespace
}  // namespace ceaseline
