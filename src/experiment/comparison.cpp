#include "ceaseline/experiment/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <future>

namespace ceaseline {
namespace {

using Rows = std::vector<ScoreRows>;  // by design

Rows rows_of_case(Plan const& plan, RowSource const& rows, std::size_t at_case, std::uint32_t n) {
  Rows designs;
  for (std::size_t const arm : plan.arm_of[at_case]) designs.push_back(rows.rows(arm, n));
  return designs;
}

CaseComparison compare_case(Study const& study, Plan const& plan, RowSource const& rows, std::size_t at_case,
                            std::uint32_t n) {
  World const& world = *study.cases[at_case].world;
  ScoreSheet const sheet{world};
  std::vector<MetricDefinition> const catalogue = metric_catalogue(world);
  Rows const designs = rows_of_case(plan, rows, at_case, n);

  CaseComparison result;
  result.metrics = compare_metrics(catalogue, sheet, designs, plan.baseline);
  result.segments = compare_metrics(segment_catalogue(world), sheet, designs, plan.baseline);
  MetricDefinition const& asked = find_metric(catalogue, study.spec.metric);
  std::vector<Linearised> answers;
  for (ScoreRows const& of_design : designs) answers.push_back(evaluate(asked, sheet, of_design));
  result.verdict = judge(answers, study.spec.difference, asked.more_is_better);
  return result;
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

}  // namespace

Comparison compare_designs(Study const& study, Plan const& plan, RowSource const& rows, std::uint32_t n) {
  Comparison result;
  result.replications = n;
  result.baseline = plan.baseline;
  result.equal_to = plan.equal_to;
  std::vector<std::future<CaseComparison>> cases;
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    cases.push_back(std::async(std::launch::async, [&, c] { return compare_case(study, plan, rows, c, n); }));
  for (std::future<CaseComparison>& done : cases) result.cases.push_back(done.get());
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
