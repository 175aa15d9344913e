#pragma once

#include <string>
#include <vector>

#include "ceaseline/store/map_table.hpp"

namespace ceaseline {

/// Writes plain tables as a GeoPackage. \throws std::runtime_error when the disk or GDAL fails
void write_gpkg(std::string const& path, std::vector<MapTable> tables);

}  // namespace ceaseline
