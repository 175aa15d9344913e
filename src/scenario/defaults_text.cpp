#include "ceaseline/scenario/study.hpp"
#include "study_text.hpp"
#include "writing_fields.hpp"

namespace ceaseline {

namespace {

template <class Interface>
std::string listed(std::string const& what, Registry<Interface> const& registry) {
  std::string lines = "#\n# " + what + ":\n";
  for (auto const& entry : registry.entries()) lines += "#   \"" + entry.name + "\": " + entry.summary + '\n';
  return lines;
}

std::string study_defaults() {
  WritingFields fields{"", "", nullptr, Style::Explained};
  StudySpec study;
  fields.line("# study.toml: the question, and what it is asked of");
  visit(fields, study);
  CaseSpec base{"base", "The world as it is", {}};
  WritingFields one{"[[case]]  # a named override of the world, run for every design alike", "case", nullptr,
                    Style::Explained};
  one.text("id", base.id, "names the case");
  one.text("title", base.title, "shown to people");
  one.line(R"(set = {}  # dotted keys of the world and their values: { "access_b.state" = "shut" })");
  one.line(
      R"(#         and of designs: { "designs.ID.hours.night_share" = 0.5, "designs.*.numbers.in_field" = 0.4 })");
  one.line("# [[stress]]  # of the same shape: the stress set, run by compare --stress after the first case");
  return fields.toml() + one.toml();
}

std::string world_defaults(ProcessRegistry const& processes) {
  WritingFields fields{"[world]  # world.toml, without the prefix: world = \"world.toml\"", "world", nullptr,
                       Style::Explained};
  WorldSpec world;
  visit(fields, world);
  for (auto const& entry : processes.entries()) {
    WritingFields own{"[world.process]  # of \"" + entry.name + '"', "world.process", nullptr,
                      Style::Explained};
    auto const process = entry.make(own);
    if (own.has_keys()) fields.append(commented(own.toml()));
  }
  return fields.toml();
}

std::string design_defaults(SensorRegistry const& sensors) {
  WritingFields fields{
      "[[designs]]  # designs/NAME.toml, without the prefix: designs = [\"designs/NAME.toml\"]", "designs",
      nullptr, Style::Explained};
  DesignSpec design;
  fields.text("id", design.id, "names the design");
  fields.line("# extends = \"other.toml\"            # a design that this one starts from");
  fields.line("# sensors_from = \"standard.toml\"    # a file with sensors");
  visit(fields, design);
  for (auto const& entry : sensors.entries()) {
    std::string const path = "designs.sensors." + entry.name;
    WritingFields own{'[' + path + "]  # " + entry.summary, path, nullptr, Style::Explained};
    std::string type = entry.name;
    own.text("type", type, "kind of sensor; by default its name");
    auto const sensor = entry.make(own);
    fields.append(own.toml());
  }
  return fields.toml();
}

}  // namespace

std::string defaults_text(Registries const& registries) {
  return "# Every key with its default, its unit and its meaning. World and designs usually stand in files "
         "of\n"
         "# their own; here they are tables of the study, which is read just as well.\n" +
         listed("Violation processes, for world.violations.process", registries.processes) +
         listed("Sensors, for designs.sensors.NAME.type", registries.sensors) +
         listed("Patrol policies, for designs.driving.policy and designs.teams.policy", registries.policies) +
         listed("Dispatch policies, for designs.rules.dispatch", registries.dispatches) + "\n" +
         study_defaults() + world_defaults(registries.processes) + design_defaults(registries.sensors);
}

}  // namespace ceaseline
