#include "view.hpp"

#include <utility>

#include "ceaseline/report/comparison_view.hpp"
#include "ceaseline/store/build_info.hpp"
#include "sources.hpp"

namespace ceaseline {
namespace {

bool starts_with(std::string const& text, char const* head) { return text.rfind(head, 0) == 0; }

/// The level of a world that is set by a record was recorded by somebody.
Yardstick yardstick_of(Study const& study) {
  std::string const source = source_in_world(study.resolved, "acts_per_day");
  if (source.empty() || starts_with(source, "assumption")) return {};
  return {study.cases.front().world->spec().violations.acts_per_day, "the record that sets the level"};
}

}  // namespace

ComparisonView view_of(Study const& study, Comparison const& comparison, std::vector<std::string> files) {
  ComparisonView view = comparison_view(study, comparison);
  if (view.study.empty()) view.study = study.spec.id;
  view.yardstick = yardstick_of(study);
  view.version = build_info().version;
  view.files = std::move(files);
  return view;
}

}  // namespace ceaseline
