#include "format.hpp"

#include <ogrsf_frmts.h>

#include <algorithm>
#include <string_view>

#include "limits.hpp"
#include "regular_file.hpp"
#include "source.hpp"

namespace ceaseline::gdal {

Format format_of(std::string const& path) {
  using namespace std::string_view_literals;
  auto const bytes =
      first_bytes(path, {"map", max_bytes, "larger than 64 MB; keep only the line and simplify it"});
  std::string_view start = bytes;
  auto const begins = [&](std::string_view mark) { return start.compare(0, mark.size(), mark) == 0; };
  if (begins("SQLite format 3\0"sv)) return {"GPKG", &RegisterOGRGeoPackage, false};
  if (begins("fgb")) return {"FlatGeobuf", &RegisterOGRFlatGeobuf, false};
  if (begins("\0\0\x27\x0a"sv)) return {"ESRI Shapefile", &RegisterOGRShape, false};
  if (begins("\xef\xbb\xbf")) start.remove_prefix(3);
  start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
  if (begins("{")) return {"GeoJSON", &RegisterOGRGeoJSON, true};
  if (begins("<") && start.find("<kml") != std::string_view::npos) return {"KML", &RegisterOGRKML, false};
  throw refusal(path,
                "not GeoJSON, GeoPackage, FlatGeobuf, Shapefile (.shp) or KML by its first bytes; "
                "export the map as GeoJSON, UTF-8, in EPSG:4326");
}

}  // namespace ceaseline::gdal
