#include "study_text.hpp"

#include <algorithm>
#include <utility>

#include "case_text.hpp"
#include "reading_fields.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

bool names_or_is_a_table(Node const& value) {
  return value.type == NodeType::Table || (value.type == NodeType::Text && !value.text.empty());
}

void read_world_key(Texts& texts, StudyText& study) {
  study.tree.known.emplace_back("world");
  Node* world = study.tree.find("world");
  if (world == nullptr) {
    texts.note({study.tree.at.origin, 0, 0}, "world",
               "missing; name the world's file, world = \"world.toml\"");
    return;
  }
  world->read = true;
  if (!names_or_is_a_table(*world)) {
    texts.note(world->at, "world", value_text(*world) + " is not a file; write world = \"world.toml\"");
    return;
  }
  study.world = *world;
}

void read_designs_key(Texts& texts, StudyText& study) {
  study.tree.known.emplace_back("designs");
  Node* designs = study.tree.find("designs");
  bool const some = designs != nullptr && designs->type == NodeType::List && !designs->list.empty();
  if (designs != nullptr) designs->read = true;
  if (!some) {
    texts.note(designs == nullptr ? WrittenAt{study.tree.at.origin, 0, 0} : designs->at, "designs",
               "a study needs designs; write designs = [\"designs/one.toml\"]");
    return;
  }
  for (std::size_t i = 0; i < designs->list.size(); ++i) {
    Node const& design = designs->list[i];
    if (names_or_is_a_table(design)) {
      study.designs.push_back(design);
    } else {
      texts.note(design.at, "designs[" + std::to_string(i) + ']', value_text(design) + " is not a file");
    }
  }
}

}  // namespace

void visit(Fields& f, StudySpec& s) {
  f.text("id", s.id, "names the study");
  f.text("title", s.title, "shown to people");
  f.text("note", s.note, "printed at the head of every result");
  f.text("baseline", s.baseline, "id of the design that others are compared with; empty: the first");
  f.table(
      "question",
      [&s](Fields& inner) {
        inner.text("metric", s.metric, "what designs are compared by");
        inner.share("difference", s.difference, "of that metric from which on it matters");
      },
      "what is asked");
  f.count("replications", s.replications, "seeded runs of every design in every case");
  if (s.replications < 1) f.refuse("replications", "nothing would be run; write 1 or more");
  f.count("coverage_replications", s.coverage_replications, "replications in which coverage is computed too");
  f.count("seed", s.seed, "of all draws");
}

StudyText read_study(Texts& texts, Node tree) {
  StudyText study;
  study.tree = std::move(tree);
  if (study.tree.find("world") == nullptr && study.tree.find("designs") == nullptr) {
    texts.note({study.tree.at.origin, 0, 0}, "", "is no study: it names neither a world nor designs");
    return study;
  }
  ReadingFields fields{study.tree, "", texts.problems()};
  visit(fields, study.spec);
  if (Node const* id = study.tree.find("id"); id == nullptr) {
    texts.note({study.tree.at.origin, 0, 0}, "id", "missing; a study is named by its id");
  } else if (id->type == NodeType::Text && !id_problem(id->text).empty()) {
    texts.note(id->at, "id", id_problem(id->text));
  }
  read_world_key(texts, study);
  read_designs_key(texts, study);
  study.cases = read_cases(texts, study.tree, "case");
  study.stress = read_cases(texts, study.tree, "stress");
  if (study.cases.empty()) study.cases.push_back({{"base", "The world as it is", {}}, {}, {}});
  note_shared_ids(texts, study);
  note_unknown_keys(study.tree, "", texts.problems());
  return study;
}

}  // namespace ceaseline
