#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

#include "ceaseline/detection/fusion.hpp"
#include "notices.hpp"

// Fusion beside a slow twin that tries every report, and beside its mirror image.

namespace ceaseline {
namespace {

constexpr Draws draws{5, 1};

/// A busy stretch: acts at random places and times of several days, some known only a day later, some of
/// objects.
std::vector<Notice> busy_days(std::uint64_t count) {
  std::vector<Notice> all;
  for (std::uint64_t i = 0; i < count; ++i) {
    auto const u = [&](std::uint64_t what, int which) {
      return draws.at(purpose::claim, Key{what}, i).unit(which);
    };
    double const minutes = 4.0 * static_cast<double>(i);
    Notice n = looking(
        heard(minutes, {3'000 * std::floor(4 * u(0, 0)), 400}, 1, static_cast<std::uint32_t>(5 * u(0, 1))),
        360 * u(1, 0), 100 + 700 * u(1, 1), 50 + 300 * u(2, 0));
    if (u(2, 1) < 0.2) n.at -= seconds_to_duration(86'400 * u(3, 0));
    if (u(3, 1) < 0.2) n.object = true;
    if (u(4, 0) < 0.1) n.channel = Channel::Claim;
    n.kind = static_cast<std::uint16_t>(3 * u(4, 1));
    n.kind_right = 0.6;
    n.log_odds_b = u(5, 0) - 0.5;
    all.push_back(with_error(n, draws, key_of("any"), i));
  }
  return all;
}

TEST(Fusion, ChoosesWhatTryingEveryReportChooses) {
  std::vector<ViolationKind> kinds(3);
  Duration const window = 20 * one_minute;
  Duration const memory = 2 * one_hour;
  Fusion f(kinds, window, 0.99, memory);
  int opened = 0;
  int joined = 0;
  for (Notice const& n : busy_days(4'000)) {
    int best = -1;
    double least = std::numeric_limits<double>::infinity();
    Duration const near = n.object ? memory : window;
    for (std::size_t r = 0; r < f.events().size(); ++r) {
      Fusion::Event const& e = f.events()[r];
      if (e.merged_into >= 0 || e.object != n.object) continue;
      if (n.at > e.last + near || n.at < e.first - near) continue;
      double const det = e.ixx * e.iyy - e.ixy * e.ixy;
      double const ux = n.axis.x;
      double const uy = n.axis.y;
      double const a = n.along * n.along;
      double const c = n.across * n.across;
      double const xx = e.iyy / det + a * ux * ux + c * uy * uy;
      double const xy = -e.ixy / det + (a - c) * ux * uy;
      double const yy = e.ixx / det + a * uy * uy + c * ux * ux;
      double const dx = n.place.x - e.place().x;
      double const dy = n.place.y - e.place().y;
      double const d2 = (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / (xx * yy - xy * xy);
      if (d2 > -2 * std::log(0.01)) continue;
      double const unlikely = d2 + std::log(xx * yy - xy * xy);
      if (unlikely < least) {
        least = unlikely;
        best = static_cast<int>(r);
      }
    }
    std::size_t const before = f.events().size();
    std::uint32_t const report = f.take(n);
    if (best < 0) {
      ++opened;
      ASSERT_EQ(report, before);
    } else {
      ++joined;
      ASSERT_EQ(report, f.standing_for(static_cast<std::uint32_t>(best)));
    }
  }
  EXPECT_GT(opened, 500);
  EXPECT_GT(joined, 500);
  EXPECT_LT(standing(f), opened) << "some were joined with another";
}

TEST(Fusion, OfAMirroredWorldIsMirroredBitByBit) {
  Fusion f = usual_fusion();
  Fusion mirror = usual_fusion();
  for (Notice n : busy_days(2'000)) {
    std::uint32_t const report = f.take(n);
    n.place.y = -n.place.y;
    n.axis.y = -n.axis.y;
    n.log_odds_b = -n.log_odds_b;
    ASSERT_EQ(mirror.take(n), report);
  }
  for (std::size_t i = 0; i < f.events().size(); ++i) {
    Fusion::Event const& a = f.events()[i];
    Fusion::Event const& b = mirror.events()[i];
    ASSERT_EQ(a.place().x, b.place().x);
    ASSERT_EQ(a.place().y, -b.place().y);
    ASSERT_EQ(a.half_axis(), b.half_axis());
    ASSERT_EQ(a.variance_along({0.6, 0.8}), b.variance_along({0.6, -0.8}));
    ASSERT_EQ(a.log_odds_b, -b.log_odds_b);
    ASSERT_EQ(a.log_kind, b.log_kind);
    ASSERT_EQ(a.acts, b.acts);
    ASSERT_EQ(a.merged_into, b.merged_into);
  }
}

}  // namespace
}  // namespace ceaseline
