#pragma once

#include <cstddef>
#include <vector>

#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// A half-open stretch of time [from, to).
struct Span {
  SimTime from;
  SimTime to;
  friend bool operator==(Span const& a, Span const& b) { return a.from == b.from && a.to == b.to; }
  [[nodiscard]] Duration length() const { return to - from; }
};

/// A set of instants as sorted, disjoint, non-touching spans.
class Spans {
 public:
  Spans() = default;
  /// Sorts and merges; empty and reversed spans are dropped.
  explicit Spans(std::vector<Span> spans);

  [[nodiscard]] bool contains(SimTime t) const;
  [[nodiscard]] Duration total() const;
  [[nodiscard]] std::vector<Span> const& list() const { return spans_; }
  [[nodiscard]] bool empty() const { return spans_.empty(); }

  [[nodiscard]] Spans within(Span window) const;
  /// Everything in `window` that is not in this set.
  [[nodiscard]] Spans gaps(Span window) const;
  friend Spans operator|(Spans const& a, Spans const& b);
  friend Spans operator&(Spans const& a, Spans const& b);
  friend bool operator==(Spans const& a, Spans const& b) { return a.spans_ == b.spans_; }

 private:
  std::vector<Span> spans_;
};

}  // namespace ceaseline
