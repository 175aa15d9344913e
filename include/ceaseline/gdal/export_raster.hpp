#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ceaseline {

/// A raster whose axes are no geographic ones, such as chainage and time.
struct Plane {
  struct Layer {
    std::string title;
    std::vector<double> values;  ///< row by row, each of `columns`
  };
  std::size_t columns{0}, rows{0};
  double first_column{0}, column_width{1};  ///< in the unit of the axis, edges of cells
  double first_row{0}, row_height{1};
  std::string axes;  ///< what they are, for people
  std::vector<Layer> layers;
};

/// Writes a GeoTIFF of one 32-bit band a layer, deflated, replacing what stands at `path`: first under a
/// temporary name beside it. It has a geotransform and no coordinate system; row 0 is at the top. Equal
/// planes give equal bytes, with one version of GDAL. \throws std::runtime_error when a layer has another
/// size than the plane, or the disk or GDAL fails
void export_geotiff(std::string const& path, Plane const& plane);

}  // namespace ceaseline
