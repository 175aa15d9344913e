#include "ceaseline/experiment/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <future>
#include <stdexcept>
#include <utility>

namespace ceaseline {
namespace {

using Rows = std::vector<ScoreRows>;  // by design

Rows rows_of_case(Plan const& plan, RowSource const& rows, std::size_t at_case, std::uint32_t n) {
  Rows designs;
  for (std::size_t const arm : plan.arm_of[at_case]) designs.push_back(rows.rows(arm, n));
  return designs;
}

/// A case with what each design reached on the study's metric.
struct Answered {
  CaseComparison comparison;
  std::vector<Linearised> answers;
  MetricDefinition asked;
};

Answered compare_case(Study const& study, Plan const& plan, RowSource const& rows, std::size_t at_case,
                      std::uint32_t n) {
  World const& world = *study.cases[at_case].world;
  ScoreSheet const sheet{world};
  std::vector<MetricDefinition> const catalogue = metric_catalogue(world);
  Rows const designs = rows_of_case(plan, rows, at_case, n);

  Answered result{{}, {}, find_metric(catalogue, study.spec.metric)};
  CaseComparison& c = result.comparison;
  c.metrics = compare_metrics(catalogue, sheet, designs, plan.baseline);
  c.segments = compare_metrics(segment_catalogue(world), sheet, designs, plan.baseline);
  for (ScoreRows const& of_design : designs)
    result.answers.push_back(evaluate(result.asked, sheet, of_design));
  c.verdict = judge(result.answers, study.spec.difference, result.asked.more_is_better);
  c.equal_to = plan.equal_in[at_case];
  return result;
}

/// What became of every design between the base case and this one.
void compare_with_base(Answered& here, Answered const& base) {
  for (std::size_t d = 0; d < here.answers.size(); ++d)
    here.comparison.change.push_back(difference(here.asked, here.answers[d], base.answers[d]));
  here.comparison.flip = flip_between(base.comparison.verdict, here.comparison.verdict);
}

/// Evaluates variants against their designs in the base case.
class DriverJudge {
 public:
  DriverJudge(Study const& study, Plan const& plan, RowSource const& rows, std::uint32_t n)
      : plan_{plan},
        rows_{rows},
        n_{n},
        sheet_{*study.cases.front().world},
        catalogue_{metric_catalogue(*study.cases.front().world)},
        asked_{find_metric(catalogue_, study.spec.metric)},
        detected_{find_metric(catalogue_, "incidents_detected")} {}

  [[nodiscard]] Driver judge(DriverPlan const& driver) const {
    Driver result{driver, {}, {}};
    if (driver.state != DriverPlan::State::Run) return result;
    ScoreRows const design = rows_.rows(plan_.arm_of.front()[driver.design], n_);
    ScoreRows const variant = rows_.rows(driver.arm, n_);
    result.headline = difference(asked_, design, variant);
    result.detected = difference(detected_, design, variant);
    return result;
  }

 private:
  [[nodiscard]] PairedDifference difference(MetricDefinition const& metric, ScoreRows const& a,
                                            ScoreRows const& b) const {
    return paired_difference(evaluate(metric, sheet_, a), evaluate(metric, sheet_, b));
  }

  Plan const& plan_;
  RowSource const& rows_;
  std::uint32_t n_;
  ScoreSheet sheet_;
  std::vector<MetricDefinition> catalogue_;
  MetricDefinition const& asked_;
  MetricDefinition const& detected_;
};

bool comes_first(Driver const& a, Driver const& b) {
  if (a.plan.design != b.plan.design) return a.plan.design < b.plan.design;
  bool const a_runs = a.plan.state == DriverPlan::State::Run;
  bool const b_runs = b.plan.state == DriverPlan::State::Run;
  if (a_runs != b_runs) return a_runs;
  return std::abs(a.headline.difference.value) > std::abs(b.headline.difference.value);
}

std::vector<std::size_t> preferred_in(CaseVerdict const& v) {
  if (v.verdict != Verdict::Preferred) return {};
  std::vector<std::size_t> all = v.equals;
  all.push_back(v.best);
  return all;
}

}  // namespace

char const* name(Flip f) {
  switch (f) {
    case Flip::DoesNotFlip:
      return "does not flip";
    case Flip::Flips:
      return "flips";
    case Flip::NoneHere:
      return "does not flip, but none is preferred here";
    case Flip::NoneInEither:
      return "does not flip, as none is preferred in either";
    case Flip::NotKnown:
      return "not known";
  }
  return "";
}

Flip flip_between(CaseVerdict const& base, CaseVerdict const& here) {
  if (base.verdict == Verdict::NoInterval || here.verdict == Verdict::NoInterval) return Flip::NotKnown;
  std::vector<std::size_t> const before = preferred_in(base);
  std::vector<std::size_t> const now = preferred_in(here);
  if (now.empty()) return before.empty() ? Flip::NoneInEither : Flip::NoneHere;
  bool const one_stays =
      std::find_first_of(now.begin(), now.end(), before.begin(), before.end()) != now.end();
  return one_stays ? Flip::DoesNotFlip : Flip::Flips;
}

MetricResult const& asked_metric(Study const& study, CaseComparison const& in) {
  for (MetricResult const& m : in.metrics)
    if (m.metric.id == study.spec.metric && m.metric.stratum == "all") return m;
  throw std::out_of_range("the metric asked for is not among the results");
}

Comparison compare_designs(Study const& study, Plan const& plan, RowSource const& rows, std::uint32_t n) {
  Comparison result;
  result.replications = n;
  result.baseline = plan.baseline;
  result.equal_to = plan.equal_to;
  std::vector<std::future<Answered>> cases;
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    cases.push_back(std::async(std::launch::async, [&, c] { return compare_case(study, plan, rows, c, n); }));
  std::vector<Answered> answered;
  for (std::future<Answered>& done : cases) answered.push_back(done.get());
  for (Answered& one : answered) compare_with_base(one, answered.front());
  for (Answered& one : answered) result.cases.push_back(std::move(one.comparison));
  DriverJudge const judge{study, plan, rows, n};
  for (DriverPlan const& driver : plan.drivers) result.drivers.push_back(judge.judge(driver));
  std::stable_sort(result.drivers.begin(), result.drivers.end(), comes_first);
  return result;
}

std::vector<Estimate> headline_estimates(Study const& study, Plan const& plan, RowSource const& rows,
                                         std::uint32_t n) {
  World const& world = *study.cases.front().world;
  ScoreSheet const sheet{world};
  std::vector<MetricDefinition> const catalogue = metric_catalogue(world);
  MetricDefinition const& asked = find_metric(catalogue, study.spec.metric);
  std::vector<Estimate> estimates;
  for (ScoreRows const& of_design : rows_of_case(plan, rows, 0, n))
    estimates.push_back(estimate(asked, evaluate(asked, sheet, of_design)));
  return estimates;
}

}  // namespace ceaseline
