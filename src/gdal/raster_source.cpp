#include "raster_source.hpp"

#include <cpl_conv.h>
#include <gdal_frmts.h>
#include <gdal_priv.h>

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string_view>

#include "regular_file.hpp"
#include "source.hpp"

namespace ceaseline::gdal {

namespace {

/// A block is read whole, however little of it is asked for.
constexpr double max_block_bytes = 256e6;

struct RasterFormat {
  char const* driver;
  void (*register_driver)();
};

/// By the first bytes; an SRTM tile, which has no mark, by its size.
RasterFormat raster_format_of(std::string const& path) {
  using namespace std::string_view_literals;
  auto const bytes = first_bytes(path, {"raster", std::numeric_limits<std::uintmax_t>::max(), ""});
  std::string_view const start = bytes;
  for (auto const mark : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
    if (start.substr(0, 4) == mark) return {"GTiff", &GDALRegister_GTiff};
  if (start.substr(0, 5) == "ncols" || start.substr(0, 5) == "NCOLS")
    return {"AAIGrid", &GDALRegister_AAIGrid};
  auto const size = std::filesystem::file_size(path);
  if (size == 2U * 1201 * 1201 || size == 2U * 3601 * 3601) return {"SRTMHGT", &GDALRegister_SRTMHGT};
  throw refusal(path,
                "not GeoTIFF, SRTM tile (.hgt) or ESRI ASCII grid by its first bytes; export the heights as "
                "GeoTIFF, one band, in metres");
}

double metres_of(std::string const& unit, std::string const& path, std::vector<std::string>& notes) {
  if (unit.empty() || unit == "m" || unit == "metre" || unit == "meter" || unit == "metres" ||
      unit == "meters")
    return 1;
  if (unit == "ft" || unit == "foot" || unit == "feet" || unit == "us-ft" || unit == "US survey foot") {
    notes.push_back("heights in feet, turned into metres");
    return 0.3048;
  }
  throw refusal(path, "its heights are in \"" + unit.substr(0, 20) + "\"; convert them to metres");
}

}  // namespace

NoSideFiles::NoSideFiles() {
  CPLSetThreadLocalConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", "EMPTY_DIR");
  CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", "NO");
}

NoSideFiles::~NoSideFiles() {
  CPLSetThreadLocalConfigOption("GDAL_DISABLE_READDIR_ON_OPEN", nullptr);
  CPLSetThreadLocalConfigOption("GDAL_PAM_ENABLED", nullptr);
}

RasterSource open_raster(std::string const& path, ErrorLog const& log, std::vector<std::string>& notes) {
  RasterFormat const format = raster_format_of(path);
  format.register_driver();
  OSRSetPROJEnableNetwork(0);
  char const* const drivers[] = {format.driver, nullptr};
  auto const absolute = std::filesystem::absolute(path).string();
  RasterSource source{{GDALDataset::Open(absolute.c_str(),
                                         GDAL_OF_RASTER | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR, drivers),
                       [](GDALDataset* data) { GDALClose(GDALDataset::ToHandle(data)); }},
                      1};
  if (!source.data || log.failed())
    throw refusal(path, std::string{"not readable as "} + format.driver + ". GDAL says: " + log.last());
  if (source.data->GetRasterCount() != 1)
    throw refusal(path, "holds " + count_of(static_cast<std::size_t>(source.data->GetRasterCount()), "band") +
                            "; heights are one band: extract it with gdal_translate -b");
  auto& band = *source.data->GetRasterBand(1);
  if (GDALDataTypeIsComplex(band.GetRasterDataType()) != 0 || band.GetColorTable() != nullptr)
    throw refusal(path, "is a picture or holds complex numbers, not heights");
  int width = 0;
  int height = 0;
  band.GetBlockSize(&width, &height);
  if (double{1} * width * height * GDALGetDataTypeSizeBytes(band.GetRasterDataType()) > max_block_bytes)
    throw refusal(
        path, "is stored in blocks of more than 256 MB; write it in tiles (gdal_translate -co TILED=YES)");
  double ground[6];
  if (source.data->GetGeoTransform(ground) != CE_None || source.data->GetSpatialRef() == nullptr)
    throw refusal(path,
                  "has no georeference, so that nobody knows where its heights are; give it one with "
                  "gdal_translate -a_srs and -a_ullr");
  source.metres = metres_of(band.GetUnitType(), path, notes);
  return source;
}

}  // namespace ceaseline::gdal
