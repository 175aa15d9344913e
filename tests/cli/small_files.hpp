#pragma once

#include "cli/program.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {

/// The small study as files on disk, in a folder that the program is started in.
class SmallFiles : public testing::Test {
 protected:
  SmallFiles() {
    for (char const* const name :
         {"study.toml", "world.toml", "plain.toml", "twin.toml", "night.toml", "more.toml"})
      put(folder_ / name, small::MemoryFiles{}.text(name));
    std::string features;
    for (MapPlace const& p : small::MemoryFiles{}.places("")) {
      features += features.empty() ? "" : ",\n";
      features += R"({"type": "Feature", "properties": {"id": ")" + p.id + R"(", "role": "base", "side": ")" +
                  name(p.side) + R"("}, "geometry": {"type": "Point", "coordinates": [)" +
                  std::to_string(p.at.lon) + ", " + std::to_string(p.at.lat) + "]}}";
    }
    put(folder_ / "places.geojson",
        "{\"type\": \"FeatureCollection\", \"features\": [\n" + features + "\n]}\n");
  }
  [[nodiscard]] Outcome ceaseline(std::vector<std::string> const& arguments) const {
    return run(arguments, folder_.path());
  }
  [[nodiscard]] bool exists(std::string const& name) const { return std::filesystem::exists(folder_ / name); }
  void replace(std::string const& file, std::string const& old, std::string const& now) const {
    std::string text = contents(folder_ / file);
    std::size_t const at = text.find(old);
    ASSERT_NE(at, std::string::npos) << old;
    put(folder_ / file, text.replace(at, old.size(), now));
  }

  ScratchFolder const folder_;
};

}  // namespace ceaseline
