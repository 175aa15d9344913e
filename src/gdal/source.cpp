#include "source.hpp"

#include <ogrsf_frmts.h>

#include <filesystem>
#include <set>

#include "error_log.hpp"
#include "format.hpp"
#include "json_scan.hpp"
#include "limits.hpp"
#include "wgs84.hpp"

namespace ceaseline::gdal {

std::string count_of(std::size_t n, std::string const& noun) {
  return std::to_string(n) + ' ' + noun + (n == 1 ? "" : "s");
}

InputError refusal(std::string const& path, std::string const& what) {
  return InputError{Diagnostic{path, 0, 0, "", what}};
}

std::string text_of(OGRFeature const& feature, char const* property) {
  int const index = feature.GetFieldIndex(property);
  if (index < 0 || !feature.IsFieldSetAndNotNull(index)) return {};
  std::string text = feature.GetFieldAsString(index);
  auto const type = feature.GetFieldDefnRef(index)->GetType();
  if ((type == OFTDate || type == OFTDateTime) && text.size() >= 10) {  // GDAL writes 2021/07/01
    text.resize(10);
    text[4] = text[7] = '-';
  }
  return text;
}

namespace {

GDALDatasetUniquePtr open(std::string const& path, ErrorLog const& log) {
  Format const format = format_of(path);
  if (format.json) scan_json(path);
  format.register_driver();
  OSRSetPROJEnableNetwork(0);
  char const* const drivers[] = {format.driver, nullptr};
  // An absolute name cannot be taken for the prefix of a driver ("GPKG:...").
  auto const absolute = std::filesystem::absolute(path).string();
  GDALDatasetUniquePtr data{GDALDataset::Open(
      absolute.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers)};
  if (!data || log.failed())
    throw refusal(path, std::string{"not readable as "} + format.driver +
                            "; export the map as GeoJSON in EPSG:4326. GDAL says: " + log.last());
  return data;
}

/// Names of the views of a GeoPackage. A view runs the file's own SQL, with functions of GDAL that
/// reach the network: it is never read.
std::set<std::string> views_of(GDALDataset& data) {
  std::set<std::string> names;
  if (std::string{data.GetDriverName()} != "GPKG") return names;
  auto* const rows = data.ExecuteSQL("SELECT name FROM sqlite_master WHERE type = 'view'", nullptr, nullptr);
  if (rows == nullptr) return names;
  for (auto const& row : *rows) names.insert(row->GetFieldAsString(0));
  data.ReleaseResultSet(rows);
  return names;
}

/// The layers to read; says in `notes` which are left out.
std::vector<OGRLayer*> layers_of(GDALDataset& data, std::string const& preferred,
                                 std::vector<std::string>& notes) {
  auto const views = views_of(data);
  std::vector<OGRLayer*> all;
  for (int i = 0; i < data.GetLayerCount(); ++i) {
    auto* const layer = data.GetLayer(i);
    if (views.count(layer->GetName()) > 0)
      notes.push_back("layer " + std::string{layer->GetName()} + " is a view and is not read");
    else
      all.push_back(layer);
  }
  for (auto* const layer : all) {
    if (all.size() == 1 || layer->GetName() != preferred) continue;
    notes.push_back("only layer " + preferred + " of " + std::to_string(all.size()) + " layers is read");
    return {layer};
  }
  if (all.size() > 1) notes.push_back("all " + std::to_string(all.size()) + " layers are read");
  return all;
}

/// Reads one map, counting what its limits limit.
class Reading {
 public:
  Reading(std::string const& path, std::function<void(Incoming const&)> const& take)
      : path_{path}, take_{take} {}

  void layer(OGRLayer& layer, ErrorLog const& log, std::vector<std::string>& notes) {
    ToWgs84 const way{layer, path_, log, notes};
    layer.ResetReading();
    for (auto const& feature : layer) {
      if (++features_ > max_features)
        throw refusal(path_, "more than 10,000 features; keep only those of the map");
      auto shapes = shapes_of(*feature);
      for (auto& shape : shapes) way.apply(shape.vertices, name());
      take_({*feature, features_, std::move(shapes)});
    }
    if (log.failed()) throw refusal(path_, "cannot be read to its end; GDAL says: " + log.last());
    if (heights_ > 0) notes.push_back("heights of " + count_of(heights_, "feature") + " dropped");
    heights_ = 0;
  }

 private:
  std::vector<Shape> shapes_of(OGRFeature const& feature) {
    std::vector<Shape> shapes;
    auto const* const geometry = feature.GetGeometryRef();
    if (geometry == nullptr) return shapes;
    if (geometry->Is3D() || geometry->IsMeasured()) ++heights_;
    if (!flatten(*geometry, shapes))
      throw refusal(path_, name() + ": geometry collections are nested more than 8 deep; take them apart");
    for (auto const& shape : shapes) vertices_ += shape.vertices.size();
    if (vertices_ > max_vertices)
      throw refusal(
          path_,
          "more than 200,000 vertices; simplify the geometry to 10 m and leave out what is not the line");
    return shapes;
  }

  [[nodiscard]] std::string name() const { return "feature " + std::to_string(features_); }

  std::string const& path_;
  std::function<void(Incoming const&)> const& take_;
  std::size_t features_{0};
  std::size_t vertices_{0};
  std::size_t heights_{0};
};

}  // namespace

std::vector<std::string> read_features(std::string const& path, std::string const& preferred,
                                       std::function<void(Incoming const&)> const& take) {
  ErrorLog const log;
  auto const data = open(path, log);
  std::vector<std::string> notes;
  Reading reading{path, take};
  for (auto* const layer : layers_of(*data, preferred, notes)) reading.layer(*layer, log, notes);
  for (auto const& warning : log.warnings()) notes.push_back("GDAL warns: " + warning);
  return notes;
}

}  // namespace ceaseline::gdal
