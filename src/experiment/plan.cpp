#include "ceaseline/experiment/plan.hpp"

#include <algorithm>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {
namespace {

bool starts_with(std::string const& text, char const* head) { return text.rfind(head, 0) == 0; }

/// True when `key` is `part` or stands in it: "access" holds "access[0].state" but not "access_b.state".
bool is_in(std::string const& key, std::string const& part) {
  return starts_with(key, part.c_str()) &&
         (key.size() == part.size() || key[part.size()] == '.' || key[part.size()] == '[');
}

/// What a mission may do, notices or can prove does not change what happens. Of the evidence, its law of
/// decay belongs to the incident.
bool leaves_truth_alone(std::string const& key) {
  if (is_in(key, "evidence.evidence_law")) return false;
  for (char const* part :
       {"designs", "access", "access_a", "access_b", "sensing", "evidence", "claims", "danger", "weather",
        "towns", "terrain", "lane_depth_a", "lane_depth_b", "segment", "title"})
    if (is_in(key, part)) return true;
  return false;
}

/// True when the incidents are those of the world without the override.
bool leaves_truth_alone(CaseSpec const& c) {
  return std::all_of(c.set.begin(), c.set.end(), [](auto const& one) {
    return leaves_truth_alone(starts_with(one.first, "world.") ? one.first.substr(6) : one.first);
  });
}

std::vector<std::size_t> share_truths(std::vector<CaseWorld> const& cases) {
  std::vector<std::size_t> truth_of;
  for (std::size_t c = 0; c < cases.size(); ++c) {
    std::size_t source = c;
    if (leaves_truth_alone(cases[c].spec)) {
      for (std::size_t before = 0; before < c && source == c; ++before)
        if (leaves_truth_alone(cases[before].spec)) source = before;
    }
    truth_of.push_back(source);
  }
  return truth_of;
}

std::vector<std::size_t> find_equals(CaseWorld const& in) {
  std::vector<AccessRule> const& rules = in.world->spec().access;
  std::vector<std::size_t> equal_to;
  for (DesignSpec const& d : in.designs) {
    auto const first = std::find_if(in.designs.begin(), in.designs.end(),
                                    [&](DesignSpec const& other) { return same_figures(d, other, rules); });
    equal_to.push_back(static_cast<std::size_t>(first - in.designs.begin()));
  }
  return equal_to;
}

std::size_t find_baseline(Study const& study) {
  if (study.spec.baseline.empty()) return 0;
  for (std::size_t d = 0; d < study.designs.size(); ++d)
    if (study.designs[d].id == study.spec.baseline) return d;
  throw InputError(
      Diagnostic{"", 0, 0, "baseline", "\"" + study.spec.baseline + "\" is none of the designs"});
}

/// Plans the variants of one design that lie between it and the baseline, in the base case.
class DriverPlanner {
 public:
  DriverPlanner(Study const& study, Registries const& registries, Plan& plan)
      : study_{study},
        base_{study.cases.front()},
        rules_{base_.world->spec().access},
        registries_{registries},
        plan_{plan} {}

  void plan_design(std::size_t design) {
    for (FigureGroup const group : figure_groups) plan_.drivers.push_back(plan_group(design, group));
  }

 private:
  DriverPlan plan_group(std::size_t design, FigureGroup group) {
    DesignSpec const& own = base_.designs[design];
    DesignSpec const& base = base_.designs[plan_.baseline];
    DriverPlan driver{design, group, DriverPlan::State::Equal, 0, ""};
    if (same_figures(group, own, base, rules_)) return driver;
    try {
      driver.arm = arm_for(with_group(own, group, base));
      driver.state = DriverPlan::State::Run;
    } catch (InputError const& e) {
      driver.state = DriverPlan::State::Impossible;
      driver.why = e.diagnostics().front().what;
    }
    return driver;
  }

  /// An arm of the base case with these figures; a new one only where there is none yet.
  std::size_t arm_for(DesignSpec const& variant) {
    for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
      Arm const& arm = plan_.arms[a];
      if (arm.at_case == 0 && same_figures(arm.mission->spec(), variant, rules_)) return a;
    }
    plan_.arms.push_back({0, set_up(base_, study_.places, variant, registries_), false});
    return plan_.arms.size() - 1;
  }

  Study const& study_;
  CaseWorld const& base_;
  std::vector<AccessRule> const& rules_;
  Registries const& registries_;
  Plan& plan_;
};

/// A satellite asks no side for leave.
bool can_operate(Mission const& mission) {
  return std::any_of(mission.sensors().begin(), mission.sensors().end(), [&mission](Mounted const& m) {
    return m.satellite >= 0 || mission.access().ever_allowed(m.side);
  });
}

}  // namespace

Plan plan_study(Study const& study, Registries const& registries) {
  Plan plan;
  plan.baseline = find_baseline(study);
  for (CaseWorld const& c : study.cases) plan.equal_in.push_back(find_equals(c));
  plan.equal_to = plan.equal_in.front();
  plan.truth_of = share_truths(study.cases);
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    std::vector<std::size_t> arms;
    for (std::size_t d = 0; d < study.designs.size(); ++d) {
      if (plan.equal_in[c][d] != d) {
        arms.push_back(arms[plan.equal_in[c][d]]);
        continue;
      }
      arms.push_back(plan.arms.size());
      plan.arms.push_back({c, study.cases[c].missions[d], c == 0});
    }
    plan.arm_of.push_back(std::move(arms));
  }
  DriverPlanner drivers{study, registries, plan};
  for (std::size_t d = 0; d < study.designs.size(); ++d)
    if (d != plan.baseline) drivers.plan_design(d);
  return plan;
}

bool can_operate(Study const& study) {
  for (CaseWorld const& c : study.cases)
    for (auto const& mission : c.missions)
      if (can_operate(*mission)) return true;
  return false;
}

}  // namespace ceaseline
