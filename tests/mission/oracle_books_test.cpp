// Distances to scenes, and books that balance: oracles Q8 and Q9.
#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "toy/busy_world.hpp"
#include "toy/estimate.hpp"
#include "toy/queue_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

double uniform(std::uint64_t a, std::uint64_t b) { return Draws(9, 0).at(Purpose{252}, Key{a}, b).unit(); }

/// Calls at given places of a line of 100 km, 25 hours apart, and teams that stand; a metre of way takes a
/// millisecond. \returns the way to each, in shares of the line
std::vector<double> ways(std::vector<double> const& teams, std::vector<double> const& calls) {
  Calls c;
  c.count = calls.size();
  c.work = one_minute;
  WorldSpec w = world_of(c);
  w.line.straight = km(100);
  w.period.length = hours_of(25) * static_cast<int>(calls.size() + 1);
  for (std::size_t i = 0; i < calls.size(); ++i) {
    w.violations.incidents[i].at = hours_of(25) * static_cast<int>(i);
    w.violations.incidents[i].chainage = km(100 * calls[i]);
  }
  std::vector<double> places;
  for (double const t : teams) places.push_back(100 * t);
  World const world = build(w);
  Record const r = live(world, set_up(world, standing_teams(places, Speed::metres_per_second(1000))));
  std::vector<double> all;
  for (Visit const& v : r.visits) all.push_back(static_cast<double>((v.arrived - v.sent).count()) / 1e5);
  return all;
}

TEST(OracleQ8, TheNearestOfSeveralTeamsGoes) {
  // k teams uniform and independent, call uniform: L (k + 3) / (2 (k + 1)(k + 2)).
  for (auto const& [k, known, runs] :
       {std::tuple{1U, 0.333333, 900U}, std::tuple{2U, 0.208333, 900U}, std::tuple{3U, 0.15, 1000U},
        std::tuple{5U, 0.095238, 1000U}, std::tuple{8U, 0.061111, 1000U}}) {
    std::vector<double> means;
    for (std::uint64_t run = 0; run < runs; ++run) {
      std::vector<double> teams, calls;
      for (std::uint64_t i = 0; i < k; ++i) teams.push_back(uniform(1000 * k + run, i));
      // One call in each tenth: as uniform, and with less spread.
      for (std::uint64_t i = 0; i < 10; ++i)
        calls.push_back((static_cast<double>(i) + uniform(1000 * k + run, 100 + i)) / 10);
      std::vector<double> const each = ways(teams, calls);
      ASSERT_EQ(each.size(), calls.size());
      double sum = 0;
      for (std::size_t i = 0; i < each.size(); ++i) {
        double nearest = 1;
        for (double const t : teams) nearest = std::min(nearest, std::abs(t - calls[i]));
        EXPECT_NEAR(each[i], nearest, 1e-5 + 1e-9) << "to a millisecond";
        sum += each[i];
      }
      means.push_back(sum / 10);
    }
    SCOPED_TRACE(std::to_string(k) + " teams");
    expect_known(estimate(means), known, 0.015);
  }
}

TEST(OracleQ8, BasesInTheMiddleOfTheirLanesAreAQuarterOfALaneAway) {
  // L / (4 k), and exactly so for calls in the middle of equal cells.
  for (std::size_t const k : {1U, 2U, 5U}) {
    std::vector<double> teams, calls;
    for (std::size_t i = 0; i < k; ++i)
      teams.push_back((static_cast<double>(i) + 0.5) / static_cast<double>(k));
    for (int i = 0; i < 100; ++i) calls.push_back((i + 0.5) / 100);
    std::vector<double> const each = ways(teams, calls);
    double sum = 0;
    for (double const d : each) sum += d;
    EXPECT_NEAR(sum / 100, 1 / (4.0 * static_cast<double>(k)), 1e-5);
  }
}

/// Every incident that asked for a visit is verified, lost, waiting or under way, and nothing else.
void expect_balance(Record const& r, SimTime end) {
  std::map<std::int32_t, std::vector<Visit const*>> journeys;
  for (Visit const& v : r.visits) journeys[v.incident].push_back(&v);
  std::size_t asked = 0, verified = 0, gone = 0, unvisited = 0, refused = 0, waiting = 0, under_way = 0;
  for (std::size_t i = 0; i < r.fates.size(); ++i) {
    Fate const& f = r.fates[i];
    if (!f.detected() || !r.incidents[i].visitable) continue;
    ++asked;
    auto const j = journeys.find(static_cast<std::int32_t>(i));
    Visit const* last = j == journeys.end() ? nullptr : j->second.back();
    bool const still_out = last != nullptr && last->arrived == last->done && last->allowed && last->in_time;
    verified += f.verification == Verification::Visit ? 1 : 0;
    if (f.verification == Verification::Visit) {
      ASSERT_NE(last, nullptr);
      EXPECT_TRUE(last->allowed && last->in_time && last->done <= end);
      EXPECT_EQ(f.verified, last->done);
      continue;
    }
    gone += f.reason == Reason::EvidenceGone ? 1 : 0;
    unvisited += f.reason == Reason::NoTeam ? 1 : 0;
    refused += f.reason == Reason::Refused ? 1 : 0;
    bool const open = f.reason == Reason::StudyEnded;
    waiting += open && last == nullptr ? 1 : 0;
    under_way += open && still_out ? 1 : 0;
    EXPECT_EQ(f.reason == Reason::EvidenceGone, last != nullptr && !last->in_time) << i;
    EXPECT_TRUE(f.reason != Reason::NoTeam || last == nullptr) << i;
  }
  EXPECT_GT(asked, 0U);
  EXPECT_EQ(asked, verified + gone + unvisited + refused + waiting + under_way);
}

/// Little's law over the run's own window: the time that calls are in the system, added up call by call, is
/// the number in it, added up over time. The one comes from visits and the fates of incidents, the other from
/// counting who has come and who has gone. And while a call waits, every team is at work.
void expect_little(Record const& r, std::size_t teams, SimTime end) {
  double by_call = 0, by_team = 0;
  struct Change {
    SimTime at;
    int waiting, busy;
  };
  std::vector<Change> changes;
  std::vector<bool> visited(r.incidents.size());
  for (Visit const& v : r.visits) {
    SimTime const done = std::min(end, v.done == v.arrived && v.in_time ? end : v.done);
    by_call += hours(done - v.due);
    by_team += hours(done - v.sent);
    changes.push_back({v.due, 1, 0});
    changes.push_back({v.sent, -1, 1});
    changes.push_back({done, 0, -1});
    visited[static_cast<std::size_t>(v.incident)] = true;
  }
  for (std::size_t i = 0; i < visited.size(); ++i) {
    if (visited[i]) continue;
    by_call += hours(end - r.incidents[i].start);
    changes.push_back({r.incidents[i].start, 1, 0});
    changes.push_back({end, -1, 0});
  }
  std::sort(changes.begin(), changes.end(), [](Change const& a, Change const& b) { return a.at < b.at; });
  double by_time = 0;
  int waiting = 0, busy = 0;
  SimTime last{};
  for (Change const& c : changes) {
    // A team is back in its place a millisecond after a service.
    bool const idle = waiting > 0 && busy < static_cast<int>(teams) && c.at - last > Duration{2};
    // Near the end nobody begins what cannot be finished.
    ASSERT_TRUE(!idle || c.at > end - hours_of(2)) << hours(last - SimTime{});
    ASSERT_LE(busy, static_cast<int>(teams));
    by_time += (waiting + busy) * hours(c.at - last);
    last = c.at;
    waiting += c.waiting;
    busy += c.busy;
  }
  EXPECT_EQ(waiting, 0);
  EXPECT_EQ(busy, 0);
  EXPECT_NEAR(by_call, by_time, 1e-6 * by_time);
  EXPECT_LE(by_team, static_cast<double>(teams) * hours(end - SimTime{}));
}

TEST(OracleQ9, CallsBalanceAndObeyLittlesLaw) {
  for (auto const& [teams, evidence, law] : {std::tuple{1U, 3000 * one_day, EvidenceLaw::Uniform},
                                             std::tuple{3U, 3000 * one_day, EvidenceLaw::Uniform},
                                             std::tuple{3U, hours_of(3), EvidenceLaw::Exponential},
                                             std::tuple{2U, hours_of(5), EvidenceLaw::Uniform}}) {
    Calls c;
    c.per_hour = 3;
    c.count = 1500;
    c.law = WorkLaw::Exponential;
    c.evidence = evidence;
    c.evidence_law = law;
    WorldSpec w = world_of(c);
    w.period.length = w.violations.incidents.back().at + Duration{1};
    w.evidence.located_within = km(1e6);  // so that no uncertain place hides why there was no visit
    World const world = build(w);
    Record const r = live(world, set_up(world, crew_of(static_cast<int>(teams))));
    expect_balance(r, world.end());
    // Where all scenes last equally long, the desk knows when there is nothing left to find.
    for (Visit const& v : r.visits)
      EXPECT_TRUE(law == EvidenceLaw::Exponential || v.sent - v.due <= evidence);
    if (evidence > one_day) expect_little(r, teams, world.end());
  }
}

TEST(OracleQ9, AWholeMissionBalances) {
  for (char const* dispatch : {"nearest", "freshest-first"}) {
    Setting s = busy_mission();
    s.design.rules.dispatch = dispatch;
    s.world.claims = ClaimSpec{};
    for (ViolationKind& k : s.world.violations.kinds) k.visitable_share = 1;
    World const world = build(s.world);
    Record const r = s.run();
    // One visit at a time for each team, and each journey within an outing of it that went.
    std::map<std::uint32_t, SimTime> free;
    double out = 0, away = 0;
    for (Visit const& v : r.visits) {
      EXPECT_GE(v.sent, free[v.team]);
      free[v.team] = v.done;
      away += hours(v.done - v.sent);
      bool const within = std::any_of(r.outings.begin(), r.outings.end(), [&](Outing const& o) {
        return o.team == v.team && o.fate == OutingFate::Went && o.from <= v.sent && v.sent < o.to;
      });
      EXPECT_TRUE(within);
      EXPECT_GE(v.sent, v.due);
      EXPECT_GE(v.arrived, v.sent);
      EXPECT_GE(v.done, v.arrived);
    }
    for (Outing const& o : r.outings) out += o.fate == OutingFate::Went ? hours(o.to - o.from) : 0;
    EXPECT_GT(away, 20);
    EXPECT_LT(away, out);
  }
}

TEST(OracleQ9, HoursOfTeamsAddUpToTheirRoster) {
  Setting s = busy_mission();
  World const world = build(s.world);
  std::vector<MapPlace> places;
  for (Setting::Spot const& p : s.spots) {
    Point const at = world.line().at(LinePlace{km(p.chainage), km(p.side == Side::A ? -p.depth : p.depth)});
    places.push_back({p.id, p.id, p.role, p.side, world.line().frame().to_geographic(at), ""});
  }
  // Across the line a team is on no track, and a mine that nobody knew of makes it late home.
  s.design.rules.crosses_line = false;
  s.world.evidence.visit_law = WorkLaw::Fixed;
  s.world.danger.withdraw = s.world.danger.mined = Length{};
  World const calm = build(s.world);
  Mission const mission = set_up(calm, s.design, places);
  Simulation run(calm, mission);
  run.begin(Draws(7, 0), true);
  TruthStream truth(calm, ReplayProcess(), Draws(7, 0));
  TruthDay today;
  while (truth.next(today)) run.day(today);
  Record const& r = run.finish();
  std::vector<Duration> roster(mission.teams().size()), tracked(roster.size());
  for (Outing const& o : r.outings) {
    if (o.fate == OutingFate::Went && !o.aircraft) roster[o.team] += std::min(o.to, calm.end()) - o.from;
  }
  for (Track const& t : run.tracks()) tracked[t.team] += t.to - t.from;
  for (std::size_t i = 0; i < roster.size(); ++i) {
    if (mission.teams()[i].aircraft < 0) {
      EXPECT_EQ(tracked[i], roster[i]) << mission.teams()[i].id;
    }
  }
}

}  // namespace
}  // namespace ceaseline
