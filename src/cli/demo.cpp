#include <nlohmann/json.hpp>

#include "ceaseline/base/input_error.hpp"
#include "comparing.hpp"
#include "demo_study.hpp"

namespace ceaseline {
namespace {

/// The demo's files, which are parts of the program.
class DemoFiles : public Files {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override {
    if (path == demo_study_file) return demo_study;
    if (path == demo_places_file) return places_text();
    throw no_such(path);
  }
  [[nodiscard]] MapLine line(std::string const& path) const override { throw no_such(path); }
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override {
    if (path != demo_places_file) throw no_such(path);
    return demo_places();
  }

 private:
  static InputError no_such(std::string const& path) {
    return InputError{Diagnostic{path, 0, 0, "", "the demo has no such file"}};
  }
  /// GeoJSON, so that a result of the demo can be verified like any other.
  static std::string places_text() {
    auto features = nlohmann::ordered_json::array();
    for (MapPlace const& p : demo_places())
      features.push_back(
          {{"type", "Feature"},
           {"properties", {{"id", p.id}, {"title", p.title}, {"role", p.role}, {"side", name(p.side)}}},
           {"geometry", {{"type", "Point"}, {"coordinates", {p.at.lon, p.at.lat}}}}});
    return nlohmann::ordered_json{{"type", "FeatureCollection"}, {"features", features}}.dump(1) + "\n";
  }
};

}  // namespace

ExitCode demo_command(Registries const& registries, Options const& options) {
  Options demo = options;
  demo.target = demo_study_file;
  return compare_study(load_target(registries, demo, DemoFiles{}), registries, demo);
}

}  // namespace ceaseline
