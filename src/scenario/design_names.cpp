#include <algorithm>

#include "design_text.hpp"
#include "near_word.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

/// What may be named, and what to say of a name that is not among it.
struct Names {
  std::vector<std::string> words;
  std::string missing;  ///< "is no place of the map"

  [[nodiscard]] bool have(std::string const& word) const {
    return std::find(words.begin(), words.end(), word) != words.end();
  }
};

class NameCheck {
 public:
  NameCheck(DesignText& design, Texts& texts) : design_{design}, texts_{texts} {}

  void one(std::string const& name, Names const& among, std::string const& key) {
    if (!among.have(name)) note(key, quoted(name) + ' ' + among.missing + suggestion(name, among.words));
  }
  void each(std::vector<std::string> const& names, Names const& among, std::string const& key) {
    for (std::size_t i = 0; i < names.size(); ++i) one(names[i], among, key + '[' + std::to_string(i) + ']');
  }
  /// At the value under `key`, or when that is a default, at the file.
  void note(std::string const& key, std::string const& what) {
    design_.sound = false;
    texts_.note(InputError{Diagnostic{"", 0, 0, key, what}}, design_.tree);
  }

 private:
  DesignText& design_;
  Texts& texts_;
};

void check_team(NameCheck& check, TeamSpec const& team, Names const& bases, std::string const& key) {
  if (!team.base.empty()) {
    check.one(team.base, bases, key + ".base");
  } else if (!team.always_out) {
    check.note(key, "has no base; name one of siting.bases, or let it be always_out");
  }
}

}  // namespace

void check_names(DesignText& design, std::vector<MapPlace> const& places, Registries const& registries,
                 Texts& texts) {
  DesignSpec const& d = design.spec;
  NameCheck check{design, texts};
  Names on_map{{}, "is no place of the map"};
  for (MapPlace const& place : places)
    if (place.course.empty()) on_map.words.push_back(place.id);
  Names sensors{{}, "is no sensor of this design"};
  for (auto const& [name, sensor] : d.sensors) sensors.words.push_back(name);
  Names known_policies{{}, "is no patrol policy"};
  for (auto const& entry : registries.policies.entries()) known_policies.words.push_back(entry.name);
  Names dispatches{{}, "is no dispatch policy"};
  for (auto const& entry : registries.dispatches.entries()) dispatches.words.push_back(entry.name);
  Names const bases{d.siting.bases, "is no base of siting.bases"};

  check.each(d.siting.bases, on_map, "siting.bases");
  check.each(d.equipment.cameras, on_map, "equipment.cameras");
  check.each(d.equipment.listening, on_map, "equipment.listening");
  check.each(d.equipment.patrol_sensors, sensors, "equipment.patrol_sensors");
  check.each(d.equipment.base_sensors, sensors, "equipment.base_sensors");
  check.each(d.equipment.listening_sensors, sensors, "equipment.listening_sensors");
  if (!d.equipment.cameras.empty()) check.one(d.equipment.camera_sensor, sensors, "equipment.camera_sensor");
  check.each(d.equipment.arrays, on_map, "equipment.arrays");
  if (!d.equipment.arrays.empty()) check.one(d.equipment.array_sensor, sensors, "equipment.array_sensor");
  check.one(d.rules.dispatch, dispatches, "rules.dispatch");
  check.one(d.driving.policy, known_policies, "driving.policy");
  for (std::size_t i = 0; i < d.teams.size(); ++i) {
    std::string const key = "teams[" + std::to_string(i) + ']';
    check_team(check, d.teams[i], bases, key);
    check.each(d.teams[i].sensors, sensors, key + ".sensors");
    if (!d.teams[i].policy.empty()) check.one(d.teams[i].policy, known_policies, key + ".policy");
  }
  for (std::size_t i = 0; i < d.posts.size(); ++i) {
    std::string const key = "posts[" + std::to_string(i) + ']';
    check.one(d.posts[i].sensor, sensors, key + ".sensor");
    if (!d.posts[i].place.empty()) check.one(d.posts[i].place, on_map, key + ".place");
  }
  for (std::size_t i = 0; i < d.aircraft.size(); ++i) {
    std::string const key = "aircraft[" + std::to_string(i) + ']';
    check.one(d.aircraft[i].sensor, sensors, key + ".sensor");
    check.each(d.aircraft[i].sites, on_map, key + ".sites");
  }
  for (std::size_t i = 0; i < d.satellites.size(); ++i) {
    check.one(d.satellites[i].sensor, sensors, "satellites[" + std::to_string(i) + "].sensor");
  }
}

}  // namespace ceaseline
