#pragma once

#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// Files that are not on any disk, and a small study made of them. A test changes what it is about.
class MemoryFiles : public Files {
 public:
  std::map<std::string, std::string> texts{
      {"toy/study.toml", R"(id = "toy"
title = "Toy"
world = "world.toml"
designs = ["designs/one.toml", "designs/two.toml"]
)"},
      {"toy/world.toml", R"([line]
straight = "40 km"
places = "../maps/toy/places.geojson"
[period]
start = "2021-06-01"
length = "10 days"
[[violations.kinds]]
id = "shot"
heard_by_day = "3 km"
heard_by_night = "5 km"
)"},
      {"toy/designs/one.toml", R"(id = "one"
[numbers]
on_books = 40
[siting]
bases = ["north", "south"]
)"},
      {"toy/designs/two.toml", R"(id = "two"
extends = "one.toml"
[numbers]
in_field = 0.3
)"},
      {"maps/toy/places.geojson", "places"},
      {"maps/toy/line.geojson", "line"},
      {"maps/far/line.geojson", "far line"},
  };
  /// The straight line runs east through 37.8 E 48 N; these lie 3.3 km off it.
  std::vector<MapPlace> all_places{{"north", "North", "base", Side::A, {37.8, 48.03}, ""},
                                   {"south", "South", "base", Side::B, {37.8, 47.97}, ""}};

  [[nodiscard]] std::string text(std::string const& path) const override {
    auto const found = texts.find(path);
    if (found == texts.end()) throw InputError{Diagnostic{path, 0, 0, "", "no such file"}};
    return found->second;
  }
  [[nodiscard]] MapLine line(std::string const& path) const override {
    MapLine line;
    double const lon = path == "maps/far/line.geojson" ? 47.6 : 37.6;
    line.parts = {{{lon, 48.0}, {lon + 0.4, 48.0}}};
    return line;
  }
  [[nodiscard]] std::vector<MapPlace> places(std::string const&) const override { return all_places; }

  [[nodiscard]] std::vector<std::vector<std::string>> table(std::string const& path) const override {
    std::vector<std::vector<std::string>> rows;
    std::istringstream lines{text(path)};
    for (std::string line; std::getline(lines, line);) {
      if (line.empty()) continue;
      std::istringstream cells{line};
      auto& row = rows.emplace_back();
      for (std::string cell; std::getline(cells, cell, ',');) row.push_back(cell);
    }
    return rows;
  }
  /// A plain at the height that the text says, m.
  [[nodiscard]] std::shared_ptr<Terrain const> terrain(std::string const& path, Frame const&,
                                                       Point south_west, Point, Length cell) const override {
    return std::make_shared<Terrain const>(south_west, cell, 1, 1, std::vector<float>{std::stof(text(path))});
  }

  /// Replaces the one occurrence of `from` in a text.
  void edit(std::string const& path, std::string const& from, std::string const& to) {
    std::string& text = texts.at(path);
    text.replace(text.find(from), from.size(), to);
  }
};

using Settings = std::vector<std::pair<std::string, std::string>>;

inline Study load(MemoryFiles const& files, Settings const& overrides = {}) {
  return load_study("toy/study.toml", files, builtin_registries(), overrides);
}

/// What loading complains of, one line each; "" when it does not.
inline std::string complaint(MemoryFiles const& files, Settings const& overrides = {}) {
  try {
    auto const study = load(files, overrides);
    return "";
  } catch (InputError const& e) {
    return e.what();
  }
}

}  // namespace ceaseline
