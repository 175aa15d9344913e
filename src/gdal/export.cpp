#include "ceaseline/gdal/export.hpp"

#include <cpl_conv.h>
#include <ogrsf_frmts.h>

#include <cmath>
#include <filesystem>
#include <stdexcept>

#include "error_log.hpp"

namespace ceaseline {

namespace {

namespace fs = std::filesystem;
using gdal::ErrorLog;

std::runtime_error failure(std::string const& path, std::string const& why) {
  return std::runtime_error{path + ": cannot be written: " + why};
}

/// While it lives, GDAL stamps every table of this thread with one date: without it, no two files are equal.
class FixedDate {
 public:
  FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", "2021-01-01T00:00:00Z"); }
  ~FixedDate() { CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr); }
  FixedDate(FixedDate const&) = delete;
  FixedDate& operator=(FixedDate const&) = delete;
};

OGRwkbGeometryType geometry_type(Layer::Geometry geometry) {
  if (geometry == Layer::Geometry::None) return wkbNone;
  return geometry == Layer::Geometry::Point ? wkbPoint : wkbLineString;
}

OGRFieldType field_type(Field::Type type) {
  switch (type) {
    case Field::Type::Integer:
      return OFTInteger64;
    case Field::Type::Real:
      return OFTReal;
    case Field::Type::Time:
      return OFTDateTime;
    case Field::Type::Text:
      break;
  }
  return OFTString;
}

OGRLayer& create_layer(GDALDataset& data, Layer const& layer, ErrorLog const& log) {
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  CPLStringList options;
  options.SetNameValue("SPATIAL_INDEX", "NO");
  if (!layer.title.empty()) options.SetNameValue("DESCRIPTION", layer.title.c_str());
  auto* const made =
      data.CreateLayer(layer.name.c_str(), &wgs84, geometry_type(layer.geometry), options.List());
  if (made == nullptr) throw std::runtime_error{"layer " + layer.name + ": " + log.last()};
  for (auto const& field : layer.fields) {
    OGRFieldDefn definition{field.name.c_str(), field_type(field.type)};
    if (made->CreateField(&definition) != OGRERR_NONE)
      throw std::runtime_error{"layer " + layer.name + ", field " + field.name + ": " + log.last()};
  }
  return *made;
}

/// \returns false when the value is not of the field's type
bool set_field(OGRFeature& feature, int index, Field::Type type, FieldValue const& value) {
  if (std::holds_alternative<std::monostate>(value)) return true;
  if (auto const* const whole = std::get_if<std::int64_t>(&value)) {
    feature.SetField(index, static_cast<GIntBig>(*whole));
    return type == Field::Type::Integer;
  }
  if (auto const* const real = std::get_if<double>(&value)) {
    if (std::isfinite(*real)) feature.SetField(index, *real);
    return type == Field::Type::Real;
  }
  auto const& text = std::get<std::string>(value);
  if (type == Field::Type::Text) {
    feature.SetField(index, text.c_str());
    return true;
  }
  OGRField parsed;
  if (type != Field::Type::Time || OGRParseDate(text.c_str(), &parsed, 0) == FALSE) return false;
  feature.SetField(index, &parsed);
  return true;
}

/// \returns false when the number of vertices does not suit the layer
bool set_geometry(OGRFeature& feature, Layer::Geometry type, std::vector<LonLat> const& vertices) {
  if (vertices.empty()) return true;
  if (type == Layer::Geometry::Point && vertices.size() == 1) {
    OGRPoint const point{vertices[0].lon, vertices[0].lat};
    return feature.SetGeometry(&point) == OGRERR_NONE;
  }
  if (type != Layer::Geometry::Line || vertices.size() < 2) return false;
  OGRLineString line;
  for (auto const& v : vertices) line.addPoint(v.lon, v.lat);
  return feature.SetGeometry(&line) == OGRERR_NONE;
}

void write_row(OGRLayer& into, Layer const& layer, std::size_t number, ErrorLog const& log) {
  auto const& row = layer.rows[number];
  auto const name = "layer " + layer.name + ", row " + std::to_string(number + 1);
  OGRFeature feature{into.GetLayerDefn()};
  if (!set_geometry(feature, layer.geometry, row.geometry))
    throw std::runtime_error{name + ": its geometry does not suit the layer"};
  if (row.values.size() != layer.fields.size())
    throw std::runtime_error{name + ": has " + std::to_string(row.values.size()) + " values for " +
                             std::to_string(layer.fields.size()) + " fields"};
  for (std::size_t i = 0; i < row.values.size(); ++i)
    if (!set_field(feature, static_cast<int>(i), layer.fields[i].type, row.values[i]))
      throw std::runtime_error{name + ", field " + layer.fields[i].name + ": the value is of another type"};
  if (into.CreateFeature(&feature) != OGRERR_NONE) throw std::runtime_error{name + ": " + log.last()};
}

void write(std::string const& path, std::vector<Layer> const& layers, ErrorLog const& log) {
  RegisterOGRGeoPackage();
  auto* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  GDALDatasetUniquePtr data{driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr)};
  if (!data) throw std::runtime_error{log.last()};
  if (data->StartTransaction() != OGRERR_NONE) throw std::runtime_error{log.last()};
  for (auto const& layer : layers) {
    auto& into = create_layer(*data, layer, log);
    for (std::size_t i = 0; i < layer.rows.size(); ++i) write_row(into, layer, i, log);
  }
  if (data->CommitTransaction() != OGRERR_NONE) throw std::runtime_error{log.last()};
  data.reset();  // the last writes happen here, and fail only into the log
  if (log.failed()) throw std::runtime_error{log.last()};
}

/// Beside the target, so that the renaming stays on one disk; GDAL insists on the ending.
std::string temporary_name(std::string const& path) {
  auto name = fs::path{path};
  name.replace_extension(".part.gpkg");
  return fs::absolute(name).string();
}

void remove_remains(std::string const& temporary) {
  std::error_code ignored;
  for (auto const* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(temporary + ending, ignored);
}

}  // namespace

void export_gpkg(std::string const& path, std::vector<Layer> const& layers) {
  ErrorLog const log;
  FixedDate const date;
  auto const temporary = temporary_name(path);
  remove_remains(temporary);
  try {
    write(temporary, layers, log);
    fs::rename(temporary, path);
  } catch (std::exception const& e) {
    remove_remains(temporary);
    throw failure(path, e.what());
  }
}

}  // namespace ceaseline
