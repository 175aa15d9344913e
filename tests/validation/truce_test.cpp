// A truce that takes 85 % away and wears off by half as much again each week (July 2018), or by 15 % (August
// 2017): week by week against the same luck without a truce.
#include <gtest/gtest.h>

#include <cmath>

#include "runs.hpp"
#include "table.hpp"

namespace ceaseline::validation {
namespace {

constexpr int batches = 20;
constexpr int replications = 10;  // of one batch
constexpr double step = 0.15;
constexpr Duration truce_at = 7 * one_day;
constexpr std::size_t weeks = 17;

using Weeks = std::vector<double>;

/// Incidents by week of the truce, summed over a batch.
Weeks count(Bench const& bench, int batch) {
  Weeks all(weeks);
  TruthDay today;
  for (int r = 0; r < replications; ++r) {
    auto const replication = static_cast<std::uint32_t>(batch * replications + r);
    TruthStream truth(bench.world(), bench.process(), Bench::draws(replication));
    while (truth.next(today)) {
      for (Incident const& i : today.incidents) {
        if (i.start < SimTime{truce_at}) continue;
        auto const week =
            static_cast<std::size_t>((i.start - SimTime{truce_at}) / std::chrono::hours(24 * 7));
        if (week < weeks) all[week] += 1;
      }
    }
  }
  return all;
}

Bench with_rebound(std::string const& rebound) {
  Overrides set{{"world.period.length", "130 days"}};
  if (!rebound.empty())
    set.push_back({"world.violations.regimes",
                   R"([{ id = "truce", at = "7 days", factor = 0.15, rebound = )" + rebound + " }]"});
  return Bench(set);
}

/// Mean over the week of step * (1 + rebound) ^ t, at most 1; t in weeks.
double expected_share(std::size_t week, double rebound) {
  double const g = std::log(1 + rebound);
  double const back = -std::log(step) / g;
  double const from = std::min(static_cast<double>(week), back);
  double const to = std::min(static_cast<double>(week) + 1, back);
  return step * (std::exp(g * to) - std::exp(g * from)) / g + static_cast<double>(week) + 1 -
         std::max(static_cast<double>(week), to);
}

/// When the old level is reached again, in weeks: from the shares of the first whole weeks alone, by a
/// straight line through their logarithms. \param whole weeks after which the old level is still some way off
double recovered(Weeks const& share, std::size_t whole) {
  double const n = static_cast<double>(whole);
  double sx = 0;
  double sy = 0;
  double sxx = 0;
  double sxy = 0;
  for (std::size_t w = 0; w < whole; ++w) {
    double const x = static_cast<double>(w);
    double const y = std::log(share[w]);
    sx += x;
    sy += y;
    sxx += x * x;
    sxy += x * y;
  }
  double const slope = (n * sxy - sx * sy) / (n * sxx - sx * sx);
  double const first_week = (sy - slope * sx) / n;
  // The mean of exponential growth over a week is more than its start.
  double const start = first_week - std::log(std::expm1(slope) / slope);
  return -start / slope;
}

struct Truce {
  std::vector<double> weeks_to_recover;
  double farthest{0};  ///< of a week's mean share from what is expected, in standard errors
  Estimate first_week, last_week;
};

Truce live_through(Bench const& quiet, std::vector<Weeks> const& usual, double rebound, std::size_t whole) {
  Truce t;
  std::vector<std::vector<double>> shares(weeks);
  for (int b = 0; b < batches; ++b) {
    Weeks share = count(quiet, b);
    for (std::size_t w = 0; w < weeks; ++w) {
      share[w] /= usual[static_cast<std::size_t>(b)][w];
      shares[w].push_back(share[w]);
    }
    t.weeks_to_recover.push_back(recovered(share, whole));
  }
  for (std::size_t w = 0; w < weeks; ++w) {
    Estimate const e = mean_estimate(shares[w]);
    double const off = std::abs(e.value - expected_share(w, rebound));
    if (off > 1e-9) t.farthest = std::max(t.farthest, off / e.standard_error);
  }
  t.first_week = mean_estimate(shares.front());
  t.last_week = mean_estimate(shares.back());
  return t;
}

std::string batch_text() {
  return std::to_string(batches) + " batches of " + std::to_string(replications) + " runs";
}

void judge(Truce const& t, std::string const& which, double rebound) {
  state({7, "share of the usual count in the first week, " + which,
         fixed(expected_share(0, rebound), 3) + ": -85 % and growing (S92)", with_interval(t.first_week, 3),
         batch_text(),
         std::abs(t.first_week.value - expected_share(0, rebound)) <= 4 * t.first_week.standard_error &&
             t.first_week.standard_error < 0.01});
  state({7, "farthest of " + std::to_string(weeks) + " weekly shares from the stated growth, " + which,
         "below 4 standard errors", fixed(t.farthest, 1) + " standard errors", batch_text(), t.farthest < 4});
}

TEST(Fact7, ATruceWearsOff) {
  Bench const usual_bench = with_rebound("");
  std::vector<Weeks> usual;
  for (int b = 0; b < batches; ++b) usual.push_back(count(usual_bench, b));
  Truce const fast = live_through(with_rebound("0.5"), usual, 0.5, 4);
  Truce const slow = live_through(with_rebound("0.15"), usual, 0.15, 13);
  judge(fast, "+50 % a week", 0.5);
  judge(slow, "+15 % a week", 0.15);
  Estimate e = mean_estimate(fast.weeks_to_recover);
  state({7, "weeks until the old level is reached, +50 % a week", "about 4.5; band 4.0 to 5.2 (S92, S200)",
         with_interval(e, 2), batch_text(), within(e, 4.0, 5.2)});
  std::vector<double> times;
  for (std::size_t b = 0; b < fast.weeks_to_recover.size(); ++b)
    times.push_back(slow.weeks_to_recover[b] / fast.weeks_to_recover[b]);
  e = mean_estimate(slow.weeks_to_recover);
  Estimate const longer = mean_estimate(times);
  state({7, "weeks until the old level is reached, +15 % a week", "12 to 15.6 (S79)", with_interval(e, 2),
         batch_text(), within(e, 12, 15.6)});
  state({7, "how many times longer that takes", "three; band 2.6 to 3.4", with_interval(longer, 2),
         batch_text(), within(longer, 2.6, 3.4)});
}

}  // namespace
}  // namespace ceaseline::validation
