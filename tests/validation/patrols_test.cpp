// A mine kills a monitor, and patrols are halved for five weeks, as in April 2017 (S21): what is recorded
// falls, what happens does not.
#include <gtest/gtest.h>

#include <cmath>

#include "runs.hpp"
#include "table.hpp"

namespace ceaseline::validation {
namespace {

constexpr std::uint32_t replications = 60;
constexpr Duration from = 14 * one_day;
constexpr Duration until = from + 35 * one_day;

Disruption halved() {
  Disruption d;
  d.id = "halved";
  d.what = DisruptionKind::PatrolsReduced;
  d.share = 0.5;
  d.begins = from;
  d.ends = until;
  return d;
}

bool in_window(SimTime t) { return t >= SimTime{from} && t < SimTime{until}; }

/// Posts, bases, cameras, arrays and aircraft all gone.
DesignSpec patrols_alone(DesignSpec d) {
  d.equipment.cameras.clear();
  d.equipment.arrays.clear();
  d.equipment.listening.clear();
  d.rules.staffed_bases_listen = false;
  d.aircraft.clear();
  return d;
}

struct Loss {
  std::vector<double> published, share, noticed;
  int other_truths{0};
  double before{0};  ///< acts published otherwise before the five weeks
};

Loss halve(Bench const& bench, DesignSpec design) {
  Mission const whole = bench.set_up(design);
  design.disruptions = {halved()};
  Mission const reduced = bench.set_up(design);
  auto const in = [](Report const& r) { return in_window(r.first); };
  auto const during = [](Incident const& i) { return in_window(i.start); };
  auto const earlier = [](Report const& r) { return r.first < SimTime{from - one_day}; };
  Loss loss;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Record const a = bench.live(whole, r);
    Record const b = bench.live(reduced, r);
    double const usual = published(a, in);
    loss.published.push_back(published(b, in) - usual);
    loss.share.push_back(loss.published.back() / usual);
    loss.noticed.push_back(noticed(b, during) - noticed(a, during));
    loss.other_truths += same_truth(a, b) ? 0 : 1;
    loss.before += std::abs(published(b, earlier) - published(a, earlier));
  }
  return loss;
}

void judge(Loss const& loss, std::string const& who, double least_share) {
  Estimate e = mean_estimate(loss.published);
  state({4, "acts published in the five weeks, halved less whole patrols; " + who, "falls (S21)",
         with_interval(e, 0), runs(e), surely_below_zero(e)});
  e = mean_estimate(loss.share);
  state({4, "the same as a share of what whole patrols publish; " + who,
         fixed(least_share, 2) + " to 0 (choice)", with_interval(e, 3), runs(e), within(e, least_share, 0)});
  e = mean_estimate(loss.noticed);
  state({4, "acts noticed of incidents of the five weeks, halved less whole; " + who, "falls",
         with_interval(e, 0), runs(e), surely_below_zero(e)});
  state({4, "runs in which something else happened; acts published otherwise before; " + who, "exactly 0; 0",
         std::to_string(loss.other_truths) + "; " + fixed(loss.before, 0), runs(e),
         loss.other_truths == 0 && loss.before == 0});
}

TEST(Fact4, HalvedPatrolsRecordLessOfTheSameTruth) {
  Bench const bench(nine_weeks());
  DesignSpec const civilian = bench.design("civilian");
  // Most of what the whole mission records is heard by posts and arrays, which stay.
  judge(halve(bench, civilian), "civilian mission", -0.5);
  judge(halve(bench, patrols_alone(civilian)), "its patrols alone", -0.6);
}

}  // namespace
}  // namespace ceaseline::validation
