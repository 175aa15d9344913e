#include "design_text.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include "both_fields.hpp"
#include "near_word.hpp"
#include "reading_fields.hpp"
#include "toml_text.hpp"
#include "writing_fields.hpp"

namespace ceaseline {

namespace {

/// Files that lead from a design to the one being read, to notice a circle.
using Chain = std::vector<std::string>;

bool is_file(Node const* value) {
  if (value == nullptr || value->type != NodeType::Text) return false;
  std::string const ending = ".toml";
  std::string const& name = value->text;
  return name.size() > ending.size() && name.compare(name.size() - ending.size(), ending.size(), ending) == 0;
}

std::optional<Node> merged(Texts& texts, Node own, Chain const& chain);

/// The file that `named` names, with all that it names in turn.
std::optional<Node> merged_file(Texts& texts, Node const& named, std::string const& key, Chain chain) {
  std::string const path = Texts::path_of(named);
  bool const circle = std::find(chain.begin(), chain.end(), path) != chain.end();
  chain.push_back(path);
  if (circle) {
    std::string way;
    for (std::string const& file : chain) way += (way.empty() ? "" : " -> ") + file;
    texts.note(named.at, key, "goes in a circle: " + way);
    return std::nullopt;
  }
  std::optional<Node> tree = texts.tree(named, key);
  return tree ? merged(texts, std::move(*tree), chain) : std::nullopt;
}

/// Lays the file named under `key` over `base`. What names that file, its id and title, stays behind.
bool lay_file(Texts& texts, Node& base, Node const& own, std::string const& key, Chain const& chain) {
  Node const* named = own.find(key);
  if (named == nullptr) return true;
  if (!is_file(named)) {
    texts.note(named->at, key, value_text(*named) + " is not a file; write its name, ending in .toml");
    return false;
  }
  std::optional<Node> file = merged_file(texts, *named, key, chain);
  if (!file) return false;
  Node const* title = file->find("title");
  if (key == "organisation" && title != nullptr) {
    Node name = *title;
    file->erase("organisation");
    file->table.push_back({"organisation", named->at, std::move(name)});
  }
  file->erase("id");
  file->erase("title");
  merge(base, *file);
  return true;
}

std::optional<Node> merged(Texts& texts, Node own, Chain const& chain) {
  Node base;
  base.at = own.at;
  bool sound = lay_file(texts, base, own, "extends", chain);
  bool const profile = is_file(own.find("organisation"));
  if (profile) sound = lay_file(texts, base, own, "organisation", chain) && sound;
  sound = lay_file(texts, base, own, "sensors_from", chain) && sound;
  if (!sound) return std::nullopt;
  own.erase("extends");
  own.erase("sensors_from");
  if (profile) own.erase("organisation");
  merge(base, own);
  return base;
}

std::vector<std::string> world_keys() {
  Node silent;
  std::vector<Diagnostic> none;
  ReadingFields fields{silent, "", none};
  WorldSpec world;
  visit(fields, world);
  std::vector<std::string> keys = silent.known;
  keys.erase(std::remove(keys.begin(), keys.end(), "title"), keys.end());
  keys.insert(keys.end(), {"world", "process"});
  return keys;
}

std::string touches_the_world(std::string const& key) {
  std::vector<std::string> const keys = world_keys();
  if (std::find(keys.begin(), keys.end(), key) == keys.end()) return "";
  return "a design cannot touch the world; set it in the world's file or in a [[case]], alike for every "
         "design";
}

std::vector<std::string> names_of(SensorRegistry const& sensors) {
  std::vector<std::string> names;
  for (auto const& entry : sensors.entries()) names.push_back(entry.name);
  return names;
}

/// \param table  of the sensor: `type`, by default its name, and the fields of that type
void read_sensor(std::string const& name, Node& table, SensorRegistry const& sensors, DesignSpec& design,
                 std::vector<Diagnostic>& problems) {
  ReadingFields reading{table, "sensors." + name + '.', problems};
  SensorSpec sensor;
  sensor.type = name;
  reading.text("type", sensor.type, "kind of sensor");
  auto const* entry = sensors.find(sensor.type);
  if (entry == nullptr) {
    Node const* type = table.find("type");
    problems.push_back(
        wrong(type == nullptr ? table.at : type->at, "sensors." + name + ".type",
              quoted(sensor.type) + " is no kind of sensor" + suggestion(sensor.type, names_of(sensors))));
    for (Member& m : table.table) m.value.read = true;
    return;
  }
  WritingFields writing{"", "", nullptr, Style::Plain};
  BothFields both{reading, writing};
  sensor.sensor = entry->make(both);
  sensor.text = writing.toml();
  design.sensors[name] = sensor;
}

/// A sensor that is used but not described is of the kind of its name, with the defaults.
void add_plain_sensors(DesignSpec& design, SensorRegistry const& sensors) {
  std::vector<std::string> used = design.equipment.patrol_sensors;
  auto const use = [&used](std::vector<std::string> const& more) {
    used.insert(used.end(), more.begin(), more.end());
  };
  use(design.equipment.base_sensors);
  use(design.equipment.listening_sensors);
  use({design.equipment.camera_sensor});
  if (!design.equipment.arrays.empty()) use({design.equipment.array_sensor});
  for (TeamSpec const& team : design.teams) use(team.sensors);
  for (PostSpec const& post : design.posts) use({post.sensor});
  for (AircraftSpec const& aircraft : design.aircraft) use({aircraft.sensor});
  for (SatelliteSpec const& satellite : design.satellites) use({satellite.sensor});
  std::vector<Diagnostic> none;
  for (std::string const& name : used) {
    if (design.sensors.count(name) > 0 || sensors.find(name) == nullptr) continue;
    Node silent;
    read_sensor(name, silent, sensors, design, none);
  }
}

void read_sensors(Node& tree, SensorRegistry const& sensors, DesignSpec& design,
                  std::vector<Diagnostic>& problems) {
  tree.known.emplace_back("sensors");
  Node* all = tree.find("sensors");
  if (all != nullptr) {
    all->read = all->visited = true;
    if (all->type != NodeType::Table)
      problems.push_back(wrong(all->at, "sensors", "write [sensors.NAME] for each"));
    for (Member& m : all->table) {
      m.value.read = true;
      if (m.value.type == NodeType::Table && id_problem(m.key).empty()) {
        read_sensor(m.key, m.value, sensors, design, problems);
      } else {
        problems.push_back(
            wrong(m.key_at, "sensors." + m.key, "write [sensors.NAME], of letters, digits, '-' and '_'"));
      }
    }
  }
  add_plain_sensors(design, sensors);
}

std::string read_id(Node& tree, std::vector<Diagnostic>& problems) {
  std::string id;
  ReadingFields fields{tree, "", problems};
  fields.text("id", id, "names the design");
  Node const* written = tree.find("id");
  if (written == nullptr) {
    problems.push_back(wrong({tree.at.origin, 0, 0}, "id", "missing; a design is named by its id"));
  } else if (written->type == NodeType::Text && !id_problem(id).empty()) {
    problems.push_back(wrong(written->at, "id", id_problem(id)));
  }
  return id;
}

DesignText design_of(Texts& texts, Node tree, SensorRegistry const& sensors) {
  DesignText design{{}, tree, std::move(tree), true};
  design.spec.id = read_id(design.tree, texts.problems());
  ReadingFields fields{design.tree, "", texts.problems()};
  visit(fields, design.spec);
  read_sensors(design.tree, sensors, design.spec, texts.problems());
  design.tree.known.insert(design.tree.known.end(), {"extends", "sensors_from"});
  note_unknown_keys(design.tree, "", texts.problems(), touches_the_world);
  return design;
}

}  // namespace

std::optional<DesignText> read_design(Texts& texts, Node const& named, std::string const& key,
                                      std::vector<Override> const& overrides, SensorRegistry const& sensors) {
  std::size_t const problems_before = texts.problems().size();
  std::optional<Node> own;
  Chain chain;
  if (named.type == NodeType::Table) {
    own = named;
  } else {
    own = texts.tree(named, key);
    chain.push_back(Texts::path_of(named));
  }
  if (!own) return std::nullopt;
  Node const* id = own->find("id");
  std::string const name = id == nullptr ? "" : id->text;
  override_design(*own, name, DesignKeys::NamingFiles, overrides, texts.problems());
  std::optional<Node> tree = merged(texts, std::move(*own), chain);
  if (!tree) return std::nullopt;
  override_design(*tree, name, DesignKeys::Others, overrides, texts.problems());

  DesignText design = design_of(texts, std::move(*tree), sensors);
  design.sound = texts.problems().size() == problems_before;
  return design;
}

DesignText design_in_case(Texts& texts, DesignText const& design, std::vector<Override> const& overrides,
                          SensorRegistry const& sensors) {
  std::size_t const problems_before = texts.problems().size();
  Node tree = design.unread;
  override_design(tree, design.spec.id, DesignKeys::Others, overrides, texts.problems());
  DesignText changed = design_of(texts, std::move(tree), sensors);
  changed.sound = texts.problems().size() == problems_before;
  return changed;
}

}  // namespace ceaseline
