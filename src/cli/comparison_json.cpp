#include <nlohmann/json.hpp>

#include "ceaseline/store/build_info.hpp"
#include "view.hpp"

namespace ceaseline {
namespace {

using Json = nlohmann::ordered_json;
constexpr int format = 1;

Json json_of(Estimate const& e) {
  Json j{{"value", nullptr}, {"low", nullptr}, {"high", nullptr}, {"n", e.n}};
  if (e.n > 0) j["value"] = e.value;
  if (e.has_interval) {
    j["low"] = e.ci.low;
    j["high"] = e.ci.high;
  }
  return j;
}

Json json_of(PairedDifference const& p) {
  Json j = json_of(p.difference);
  j["finding"] = name(p.finding);
  return j;
}

Json ids_of(Study const& study, std::vector<std::size_t> const& designs) {
  Json ids = Json::array();
  for (std::size_t const d : designs) ids.push_back(study.designs[d].id);
  return ids;
}

Json json_of(Study const& study, CaseVerdict const& v) {
  return {{"verdict", name(v.verdict)},         {"best", study.designs[v.best].id},
          {"equals", ids_of(study, v.equals)},  {"level", ids_of(study, v.level)},
          {"rival", study.designs[v.rival].id}, {"margin", json_of(v.margin)},
          {"confidence", v.confidence}};
}

Json json_of(Study const& study, MetricResult const& m) {
  Json estimates;
  Json differences;
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    estimates[study.designs[d].id] = json_of(m.estimates[d]);
    differences[study.designs[d].id] = json_of(m.differences[d]);
  }
  return {{"metric", m.metric.id},     {"stratum", m.metric.stratum}, {"title", m.metric.title},
          {"unit", m.metric.unit},     {"row", m.metric.row},         {"estimates", estimates},
          {"differences", differences}};
}

Json json_of(Study const& study, Driver const& driver) {
  Json j{{"design", study.designs[driver.plan.design].id}, {"group", name(driver.plan.group)}};
  if (driver.plan.state == DriverPlan::State::Run) {
    j["headline"] = json_of(driver.headline);
    j["incidents_detected"] = json_of(driver.detected);
  } else {
    j["equal"] = driver.plan.state == DriverPlan::State::Equal;
    j["note"] = driver.plan.why;
  }
  return j;
}

Json designs_json(Study const& study, Comparison const& comparison) {
  Json designs = Json::array();
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    std::size_t const same = comparison.equal_to[d];
    Establishment const& e = study.cases.front().missions[d]->establishment();
    designs.push_back({{"id", study.designs[d].id},
                       {"title", study.designs[d].title},
                       {"equal_by_construction_to", same == d ? Json{} : Json(study.designs[same].id)},
                       {"cost_eur_a_year", e.total().euro()},
                       {"weeks_to_full_strength", e.weeks_to_strength}});
  }
  return designs;
}

/// Of the study's metric, each design less itself in the base case.
Json changes_json(Study const& study, CaseComparison const& in) {
  Json changes;
  for (std::size_t d = 0; d < in.change.size(); ++d) changes[study.designs[d].id] = json_of(in.change[d]);
  return changes;
}

/// Only what the first table shows: tables/estimates.csv has everything.
Json cases_json(Study const& study, Comparison const& comparison) {
  Json cases = Json::array();
  for (std::size_t c = 0; c < study.cases.size(); ++c) {
    Json metrics = Json::array();
    for (MetricResult const& m : comparison.cases[c].metrics) {
      bool const asked = m.metric.id == study.spec.metric && m.metric.stratum == "all";
      if (m.metric.row > 0 || asked) metrics.push_back(json_of(study, m));
    }
    cases.push_back({{"id", study.cases[c].spec.id},
                     {"title", study.cases[c].spec.title},
                     {"answer", json_of(study, comparison.cases[c].verdict)},
                     {"flip", c == 0 ? Json{} : Json(name(comparison.cases[c].flip))},
                     {"change", changes_json(study, comparison.cases[c])},
                     {"metrics", metrics}});
  }
  return cases;
}

}  // namespace

std::string comparison_json(Study const& study, Comparison const& comparison, std::string const& out) {
  Json drivers = Json::array();
  for (Driver const& driver : comparison.drivers) drivers.push_back(json_of(study, driver));
  Json const j{{"format", format},
               {"version", build_info().version},
               {"study", study.spec.id},
               {"note", study.spec.note},
               {"seed", study.spec.seed},
               {"replications", comparison.replications},
               {"metric", study.spec.metric},
               {"difference_that_matters", study.spec.difference},
               {"baseline", study.designs[comparison.baseline].id},
               {"out", out},
               {"designs", designs_json(study, comparison)},
               {"cases", cases_json(study, comparison)},
               {"drivers", drivers}};
  return j.dump(2) + "\n";
}

}  // namespace ceaseline
