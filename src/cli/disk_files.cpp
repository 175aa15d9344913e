#include "disk_files.hpp"

#include <nlohmann/json.hpp>
#include <utility>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/gdal/import.hpp"
#include "ceaseline/gdal/import_raster.hpp"
#include "ceaseline/gdal/read_table.hpp"
#include "ceaseline/scenario/read_text.hpp"
#include "ceaseline/store/manifest.hpp"

namespace ceaseline {
namespace {

using Json = nlohmann::ordered_json;

/// A Shapefile is several files, of which this is one.
bool is_shapefile(std::string const& bytes) {
  return bytes.compare(0, 4, std::string{"\0\0\x27\x0a", 4}) == 0;
}

std::string collection(Json features) {
  return Json{{"type", "FeatureCollection"}, {"features", std::move(features)}}.dump(1) + "\n";
}

Json coordinates(std::vector<LonLat> const& course) {
  Json vertices = Json::array();
  for (LonLat const at : course) vertices.push_back({at.lon, at.lat});
  return vertices;
}

std::string geojson(ImportedLine const& line) {
  Json parts = Json::array();
  for (auto const& part : line.parts) parts.push_back(coordinates(part));
  return collection(Json::array({{{"type", "Feature"},
                                  {"properties",
                                   {{"title", line.title},
                                    {"date", line.date},
                                    {"side_a", line.side_a},
                                    {"side_b", line.side_b},
                                    {"tolerance", line.tolerance},
                                    {"source", line.source}}},
                                  {"geometry", {{"type", "MultiLineString"}, {"coordinates", parts}}}}}));
}

std::string geojson(std::vector<ImportedPlace> const& places) {
  Json features = Json::array();
  for (ImportedPlace const& p : places) {
    Json geometry{{"type", "Point"}, {"coordinates", {p.at.lon, p.at.lat}}};
    if (!p.course.empty()) geometry = {{"type", "LineString"}, {"coordinates", coordinates(p.course)}};
    features.push_back(
        {{"type", "Feature"},
         {"properties",
          {{"id", p.id}, {"title", p.title}, {"role", p.role}, {"side", p.side}, {"source", p.source}}},
         {"geometry", std::move(geometry)}});
  }
  return collection(std::move(features));
}

/// What a map of several files holds, in one.
std::string in_one_text(std::string const& path) {
  try {
    return geojson(import_line(path));
  } catch (InputError const&) {
    return geojson(import_places(path));
  }
}

}  // namespace

std::string DiskFiles::text(std::string const& path) const {
  std::string bytes = read_text(path);
  return is_shapefile(bytes) ? in_one_text(path) : bytes;
}

MapLine DiskFiles::line(std::string const& path) const {
  ImportedLine read = import_line(path);
  return {std::move(read.parts),  std::move(read.title),     std::move(read.date),   std::move(read.side_a),
          std::move(read.side_b), std::move(read.tolerance), std::move(read.source), std::move(read.notes)};
}

std::vector<MapPlace> DiskFiles::places(std::string const& path) const {
  std::vector<MapPlace> places;
  for (ImportedPlace& p : import_places(path)) {
    Side const side = p.side == "B" ? Side::B : Side::A;
    places.push_back({std::move(p.id), std::move(p.title), std::move(p.role), side, p.at, std::move(p.source),
                      std::move(p.course)});
  }
  return places;
}

std::vector<std::vector<std::string>> DiskFiles::table(std::string const& path) const {
  return read_table(path);
}

std::shared_ptr<Terrain const> DiskFiles::terrain(std::string const& path, Frame const& frame,
                                                  Point south_west, Point north_east, Length cell) const {
  return std::make_shared<Terrain const>(import_terrain(path, frame, south_west, north_east, cell).ground);
}

std::string StoredFiles::stored(std::string const& path) const { return result_ + "/" + stored_path(path); }
std::string StoredFiles::text(std::string const& path) const { return disk_.text(stored(path)); }
MapLine StoredFiles::line(std::string const& path) const { return disk_.line(stored(path)); }
std::vector<MapPlace> StoredFiles::places(std::string const& path) const {
  return disk_.places(stored(path));
}

std::vector<std::vector<std::string>> StoredFiles::table(std::string const& path) const {
  return disk_.table(stored(path));
}
std::shared_ptr<Terrain const> StoredFiles::terrain(std::string const& path, Frame const& frame,
                                                    Point south_west, Point north_east, Length cell) const {
  return disk_.terrain(stored(path), frame, south_west, north_east, cell);
}

}  // namespace ceaseline
