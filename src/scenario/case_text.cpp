#include "case_text.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "reading_fields.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

/// One value of `set`, under its whole key.
struct Setting {
  std::string key;
  Node value;
};

bool starts_with(std::string const& text, std::string const& head) { return text.rfind(head, 0) == 0; }

/// What is set in a case, by dotted keys: quoted, bare or as nested tables.
void flatten(Node const& set, std::string const& prefix, std::vector<Setting>& out) {
  for (Member const& m : set.table) {
    if (m.value.type == NodeType::Table) {
      flatten(m.value, prefix + m.key + '.', out);
    } else {
      out.push_back({prefix + m.key, m.value});
    }
  }
}

/// The text behind the first `head.size()` letters, when it begins with `head`.
std::string without(std::string const& text, std::string const& head) {
  return starts_with(text, head) ? text.substr(head.size()) : text;
}

/// What no case may set, or nothing.
std::string forbidden(Override const& o) {
  if (o.part == "world") {
    bool const moves = o.path == "line" || starts_with(o.path, "line.");
    return moves ? "a case cannot move the line; make a study of its own" : "";
  }
  if (o.design.empty() || o.path.empty()) {
    return "a case cannot change which designs there are; write designs.ID.KEY, or designs.*.KEY for all of "
           "them";
  }
  for (char const* key : {"id", "extends", "organisation", "sensors_from"}) {
    if (o.path == key) return "a case changes figures of a design, not what it is made from; set its keys";
  }
  return "";
}

Override override_of(Setting const& s) {
  Override o{"world", "", without(s.key, "world."), s.value};
  std::string scope = "world.";
  if (s.key == "designs" || starts_with(s.key, "designs.")) {
    o.part = "designs";
    std::string const rest = without(s.key, s.key == "designs" ? "designs" : "designs.");
    std::size_t const dot = rest.find('.');
    o.design = rest.substr(0, dot);
    o.path = dot == std::string::npos ? "" : rest.substr(dot + 1);
    scope = "designs." + (o.path.empty() ? "" : o.design + '.');
  }
  set_origin(o.value, std::make_shared<Origin const>(Origin{s.value.at.origin->file, scope}));
  return o;
}

void read_case(Texts& texts, Fields& f, Node& table, CaseText& text) {
  f.text("id", text.spec.id, "names the case");
  f.text("title", text.spec.title, "shown to people");
  table.known.emplace_back("set");
  Node* set = table.find("set");
  if (set == nullptr) return;
  set->read = true;
  std::vector<Setting> all;
  flatten(*set, "", all);
  for (Setting const& s : all) {
    Override o = override_of(s);
    std::string const why = forbidden(o);
    if (!why.empty()) {
      texts.note(o.value.at, o.part == "designs" && o.path.empty() ? o.design : o.path, why);
      continue;
    }
    text.spec.set.emplace_back(s.key, value_text(s.value));
    text.values.push_back(std::move(o));
  }
}

}  // namespace

std::vector<CaseText> read_cases(Texts& texts, Node& study, char const* key) {
  std::vector<CaseText> cases;
  ReadingFields fields{study, "", texts.problems()};
  Node* all = study.find(key);
  fields.tables(
      key, 0, [&cases](std::size_t n) { cases.resize(n); },
      [&](Fields& f, std::size_t i) {
        read_case(texts, f, all->list[i], cases[i]);
        cases[i].written = all->list[i];
      },
      "named overrides of the world and of designs");
  return cases;
}

void note_shared_ids(Texts& texts, StudyText const& study) {
  for (std::size_t i = 0; i < study.stress.size(); ++i) {
    CaseText const& item = study.stress[i];
    bool const taken = std::any_of(study.cases.begin(), study.cases.end(),
                                   [&item](CaseText const& c) { return c.spec.id == item.spec.id; });
    Node const* id = item.written.find("id");
    if (taken && id != nullptr)
      texts.note(id->at, "stress[" + std::to_string(i) + "].id", "a [[case]] has this id already");
  }
}

void choose_cases(Texts& texts, StudyText& study, CaseSet which) {
  if (which == CaseSet::Stress && study.stress.empty()) {
    texts.note({study.tree.at.origin, 0, 0}, "stress",
               "this study has no stress set; write [[stress]] above the id, title and set of each item");
  }
  study.spec.stress.clear();
  for (CaseText const& c : study.stress) study.spec.stress.push_back(c.spec);
  if (which == CaseSet::Stress) study.cases.resize(1);
  if (which != CaseSet::Cases) {
    study.cases.insert(study.cases.end(), study.stress.begin(), study.stress.end());
    study.stress.clear();
  }
  study.spec.cases.clear();
  for (CaseText const& c : study.cases) study.spec.cases.push_back(c.spec);
}

}  // namespace ceaseline
