#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// Order of decisions at one instant: lower first.
using Priority = std::uint8_t;

/// The pending decisions of a simulation: at most one per entity, in a winner tree over packed keys.
///
/// The order is total: earlier first; at the same instant by priority (0 to 31); then by slot. Slots are
/// handed out in the order of the entities' keys, so that the order in a file changes nothing. Setting a slot
/// replaces what stood there; pop and set cost one path to the root and never allocate.
class EventQueue {
 public:
  struct Event {
    SimTime time;
    Priority priority;
    std::uint32_t slot;
  };
  static constexpr std::size_t max_slots = 1U << 18U;

  /// \throws std::length_error for more than max_slots entities
  explicit EventQueue(std::size_t slots);

  /// Schedules the decision of `slot`, replacing what was pending for it.
  /// \pre 0 <= time < 2^40 ms (34 years)
  void set(std::uint32_t slot, SimTime time, Priority priority = 0);
  void cancel(std::uint32_t slot);
  void clear();
  [[nodiscard]] bool empty() const { return tree_[1] == none; }
  /// \pre not empty()
  [[nodiscard]] Event next() const;
  /// Time of the next decision, or the end of time when empty.
  [[nodiscard]] SimTime next_time() const;
  /// Whether a decision is due before `end`.
  [[nodiscard]] bool due_before(SimTime end) const {
    return tree_[1] != none && static_cast<std::int64_t>(tree_[1] >> time_shift) < ms_of(end);
  }
  /// Removes and returns the next decision. \pre not empty()
  Event pop();

 private:
  // From the top of a key: one zero bit, 40 bits of milliseconds, 5 of priority, 18 of slot. Comparing two
  // keys as integers is the order of events, and the winner carries its own slot.
  static constexpr unsigned slot_bits = 18;
  static constexpr unsigned priority_bits = 5;
  static constexpr unsigned time_bits = 40;
  static constexpr unsigned time_shift = slot_bits + priority_bits;
  static constexpr std::uint64_t none = ~std::uint64_t{0};
  static_assert(time_bits + time_shift < 64, "the key of an empty slot must lie above every event");
  void put(std::uint32_t slot, std::uint64_t key);

  std::size_t leaves_;
  std::vector<std::uint64_t> tree_;
};

}  // namespace ceaseline
