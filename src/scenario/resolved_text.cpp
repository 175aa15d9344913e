#include "resolved_text.hpp"

#include "both_fields.hpp"
#include "reading_fields.hpp"
#include "toml_text.hpp"
#include "writing_fields.hpp"

namespace ceaseline {

namespace {

/// Of a figure, or of the first figure in a list of tables.
std::string source_of(Node const& figure) {
  if (!figure.source.empty()) return figure.source;
  for (Node const& item : figure.list) {
    for (Member const& m : item.table)
      if (std::string source = source_of(m.value); !source.empty()) return source;
  }
  return "";
}

std::string text_of(CaseText const& one, std::string const& header) {
  std::string set;
  for (auto const& [key, value] : one.spec.set)
    set += (set.empty() ? "" : ", ") + quoted(key) + " = " + value;
  WritingFields fields{header, "", &one.written, Style::Plain};
  CaseSpec copy = one.spec;
  fields.text("id", copy.id, "");
  fields.text("title", copy.title, "");
  fields.line("set = { " + set + " }");
  Node const* written = one.written.find("set");
  if (written == nullptr) return fields.toml();
  for (auto const& [key, value] : one.spec.set) {
    Node const* figure = find_path(*written, key);
    std::string const source = figure == nullptr ? "" : source_of(*figure);
    if (!source.empty()) fields.line("sources." + quoted("set." + key) + " = " + quoted(source));
  }
  return fields.toml();
}

std::string text_of(WorldText const& world, ProcessRegistry const& processes) {
  WritingFields fields{"[world]", "world", &world.tree, Style::Plain};
  WorldSpec spec = world.spec;
  visit(fields, spec);
  Node written = world.tree;
  Node* table = written.find("process");
  auto const* entry = processes.find(spec.violations.process);
  if (table == nullptr || entry == nullptr) return fields.toml();
  std::vector<Diagnostic> none;
  ReadingFields reading{*table, "", none};
  WritingFields writing{"[world.process]", "world.process", table, Style::Plain};
  BothFields both{reading, writing};
  auto const process = entry->make(both);
  fields.append(writing.toml());
  return fields.toml();
}

std::string text_of(DesignText const& design, SensorRegistry const& sensors) {
  WritingFields fields{"[[designs]]", "designs", &design.tree, Style::Plain};
  DesignSpec spec = design.spec;
  fields.text("id", spec.id, "");
  visit(fields, spec);
  Node written = design.tree;
  for (auto& [name, sensor] : spec.sensors) {
    Node* all = written.find("sensors");
    Node silent;
    Node* table = all == nullptr ? nullptr : all->find(name);
    if (table == nullptr) table = &silent;
    std::vector<Diagnostic> none;
    std::string const path = "designs.sensors." + name;
    ReadingFields reading{*table, "", none};
    WritingFields writing{'[' + path + ']', path, table, Style::Plain};
    writing.text("type", sensor.type, "");
    BothFields both{reading, writing};
    auto const made = sensors.find(sensor.type)->make(both);
    fields.append(writing.toml());
  }
  return fields.toml();
}

}  // namespace

std::string resolved_text(StudyText const& study, WorldText const& world,
                          std::vector<DesignText> const& designs, Registries const& registries) {
  WritingFields fields{"", "", &study.tree, Style::Plain};
  StudySpec spec = study.spec;
  visit(fields, spec);
  std::string text = fields.toml();
  for (CaseText const& one : study.cases) text += text_of(one, "[[case]]");
  text += text_of(world, registries.processes);
  for (DesignText const& design : designs) text += text_of(design, registries.sensors);
  // Last, because what was not run does not decide what came out.
  for (CaseText const& one : study.stress) text += text_of(one, stress_header);
  return text;
}

}  // namespace ceaseline
