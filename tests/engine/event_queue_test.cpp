// The queue against a sorted set, and the total order of events written out.
#include <gtest/gtest.h>

#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/engine/event_queue.hpp"

namespace ceaseline {
namespace {

using Entry = std::tuple<std::int64_t, int, std::uint32_t>;  // time, priority, slot: the order of events

Entry entry(EventQueue::Event const& event) { return {ms_of(event.time), event.priority, event.slot}; }

/// The slow and obvious queue.
class SortedQueue {
 public:
  explicit SortedQueue(std::size_t slots) : pending_(slots) {}
  void set(std::uint32_t slot, std::int64_t time, int priority) {
    cancel(slot);
    pending_[slot] = Entry{time, priority, slot};
    order_.insert(*pending_[slot]);
  }
  void cancel(std::uint32_t slot) {
    if (pending_[slot]) order_.erase(*pending_[slot]);
    pending_[slot].reset();
  }
  void clear() {
    while (!order_.empty()) pop();
  }
  bool empty() const { return order_.empty(); }
  Entry next() const { return *order_.begin(); }
  Entry pop() {
    Entry const first = next();
    cancel(std::get<2>(first));
    return first;
  }

 private:
  std::set<Entry> order_;
  std::vector<std::optional<Entry>> pending_;
};

TEST(EventQueue, AgreesWithASortedSetUnderRandomOperations) {
  for (std::size_t const slots : {1U, 2U, 3U, 7U, 64U, 1000U}) {
    SCOPED_TRACE(slots);
    EventQueue queue{slots};
    SortedQueue slow{slots};
    for (std::uint64_t i = 0; i < 30'000; ++i) {
      auto const words = Draws{3, 0}.at(Purpose{1}, Key{slots}, i).words();
      auto const slot = static_cast<std::uint32_t>(words[0] % slots);
      std::uint32_t const choice = words[1] % 1000;
      if (choice < 500) {
        std::int64_t const time = words[2] % 50;  // few instants, so that many events tie
        auto const priority = static_cast<Priority>(words[3] % 32);
        queue.set(slot, at_ms(time), priority);
        slow.set(slot, time, priority);
      } else if (choice < 600) {
        queue.cancel(slot);
        slow.cancel(slot);
      } else if (choice < 601) {
        queue.clear();
        slow.clear();
      } else if (!slow.empty()) {
        ASSERT_EQ(entry(queue.next()), slow.next());
        ASSERT_EQ(entry(queue.pop()), slow.pop());
      }
      ASSERT_EQ(queue.empty(), slow.empty());
      ASSERT_EQ(queue.next_time(), slow.empty() ? SimTime::max() : at_ms(std::get<0>(slow.next())));
    }
  }
}

TEST(EventQueue, TimeThenPriorityThenSlot) {
  EventQueue queue{8};
  queue.set(5, at_ms(10), 1);
  queue.set(0, at_ms(10), 2);
  queue.set(7, at_ms(9), 31);
  queue.set(6, at_ms(10), 1);
  queue.set(3, at_ms(11), 0);
  std::vector<std::uint32_t> order;
  while (!queue.empty()) order.push_back(queue.pop().slot);
  EXPECT_EQ(order, (std::vector<std::uint32_t>{7, 5, 6, 0, 3}));
}

TEST(EventQueue, SettingASlotReplacesWhatStoodThere) {
  EventQueue queue{4};
  queue.set(2, at_ms(5));
  queue.set(2, at_ms(50), 4);
  EXPECT_EQ(entry(queue.pop()), (Entry{50, 4, 2}));
  EXPECT_TRUE(queue.empty());
}

TEST(EventQueue, CancellingAnEmptySlotIsHarmless) {
  EventQueue queue{4};
  queue.cancel(1);
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(queue.next_time(), SimTime::max());
}

TEST(EventQueue, HoldsTheLargestKeyInEveryField) {
  EventQueue queue{EventQueue::max_slots};
  constexpr std::int64_t last_ms = (std::int64_t{1} << 40) - 1;
  constexpr auto last_slot = static_cast<std::uint32_t>(EventQueue::max_slots - 1);
  queue.set(last_slot, at_ms(last_ms), 31);
  EXPECT_FALSE(queue.empty());
  EXPECT_EQ(entry(queue.next()), (Entry{last_ms, 31, last_slot}));
  queue.set(0, at_ms(last_ms), 30);
  EXPECT_EQ(queue.next().slot, 0U) << "priority goes before slot";
}

TEST(EventQueue, RefusesMoreSlotsThanAKeyHolds) {
  EXPECT_THROW(EventQueue{EventQueue::max_slots + 1}, std::length_error);
}

TEST(EventQueue, WithoutEntitiesIsEmpty) { EXPECT_TRUE(EventQueue{0}.empty()); }

TEST(EventQueue, ACopyIsASnapshot) {
  EventQueue queue{2};
  queue.set(0, at_ms(1));
  EventQueue const snapshot = queue;
  queue.pop();
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(entry(snapshot.next()), (Entry{1, 0, 0}));
}

}  // namespace
}  // namespace ceaseline
