#include <algorithm>

#include "ceaseline/store/tables.hpp"
#include "csv.hpp"

namespace ceaseline {
namespace {

/// A number that exists only sometimes is an empty field otherwise.
std::string when(bool exists, double value) { return exists ? csv_field(value) : std::string{}; }

/// value, low, high, n
std::string fields(Estimate const& e) {
  std::string line =
      csv_line(when(e.n > 0, e.value), when(e.has_interval, e.ci.low), when(e.has_interval, e.ci.high), e.n);
  line.pop_back();
  return line;
}

/// difference, low, high, n, finding, variance_reduction
std::string fields(PairedDifference const& p) {
  return fields(p.difference) + "," + csv_field(name(p.finding)) + "," +
         when(p.variance_reduction.has_value(), p.variance_reduction.value_or(0));
}

std::string line_of(std::string const& start, std::string const& end) {
  return start.substr(0, start.size() - 1) + "," + end + "\n";
}

/// What comes of a group of figures, in words.
char const* state(DriverPlan::State s) {
  switch (s) {
    case DriverPlan::State::Equal:
      return "equal";
    case DriverPlan::State::Run:
      return "switched";
    case DriverPlan::State::Impossible:
      return "impossible";
  }
  return "";
}

std::string names_of(Study const& study, std::vector<std::size_t> const& designs) {
  std::string all;
  for (std::size_t const d : designs) all += (all.empty() ? "" : ";") + study.designs[d].id;
  return all;
}

}  // namespace

std::string estimates_csv(Study const& study, Comparison const& comparison) {
  std::string text = "study,case,design,metric,unit,stratum,value,low,high,n\n";
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    for (MetricResult const& m : comparison.cases[c].metrics)
      for (std::size_t d = 0; d < study.designs.size(); ++d)
        text += line_of(csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id, m.metric.id,
                                 m.metric.unit, m.metric.stratum),
                        fields(m.estimates[d]));
  return text;
}

std::string segments_csv(Study const& study, Comparison const& comparison) {
  std::string text = "study,case,design,metric,unit,segment,value,low,high,n\n";
  std::size_t const head = std::string{"segment="}.size();
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    for (MetricResult const& m : comparison.cases[c].segments)
      for (std::size_t d = 0; d < study.designs.size(); ++d)
        text += line_of(csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id, m.metric.id,
                                 m.metric.unit, m.metric.stratum.substr(head)),
                        fields(m.estimates[d]));
  return text;
}

std::string differences_csv(Study const& study, Comparison const& comparison) {
  std::string text =
      "study,case,design,baseline,metric,unit,stratum,difference,low,high,n,finding,variance_reduction\n";
  std::string const& baseline = study.designs[comparison.baseline].id;
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    for (MetricResult const& m : comparison.cases[c].metrics)
      for (std::size_t d = 0; d < study.designs.size(); ++d)
        if (d != comparison.baseline)
          text += line_of(csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id, baseline,
                                   m.metric.id, m.metric.unit, m.metric.stratum),
                          fields(m.differences[d]));
  return text;
}

std::string drivers_csv(Study const& study, Comparison const& comparison) {
  std::string text =
      "study,case,design,baseline,group,state,note,metric,difference,low,high,n,finding,variance_reduction\n";
  std::string const& baseline = study.designs[comparison.baseline].id;
  for (Driver const& driver : comparison.drivers) {
    auto const add = [&](std::string const& metric, PairedDifference const& p) {
      text += line_of(
          csv_line(study.spec.id, study.cases.front().spec.id, study.designs[driver.plan.design].id, baseline,
                   name(driver.plan.group), state(driver.plan.state), driver.plan.why, metric),
          fields(p));
    };
    add(study.spec.metric, driver.headline);
    add("incidents_detected", driver.detected);
  }
  return text;
}

std::string verdicts_csv(Study const& study, Comparison const& comparison) {
  std::string text = "study,case,metric,verdict,best,equals,level,rival,margin,low,high,confidence,flip\n";
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    CaseVerdict const& v = comparison.cases[c].verdict;
    Estimate const& margin = v.margin.difference;
    text += csv_line(study.spec.id, study.cases[c].spec.id, study.spec.metric, name(v.verdict),
                     study.designs[v.best].id, names_of(study, v.equals), names_of(study, v.level),
                     v.rival == v.best ? std::string{} : study.designs[v.rival].id,
                     when(margin.n > 0, margin.value), when(margin.has_interval, margin.ci.low),
                     when(margin.has_interval, margin.ci.high), v.confidence,
                     c == 0 ? "" : name(comparison.cases[c].flip));
  }
  return text;
}

std::string resilience_csv(Study const& study, Comparison const& comparison) {
  std::string text =
      "study,case,design,metric,unit,value,low,high,n,change,change_low,change_high,change_n,finding,"
      "variance_reduction,in_front\n";
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    CaseComparison const& in = comparison.cases[c];
    MetricResult const& asked = asked_metric(study, in);
    for (std::size_t d = 0; d < study.designs.size(); ++d) {
      std::vector<std::size_t> const& equals = in.verdict.equals;
      bool const in_front =
          d == in.verdict.best || std::find(equals.begin(), equals.end(), d) != equals.end();
      std::string const change = c == 0 ? ",,,,," : fields(in.change[d]);
      text += line_of(line_of(csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id,
                                       asked.metric.id, asked.metric.unit),
                              fields(asked.estimates[d])),
                      change + (in_front ? ",yes" : ",no"));
    }
  }
  return text;
}

}  // namespace ceaseline
