#include "format.hpp"

#include <ogrsf_frmts.h>

#include <filesystem>
#include <fstream>
#include <string_view>

#include "limits.hpp"
#include "source.hpp"

namespace ceaseline::gdal {

namespace {

/// GDAL reads a JSON text, a URL or a virtual file where others expect a name.
void check_name(std::string const& path) {
  if (path.empty()) throw refusal(path, "the file name is empty; give the name of a map file");
  if (path.find('\0') != std::string::npos || path.front() == '{' || path.find("://") != std::string::npos ||
      path.compare(0, 4, "/vsi") == 0)
    throw refusal(path.substr(0, 60), "not a file name; save the map as a file and give its name");
}

void check_file(std::string const& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  auto const status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw refusal(path, "there is no such file");
  if (error) throw refusal(path, "cannot be read: " + error.message());
  if (!fs::is_regular_file(status)) throw refusal(path, "not a regular file; give the name of a map file");
  auto const size = fs::file_size(path, error);
  if (error) throw refusal(path, "cannot be read: " + error.message());
  if (size == 0) throw refusal(path, "the file is empty");
  if (size > max_bytes) throw refusal(path, "larger than 64 MB; keep only the line and simplify it");
}

std::string first_bytes(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  if (!in) throw refusal(path, "cannot be opened; check its permissions");
  std::string bytes(4096, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace

Format format_of(std::string const& path) {
  using namespace std::string_view_literals;
  check_name(path);
  check_file(path);
  auto const bytes = first_bytes(path);
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
