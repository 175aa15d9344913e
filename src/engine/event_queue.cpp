#include "ceaseline/engine/event_queue.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

namespace ceaseline {

EventQueue::EventQueue(std::size_t slots) : leaves_{1} {
  if (slots > max_slots) throw std::length_error{"EventQueue: more than 262,144 entities"};
  while (leaves_ < slots) leaves_ *= 2;
  tree_.assign(2 * leaves_, none);
}

void EventQueue::set(std::uint32_t slot, SimTime time, Priority priority) {
  std::int64_t const ms = ms_of(time);
  assert(ms >= 0 && ms < (std::int64_t{1} << time_bits));
  assert(priority < (1U << priority_bits));
  put(slot, (static_cast<std::uint64_t>(ms) << time_shift) | (std::uint64_t{priority} << slot_bits) | slot);
}

void EventQueue::cancel(std::uint32_t slot) {
  if (tree_[leaves_ + slot] != none) put(slot, none);
}

void EventQueue::clear() { std::fill(tree_.begin(), tree_.end(), none); }

EventQueue::Event EventQueue::next() const {
  std::uint64_t const key = tree_[1];
  assert(key != none);
  return {at_ms(static_cast<std::int64_t>(key >> time_shift)),
          static_cast<Priority>((key >> slot_bits) & ((1U << priority_bits) - 1U)),
          static_cast<std::uint32_t>(key & ((1U << slot_bits) - 1U))};
}

SimTime EventQueue::next_time() const { return empty() ? SimTime::max() : next().time; }

EventQueue::Event EventQueue::pop() {
  Event const first = next();
  put(first.slot, none);
  return first;
}

void EventQueue::put(std::uint32_t slot, std::uint64_t key) {
  std::size_t node = leaves_ + slot;
  assert(node < tree_.size());
  tree_[node] = key;
  // No early exit when a node keeps its winner: a full path of conditional moves is faster than a guess.
  while (node > 1) {
    std::uint64_t const sibling = tree_[node ^ 1U];
    key = key < sibling ? key : sibling;
    node /= 2;
    tree_[node] = key;
  }
}

}  // namespace ceaseline
