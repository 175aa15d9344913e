#pragma once

#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace ceaseline {

/// A vector that can let go of its front: what stays keeps its index, so that indices stored elsewhere go on
/// being true.
template <class T>
class Series {
 public:
  /// Index of the first element still held.
  [[nodiscard]] std::size_t first() const { return first_; }
  /// One more than the last index: how many there have ever been.
  [[nodiscard]] std::size_t size() const { return first_ + items_.size(); }
  /// True when none is held.
  [[nodiscard]] bool empty() const { return items_.empty(); }

  /// \pre first() <= i < size()
  T& operator[](std::size_t i) {
    assert(i >= first_ && i < size());
    return items_[i - first_];
  }
  T const& operator[](std::size_t i) const {
    assert(i >= first_ && i < size());
    return items_[i - first_];
  }
  [[nodiscard]] auto begin() { return items_.begin(); }
  [[nodiscard]] auto end() { return items_.end(); }
  [[nodiscard]] auto begin() const { return items_.begin(); }
  [[nodiscard]] auto end() const { return items_.end(); }
  [[nodiscard]] T& front() { return items_.front(); }
  [[nodiscard]] T& back() { return items_.back(); }
  [[nodiscard]] T const& front() const { return items_.front(); }
  [[nodiscard]] T const& back() const { return items_.back(); }

  void push_back(T item) { items_.push_back(std::move(item)); }
  T& emplace_back() { return items_.emplace_back(); }
  template <class Iterator>
  void append(Iterator from, Iterator to) {
    items_.insert(items_.end(), from, to);
  }
  void reserve(std::size_t n) { items_.reserve(n); }
  /// \pre size >= first()
  void resize(std::size_t size) { items_.resize(size - first_); }
  void clear() {
    items_.clear();
    first_ = 0;
  }
  /// Lets go of all before `i`. \pre first() <= i <= size()
  void drop_before(std::size_t i) {
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(i - first_));
    first_ = i;
  }

 private:
  std::size_t first_{0};
  std::vector<T> items_;
};

}  // namespace ceaseline
