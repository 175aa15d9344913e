#include "wgs84.hpp"

#include <ogrsf_frmts.h>

#include <cmath>
#include <sstream>

#include "source.hpp"

namespace ceaseline::gdal {

namespace {

std::string at(std::string const& name, std::size_t vertex) {
  return name + ", vertex " + std::to_string(vertex + 1) + ": ";
}

/// What is wrong with the coordinates, or an empty text.
std::string fault(LonLat p) {
  std::ostringstream text;
  text.precision(9);
  if (std::abs(p.lat) > 90 && std::abs(p.lat) <= 180 && std::abs(p.lon) <= 90)
    text << "latitude " << p.lat << " is not between -90 and 90; axes swapped? GeoJSON wants longitude first";
  else if (std::abs(p.lat) > 90)
    text << "latitude " << p.lat
         << " is not between -90 and 90; if these are not degrees, export the map in EPSG:4326";
  else if (std::abs(p.lon) > 180)
    text << "longitude " << p.lon
         << " is not between -180 and 180; if these are not degrees, export the map in EPSG:4326";
  return text.str();
}

}  // namespace

ToWgs84::ToWgs84(OGRLayer& layer, std::string const& path, ErrorLog const& log,
                 std::vector<std::string>& notes)
    : path_{path} {
  OGRSpatialReference wgs84;
  wgs84.importFromEPSG(4326);
  wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  if (log.failed())
    throw refusal(path, "no coordinate systems are known; install proj-data. GDAL says: " + log.last());
  auto const* const given = layer.GetSpatialRef();
  if (given == nullptr) {
    notes.push_back("layer " + std::string{layer.GetName()} + " has no coordinate system; read as WGS 84");
    return;
  }
  OGRSpatialReference from{*given};
  from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  // EPSG:4979, which GeoJSON with heights comes in, is WGS 84 once the height is dropped.
  if (from.IsGeographic()) from.DemoteTo2D(nullptr);
  char const* const leniently[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                   "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
  if (from.IsSame(&wgs84, leniently) != 0) return;
  way_.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
  if (!way_)
    throw refusal(path, "its coordinate system cannot be turned into WGS 84; GDAL says: " + log.last());
  notes.push_back("transformed from " + std::string{from.GetName()} + " to WGS 84");
}

ToWgs84::~ToWgs84() = default;

void ToWgs84::apply(std::vector<LonLat>& vertices, std::string const& name) const {
  for (std::size_t i = 0; i < vertices.size(); ++i)
    if (!std::isfinite(vertices[i].lon) || !std::isfinite(vertices[i].lat))
      throw refusal(path_, at(name, i) + "a coordinate is not a finite number; repair the geometry");
  if (way_) transform(vertices, name);
  for (std::size_t i = 0; i < vertices.size(); ++i)
    if (auto const wrong = fault(vertices[i]); !wrong.empty()) throw refusal(path_, at(name, i) + wrong);
}

void ToWgs84::transform(std::vector<LonLat>& vertices, std::string const& name) const {
  std::vector<double> x;
  std::vector<double> y;
  for (auto const& v : vertices) {
    x.push_back(v.lon);
    y.push_back(v.lat);
  }
  std::vector<int> done(vertices.size(), 0);
  way_->Transform(static_cast<int>(vertices.size()), x.data(), y.data(), nullptr, nullptr, done.data());
  for (std::size_t i = 0; i < vertices.size(); ++i) {
    if (done[i] == 0 || !std::isfinite(x[i]) || !std::isfinite(y[i]))
      throw refusal(path_,
                    at(name, i) + "lies outside its own coordinate system; repair the geometry or its crs");
    vertices[i] = {x[i], y[i]};
  }
}

}  // namespace ceaseline::gdal
