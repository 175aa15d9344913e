#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "ceaseline/scenario/read_text.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline::toy {

/// The disk, with just enough of GeoJSON for our own maps, for tests of rooms that do not know GDAL.
class ShippedFiles : public Files {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override { return read_text(path); }
  [[nodiscard]] MapLine line(std::string const& path) const override {
    MapLine line;
    auto const map = nlohmann::json::parse(text(path));
    auto& part = line.parts.emplace_back();
    for (auto const& at : map["features"][0]["geometry"]["coordinates"]) part.push_back({at[0], at[1]});
    return line;
  }
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override {
    std::vector<MapPlace> all;
    auto const map = nlohmann::json::parse(text(path));
    for (auto const& feature : map["features"]) {
      auto const& p = feature["properties"];
      auto const& at = feature["geometry"]["coordinates"];
      all.push_back(
          {p["id"], p["title"], p["role"], p["side"] == "A" ? Side::A : Side::B, {at[0], at[1]}, ""});
    }
    return all;
  }
};

/// The shipped Donbas study, read from the source tree.
inline Study shipped_study(std::vector<std::pair<std::string, std::string>> const& overrides = {}) {
  return load_study(std::string(CEASELINE_SOURCE_DIR) + "/scenarios/donbas-2021/study.toml", ShippedFiles{},
                    builtin_registries(), overrides);
}

}  // namespace ceaseline::toy
