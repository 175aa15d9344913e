#pragma once

#include <memory>
#include <string>
#include <vector>

#include "error_log.hpp"

class GDALDataset;

namespace ceaseline::gdal {

/// A raster of heights, open for reading: one band of real numbers with a georeference, in blocks of bearable
/// size.
struct RasterSource {
  std::unique_ptr<GDALDataset, void (*)(GDALDataset*)> data;
  double metres;  ///< of one unit of its heights
};

/// While it lives, GDAL reads no files beside a raster in this thread that could change what it says. It must
/// live as long as the raster is read: overviews are looked for late.
class NoSideFiles {
 public:
  NoSideFiles();
  ~NoSideFiles();
  NoSideFiles(NoSideFiles const&) = delete;
  NoSideFiles& operator=(NoSideFiles const&) = delete;
};

/// Opens a raster after every check that can be made without reading its cells.
/// \throws InputError when the file is refused
[[nodiscard]] RasterSource open_raster(std::string const& path, ErrorLog const& log,
                                       std::vector<std::string>& notes);

}  // namespace ceaseline::gdal
