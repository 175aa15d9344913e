#include "ceaseline/base/spans.hpp"

#include <algorithm>
#include <utility>

namespace ceaseline {

Spans::Spans(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](Span const& a, Span const& b) { return a.from < b.from; });
  for (Span const& span : spans) {
    if (span.from >= span.to) continue;
    if (!spans_.empty() && span.from <= spans_.back().to) {
      spans_.back().to = std::max(spans_.back().to, span.to);
    } else {
      spans_.push_back(span);
    }
  }
}

bool Spans::contains(SimTime t) const {
  auto const after = std::upper_bound(spans_.begin(), spans_.end(), t,
                                      [](SimTime instant, Span const& span) { return instant < span.from; });
  return after != spans_.begin() && t < std::prev(after)->to;
}

Duration Spans::total() const {
  Duration sum{0};
  for (Span const& span : spans_) sum += span.length();
  return sum;
}

Spans Spans::within(Span window) const {
  Spans inside;
  auto const begin = std::upper_bound(spans_.begin(), spans_.end(), window.from,
                                      [](SimTime instant, Span const& span) { return instant < span.to; });
  for (auto span = begin; span != spans_.end() && span->from < window.to; ++span) {
    Span const cut{std::max(span->from, window.from), std::min(span->to, window.to)};
    if (cut.from < cut.to) inside.spans_.push_back(cut);
  }
  return inside;
}

Spans Spans::gaps(Span window) const {
  Spans outside;
  SimTime from = window.from;
  for (Span const& span : spans_) {
    SimTime const to = std::min(span.from, window.to);
    if (from < to) outside.spans_.push_back({from, to});
    from = std::max(from, span.to);
  }
  if (from < window.to) outside.spans_.push_back({from, window.to});
  return outside;
}

Spans operator|(Spans const& a, Spans const& b) {
  std::vector<Span> all = a.spans_;
  all.insert(all.end(), b.spans_.begin(), b.spans_.end());
  return Spans{std::move(all)};
}

Spans operator&(Spans const& a, Spans const& b) {
  Spans both;
  auto i = a.spans_.begin();
  auto j = b.spans_.begin();
  while (i != a.spans_.end() && j != b.spans_.end()) {
    Span const cut{std::max(i->from, j->from), std::min(i->to, j->to)};
    if (cut.from < cut.to) both.spans_.push_back(cut);
    if (i->to < j->to) {
      ++i;
    } else {
      ++j;
    }
  }
  return both;
}

}  // namespace ceaseline
