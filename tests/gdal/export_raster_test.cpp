#include "ceaseline/gdal/export_raster.hpp"

#include <gdal_priv.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ceaseline {
namespace {

Plane plane() {
  Plane p;
  p.columns = 3;
  p.rows = 2;
  p.column_width = 5;
  p.axes = "chainage, km; hour";
  p.layers = {{"one seen", {0, 0.25, 0.5, 0.75, 1, 0.125}}, {"one heard", {1, 1, 1, 0, 0, 0}}};
  return p;
}

std::string bytes(std::string const& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

TEST(ExportRaster, GdalReadsBackWhatWasWritten) {
  auto const path = (std::filesystem::temp_directory_path() / "ceaseline_export_raster.tif").string();
  export_geotiff(path, plane());
  GDALAllRegister();
  GDALDatasetUniquePtr const data{GDALDataset::Open(path.c_str())};
  ASSERT_TRUE(data);
  EXPECT_EQ(data->GetRasterCount(), 2);
  double transform[6];
  ASSERT_EQ(data->GetGeoTransform(transform), CE_None);
  EXPECT_EQ(transform[1], 5);
  EXPECT_EQ(transform[5], 1);
  EXPECT_STREQ(data->GetRasterBand(2)->GetDescription(), "one heard");
  double read[6];
  ASSERT_EQ(data->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, 3, 2, read, 3, 2, GDT_Float64, 0, 0, nullptr),
            CE_None);
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(read[i], plane().layers[0].values[i]) << i;
  std::string const first = bytes(path);
  export_geotiff(path, plane());
  EXPECT_EQ(bytes(path), first);
  std::filesystem::remove(path);
}

TEST(ExportRaster, ALayerOfAnotherSizeIsRefused) {
  Plane p = plane();
  p.layers[1].values.pop_back();
  EXPECT_THROW(export_geotiff("/tmp/ceaseline_export_raster_bad.tif", p), std::runtime_error);
}

}  // namespace
}  // namespace ceaseline
