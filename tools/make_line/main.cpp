// make_line WAYPOINTS PLACES LINE: writes the detailed line of a map.
//
// WAYPOINTS is a FeatureCollection of points in the order of chainage; its member "line" holds the
// properties of the line, "detail" the displacement: share, longest segment, seed. Settlements of
// PLACES keep their side. Same input, same bytes.

#include <fmt/core.h>

#include <cmath>
#include <exception>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "ceaseline/geo/frame.hpp"
#include "displacement.hpp"

using ceaseline::LonLat;
using Json = nlohmann::ordered_json;

namespace {

Json read(std::string const& path) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error(path + ": cannot be opened");
  return Json::parse(in);
}

LonLat place_of(Json const& feature) {
  auto const& c = feature.at("geometry").at("coordinates");
  return {c.at(0).get<double>(), c.at(1).get<double>()};
}

/// Two points on opposite sides and the key they make; the ends of the line have "at" instead.
ceaseline::Key key_of(Json const& feature) {
  auto const& p = feature.at("properties");
  if (p.contains("at")) return ceaseline::key_of(p.at("at").get<std::string>());
  return ceaseline::key_of(p.at("a").get<std::string>() + "|" + p.at("b").get<std::string>());
}

double kilometres(std::string const& text) {
  std::size_t end = 0;
  double const value = std::stod(text, &end);
  if (text.substr(end) != " km") throw std::runtime_error("\"" + text + "\" is not a length in km");
  return value;
}

LonLat rounded(LonLat p) { return {std::round(p.lon * 1e5) / 1e5, std::round(p.lat * 1e5) / 1e5}; }

std::string length_text(std::vector<LonLat> const& line) {
  double metres = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    metres += ceaseline::geodesic_length(line[i - 1], line[i]).metres();
  return fmt::format("{:.1f} km", metres / 1000);
}

LonLat middle(std::vector<LonLat> const& line) {
  LonLat low = line.front();
  LonLat high = low;
  for (auto const& p : line) {
    low = {std::min(low.lon, p.lon), std::min(low.lat, p.lat)};
    high = {std::max(high.lon, p.lon), std::max(high.lat, p.lat)};
  }
  return {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
}

std::string geojson(Json const& properties, std::vector<LonLat> const& line) {
  std::string text =
      "{\n\"type\": \"FeatureCollection\",\n\"features\": [\n{\n\"type\": \"Feature\",\n\"properties\": {\n";
  std::string separator;
  for (auto const& [name, value] : properties.items()) {
    text += separator + "  \"" + name + "\": " + value.dump();
    separator = ",\n";
  }
  text += "\n},\n\"geometry\": {\"type\": \"LineString\", \"coordinates\": [\n";
  for (std::size_t i = 0; i < line.size(); ++i)
    text += fmt::format("[{:.5f}, {:.5f}]{}", line[i].lon, line[i].lat,
                        i + 1 == line.size() ? "" : (i % 5 == 4 ? ",\n" : ", "));
  return text + "\n]}\n}\n]\n}\n";
}

void run(std::string const& waypoints_path, std::string const& places_path, std::string const& out_path) {
  auto const input = read(waypoints_path);
  auto const places = read(places_path);
  std::vector<LonLat> coarse;
  for (auto const& f : input.at("features")) coarse.push_back(place_of(f));
  ceaseline::Frame const frame{middle(coarse)};

  std::vector<Waypoint> waypoints;
  for (auto const& f : input.at("features")) waypoints.push_back({key_of(f), frame.to_local(place_of(f))});
  std::vector<ceaseline::Point> landmarks;
  for (auto const& f : places.at("features"))
    if (f.at("properties").at("role") == "settlement") landmarks.push_back(frame.to_local(place_of(f)));

  auto const& how = input.at("detail");
  Detail const detail{how.at("share").get<double>(),
                      ceaseline::Length::kilometres(kilometres(how.at("longest").get<std::string>())),
                      how.at("seed").get<std::uint32_t>()};
  std::vector<LonLat> line;
  for (auto const& p : with_detail(waypoints, landmarks, detail))
    line.push_back(rounded(frame.to_geographic(p)));

  Json properties = input.at("line");
  properties["generator"] =
      fmt::format("tools/make_line: midpoint displacement, {} of the segment's length, segments over {}",
                  detail.share, how.at("longest").get<std::string>());
  properties["seed"] = detail.seed;
  properties["waypoints"] = coarse.size();
  properties["length_of_waypoints"] = length_text(coarse);
  properties["length"] = length_text(line);
  std::ofstream out{out_path, std::ios::binary};
  out << geojson(properties, line);
  if (!out.flush()) throw std::runtime_error(out_path + ": cannot be written");
  fmt::print("{}: {} vertices, {} (waypoints: {}, {})\n", out_path, line.size(), length_text(line),
             coarse.size(), length_text(coarse));
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 4) throw std::runtime_error("usage: make_line WAYPOINTS PLACES LINE");
    run(argv[1], argv[2], argv[3]);
    return 0;
  } catch (std::exception const& e) {
    fmt::print(stderr, "make_line: {}\n", e.what());
    return 1;
  }
}
