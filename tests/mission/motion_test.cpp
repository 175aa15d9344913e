// Motion in closed form against a slow twin that lives through every millisecond of driving, stopping and
// turning.
#include "ceaseline/mission/motion.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace ceaseline {
namespace {

/// Chainage at each of the first `n` ms of a shuttle that starts at `from`, goes to `first`, then to and fro.
std::vector<double> slow_shuttle(double from, double first, double second, Gait gait, int dwell, int n) {
  std::vector<double> at;
  double here = from;
  double target = first;
  std::int64_t driven = 0;
  int standing = 0;
  bool at_end = false;
  for (int ms = 0; ms < n; ++ms) {
    at.push_back(here);
    if (standing > 0) {
      if (--standing == 0 && at_end) {
        at_end = false;
        target = target == first ? second : first;
        driven = 0;
      }
      continue;
    }
    double const step = target > here ? gait.speed : -gait.speed;
    here += step;
    ++driven;
    bool const arrived = std::abs(here - target) < 1e-9;
    if (arrived) {
      here = target;
      standing = dwell;
      at_end = true;
    } else if (gait.drive_ms > 0 && driven % gait.drive_ms == 0) {
      standing = static_cast<int>(gait.stop_ms);
    }
  }
  return at;
}

TEST(Motion, IsThatOfTheSlowTwin) {
  // 1 m/ms; legs of 20 and 50 m, a stop of 7 ms after every 15 ms of driving, 5 ms at each end.
  Gait const gait{1, 15, 7};
  for (Gait const& g : {gait, Gait{1, 0, 0}}) {
    Motion const m = Motion::shuttle(at_ms(0), 30, 50, 0, g, Duration{5});
    auto const slow = slow_shuttle(30, 50, 0, g, 5, 1000);
    for (int ms = 0; ms < 1000; ++ms) {
      EXPECT_NEAR(m.at(at_ms(ms)).chainage, slow[static_cast<std::size_t>(ms)], 1e-9) << "at " << ms << " ms";
      Motion::Piece const piece = m.piece_at(at_ms(ms));
      EXPECT_GE(at_ms(ms), piece.from);
      EXPECT_LT(at_ms(ms), piece.to);
      EXPECT_NEAR(piece.at(at_ms(ms)).chainage, slow[static_cast<std::size_t>(ms)], 1e-9)
          << "piece at " << ms << " ms";
    }
  }
}

TEST(Motion, FirstWithinIsTheFirstMillisecondWithin) {
  Gait const gait{1, 15, 7};
  Motion const m = Motion::shuttle(at_ms(0), 0, 50, 0, gait, Duration{5});
  auto const slow = slow_shuttle(0, 50, 0, gait, 5, 400);
  for (int low = 0; low <= 48; low += 6) {
    for (int start = 0; start < 250; start += 13) {
      int expected = start;
      while (slow[static_cast<std::size_t>(expected)] < low - 1e-9 ||
             slow[static_cast<std::size_t>(expected)] > low + 2 + 1e-9)
        ++expected;
      SimTime found = Motion::never;
      for (SimTime t = at_ms(start); found == Motion::never;) {
        Motion::Piece const piece = m.piece_at(t);
        found = piece.first_within(low, low + 2, t);
        t = piece.to;
      }
      EXPECT_EQ(found, at_ms(expected)) << low << " m from " << start << " ms";
    }
  }
}

TEST(Motion, ALegEndsWhereItShouldAndStaysThere) {
  Motion const m = Motion::leg(at_ms(100), 10, 40, Gait{0.5, 0, 0});
  EXPECT_EQ(m.first_leg_end(), at_ms(160));
  EXPECT_EQ(m.at(at_ms(50)).chainage, 10);
  EXPECT_EQ(m.at(at_ms(130)).chainage, 25);
  EXPECT_TRUE(m.at(at_ms(130)).moving);
  EXPECT_EQ(m.at(at_ms(1'000'000)).chainage, 40);
  EXPECT_FALSE(m.at(at_ms(1'000'000)).moving);
}

}  // namespace
}  // namespace ceaseline
