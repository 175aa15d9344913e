#pragma once

#include <string>
#include <vector>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// A contact line as a file gives it, cleaned: every vertex is finite and in range (WGS 84, degrees),
/// no vertex repeats the one before, every part has at least two vertices and 100 m.
struct ImportedLine {
  std::vector<std::vector<LonLat>> parts;  ///< in the order of the file; never empty
  // Properties of the feature of the same names; empty where the file has none.
  std::string date;    ///< "2021-07-01"
  std::string side_a;  ///< name of the side left of the direction of the line
  std::string side_b;
  std::string tolerance;  ///< simplification tolerance, "700 m"
  std::string source;
  std::string title;
  std::vector<std::string> notes;  ///< what was repaired, dropped or looks wrong, one line each
};

/// Reads every line of a GeoJSON, GeoPackage, FlatGeobuf, Shapefile or KML file, transformed to WGS 84.
/// Of a file with several layers, only a layer named "line" if there is one. Opens no network
/// connection and no other file than this one (and the parts of a Shapefile).
/// A line that crosses itself is accepted with a note.
/// \param path name of a regular file, at most 64 MB, 200,000 vertices, 10,000 features
/// \throws InputError when nothing that can serve as a line is left, or the file is not to be trusted
[[nodiscard]] ImportedLine import_line(std::string const& path);

/// A place of a map, such as a base, a crossing point or a camera site.
struct ImportedPlace {
  std::string id;  ///< unique in the file
  std::string title;
  std::string role;  ///< "settlement", "base", ...; the map's own words
  std::string side;  ///< "A", "B" or empty
  std::string source;
  LonLat at;
  std::vector<LonLat> course{};  ///< of a river; `at` is its first point
};

/// Reads places: point features with properties id (required), title, role, side, source; a river (role
/// "river") is a line. Formats and limits as import_line; the layer is named "places".
///
/// \throws InputError listing every feature that is not a place, and every id that is used twice
[[nodiscard]] std::vector<ImportedPlace> import_places(std::string const& path);

}  // namespace ceaseline
