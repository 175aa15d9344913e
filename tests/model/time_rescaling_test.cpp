// Oracle V2: the integrated intensity between successive incidents is exponential with mean 1, for every
// process under its own compensator, which is worked out here from the world alone.
#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Oracles, tolerance rules: n at least 1e5.
void expect_exponential(std::vector<double> const& gaps) {
  ASSERT_GE(gaps.size(), 100'000U);
  EXPECT_LE(distance_from_exponential(gaps), 2.2 / std::sqrt(static_cast<double>(gaps.size())));
}

/// Integral from 0 of a night-share clock, in days.
class NightIntegral {
 public:
  NightIntegral(World const& world, double night_share) : light_{world.daylight().days(0)} {
    double const day = in_days(SimTime{light_.total()});
    double const all = in_days(world.end());
    by_day_ = (1 - night_share) * all / day;
    by_night_ = night_share * all / (all - day);
  }
  /// Asked in order of time. \param t days
  double upto(double t) {
    auto const& spans = light_.list();
    while (next_ < spans.size() && in_days(spans[next_].to) <= t) {
      sunlit_ += in_days(SimTime{spans[next_].length()});
      ++next_;
    }
    double const today = next_ < spans.size() ? std::max(0.0, t - in_days(spans[next_].from)) : 0;
    double const lit = sunlit_ + today;
    return by_day_ * lit + by_night_ * (t - lit);
  }

 private:
  Spans light_;
  std::size_t next_{0};
  double sunlit_{0}, by_day_{0}, by_night_{0};
};

TEST(OracleV2, NightClockRescalesToAPoissonProcess) {
  WorldSpec spec = straight_world(km(40), 365 * one_day, shot_kind(), 300);
  spec.violations.clock = Clock::NightShare;
  spec.violations.night_share = 0.7;
  World const world = build(spec);
  NightIntegral clock(world, 0.7);
  std::vector<double> gaps;
  double before = 0;
  for (Incident const& i : drawn(world, 0)) {
    double const now = 300 * clock.upto(in_days(i.start));
    gaps.push_back(now - before);
    before = now;
  }
  expect_exponential(gaps);
}

TEST(OracleV2, DailyLevelAndRegimesRescaleToAPoissonProcess) {
  WorldSpec spec = straight_world(km(40), 365 * one_day, shot_kind(), 500);
  spec.violations.memory = 0.7;
  spec.violations.regions = {RegionSpec{"all", "", {}, {}, 1, 0.5}};
  spec.violations.regimes = {RegimeSpec{"truce", 50 * one_day + 7 * one_hour, 0.15, {}, 0.5},
                             RegimeSpec{"surge", 200 * one_day + one_hour, 10, 3 * one_day, 0.8}};
  World const world = build(spec);
  constexpr std::uint32_t replication = 0;
  // The level as documented, from its addressed draws.
  std::vector<double> level;
  double z = 0;
  for (int d = 0; d < 365; ++d) {
    Block const b = Draws(3, replication).at(purpose::level, key_of("all"), static_cast<std::uint64_t>(d));
    double const innovation = normal_quantile(b.open_unit());
    z = d == 0 ? innovation : 0.7 * z + std::sqrt(1 - 0.49) * innovation;
    level.push_back(std::exp(0.5 * z - 0.125));
  }
  auto const factor = [](double day) {
    double f = 1;
    double const truce = day - (50 + 7.0 / 24);
    if (truce >= 0) f *= std::min(1.0, 0.15 * std::pow(1.5, truce / 7));
    double const surge = day - (200 + 1.0 / 24);
    if (surge >= 3) {
      f *= std::max(1.0, 10 * std::pow(1.8, -(surge - 3) / 7));
    } else if (surge >= 0) {
      f *= std::pow(10.0, surge / 3);
    }
    return f;
  };
  // Midpoints of 86 s: incidents lie closer than the steps that matter, and the jump is one step in a year.
  std::vector<double> gaps;
  constexpr int steps = 1000;
  double integral = 0;
  double before = 0;
  auto const all = drawn(world, replication);
  std::size_t next = 0;
  for (int d = 0; d < 365; ++d) {
    for (int s = 0; s < steps; ++s) {
      double const from = d + static_cast<double>(s) / steps;
      double const rate = 500 * level[static_cast<std::size_t>(d)] * factor(from + 0.5 / steps);
      while (next < all.size() && in_days(all[next].start) < from + 1.0 / steps) {
        double const now = integral + rate * (in_days(all[next++].start) - from);
        gaps.push_back(now - before);
        before = now;
      }
      integral += rate / steps;
    }
  }
  EXPECT_EQ(gaps.size(), all.size());
  expect_exponential(gaps);
}

TEST(OracleV2, RetaliationRescalesToAPoissonProcessAndPoissonDoesNot) {
  // Few and strongly answered, so that the intensity swings: of many, each gap is exponential in any case.
  constexpr double total = 2;
  constexpr double branching = 0.6;
  constexpr double delay = 0.5;
  auto const rescaled = [&](double n) {
    WorldSpec spec = straight_world(km(500), 3650 * one_day, shot_kind(), total);
    spec.violations.retaliation.branching = n;
    spec.violations.retaliation.delay = 12 * one_hour;
    World const world = build(spec);
    std::vector<double> gaps;
    for (std::uint32_t r = 0; r < 16; ++r) {
      double excited = 0;  // sum of n / delay * exp(-(t - t_i) / delay)
      double before = 0;
      for (Incident const& i : drawn(world, r)) {
        double const now = in_days(i.start);
        double const decay = std::exp(-(now - before) / delay);
        // After 40 days what happened before the period is forgotten.
        if (before > 40)
          gaps.push_back(total * (1 - branching) * (now - before) + excited * delay * (1 - decay));
        excited = excited * decay + branching / delay;
        before = now;
      }
    }
    return gaps;
  };
  auto const own = rescaled(branching);
  expect_exponential(own);
  auto const foreign = rescaled(0);
  EXPECT_GT(distance_from_exponential(foreign), 3 * 2.2 / std::sqrt(static_cast<double>(foreign.size())));
}

}  // namespace
}  // namespace ceaseline
