// Requests and teams as a queue, against closed forms: oracles Q1 to Q5 (process, sensing, report, desk,
// visit).
#include <gtest/gtest.h>

#include "toy/estimate.hpp"
#include "toy/queue_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

std::vector<double> each(std::vector<Served> const& all, double (*of)(Served const&)) {
  std::vector<double> values;
  for (Served const& s : all) values.push_back(of(s));
  return values;
}

double lost(Served const& s) { return s.verified ? 0.0 : 1.0; }
double waited(Served const& s) { return s.wait; }
/// A team needs a millisecond to stand where it stood before; that is no wait.
double had_to_wait(Served const& s) { return s.wait > 0.001 ? 1.0 : 0.0; }

struct LossCase {
  int teams;
  WorkLaw law;
  double load, known, sharp;
  std::size_t calls;
};

TEST(OracleQ1, WhenOnlyAnImmediateVisitCountsCallsAreLostAsErlangSays) {
  // Erlang B; the same for any law of service.
  for (LossCase const& k : {LossCase{2, WorkLaw::Fixed, 1, 0.2, 0.01, 70'000},
                            LossCase{2, WorkLaw::Exponential, 1, 0.2, 0.01, 70'000},
                            LossCase{5, WorkLaw::Fixed, 3, 0.110054, 0.015, 100'000},
                            LossCase{5, WorkLaw::Exponential, 3, 0.110054, 0.02, 100'000},
                            LossCase{8, WorkLaw::Fixed, 5, 0.070048, 0.02, 100'000},
                            LossCase{20, WorkLaw::Exponential, 15, 0.045593, 0.035, 100'000},
                            LossCase{10, WorkLaw::Fixed, 5, 0.018385, 0.045, 120'000}}) {
    Calls c;
    c.per_hour = k.load;
    c.count = k.calls;
    c.law = k.law;
    c.evidence = Duration{};
    Record const r = serve(c, k.teams);
    SCOPED_TRACE(std::to_string(k.teams) + " teams, law " + std::to_string(static_cast<int>(k.law)));
    expect_known(by_batches(each(services(r), lost), 40), k.known, k.sharp);
    // A lost call takes no time of a team, and one that is served at all is served at once.
    for (Visit const& v : r.visits) ASSERT_EQ(v.sent, v.due);
  }
}

TEST(OracleQ2, CallsThatKeepWaitAsErlangSays) {
  // Erlang C, exponential service: chance to wait, mean wait, P(wait > 1 h).
  struct Known {
    int teams;
    double per_hour, work, wait_at_all, mean_wait, beyond_an_hour;
  };
  for (Known const& k :
       {Known{2, 1, 1, 0.333333, 0.333333, 0.122626}, Known{5, 4, 1, 0.554113, 0.554113, 0.203847},
        Known{8, 2.5, 2, 0.167267, 0.111511, 0.037322}}) {
    Calls c;
    c.per_hour = k.per_hour;
    c.count = 80'000;
    c.work = hours_of(k.work);
    c.law = WorkLaw::Exponential;
    std::vector<Served> const all = serve_often(c, k.teams, 3);
    SCOPED_TRACE(std::to_string(k.teams) + " teams");
    expect_known(by_batches(each(all, had_to_wait), 40), k.wait_at_all, 0.015);
    expect_known(by_batches(each(all, waited), 40), k.mean_wait, 0.03);
    expect_known(by_batches(each(all, [](Served const& s) { return s.wait > 1 ? 1.0 : 0.0; }), 40),
                 k.beyond_an_hour, 0.04);
  }
}

struct OneTeam {
  WorkLaw law;
  bool at_the_checkpoint;  ///< all of the service is its delay, uniform from 0 to 2 h
  double known;
};

TEST(OracleQ3, OneTeamMakesThemWaitAsPollaczekAndKhinchinSay) {
  // Mean wait l E[S^2] / (2 (1 - r)), l = 0.8 an hour, E[S] = 1 h. The model has no law of service with a
  // coefficient of variation of 2.
  for (OneTeam const& k : {OneTeam{WorkLaw::Fixed, false, 2}, OneTeam{WorkLaw::Fixed, true, 2.666667},
                           OneTeam{WorkLaw::Exponential, false, 4}}) {
    Calls c;
    c.per_hour = 0.8;
    c.count = 69'000;
    c.law = k.law;
    if (k.at_the_checkpoint) {
      c.work = Duration{};
      c.checkpoint_longest = hours_of(2);
    }
    std::vector<Served> const all = serve_often(c, 1, 2);
    SCOPED_TRACE(k.known);
    expect_known(by_batches(each(all, waited), 40), k.known, 0.045);
    expect_known(estimate(each(all, [](Served const& s) { return s.service; })), 1, 0.003);
  }
}

TEST(OracleQ3, EachCallWaitsExactlyForThoseBeforeIt) {
  // Lindley: a call is served when the one before it is done, or at once. The team is back in place one
  // millisecond after a service.
  Calls c;
  c.per_hour = 0.8;
  c.count = 20'000;
  Record const r = serve(c, 1);
  ASSERT_EQ(r.visits.size(), r.incidents.size());
  SimTime free{};
  for (std::size_t i = 0; i < r.visits.size(); ++i) {
    Visit const& v = r.visits[i];
    ASSERT_EQ(v.incident, static_cast<std::int32_t>(i)) << "the oldest call first";
    ASSERT_EQ(v.sent, std::max(free, r.incidents[i].start)) << i;
    ASSERT_EQ(v.done, v.sent + one_hour);
    free = v.done + Duration{1};
  }
}

TEST(OracleQ4, WithAlwaysEnoughTeamsTheNumberOutIsPoisson) {
  // 1.5 an hour for 2 h each: Poisson(3) of them out, at least six with 0.083918, for any law.
  for (WorkLaw const law : {WorkLaw::Fixed, WorkLaw::Exponential}) {
    Calls c;
    c.per_hour = 1.5;
    c.count = 120'000;
    c.work = hours_of(2);
    c.law = law;
    Record const r = serve(c, 30);
    std::vector<std::pair<SimTime, int>> changes;
    for (Visit const& v : r.visits) {
      ASSERT_EQ(v.sent, v.due);
      changes.push_back({v.sent, 1});
      changes.push_back({v.done, -1});
    }
    std::sort(changes.begin(), changes.end());
    // Share of each hundred hours with six or more out, and the mean number out.
    std::vector<double> crowded, out;
    SimTime const window{hours_of(100)};
    double six = 0, sum = 0;
    int now = 0;
    SimTime last{};
    SimTime next = window;
    for (auto const& [t, change] : changes) {
      while (t >= next) {
        six += now >= 6 ? hours(next - last) : 0;
        sum += now * hours(next - last);
        crowded.push_back(six / 100);
        out.push_back(sum / 100);
        six = sum = 0;
        last = next;
        next += hours_of(100);
      }
      six += now >= 6 ? hours(t - last) : 0;
      sum += now * hours(t - last);
      last = t;
      now += change;
    }
    crowded.erase(crowded.begin());
    out.erase(out.begin());
    expect_known(estimate(crowded), 0.083918, 0.02);
    expect_known(estimate(out), 3, 0.01);
  }
}

TEST(OracleQ5, WhenEvidenceFadesCallsGiveUpWaiting) {
  // M/M/4 + Exp: 4 an hour, 1 h each, evidence of 2 h on the mean: P(wait) 0.638507, lost 0.162926, waiting
  // 1.303410.
  Calls c;
  c.per_hour = 4;
  c.count = 200'000;
  c.law = WorkLaw::Exponential;
  c.evidence = hours_of(2);
  c.evidence_law = EvidenceLaw::Exponential;
  Record const r = serve(c, 4);
  std::vector<Served> const all = services(r);
  std::vector<double> patience;
  for (std::size_t i = 0; i < all.size(); ++i)
    patience.push_back(std::min(all[i].wait, hours(r.incidents[i].evidence)));
  expect_known(by_batches(each(all, had_to_wait), 40), 0.638507, 0.01);
  expect_known(by_batches(each(all, lost), 40), 0.162926, 0.015);
  // Number waiting by Little's law, l W.
  expect_known(by_batches(patience, 40), 1.303410 / 4, 0.015);
  for (Visit const& v : r.visits) {
    auto const i = static_cast<std::size_t>(v.incident);
    if (all[i].verified) continue;
    ASSERT_FALSE(v.in_time);
    ASSERT_EQ(v.done, v.sent) << "a scene that is gone takes no time";
  }
}

}  // namespace
}  // namespace ceaseline
