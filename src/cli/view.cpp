#include "view.hpp"

#include <algorithm>
#include <utility>

#include "ceaseline/store/build_info.hpp"
#include "sources.hpp"

namespace ceaseline {
namespace {

bool starts_with(std::string const& text, char const* head) { return text.rfind(head, 0) == 0; }

DesignView design_view(Study const& study, Comparison const& comparison, std::size_t d) {
  DesignSpec const& design = study.designs[d];
  return {design.id, design.title, study.cases.front().missions[d]->establishment(),
          starts_with(source_in_design(study.resolved, d, "on_books"), "assumption"), comparison.equal_to[d]};
}

DriverView driver_view(Driver const& driver) {
  DriverView view{name(driver.plan.group), driver.headline, ""};
  if (driver.plan.state == DriverPlan::State::Equal) view.word = "same figures";
  if (driver.plan.state == DriverPlan::State::Impossible) view.word = "cannot be tried: " + driver.plan.why;
  return view;
}

std::vector<DriversOfDesign> driver_views(Comparison const& comparison) {
  std::vector<DriversOfDesign> all;
  for (Driver const& driver : comparison.drivers) {
    if (all.empty() || all.back().design != driver.plan.design) all.push_back({driver.plan.design, {}});
    all.back().groups.push_back(driver_view(driver));
  }
  return all;
}

/// The level of a world that is set by a record was recorded by somebody.
Yardstick yardstick_of(Study const& study) {
  std::string const source = source_in_world(study.resolved, "acts_per_day");
  if (source.empty() || starts_with(source, "assumption")) return {};
  return {study.cases.front().world->spec().violations.acts_per_day, "the record that sets the level"};
}

}  // namespace

ComparisonView view_of(Study const& study, Comparison const& comparison, std::vector<std::string> files) {
  ComparisonView view;
  view.study = study.spec.title.empty() ? study.spec.id : study.spec.title;
  view.note = study.spec.note;
  view.metric = study.spec.metric;
  view.matters = study.spec.difference;
  for (std::size_t d = 0; d < study.designs.size(); ++d)
    view.designs.push_back(design_view(study, comparison, d));
  view.baseline = comparison.baseline;
  for (std::size_t c = 0; c < study.cases.size(); ++c)
    view.cases.push_back({study.cases[c].spec.id, study.cases[c].spec.title, comparison.cases[c].metrics,
                          comparison.cases[c].verdict});
  view.drivers = driver_views(comparison);
  view.yardstick = yardstick_of(study);
  view.replications = comparison.replications;
  view.seed = study.spec.seed;
  view.version = build_info().version;
  view.files = std::move(files);
  return view;
}

}  // namespace ceaseline
