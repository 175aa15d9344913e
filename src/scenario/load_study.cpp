#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "case_set_up.hpp"
#include "ceaseline/scenario/study.hpp"
#include "ceaseline/scoring/metrics.hpp"
#include "design_text.hpp"
#include "near_word.hpp"
#include "overrides.hpp"
#include "resolved_text.hpp"
#include "study_text.hpp"
#include "toml_text.hpp"
#include "world_text.hpp"

namespace ceaseline {

namespace {

/// A base farther off than this belongs to another line.
constexpr Length farthest_base = Length::kilometres(150);

/// The world's table, from its file or from the study itself, with the overrides of the command line.
std::optional<Node> world_tree(Texts& texts, StudyText& study, std::vector<Override> const& overrides) {
  std::optional<Node> tree;
  if (study.world.type == NodeType::Table) {
    if (study.world.table.empty()) return std::nullopt;
    tree = study.world;
    set_origin(*tree, std::make_shared<Origin const>(Origin{texts.study(), "world."}));
    study.spec.world = texts.relative(texts.study());
  } else {
    tree = texts.tree(study.world, "world");
    study.spec.world = texts.relative(Texts::path_of(study.world));
  }
  if (tree) override_world(*tree, overrides, texts.problems());
  return tree;
}

std::vector<DesignText> read_designs(Texts& texts, StudyText& study, std::vector<Override> const& overrides,
                                     SensorRegistry const& sensors) {
  std::vector<DesignText> designs;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < study.designs.size(); ++i) {
    Node& named = study.designs[i];
    std::string const key = "designs[" + std::to_string(i) + ']';
    if (named.type == NodeType::Table) {
      set_origin(named, std::make_shared<Origin const>(Origin{texts.study(), key + '.'}));
      study.spec.designs.push_back(texts.relative(texts.study()));
    } else {
      study.spec.designs.push_back(texts.relative(Texts::path_of(named)));
    }
    std::optional<DesignText> design = read_design(texts, named, key, overrides, sensors);
    if (!design) continue;
    std::string const& id = design->spec.id;
    if (std::find(ids.begin(), ids.end(), id) != ids.end()) {
      texts.note(named.at, key, "two designs have the id " + quoted(id));
    }
    ids.push_back(id);
    designs.push_back(std::move(*design));
  }
  // A design that could not be read has an id that nobody knows.
  if (ids.size() == study.designs.size() && !ids.empty()) {
    note_unknown_designs(overrides, ids, texts.problems());
    if (study.spec.baseline.empty()) study.spec.baseline = ids.front();
    if (std::find(ids.begin(), ids.end(), study.spec.baseline) == ids.end()) {
      std::string const& baseline = study.spec.baseline;
      texts.note(InputError{Diagnostic{
                     "", 0, 0, "baseline",
                     quoted(baseline) + " is no design of this study" + suggestion(baseline, ids)}},
                 study.tree);
    }
  }
  return designs;
}

/// Maps of places and of lines are overridden apart: here it is noticed that they no longer fit.
bool bases_are_near(Texts& texts, WorldText& world, Maps const& maps,
                    std::vector<DesignText> const& designs) {
  for (DesignText const& design : designs) {
    for (MapPlace const& place : maps.places) {
      auto const& bases = design.spec.siting.bases;
      if (std::find(bases.begin(), bases.end(), place.id) == bases.end()) continue;
      double const km = std::fabs(maps.line.nearest(maps.line.frame().to_local(place.at)).depth.kilometres());
      if (km <= farthest_base.kilometres()) continue;
      std::string const far = std::to_string(static_cast<long>(std::lround(km)));
      texts.note(
          InputError{Diagnostic{"", 0, 0, "line.places",
                                "base " + quoted(place.id) + " lies " + far +
                                    " km off the line: these places belong to another line; set line.places "
                                    "and siting.bases too"}},
          world.tree);
      return false;
    }
  }
  return true;
}

/// Metrics are of kinds, and of coverage where that is probed.
bool have_same_metrics(World const& a, World const& b) {
  return a.kinds() == b.kinds() && a.spec().coverage.probed() == b.spec().coverage.probed() &&
         a.coverage_kinds() == b.coverage_kinds();
}

void check_metric(Texts& texts, StudyText& study, CaseWorld const& in) {
  std::vector<std::string> ids;
  for (MetricDefinition const& metric : metric_catalogue(*in.world)) {
    if (metric.stratum == "all") ids.push_back(metric.id);
  }
  std::string const& asked = study.spec.metric;
  if (std::find(ids.begin(), ids.end(), asked) != ids.end()) return;
  std::string const what = quoted(asked) + " is no metric" + suggestion(asked, ids);
  texts.note(InputError{Diagnostic{"", 0, 0, "question.metric", what}}, study.tree);
}

}  // namespace

Study load_study(std::string const& path, Files const& files, Registries const& registries,
                 std::vector<std::pair<std::string, std::string>> const& overrides, CaseSet which) {
  Texts texts{files, path};
  std::vector<Override> const set = read_overrides(overrides, texts.problems());
  std::optional<Node> tree = texts.study_tree();
  if (!tree) texts.refuse_if_wrong();
  override_study(*tree, set, texts.problems());
  StudyText text = read_study(texts, std::move(*tree));
  choose_cases(texts, text, which);

  std::vector<DesignText> designs = read_designs(texts, text, set, registries.sensors);
  std::optional<Node> const base = world_tree(texts, text, set);
  if (!base) texts.refuse_if_wrong();
  WorldText world = read_world(texts, *base, registries.processes);
  std::optional<Maps> maps;
  if (world.sound) maps = read_maps(texts, world);
  if (!maps) texts.refuse_if_wrong();

  Study study;
  if (bases_are_near(texts, world, *maps, designs)) {
    for (DesignText& design : designs) check_names(design, maps->places, registries, texts);
    study.cases = set_up_cases(texts, text, *base, *maps, designs, registries);
  }
  for (CaseWorld const& in : study.cases) {
    bool const first = &in == &study.cases.front();
    if (first || !have_same_metrics(*in.world, *study.cases.front().world)) check_metric(texts, text, in);
  }
  texts.refuse_if_wrong();

  study.spec = text.spec;
  for (DesignText const& design : designs) study.designs.push_back(design.spec);
  study.resolved = resolved_text(text, world, designs, registries);
  study.places = std::move(maps->places);
  study.map = std::move(maps->map);
  study.inputs = std::move(texts.inputs());
  return study;
}

}  // namespace ceaseline
