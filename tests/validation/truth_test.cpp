// The year 2021 of the shipped world in both counting units.
#include <gtest/gtest.h>

#include <cmath>

#include "runs.hpp"
#include "table.hpp"

namespace ceaseline::validation {
namespace {

constexpr int replications = 300;
constexpr int recorded_replications = 30;

double mean_of(std::vector<double> const& x) {
  double sum = 0;
  for (double const e : x) sum += e;
  return sum / static_cast<double>(x.size());
}

double variance_of(std::vector<double> const& x) {
  double const mean = mean_of(x);
  double squares = 0;
  for (double const e : x) squares += (e - mean) * (e - mean);
  return squares / static_cast<double>(x.size() - 1);
}

double correlation(std::vector<double> const& x, std::vector<double> const& y) {
  double const mx = mean_of(x);
  double const my = mean_of(y);
  double xy = 0;
  double xx = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

/// Correlation of log(1 + acts) from one day to the next.
double lag_one(std::vector<double> days) {
  for (double& d : days) d = std::log1p(d);
  double const mean = mean_of(days);
  double cross = 0;
  double square = 0;
  for (std::size_t i = 0; i < days.size(); ++i) {
    square += (days[i] - mean) * (days[i] - mean);
    if (i > 0) cross += (days[i] - mean) * (days[i - 1] - mean);
  }
  return cross / square;
}

/// One year by days: of the kinds that the 257 a day are made of, and of those with a rate of their own.
struct Year {
  std::vector<double> acts, incidents, luhansk;
  double others{0};  ///< acts and things a day
};

Year year_of(Bench const& bench, std::uint32_t replication) {
  World const& world = bench.world();
  double const border = world.spec().violations.regions[1].from.metres();
  TruthStream truth(world, bench.process(), Bench::draws(replication));
  Year year;
  TruthDay today;
  std::vector<Incident> all;
  while (truth.next(today)) {
    all.insert(all.end(), today.incidents.begin(), today.incidents.end());
    double acts = 0;
    double incidents = 0;
    double luhansk = 0;
    for (Act const& a : today.acts) {
      Incident const& i = all[a.incident];
      if (world.kinds()[i.kind].per_day > 0) {
        year.others += 1;
        continue;
      }
      acts += 1;
      if (i.chainage > border) luhansk += 1;
    }
    for (Incident const& i : today.incidents) {
      ViolationKind const& kind = world.kinds()[i.kind];
      incidents += kind.per_day > 0 ? 0 : 1;
      year.others += kind.object ? 1 : 0;
    }
    year.acts.push_back(acts);
    year.incidents.push_back(incidents);
    year.luhansk.push_back(luhansk);
  }
  year.others /= static_cast<double>(year.acts.size());
  return year;
}

TEST(Fact2, TrueStreamLooksLikeTheRecordOf2021) {
  Bench const bench{Overrides{}};
  std::vector<double> mean, fano, lag, zero, others;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Year const year = year_of(bench, r);
    mean.push_back(mean_of(year.acts));
    fano.push_back(variance_of(year.acts) / mean.back());
    lag.push_back(lag_one(year.acts));
    double quiet = 0;
    for (double const d : year.luhansk) quiet += d == 0 ? 1 : 0;
    zero.push_back(quiet / static_cast<double>(year.luhansk.size()));
    others.push_back(year.others);
  }
  Estimate e = mean_estimate(mean);
  state({2, "acts a day, true level taken as the recorded one", "257 ± 10 % (S20)", with_interval(e, 1),
         runs(e), within(e, 0.9 * 257, 1.1 * 257)});
  e = mean_estimate(fano);
  state({2, "variance / mean of the acts of a day", "150 to 350 (S83)", with_interval(e, 0), runs(e),
         within(e, 150, 350)});
  e = mean_estimate(lag);
  state({2, "correlation of log(1 + acts) from one day to the next", "0.4 to 0.8 (S83)", with_interval(e, 3),
         runs(e), within(e, 0.4, 0.8)});
  e = mean_estimate(zero);
  Interval const quiet_days = wilson(9, 45);
  state({2, "share of days without an act in the Luhansk region",
         "9 of 45 days, Wilson interval " + fixed(quiet_days.low, 2) + " to " + fixed(quiet_days.high, 2) +
             " (S83)",
         with_interval(e, 3), runs(e), within(e, quiet_days.low, quiet_days.high)});
  // Flights and things have rates of their own, which the record of acts did not count.
  double flights_and_things = 0;
  for (ViolationKind const& k : bench.world().kinds())
    flights_and_things += k.per_day * (k.object ? 1 : k.acts.mean);
  e = mean_estimate(others);
  state({2, "flights and things a day, left out of the lines above",
         fixed(flights_and_things, 1) + " ± 10 %, their own rates", with_interval(e, 1), runs(e),
         within(e, 0.9 * flights_and_things, 1.1 * flights_and_things)});
}

/// What the shipped civilian mission published of a year, by days and in both units.
Year record_of(Bench const& bench, Mission const& mission, std::uint32_t replication) {
  Record const record = bench.live(mission, replication);
  Year year;
  year.acts.resize(static_cast<std::size_t>(bench.world().days()));
  year.incidents = year.acts;
  for (Report const& r : record.reports) {
    bool const counts = r.publishable && r.merged_into < 0;
    if (!counts || bench.world().kinds()[r.kind].per_day > 0) continue;
    auto const day = static_cast<std::size_t>(r.first.time_since_epoch() / one_day);
    year.acts[day] += r.acts;
    year.incidents[day] += 1;
  }
  return year;
}

struct Units {
  std::vector<double> ratio, together;
  void add(Year const& y) {
    ratio.push_back(mean_of(y.acts) / mean_of(y.incidents));
    together.push_back(correlation(y.acts, y.incidents));
  }
};

/// Of correlations: by Fisher's z, so that the interval stays below 1.
Estimate mean_correlation(std::vector<double> all) {
  for (double& r : all) r = std::atanh(r);
  Estimate e = mean_estimate(all);
  e.value = std::tanh(e.value);
  e.ci = {std::tanh(e.ci.low), std::tanh(e.ci.high)};
  return e;
}

void compare(Units const& u, std::string const& whose) {
  Estimate e = mean_estimate(u.ratio);
  state({3, "acts per incident, " + whose, "3 to 20 (S79, S81)", with_interval(e, 2), runs(e),
         within(e, 3, 20)});
  e = mean_correlation(u.together);
  state({3, "correlation of acts and incidents of a day, " + whose, "above 0.5 (choice)", with_interval(e, 3),
         runs(e), within(e, 0.5, 1)});
}

TEST(Fact3, BothUnitsTellOneStory) {
  Bench const bench{Overrides{}};
  Mission const mission = bench.set_up(bench.design("civilian"));
  Units truth;
  Units record;
  for (std::uint32_t r = 0; r < recorded_replications; ++r) {
    truth.add(year_of(bench, r));
    record.add(record_of(bench, mission, r));
  }
  compare(truth, "as they happened");
  compare(record, "as the civilian mission publishes them");
}

}  // namespace
}  // namespace ceaseline::validation
