#include "case_set_up.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "ground.hpp"
#include "near_word.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

/// Sets up one case after the other; what they share is made once.
class CaseSetUp {
 public:
  CaseSetUp(Texts& texts, StudyText const& study, Maps const& maps, std::vector<DesignText> const& designs,
            Registries const& registries)
      : texts_{texts},
        study_{study},
        maps_{maps},
        designs_{designs},
        registries_{registries},
        grounds_{texts},
        survey_{maps.line} {
    for (DesignText const& d : designs) ids_.push_back(d.spec.id);
  }

  /// \returns nothing when the world of the case is not sound
  [[nodiscard]] std::optional<CaseWorld> set_up_case(CaseText const& in, Node tree) {
    override_world(tree, in.values, texts_.problems());
    WorldText const text = read_world(texts_, std::move(tree), registries_.processes);
    std::vector<DesignText> designs = designs_of(in);
    if (!text.sound) return std::nullopt;
    check_access(text, designs);
    std::size_t const problems_before = texts_.problems().size();
    auto ground = grounds_.of(text, maps_.line);
    if (texts_.problems().size() != problems_before) return std::nullopt;
    auto world = make_world(texts_, text, maps_.line, std::move(ground), first_world_.get());
    if (world == nullptr) return std::nullopt;
    if (first_world_ == nullptr) first_world_ = world;
    CaseWorld made{in.spec, std::move(world), text.process, {}, {}};
    try_source(made, text);
    for (DesignText& design : designs) add_mission(made, design);
    return made;
  }

 private:
  /// Every design as it is in this case.
  std::vector<DesignText> designs_of(CaseText const& in) {
    note_unknown_designs(in.values, ids_, texts_.problems());
    bool const changes = std::any_of(in.values.begin(), in.values.end(),
                                     [](Override const& o) { return o.part == "designs"; });
    if (!changes) return designs_;
    std::vector<DesignText> designs;
    for (DesignText const& d : designs_) {
      designs.push_back(design_in_case(texts_, d, in.values, registries_.sensors));
      check_names(designs.back(), maps_.places, registries_, texts_);
    }
    return designs;
  }

  /// Rules name flags of designs, and stretches of this line.
  void check_access(WorldText const& world, std::vector<DesignText> const& designs) {
    std::vector<std::string> flags;
    for (DesignText const& d : designs)
      if (!d.spec.flag.empty()) flags.push_back(d.spec.flag);
    for (std::size_t i = 0; i < world.spec.access.size(); ++i) {
      AccessRule const& rule = world.spec.access[i];
      auto const note = [&](char const* key, std::string const& what) {
        std::string const path = "access[" + std::to_string(i) + "]." + key;
        texts_.note(InputError{Diagnostic{"", 0, 0, path, what}}, world.tree);
      };
      bool const known = rule.organisation.empty() ||
                         std::find(flags.begin(), flags.end(), rule.organisation) != flags.end();
      if (!known) {
        note("organisation",
             quoted(rule.organisation) + " is the flag of no design" + suggestion(rule.organisation, flags));
      }
      if (rule.to > maps_.line.length() + Length::metres(1)) {
        long const tenths = std::lround(maps_.line.length().kilometres() * 10);
        note("to", "lies beyond the end of the line, which is " + std::to_string(tenths / 10) + '.' +
                       std::to_string(tenths % 10) + " km long");
      }
    }
  }

  /// A world in which incidents cannot be drawn is found out now, not in the first replication.
  void try_source(CaseWorld const& in, WorldText const& text) {
    try {
      (void)in.process->start(*in.world, Draws{static_cast<std::uint32_t>(study_.spec.seed), 0});
    } catch (InputError const& e) {
      texts_.note(e, text.tree, "world.");
    }
  }

  void add_mission(CaseWorld& to, DesignText& design) {
    if (!design.sound) return;
    // Sensors with the same figures are one, so that their tables are worked out once.
    for (auto& [name, spec] : design.spec.sensors)
      spec.sensor = sensors_.emplace(std::pair{spec.type, spec.text}, spec.sensor).first->second;
    try {
      to.missions.push_back(std::make_shared<Mission const>(
          *to.world, maps_.places, design.spec, registries_.policies, registries_.dispatches, survey_));
      to.designs.push_back(design.spec);
    } catch (InputError const& e) {
      texts_.note(e, design.tree, "designs." + design.spec.id + '.');
    }
  }

  Texts& texts_;
  StudyText const& study_;
  Maps const& maps_;
  std::vector<DesignText> const& designs_;
  Registries const& registries_;
  Grounds grounds_;
  Survey survey_;
  std::vector<std::string> ids_;
  std::map<std::pair<std::string, std::string>, std::shared_ptr<Sensor const>> sensors_;  // by type and text
  std::shared_ptr<World const> first_world_;  // others take over from it what their case leaves alone
};

}  // namespace

std::vector<CaseWorld> set_up_cases(Texts& texts, StudyText const& study, Node const& base, Maps const& maps,
                                    std::vector<DesignText> const& designs, Registries const& registries) {
  CaseSetUp set_up{texts, study, maps, designs, registries};
  std::vector<CaseWorld> cases;
  for (CaseText const& one : study.cases) {
    if (auto made = set_up.set_up_case(one, base)) cases.push_back(std::move(*made));
  }
  return cases;
}

std::shared_ptr<Mission const> set_up(CaseWorld const& in, std::vector<MapPlace> const& places,
                                      DesignSpec const& design, Registries const& registries) {
  return std::make_shared<Mission const>(*in.world, places, design, registries.policies,
                                         registries.dispatches);
}

}  // namespace ceaseline
