#include "ceaseline/gdal/export_raster.hpp"

#include <cpl_string.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <filesystem>
#include <stdexcept>

#include "error_log.hpp"

namespace ceaseline {
namespace {

namespace fs = std::filesystem;
using gdal::ErrorLog;

void write(std::string const& path, Plane const& plane, ErrorLog const& log) {
  GDALRegister_GTiff();
  auto* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  CPLStringList options;
  options.SetNameValue("COMPRESS", "DEFLATE");
  options.SetNameValue("INTERLEAVE", "BAND");
  auto const columns = static_cast<int>(plane.columns);
  auto const rows = static_cast<int>(plane.rows);
  GDALDatasetUniquePtr data{driver->Create(path.c_str(), columns, rows, static_cast<int>(plane.layers.size()),
                                           GDT_Float32, options.List())};
  if (!data) throw std::runtime_error{log.last()};
  double transform[] = {plane.first_column, plane.column_width, 0, plane.first_row, 0, plane.row_height};
  data->SetGeoTransform(transform);
  data->SetMetadataItem("TIFFTAG_IMAGEDESCRIPTION", plane.axes.c_str());
  for (std::size_t i = 0; i < plane.layers.size(); ++i) {
    Plane::Layer const& layer = plane.layers[i];
    if (layer.values.size() != plane.columns * plane.rows)
      throw std::runtime_error{"layer " + layer.title + ": has another size than the plane"};
    GDALRasterBand* const band = data->GetRasterBand(static_cast<int>(i) + 1);
    band->SetDescription(layer.title.c_str());
    std::vector<double> values = layer.values;
    if (band->RasterIO(GF_Write, 0, 0, columns, rows, values.data(), columns, rows, GDT_Float64, 0, 0,
                       nullptr) != CE_None)
      throw std::runtime_error{log.last()};
  }
  data.reset();  // the last writes happen here, and fail only into the log
  if (log.failed()) throw std::runtime_error{log.last()};
}

}  // namespace

void export_geotiff(std::string const& path, Plane const& plane) {
  ErrorLog const log;
  std::string const temporary = path + ".part";
  try {
    write(temporary, plane, log);
    fs::rename(temporary, path);
  } catch (std::exception const& e) {
    std::error_code ignored;
    fs::remove(temporary, ignored);
    throw std::runtime_error{path + ": cannot be written: " + e.what()};
  }
}

}  // namespace ceaseline
