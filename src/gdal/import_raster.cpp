#include "ceaseline/gdal/import_raster.hpp"

#include <cpl_conv.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <utility>

#include "raster_source.hpp"
#include "source.hpp"

namespace ceaseline {

namespace {

using namespace gdal;

constexpr double max_source_cells = 4e8;  // 10 to 20 s of resampling
constexpr double lowest_m = -500;         // the shore of the Dead Sea lies at -430 m
constexpr double highest_m = 9000;
constexpr double least_share_with_data = 0.1;

OGRSpatialReference reference_of(Frame const& frame) {
  char text[160];
  std::snprintf(text, sizeof text, "+proj=laea +lat_0=%.12f +lon_0=%.12f +datum=WGS84 +units=m +no_defs",
                frame.centre().lat, frame.centre().lon);
  OGRSpatialReference reference;
  reference.importFromProj4(text);
  reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return reference;
}

/// The columns and rows of a raster that a box lies in, not cut at its edges.
struct Window {
  double west{1e300};
  double east{-1e300};
  double north{1e300};
  double south{-1e300};
  void reach(double column, double row) {
    west = std::min(west, column);
    east = std::max(east, column);
    north = std::min(north, row);
    south = std::max(south, row);
  }
};

/// Takes a lattice of 21 by 21 points of the box to the raster.
Window window_of(GDALDataset& data, TerrainGrid const& grid, OGRSpatialReference const& local) {
  ErrorLog const quiet;  // points that have no place in the raster's coordinate system are left out
  double ground[6];
  double back[6];
  Window window;
  std::unique_ptr<OGRCoordinateTransformation> const way{
      OGRCreateCoordinateTransformation(&local, data.GetSpatialRef())};
  if (!way || data.GetGeoTransform(ground) != CE_None || GDALInvGeoTransform(ground, back) == 0)
    return window;
  constexpr int steps = 20;
  for (int i = 0; i <= steps; ++i) {
    for (int j = 0; j <= steps; ++j) {
      double x = grid.origin.x + grid.cell * static_cast<double>(grid.columns - 1) * i / steps;
      double y = grid.origin.y + grid.cell * static_cast<double>(grid.rows - 1) * j / steps;
      if (way->Transform(1, &x, &y) == 0 || !std::isfinite(x) || !std::isfinite(y)) continue;
      window.reach(back[0] + back[1] * x + back[2] * y, back[3] + back[4] * x + back[5] * y);
    }
  }
  return window;
}

void check_window(GDALDataset& data, Window const& window, std::string const& path) {
  double const width =
      std::min<double>(window.east, data.GetRasterXSize()) - std::max<double>(window.west, 0);
  double const height =
      std::min<double>(window.south, data.GetRasterYSize()) - std::max<double>(window.north, 0);
  if (!(width >= 0) || !(height >= 0))
    throw refusal(path, "does not overlap the ground asked for; take a raster of the area of the line");
  if (width * height > max_source_cells)
    throw refusal(
        path, "holds more than 400 million cells in the area of the line; make it coarser (gdalwarp -tr)");
}

/// The raster resampled at the points of the grid, from the north-west, NaN where it has no data.
std::vector<float> resampled(GDALDataset& data, TerrainGrid const& grid, OGRSpatialReference const& local,
                             std::string const& path, ErrorLog const& log) {
  GDALRegister_MEM();
  auto const number = [](double value) {
    char text[40];
    std::snprintf(text, sizeof text, "%.6f", value);
    return std::string{text};
  };
  char* wkt = nullptr;
  local.exportToWkt(&wkt);
  std::string const reference = wkt == nullptr ? "" : wkt;
  CPLFree(wkt);
  // Points of the grid are the middles of the cells that GDAL makes.
  double const west = grid.origin.x - grid.cell / 2;
  double const south = grid.origin.y - grid.cell / 2;
  CPLStringList arguments;
  for (auto const& argument :
       {std::string{"-of"}, std::string{"MEM"}, std::string{"-ot"}, std::string{"Float32"}, std::string{"-r"},
        std::string{"bilinear"}, std::string{"-dstnodata"}, std::string{"nan"}, std::string{"-t_srs"},
        reference, std::string{"-te"}, number(west), number(south),
        number(west + grid.cell * static_cast<double>(grid.columns)),
        number(south + grid.cell * static_cast<double>(grid.rows)), std::string{"-ts"},
        std::to_string(grid.columns), std::to_string(grid.rows)})
    arguments.AddString(argument.c_str());
  int declared = 0;
  data.GetRasterBand(1)->GetNoDataValue(&declared);
  if (declared == 0 && data.GetRasterBand(1)->GetRasterDataType() == GDT_Int16) {
    arguments.AddString("-srcnodata");
    arguments.AddString("-32768");
  }
  std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> const options{
      GDALWarpAppOptionsNew(arguments.List(), nullptr), &GDALWarpAppOptionsFree};
  GDALDatasetH from = GDALDataset::ToHandle(&data);
  GDALDatasetUniquePtr const made{
      GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &from, options.get(), nullptr))};
  // Not log.failed(): PROJ also complains of corners of the raster, far from the window, that have no place
  // in the frame.
  if (!made) throw refusal(path, "cannot be read; is it damaged? GDAL says: " + log.last());
  std::vector<float> heights(grid.columns * grid.rows);
  int const columns = static_cast<int>(grid.columns);
  int const rows = static_cast<int>(grid.rows);
  if (made->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, heights.data(), columns, rows,
                                       GDT_Float32, 0, 0, nullptr) != CE_None)
    throw refusal(path, "cannot be read; GDAL says: " + log.last());
  return heights;
}

/// Turns values into metres and holds them against what ground there is on Earth.
void scale(std::vector<float>& heights, GDALRasterBand& band, double metres, std::string const& path) {
  double const factor = band.GetScale() * metres;
  double const offset = band.GetOffset() * metres;
  for (float& h : heights) {
    if (std::isnan(h)) continue;
    double const height = factor * double{h} + offset;
    if (!(height >= lowest_m && height <= highest_m)) {
      char text[40];
      std::snprintf(text, sizeof text, "%.6g", height);
      throw refusal(path,
                    std::string{"holds a height of "} + text +
                        " m, which is none of ground; declare the value for no data (gdal_edit -a_nodata), "
                        "and set the sea to 0");
    }
    h = static_cast<float>(height);
  }
}

/// Spreads heights into cells without, ring by ring. \returns how many there were
std::size_t fill(std::vector<float>& heights, std::size_t columns) {
  std::vector<std::size_t> front;
  for (std::size_t i = 0; i < heights.size(); ++i)
    if (!std::isnan(heights[i])) front.push_back(i);
  std::size_t const missing = heights.size() - front.size();
  for (std::vector<std::size_t> next; !front.empty(); front = std::exchange(next, {})) {
    auto const take = [&](std::size_t to, std::size_t from) {
      if (!std::isnan(heights[to])) return;
      heights[to] = heights[from];
      next.push_back(to);
    };
    for (std::size_t const i : front) {
      if (i % columns > 0) take(i - 1, i);
      if (i % columns + 1 < columns) take(i + 1, i);
      if (i >= columns) take(i - columns, i);
      if (i + columns < heights.size()) take(i + columns, i);
    }
  }
  return missing;
}

}  // namespace

ImportedTerrain import_terrain(std::string const& path, Frame const& frame, Point south_west,
                               Point north_east, Length cell) {
  TerrainGrid const grid = terrain_grid(south_west, north_east, cell);
  ErrorLog const log;
  NoSideFiles const alone;
  std::vector<std::string> notes;
  RasterSource const source = open_raster(path, log, notes);
  OGRSpatialReference const local = reference_of(frame);
  check_window(*source.data, window_of(*source.data, grid, local), path);
  std::vector<float> heights = resampled(*source.data, grid, local, path, log);
  scale(heights, *source.data->GetRasterBand(1), source.metres, path);
  std::size_t const missing = fill(heights, grid.columns);
  double const with_data = 1 - static_cast<double>(missing) / static_cast<double>(heights.size());
  if (with_data < least_share_with_data)
    throw refusal(
        path, "has no data in more than 9 of 10 cells of the ground asked for; take a raster of the area");
  if (missing > 0)
    notes.push_back("no data in " + std::to_string(missing) + " of " + count_of(heights.size(), "cell") +
                    ": filled with the nearest height");
  for (std::size_t row = 0; row < grid.rows / 2; ++row)  // GDAL's rows go south
    std::swap_ranges(heights.begin() + static_cast<std::ptrdiff_t>(row * grid.columns),
                     heights.begin() + static_cast<std::ptrdiff_t>((row + 1) * grid.columns),
                     heights.begin() + static_cast<std::ptrdiff_t>((grid.rows - 1 - row) * grid.columns));
  return {Terrain{grid.origin, cell, grid.columns, grid.rows, std::move(heights)}, std::move(notes)};
}

}  // namespace ceaseline
