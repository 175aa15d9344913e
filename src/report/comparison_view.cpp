#include "ceaseline/report/comparison_view.hpp"

#include <algorithm>

namespace ceaseline {
namespace {

DriverView view_of(Driver const& driver) {
  DriverView view{name(driver.plan.group), driver.headline, ""};
  if (driver.plan.state == DriverPlan::State::Equal) view.word = same_figures_word;
  if (driver.plan.state == DriverPlan::State::Impossible) view.word = "cannot be tried: " + driver.plan.why;
  return view;
}

std::vector<DriversOfDesign> drivers_by_design(std::vector<Driver> const& drivers) {
  std::vector<DriversOfDesign> all;
  for (Driver const& d : drivers) {
    auto const same_design = [&d](DriversOfDesign const& of) { return of.design == d.plan.design; };
    auto of = std::find_if(all.begin(), all.end(), same_design);
    if (of == all.end()) of = all.insert(all.end(), DriversOfDesign{d.plan.design, {}});
    of->groups.push_back(view_of(d));
  }
  return all;
}

std::vector<double> seen_along(Comparison const& comparison, std::size_t design) {
  std::vector<double> shares;
  if (comparison.cases.empty()) return shares;
  for (MetricResult const& r : comparison.cases.front().segments)
    if (r.metric.id == "segment_seen")
      shares.push_back(r.estimates[design].n > 0 ? r.estimates[design].value : -1);
  return shares;
}

}  // namespace

bool size_is_assumed(std::string const& resolved, std::size_t design) {
  std::string const head = "\n[[designs]]\n";
  std::size_t begin = resolved.find(head);
  for (std::size_t d = 0; d < design && begin != std::string::npos; ++d)
    begin = resolved.find(head, begin + 1);
  if (begin == std::string::npos) return false;
  std::size_t const end = resolved.find(head, begin + 1);
  return resolved.substr(begin, end - begin).find("\nsources.on_books = \"assumption") != std::string::npos;
}

ComparisonView comparison_view(Study const& study, Comparison const& comparison) {
  ComparisonView view;
  view.study = study.spec.title;
  view.note = study.spec.note;
  view.metric = study.spec.metric;
  view.matters = study.spec.difference;
  view.baseline = comparison.baseline;
  view.replications = comparison.replications;
  view.segment_km = study.cases.front().world->spec().segment.kilometres();
  view.seed = study.spec.seed;
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    DesignSpec const& design = study.designs[d];
    view.designs.push_back({design.id, design.title, study.cases.front().missions[d]->establishment(),
                            size_is_assumed(study.resolved, d), comparison.equal_to[d]});
    view.seen_along.push_back(seen_along(comparison, d));
  }
  for (std::size_t c = 0; c < comparison.cases.size(); ++c) {
    CaseSpec const& spec = study.cases[c].spec;
    CaseComparison const& in = comparison.cases[c];
    view.cases.push_back({spec.id, spec.title.empty() ? spec.id : spec.title, in.metrics, in.verdict,
                          c == 0 ? "" : name(in.flip), in.equal_to, in.change});
  }
  view.drivers = drivers_by_design(comparison.drivers);
  return view;
}

}  // namespace ceaseline
