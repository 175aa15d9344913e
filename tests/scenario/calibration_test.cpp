// The true stream of the shipped Donbas world against the record of 2021 (domain facts 2.3 and 2.4), over 200
// replication-years.
#include <gtest/gtest.h>

#include <cmath>

#include "toy/shipped_files.hpp"

namespace ceaseline {
namespace {

constexpr int replications = 200;
constexpr std::int64_t window_ms = 35LL * 60 * 1000;

struct Stream {
  double mean_day{0}, fano{0}, lag_one{0}, luhansk_zero{0}, bursts{0}, night{0}, hotspots{0};
  double mean_error{0};
};

double lag_one_of_logs(std::vector<double> const& days) {
  double mean = 0;
  for (double const d : days) mean += std::log1p(d);
  mean /= static_cast<double>(days.size());
  double cross = 0;
  double square = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    double const a = std::log1p(days[i]) - mean;
    square += a * a;
    if (i > 0) cross += a * (std::log1p(days[i - 1]) - mean);
  }
  return cross / square;
}

Stream measure() {
  Study const study = toy::shipped_study();
  World const& world = *study.cases[0].world;
  auto const& regions = world.spec().violations.regions;
  Length const border = regions[1].from;
  Stream s;
  double sum_of_squares = 0;
  TruthDay today;
  for (std::uint32_t r = 0; r < replications; ++r) {
    TruthStream truth(world, *study.cases[0].process, Draws(11, r));
    std::vector<double> days;
    std::vector<Incident> all;
    std::vector<int> windows(static_cast<std::size_t>(ms_of(world.end()) / window_ms + 1));
    double zero = 0;
    double acts = 0;
    double night = 0;
    while (truth.next(today)) {
      all.insert(all.end(), today.incidents.begin(), today.incidents.end());
      double luhansk = 0;
      for (Act const& a : today.acts) {
        Incident const& i = all[a.incident];
        ++windows[static_cast<std::size_t>(ms_of(a.time) / window_ms)];
        if (i.chainage > border.metres()) luhansk += 1;
      }
      for (Incident const& i : today.incidents) night += i.light == Light::Night ? 1 : 0;
      days.push_back(static_cast<double>(today.acts.size()));
      acts += days.back();
      zero += luhansk == 0 ? 1 : 0;
    }
    auto const n = static_cast<double>(days.size());
    double const mean = acts / n;
    double variance = 0;
    for (double const d : days) variance += (d - mean) * (d - mean) / (n - 1);
    s.mean_day += mean / replications;
    sum_of_squares += mean * mean / replications;
    s.fano += variance / mean / replications;
    s.lag_one += lag_one_of_logs(days) / replications;
    s.luhansk_zero += zero / n / replications;
    s.night += night / static_cast<double>(all.size()) / replications;
    for (int const w : windows) s.bursts += w >= 240 ? 1.0 / replications : 0.0;
  }
  s.mean_error = std::sqrt((sum_of_squares - s.mean_day * s.mean_day) / replications);
  return s;
}

TEST(DonbasCalibration, TrueStreamLooksLikeTheRecordOf2021) {
  Stream const s = measure();
  RecordProperty("mean_per_day", std::to_string(s.mean_day));
  EXPECT_NEAR(s.mean_day, 257, 0.03 * 257) << "standard error " << s.mean_error;
  EXPECT_GE(s.fano, 200);
  EXPECT_LE(s.fano, 300);
  EXPECT_GE(s.lag_one, 0.4);
  EXPECT_LE(s.lag_one, 0.8);
  EXPECT_GE(s.luhansk_zero, 0.10);
  EXPECT_LE(s.luhansk_zero, 0.30);
  EXPECT_GE(s.bursts, 1);
  EXPECT_LE(s.bursts, 50);
  EXPECT_NEAR(s.night, 0.59, 0.01);
  std::printf(
      "mean %.2f (se %.2f)  variance/mean %.0f  lag-1 %.3f  zero days %.3f  windows %.1f  night %.4f\n",
      s.mean_day, s.mean_error, s.fano, s.lag_one, s.luhansk_zero, s.bursts, s.night);
}

}  // namespace
}  // namespace ceaseline
