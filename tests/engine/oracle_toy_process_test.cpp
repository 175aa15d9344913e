// The event queue drives toy processes of closed form: oracle Q6, a repair crew, and Q7, who goes where.
#include <gtest/gtest.h>

#include <cmath>
#include <deque>
#include <vector>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"
#include "ceaseline/engine/event_queue.hpp"
#include "toy/estimate.hpp"

namespace ceaseline {
namespace {

/// Exponential times in whole milliseconds, from one stream.
class Luck {
 public:
  explicit Luck(std::uint32_t seed) : draws_{seed, 0} {}
  Duration after(double mean_hours) {
    double const h = exponential(next()) * mean_hours;
    return Duration{std::llround(h * 3.6e6)};
  }
  double next() { return draws_.at(Purpose{251}, Key{1}, turn_++).open_unit(); }

 private:
  Draws draws_;
  std::uint64_t turn_{0};
};

/// Shares of the time spent in each state, run by run.
class Shares {
 public:
  explicit Shares(std::size_t states) : in_(states, 0.0) {}
  void stay(std::size_t state, SimTime until) {
    in_[state] += hours(until - last_);
    last_ = until;
  }
  [[nodiscard]] double share(std::size_t state) const { return in_[state] / hours(last_ - SimTime{}); }
  [[nodiscard]] std::size_t states() const { return in_.size(); }

 private:
  std::vector<double> in_;
  SimTime last_{};
};

/// Ten sensors that fail every ten hours each, and two crews that repair one in an hour.
Shares repair_shop(std::uint32_t seed, SimTime end) {
  constexpr std::uint32_t sensors = 10;
  constexpr std::size_t crews = 2;
  Luck luck(seed);
  EventQueue queue(sensors);
  std::vector<bool> down(sensors, false);
  std::deque<std::uint32_t> waiting;
  std::size_t broken = 0;
  Shares shares(sensors + 1);
  for (std::uint32_t i = 0; i < sensors; ++i) queue.set(i, SimTime{luck.after(10)});
  while (queue.next_time() < end) {
    EventQueue::Event const e = queue.pop();
    shares.stay(broken, e.time);
    if (!down[e.slot]) {
      down[e.slot] = true;
      if (++broken <= crews) {
        queue.set(e.slot, e.time + luck.after(1));
      } else {
        waiting.push_back(e.slot);
      }
      continue;
    }
    down[e.slot] = false;
    --broken;
    queue.set(e.slot, e.time + luck.after(10));
    if (waiting.empty()) continue;
    queue.set(waiting.front(), e.time + luck.after(1));
    waiting.pop_front();
  }
  return shares;
}

TEST(OracleQ6, TwoCrewsKeepTenSensorsInOrder) {
  std::vector<double> mean_down, none_down;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    Shares const s = repair_shop(seed, SimTime{20'000 * one_hour});
    double sum = 0;
    for (std::size_t n = 0; n < s.states(); ++n) sum += static_cast<double>(n) * s.share(n);
    mean_down.push_back(sum);
    none_down.push_back(s.share(0));
  }
  toy::expect_known(toy::estimate(mean_down), 1.038638, 0.01);
  toy::expect_known(toy::estimate(none_down), 0.367955, 0.01);
  std::vector<double> available;
  for (double const d : mean_down) available.push_back(1 - d / 10);
  toy::expect_known(toy::estimate(available), 0.896136, 0.002);
}

/// Classes of requests with an order of preference each; teams serve one in an hour.
struct Class {
  double per_hour;
  std::vector<std::uint32_t> preference;
};

struct Hypercube {
  Shares states;  ///< by the set of busy teams, as bits; with a queue, the last one is "some wait"
  std::vector<double> busy;
};

Hypercube hypercube(std::vector<Class> const& classes, std::uint32_t teams, bool queue_allowed,
                    std::uint32_t seed, SimTime end) {
  Luck luck(seed);
  auto const calls = static_cast<std::uint32_t>(classes.size());
  EventQueue queue(teams + calls);
  std::uint32_t busy = 0;
  std::size_t waiting = 0;
  std::size_t const all = std::size_t{1} << teams;
  Shares shares(all + 1);
  for (std::uint32_t c = 0; c < calls; ++c)
    queue.set(teams + c, SimTime{luck.after(1 / classes[c].per_hour)});
  while (queue.next_time() < end) {
    EventQueue::Event const e = queue.pop();
    shares.stay(waiting > 0 ? all : busy, e.time);
    if (e.slot < teams) {
      busy &= ~(1U << e.slot);
      if (waiting == 0) continue;
      --waiting;
      busy |= 1U << e.slot;
      queue.set(e.slot, e.time + luck.after(1));
      continue;
    }
    Class const& of = classes[e.slot - teams];
    queue.set(e.slot, e.time + luck.after(1 / of.per_hour));
    bool sent = false;
    for (std::uint32_t const t : of.preference) {
      if (sent || (busy & (1U << t)) != 0) continue;
      sent = true;
      busy |= 1U << t;
      queue.set(t, e.time + luck.after(1));
    }
    if (!sent && queue_allowed) ++waiting;
  }
  Hypercube h{shares, std::vector<double>(teams, 0.0)};
  for (std::uint32_t t = 0; t < teams; ++t) {
    for (std::size_t s = 0; s <= all; ++s)
      h.busy[t] += s == all || ((s >> t) & 1U) != 0 ? shares.share(s) : 0.0;
  }
  return h;
}

TEST(OracleQ7, ThreeTeamsWithPreferencesAreBusyAsTheHypercubeSays) {
  // Larson and Odoni, Urban Operations Research, 5.4.4: busy 0.5574, 0.4734, 0.4693.
  std::vector<Class> const classes{
      {0.50, {0, 1, 2}}, {0.25, {0, 2, 1}}, {0.35, {1, 0, 2}}, {0.40, {2, 0, 1}}};
  std::vector<double> one, two, three, crowded, free;
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    Hypercube const h = hypercube(classes, 3, true, seed, SimTime{10'000 * one_hour});
    one.push_back(h.busy[0]);
    two.push_back(h.busy[1]);
    three.push_back(h.busy[2]);
    free.push_back(h.states.share(0));
    crowded.push_back(h.states.share(8));
  }
  toy::expect_known(toy::estimate(one), 0.55736, 0.005);
  toy::expect_known(toy::estimate(two), 0.47337, 0.005);
  toy::expect_known(toy::estimate(three), 0.46926, 0.005);
  toy::expect_known(toy::estimate(free), 0.210526, 0.01);
  toy::expect_known(toy::estimate(crowded), 0.118421, 0.02);
}

TEST(OracleQ7, TwoTeamsWithoutAQueueShareTheStates) {
  std::vector<Class> const classes{{0.6, {0, 1}}, {0.9, {1, 0}}};
  std::vector<std::vector<double>> states(4);
  for (std::uint32_t seed = 0; seed < 40; ++seed) {
    Hypercube const h = hypercube(classes, 2, false, seed, SimTime{10'000 * one_hour});
    for (std::size_t s = 0; s < 4; ++s) states[s].push_back(h.states.share(s));
  }
  double const known[] = {0.275862, 0.190345, 0.223448, 0.310345};
  for (std::size_t s = 0; s < 4; ++s) toy::expect_known(toy::estimate(states[s]), known[s], 0.01);
}

}  // namespace
}  // namespace ceaseline
