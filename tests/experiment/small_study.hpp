#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline::small {

using Overrides = std::vector<std::pair<std::string, std::string>>;

// A straight line of 40 km for ten days. `twin` has the figures of `plain`; `night` differs from it in its
// hours alone, `more` in numbers and driving, `own-bases` in siting and in teams that only work from there.
inline constexpr char const* study_text = R"(
id = "small"
title = "Small, for tests"
baseline = "plain"
replications = 6
coverage_replications = 2
seed = 7
world = "world.toml"
designs = ["plain.toml", "twin.toml", "night.toml", "more.toml"]
question = { metric = "incidents_detected", difference = 0.02 }

[[case]]
id = "base"
title = "Both sides open"

[[case]]
id = "b-shut"
title = "B shut"
set = { "access_b.state" = "shut" }

[[case]]
id = "busy"
title = "Twice the level"
set = { "violations.level" = 2.0 }
)";

inline constexpr char const* world_text = R"(
segment = "10 km"
line = { straight = "40 km", places = "places.geojson" }
period = { start = "2025-03-01", length = "10 days" }

[violations]
acts_per_day = 40
memory = 0.7

[[violations.hotspots]]
id = "bridge"
centre = "12 km"
width = "2 km"
share_of_acts = 0.5

[[violations.kinds]]
id = "small-arms"
share_of_acts = 0.7
depth = "300 m"
heard_by_day = "3 km"
heard_by_night = "4 km"
seen_by_day = "1 km"
seen_by_night = "2 km"
visitable_share = 0.1

[[violations.kinds]]
id = "explosion"
share_of_acts = 0.3
depth = "1 km"
heard_by_day = "5 km"
heard_by_night = "7 km"
seen_by_day = "3 km"
seen_by_night = "4 km"
visitable_share = 0.5
)";

/// What the designs have alike.
inline constexpr char const* design_text = R"(
siting = { bases = ["north", "south"] }
numbers = { on_books = 40 }
costs = { monitor_year = "100 k EUR", base_year = "500 k EUR" }
sensors = { ear = { type = "ear" }, eye = { type = "eye" } }
)";

class MemoryFiles : public Files {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override {
    std::string const common = design_text;
    if (path == "study.toml") return study_text;
    if (path == "world.toml") return world_text;
    if (path == "places.geojson") return "{}";
    if (path == "plain.toml") return "id = \"plain\"\ntitle = \"Plain\"\n" + common;
    if (path == "twin.toml") return "id = \"twin\"\ntitle = \"The same under another name\"\n" + common;
    if (path == "night.toml")
      return "id = \"night\"\ntitle = \"By night\"\nhours = { night_share = 0.5 }\n" + common;
    if (path == "more.toml")
      return "id = \"more\"\ntitle = \"More and faster\"\nextends = \"plain.toml\"\n"
             "numbers = { on_books = 80 }\ndriving = { speed = \"60 km/h\" }\n";
    if (path == "own-bases.toml")
      return "id = \"own-bases\"\nextends = \"plain.toml\"\nsiting = { bases = [\"east\"] }\n"
             "[[teams]]\nid = \"team-1\"\nbase = \"east\"\n";
    if (path == "nobody.toml") return "id = \"nobody\"\nnumbers = { on_books = 0 }\n";
    throw InputError{Diagnostic{path, 0, 0, "", "no such file"}};
  }
  [[nodiscard]] MapLine line(std::string const& path) const override {
    throw InputError{Diagnostic{path, 0, 0, "", "no such file"}};
  }
  [[nodiscard]] std::vector<MapPlace> places(std::string const&) const override {
    return {{"north", "North", "base", Side::A, {37.7, 48.05}, ""},
            {"south", "South", "base", Side::B, {37.9, 47.95}, ""},
            {"east", "East", "base", Side::A, {38.0, 48.05}, ""}};
  }
};

[[nodiscard]] inline Study study(Overrides const& overrides = {}) {
  return load_study("study.toml", MemoryFiles{}, builtin_registries(), overrides);
}

}  // namespace ceaseline::small
