#include <algorithm>
#include <cmath>

#include "regime_factor.hpp"
#include "world_checks.hpp"

namespace ceaseline {
namespace {

/// More incidents than this in one replication are a slip of the pen: it would need about 10 GB.
constexpr double most_incidents = 50e6;
/// Acts of one day are held at once, 16 bytes each.
constexpr double most_acts_a_day = 50e6;
/// Of things of one kind: each is looked at again and again.
constexpr double most_standing = 2000;
constexpr double longest_run_in_days = 3660;

void check_regimes(ViolationSpec const& v, Complaints& c) {
  constexpr char const* list = "violations.regimes";
  for (std::size_t i = 0; i < v.regimes.size(); ++i) {
    RegimeSpec const& r = v.regimes[i];
    if (r.id.empty()) c.add(list, i, "id", "a regime needs an id");
    for (std::size_t j = 0; j < i; ++j) {
      if (v.regimes[j].id == r.id)
        c.add(list, i, "id", "\"" + r.id + "\" is already the id of another regime");
    }
    if (!within(r.factor, 1e6)) c.add(list, i, "factor", "is no factor; 0.15 takes away 85 %");
    if (!within(r.rebound, 1e6)) c.add(list, i, "rebound", "is no growth a week; 0.5 is +50 %");
    if (r.factor == 0 && r.ramp > Duration{})
      c.add(list, i, "ramp",
            "nothing is never reached by equal steps downward; give ramp 0 or a factor above 0");
    if (r.factor == 0 && r.rebound > 0)
      c.add(list, i, "rebound", "nothing cannot grow back; give a factor above 0");
  }
}

void check_retaliation(ViolationSpec const& v, Complaints& c) {
  RetaliationSpec const& r = v.retaliation;
  if (r.branching == 0) return;
  if (!(r.branching > 0 && r.branching < 1)) {
    c.add("world.violations.retaliation.branching",
          "every incident would provoke another for ever; give less than 1");
    return;
  }
  if (!(r.delay > Duration{})) c.add("world.violations.retaliation.delay", "must be more than 0");
  double const days = 30 * hours(r.delay) / 24 / (1 - r.branching);
  if (days > longest_run_in_days) {
    c.add(
        "world.violations.retaliation.delay",
        "with this branching a chain of answers goes on for years, and the stream would not be steady at the "
        "start of the period; make delay or branching smaller");
  }
  double const least = r.branching / (1 + r.branching);
  if (v.side_a_share < least - 1e-12 || v.side_a_share > 1 - least + 1e-12) {
    c.add("world.violations.side_a_share",
          "answers come from the other side, so with this branching neither side can be responsible for less "
          "than " +
              std::to_string(static_cast<int>(std::ceil(least * 100))) + " % of the incidents");
  }
}

/// What the period is to hold on average, by the highest rate of each day.
void check_amount(WorldSpec const& spec, Complaints& c) {
  ViolationSpec const& v = spec.violations;
  if (!within(v.acts_per_day, 1e12))
    return c.add("world.violations.acts_per_day", "is no number of acts a day");
  if (!within(v.level, 1e12)) return c.add("world.violations.level", "is no level");
  double acts = 0;
  double incidents = 0;
  double own = 0;
  for (ViolationKind const& k : v.kinds) {
    own += k.per_day;
    if (k.per_day > 0) continue;
    acts += k.share_of_acts;
    incidents += k.share_of_acts / k.acts.mean;
  }
  double const a_day = (acts > 0 ? v.acts_per_day * incidents / acts : 0) + own;
  RegimeFactor const regimes(v.regimes);
  double total = 0;
  double factor = 0;
  for (SimTime t{}; t < SimTime{spec.period.length}; t += one_day) {
    double const today = regimes.most(t, t + one_day);
    total += a_day * v.level * today;
    factor = std::max(factor, today);
  }
  if (!within(total, most_incidents)) {
    double const told = total < 1e15 ? total : 1e15;  // it may be no number
    c.add("world.violations", "about " + std::to_string(static_cast<long long>(told / 1e6)) +
                                  " million incidents are expected in the period; at most 50 million can be "
                                  "simulated: lower acts_per_day, per_day, level or the regimes");
  }
  for (std::size_t k = 0; k < v.kinds.size(); ++k) {
    ViolationKind const& kind = v.kinds[k];
    double const share =
        acts > 0 && !(kind.per_day > 0) ? v.acts_per_day * kind.share_of_acts / kind.acts.mean / acts : 0;
    double const days = static_cast<double>(kind.duration.count()) / static_cast<double>(one_day.count());
    if (kind.object && !within((kind.per_day + share) * v.level * factor * days, most_standing)) {
      c.add("world.violations.kinds[" + std::to_string(k) + "].per_day",
            "more than 2,000 of these would stand at once; lower per_day, duration or level");
    }
  }
  if (!within(v.acts_per_day * v.level * factor, most_acts_a_day))
    c.add("world.violations.acts_per_day", "more than 50 million acts on one day are too many to be meant");
}

}  // namespace

void check_rates(WorldSpec const& spec, Complaints& c) {
  check_regimes(spec.violations, c);
  check_retaliation(spec.violations, c);
  check_amount(spec, c);
}

}  // namespace ceaseline
