// Sets of time against the slow and obvious set: a list of single milliseconds.
#include <gtest/gtest.h>

#include <algorithm>
#include <bitset>
#include <ostream>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/spans.hpp"

namespace ceaseline {

// Found by GoogleTest through the argument's namespace.
void PrintTo(Spans const& spans, std::ostream* out) {
  for (Span const& s : spans.list()) *out << '[' << ms_of(s.from) << ',' << ms_of(s.to) << ") ";
}

namespace {

constexpr std::int64_t horizon = 64;
using Instants = std::bitset<static_cast<std::size_t>(horizon)>;

Span span(std::int64_t from, std::int64_t to) { return {at_ms(from), at_ms(to)}; }

Instants instants(Spans const& spans) {
  Instants set;
  for (std::int64_t t = 0; t < horizon; ++t) set[static_cast<std::size_t>(t)] = spans.contains(at_ms(t));
  return set;
}

Instants instants(Span window) {
  Instants set;
  for (std::int64_t t = 0; t < horizon; ++t) {
    set[static_cast<std::size_t>(t)] = window.from <= at_ms(t) && at_ms(t) < window.to;
  }
  return set;
}

/// Up to eight spans in [0, horizon), some of them empty, reversed, touching or overlapping.
std::vector<Span> random_spans(std::uint64_t seed) {
  std::vector<Span> spans;
  for (std::uint64_t i = 0; i < seed % 9; ++i) {
    Block const block = Draws{11, 0}.at(Purpose{1}, Key{seed}, i);
    auto const from = static_cast<std::int64_t>(block.unit(0) * horizon);
    spans.push_back(span(from, std::min(horizon, from - 2 + static_cast<std::int64_t>(block.unit(1) * 14))));
  }
  return spans;
}

void expect_canonical(Spans const& spans) {
  for (std::size_t i = 0; i < spans.list().size(); ++i) {
    EXPECT_LT(spans.list()[i].from, spans.list()[i].to);
    if (i > 0) {
      EXPECT_LT(spans.list()[i - 1].to, spans.list()[i].from) << "spans touch";
    }
  }
}

TEST(Spans, AgreeWithSetsOfMilliseconds) {
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<Span> const listed = random_spans(seed);
    Instants a_set;
    for (Span const& s : listed) a_set |= instants(s);
    Spans const a{listed};
    Spans const b{random_spans(seed + 100'001)};
    Block const ends = Draws{12, 0}.at(Purpose{1}, Key{seed}, 0);
    Span const window = span(static_cast<std::int64_t>(ends.unit(0) * horizon),
                             static_cast<std::int64_t>(ends.unit(1) * horizon));

    ASSERT_EQ(instants(a), a_set);
    ASSERT_EQ(static_cast<std::size_t>(a.total().count()), a_set.count());
    ASSERT_EQ(instants(a | b), a_set | instants(b));
    ASSERT_EQ(instants(a & b), a_set & instants(b));
    ASSERT_EQ(instants(a.within(window)), a_set & instants(window));
    ASSERT_EQ(instants(a.gaps(window)), ~a_set & instants(window));
    for (Spans const& result : {a, a | b, a & b, a.within(window), a.gaps(window)}) expect_canonical(result);
  }
}

TEST(Spans, OrderOfTheListDoesNotMatter) {
  EXPECT_EQ((Spans{{span(5, 9), span(1, 3)}}), (Spans{{span(1, 3), span(5, 9)}}));
}

TEST(Spans, TouchingSpansBecomeOne) {
  Spans const merged{{span(1, 3), span(3, 5)}};
  ASSERT_EQ(merged.list().size(), 1U);
  EXPECT_EQ(merged.list().front(), span(1, 5));
}

TEST(Spans, EndIsOutsideAndBeginInside) {
  Spans const one{{span(2, 4)}};
  EXPECT_FALSE(one.contains(at_ms(1)));
  EXPECT_TRUE(one.contains(at_ms(2)));
  EXPECT_FALSE(one.contains(at_ms(4)));
}

TEST(Spans, EmptySetHasTheWholeWindowAsGap) {
  EXPECT_TRUE(Spans{}.empty());
  EXPECT_EQ(Spans{}.total(), Duration{0});
  EXPECT_EQ(Spans{}.gaps(span(0, 10)), (Spans{{span(0, 10)}}));
  EXPECT_TRUE(Spans{}.gaps(span(10, 0)).empty());
}

}  // namespace
}  // namespace ceaseline
