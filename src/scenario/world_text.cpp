#include "world_text.hpp"

#include <algorithm>
#include <utility>

#include "incident_log.hpp"
#include "near_word.hpp"
#include "reading_fields.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

/// The value that names a map, where it was written; nullptr when the file is silent.
Node const* named_in_line(Node const& world, char const* key) { return named_in(world, "line", key); }

void relate_to_study(Texts const& texts, Node const* named, std::string& file) {
  if (named != nullptr && !file.empty()) file = texts.relative(Texts::path_of(*named));
}

void check_line(Texts& texts, WorldText const& world) {
  bool const drawn = !world.spec.line.file.empty();
  bool const straight = world.spec.line.straight > Length{};
  if (drawn != straight) return;
  Node const* line = world.tree.find("line");
  texts.note(line == nullptr ? WrittenAt{world.tree.at.origin, 0, 0} : line->at, "line",
             drawn ? "name a map or a straight length, not both"
                   : "there is no line; name its map, file = \"line.geojson\"");
}

/// The fields of the process, if it has any, stand in a table of their own.
void read_process(Texts& texts, WorldText& world, ProcessRegistry const& processes) {
  world.tree.known.emplace_back("process");
  Node silent;
  Node* table = world.tree.find("process");
  if (table != nullptr) table->read = true;
  auto const* entry = processes.find(world.spec.violations.process);
  if (entry == nullptr) {
    std::vector<std::string> names;
    for (auto const& e : processes.entries()) names.push_back(e.name);
    std::string const& name = world.spec.violations.process;
    texts.note(InputError{Diagnostic{"", 0, 0, "violations.process",
                                     quoted(name) + " is no violation process" + suggestion(name, names)}},
               world.tree);
    return;
  }
  ReadingFields fields{table == nullptr ? silent : *table, "process.", texts.problems()};
  world.process = entry->make(fields);
}

void check_kind(Texts& texts, WorldText& world, std::string const& id, std::string const& key) {
  std::vector<std::string> ids;
  for (ViolationKind const& kind : world.spec.violations.kinds) ids.push_back(kind.id);
  if (std::find(ids.begin(), ids.end(), id) != ids.end()) return;
  std::string const what = quoted(id) + " is no kind of this world" + suggestion(id, ids);
  texts.note(InputError{Diagnostic{"", 0, 0, key, what}}, world.tree);
}

void check_kinds(Texts& texts, WorldText& world) {
  if (world.spec.violations.kinds.empty()) {
    texts.note(InputError{Diagnostic{"", 0, 0, "violations.kinds", "a world needs a [[violations.kinds]]"}},
               world.tree);
    return;
  }
  if (!world.spec.reference_kind.empty())
    check_kind(texts, world, world.spec.reference_kind, "reference_kind");
  for (std::size_t i = 0; i < world.spec.violations.incidents.size(); ++i) {
    check_kind(texts, world, world.spec.violations.incidents[i].kind,
               "violations.incidents[" + std::to_string(i) + "].kind");
  }
}

LonLat middle(std::vector<std::vector<LonLat>> const& parts) {
  LonLat low = parts.front().front();
  LonLat high = low;
  for (auto const& part : parts) {
    for (LonLat const at : part) {
      low = {std::min(low.lon, at.lon), std::min(low.lat, at.lat)};
      high = {std::max(high.lon, at.lon), std::max(high.lat, at.lat)};
    }
  }
  return {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
}

}  // namespace

WorldText read_world(Texts& texts, Node tree, ProcessRegistry const& processes) {
  std::size_t const problems_before = texts.problems().size();
  WorldText world{{}, nullptr, std::move(tree), true};
  ReadingFields fields{world.tree, "", texts.problems()};
  visit(fields, world.spec);
  read_process(texts, world, processes);
  note_unknown_keys(world.tree, "", texts.problems());
  check_line(texts, world);
  check_kinds(texts, world);
  relate_to_study(texts, named_in_line(world.tree, "file"), world.spec.line.file);
  relate_to_study(texts, named_in_line(world.tree, "places"), world.spec.line.places);
  relate_to_study(texts, named_in(world.tree, "violations", "log"), world.spec.violations.log);
  relate_to_study(texts, named_in(world.tree, "terrain", "file"), world.spec.terrain.file);
  world.sound = texts.problems().size() == problems_before;
  return world;
}

std::optional<Maps> read_maps(Texts& texts, WorldText const& world) {
  std::size_t const problems_before = texts.problems().size();
  Maps maps;
  if (!world.spec.line.places.empty()) {
    Node const& named = *named_in_line(world.tree, "places");
    if (texts.keep_map(named, "line.places")) maps.places = texts.places(named, "line.places");
  }
  if (world.spec.line.file.empty()) {
    Frame const frame{LonLat{world.spec.line.centre_lon, world.spec.line.centre_lat}};
    maps.line = Line::straight(world.spec.line.straight, frame);
  } else {
    Node const& named = *named_in_line(world.tree, "file");
    std::optional<MapLine> read;
    if (texts.keep_map(named, "line.file")) read = texts.line(named, "line.file");
    if (read && (read->parts.empty() || read->parts.front().empty())) {
      texts.note(named.at, "line.file", "the map holds no line");
    } else if (read) {
      maps.map = std::move(*read);
      try {
        maps.line = Line::from_parts(maps.map.parts, Frame{middle(maps.map.parts)});
      } catch (InputError const& e) {
        texts.note(named.at, "line.file", e.diagnostics().front().what);
      }
    }
  }
  if (texts.problems().size() != problems_before) return std::nullopt;
  return maps;
}

Node const* named_in(Node const& world, char const* table, char const* key) {
  Node const* in = world.find(table);
  return in == nullptr ? nullptr : in->find(key);
}

std::shared_ptr<World const> make_world(Texts& texts, WorldText const& world, Line const& line,
                                        std::shared_ptr<Terrain const> ground, World const* like) {
  std::size_t const problems_before = texts.problems().size();
  WorldSpec spec = world.spec;
  add_logged(texts, world, line, spec.violations.incidents);
  if (texts.problems().size() != problems_before) return nullptr;
  try {
    if (like != nullptr) return like->changed(std::move(spec), std::move(ground));
    return std::make_shared<World const>(std::move(spec), line, std::move(ground));
  } catch (InputError const& e) {
    texts.note(e, world.tree, "world.");
    return nullptr;
  }
}

}  // namespace ceaseline
