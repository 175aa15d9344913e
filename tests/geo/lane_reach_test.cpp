// Where a lane comes within range of a place, against points of the lane some metres apart.
#include "ceaseline/geo/lane_reach.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>

#include "lines.hpp"

namespace ceaseline {
namespace {

constexpr double step = 23;  // m of chainage
constexpr std::uint64_t places = 40;

class LaneReach : public testing::TestWithParam<double> {
 protected:
  Line line_ = wiggly_line();
  Lane lane_{line_, Side::A, Length::kilometres(2)};
  Length reach_ = Length::kilometres(GetParam());
  Stretch window_{Length::kilometres(33.21), line_.length() - Length::kilometres(40)};
  [[nodiscard]] Point place_of(std::uint64_t i) const {
    return point_around(line_, Length::kilometres(5), i);
  }
};

TEST_P(LaneReach, StretchesHoldThePointsInRangeAndNoOthers) {
  std::vector<Stretch> found;
  for (std::uint64_t i = 0; i < places; ++i) {
    Point const place = place_of(i);
    stretches_within(lane_, window_, place, reach_, found);
    for (double c = window_.from.metres(); c <= window_.to.metres(); c += step) {
      double const off = distance(lane_.at(c), place).metres() - reach_.metres();
      if (std::abs(off) < 0.01) continue;  // a touch
      bool inside = false;
      for (Stretch const& s : found) inside = inside || (c >= s.from.metres() && c <= s.to.metres());
      ASSERT_EQ(inside, off < 0) << "at " << c << " m, " << off << " m beyond";
    }
  }
}

TEST_P(LaneReach, ApproachLeavesOutNothingInReachAndIsNoNearerThanSaid) {
  for (std::uint64_t i = 0; i < places; ++i) {
    Point const place = place_of(i);
    Approach const a = approach(lane_, window_, place, 150'000, reach_);
    double nearest = 1e9;
    for (double c = window_.from.metres(); c <= window_.to.metres(); c += step) {
      double const off = distance(lane_.at(c), place).metres();
      nearest = std::min(nearest, off);
      if (off > reach_.metres()) continue;
      ASSERT_GE(c, a.within.from.metres());
      ASSERT_LE(c, a.within.to.metres());
    }
    if (nearest <= reach_.metres()) {
      EXPECT_LE(a.nearest, nearest);
      EXPECT_GE(a.nearest, nearest - 2 * lane_.longest_cell());
    } else {
      EXPECT_GE(a.nearest, reach_.metres() - lane_.longest_cell());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Reaches, LaneReach, testing::Values(0.4, 1.5, 4, 12, 40));

}  // namespace
}  // namespace ceaseline
