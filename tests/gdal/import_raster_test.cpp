// Rasters of heights in several formats and coordinate systems, and what is refused as none.
#include "ceaseline/gdal/import_raster.hpp"

#include <gdal_frmts.h>
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <functional>
#include <limits>

#include "scratch.hpp"

using ceaseline::Frame;
using ceaseline::import_terrain;
using ceaseline::ImportedTerrain;
using ceaseline::Length;
using ceaseline::LonLat;
using ceaseline::Point;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// A made-up hillside: any smooth height that depends on both coordinates.
double slope(LonLat p) { return 200 + 900 * (p.lon - 38) + 1500 * (p.lat - 48) + 60 * std::sin(40 * p.lon); }

/// What a GeoTIFF of one degree around 38 E 48 N is to be like.
struct Tiff {
  int epsg{4326};
  int size{1200};
  int bands{1};
  GDALDataType type{GDT_Float32};
  double west{37.5}, north{48.5}, step{1.0 / 1200};  ///< in units of the coordinate system
  char const* no_data{nullptr};
  char const* unit{nullptr};
  double scale{1};
  double offset{0};
  std::function<double(double, double)> value{[](double lon, double lat) { return slope({lon, lat}); }};
};

std::string write_tiff(std::string const& path, Tiff const& tiff = {}) {
  GDALRegister_GTiff();
  auto* const driver = GetGDALDriverManager()->GetDriverByName("GTiff");
  GDALDatasetUniquePtr const data{
      driver->Create(path.c_str(), tiff.size, tiff.size, tiff.bands, tiff.type, nullptr)};
  double ground[6] = {tiff.west, tiff.step, 0, tiff.north, 0, -tiff.step};
  if (tiff.epsg != 0) {
    OGRSpatialReference reference;
    reference.importFromEPSG(tiff.epsg);
    data->SetSpatialRef(&reference);
    data->SetGeoTransform(ground);
  }
  auto& band = *data->GetRasterBand(1);
  if (tiff.no_data != nullptr) band.SetNoDataValue(std::stod(tiff.no_data));
  if (tiff.unit != nullptr) band.SetUnitType(tiff.unit);
  if (tiff.scale != 1) band.SetScale(tiff.scale);
  if (tiff.offset != 0) band.SetOffset(tiff.offset);
  std::vector<double> row(static_cast<std::size_t>(tiff.size));
  for (int j = 0; j < tiff.size; ++j) {
    for (int i = 0; i < tiff.size; ++i)
      row[static_cast<std::size_t>(i)] =
          tiff.value(tiff.west + (i + 0.5) * tiff.step, tiff.north - (j + 0.5) * tiff.step);
    EXPECT_EQ(
        band.RasterIO(GF_Write, 0, j, tiff.size, 1, row.data(), tiff.size, 1, GDT_Float64, 0, 0, nullptr),
        CE_None);
  }
  return path;
}

constexpr LonLat centre{38.05, 48.02};
constexpr Point south_west{-8000, -6000};
constexpr Point north_east{9000, 7000};

ImportedTerrain imported(std::string const& path, double cell = 100) {
  return import_terrain(path, Frame{centre}, south_west, north_east, Length::metres(cell));
}

std::string refused(std::string const& path) {
  return refusal_of([](std::string const& p) { return imported(p); }, path);
}

void expect_slope(ceaseline::Terrain const& ground, double tolerance) {
  Frame const frame{centre};
  for (double x = -8000; x <= 9000; x += 370)
    for (double y = -6000; y <= 7000; y += 370)
      ASSERT_NEAR(ground.height({x, y}), slope(frame.to_geographic({x, y})), tolerance) << x << ' ' << y;
}

TEST(ImportTerrain, PutsHeightsWhereTheyBelong) {
  Scratch const scratch;
  auto const got = imported(write_tiff(scratch.name("a.tif")));
  EXPECT_EQ(got.ground.origin(), south_west);
  EXPECT_EQ(got.ground.columns(), 171U);
  EXPECT_EQ(got.ground.rows(), 131U);
  EXPECT_THAT(got.notes, IsEmpty());
  // A cell of this slope is 1.9 m high; half a cell of displacement would show.
  expect_slope(got.ground, 0.3);
}

TEST(ImportTerrain, TakesOtherCoordinateSystemsAndCells) {
  Scratch const scratch;
  Tiff utm;
  utm.epsg = 32637;
  utm.size = 900;
  utm.west = 400000;
  utm.north = 5350000;
  utm.step = 90;
  OGRSpatialReference from;
  from.importFromEPSG(32637);
  OGRSpatialReference to;
  to.importFromEPSG(4326);
  to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  std::unique_ptr<OGRCoordinateTransformation> const way{OGRCreateCoordinateTransformation(&from, &to)};
  utm.value = [&](double x, double y) {
    EXPECT_TRUE(way->Transform(1, &x, &y));
    return slope({x, y});
  };
  expect_slope(imported(write_tiff(scratch.name("utm.tif"), utm)).ground, 0.5);
  auto const degrees = write_tiff(scratch.name("wgs84.tif"));
  expect_slope(imported(degrees, 25).ground, 0.5);
  expect_slope(imported(degrees, 500).ground, 3);
}

TEST(ImportTerrain, AveragesWhatIsFinerThanTheGrid) {
  Scratch const scratch;
  Tiff checks;
  checks.value = [](double lon, double lat) {
    return (std::lround(std::floor(lon * 1200) + std::floor(lat * 1200)) & 1) == 0 ? 0 : 100;
  };
  auto const got = imported(write_tiff(scratch.name("a.tif"), checks), 1000);
  for (float const h : got.ground.heights()) ASSERT_NEAR(h, 50, 5);
}

TEST(ImportTerrain, AppliesScaleOffsetAndUnit) {
  Scratch const scratch;
  Tiff tiff;
  tiff.type = GDT_Int16;
  tiff.unit = "ft";
  tiff.scale = 0.1;
  tiff.offset = 50;
  tiff.value = [](double, double) { return 3000; };
  auto const got = imported(write_tiff(scratch.name("a.tif"), tiff));
  EXPECT_NEAR(got.ground.height({0, 0}), (300 + 50) * 0.3048, 0.001);
  EXPECT_THAT(got.notes, ElementsAre("heights in feet, turned into metres"));
}

TEST(ImportTerrain, FillsWhatIsMissingWithTheNearestHeight) {
  Scratch const scratch;
  Tiff tiff;
  tiff.no_data = "-9999";
  tiff.value = [](double lon, double) { return lon > 38.1 ? -9999.0 : lon > 38.05 ? 30 : 10; };
  auto const got = imported(write_tiff(scratch.name("a.tif"), tiff));
  EXPECT_EQ(got.ground.height({-5000, 0}), 10);
  EXPECT_EQ(got.ground.height({2000, 0}), 30);
  EXPECT_EQ(got.ground.height({9000, 0}), 30);
  ASSERT_EQ(got.notes.size(), 1U);
  EXPECT_THAT(got.notes[0], HasSubstr(" of 22401 cells: filled with the nearest height"));
  // 0.05 degrees of longitude are 3.7 km: 53 of 171 columns lie beyond them.
  EXPECT_NEAR(std::stod(got.notes[0].substr(11)), 53 * 131, 3 * 131);

  Tiff undeclared;
  undeclared.type = GDT_Int16;
  undeclared.value = [](double lon, double) { return lon > 38.1 ? -32768 : 30; };
  EXPECT_EQ(imported(write_tiff(scratch.name("b.tif"), undeclared)).ground.height({9000, 0}), 30);
}

TEST(ImportTerrain, ReadsAsciiGridsAndSrtmTiles) {
  Scratch const scratch;
  (void)scratch.write("a.prj",
                      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
                      "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]");
  auto const ascii =
      scratch.write("a.asc", "ncols 2\nnrows 2\nxllcorner 37\nyllcorner 47\ncellsize 1\n5 5\n5 5\n");
  EXPECT_EQ(imported(ascii).ground.height({0, 0}), 5);

  std::string tile;
  for (int row = 0; row < 1201; ++row)
    for (int column = 0; column < 1201; ++column) tile += {'\0', static_cast<char>(column / 10)};
  auto const got = imported(scratch.write("N48E038.hgt", tile));
  EXPECT_NEAR(got.ground.height({0, 2000}), 0.05 * 120, 1);
  EXPECT_EQ(got.notes.size(), 1U) << "half of the box lies on other tiles";
}

TEST(ImportTerrain, RefusesWhatIsNoRaster) {
  Scratch const scratch;
  EXPECT_EQ(refused(scratch.name("absent.tif")), "FILE: error: there is no such file");
  EXPECT_EQ(refused(scratch.write("a.tif", "")), "FILE: error: the file is empty");
  EXPECT_EQ(refused(scratch.write("a.tif", "<VRTDataset rasterXSize=\"1\" rasterYSize=\"1\"/>")),
            "FILE: error: not GeoTIFF, SRTM tile (.hgt) or ESRI ASCII grid by its first bytes; export the "
            "heights as "
            "GeoTIFF, one band, in metres");
  EXPECT_THAT(refused(scratch.write("a.tif", std::string{"II*\0", 4} + std::string(200, '\xff'))),
              HasSubstr("FILE: error: not readable as GTiff. GDAL says: "));
  EXPECT_EQ(refused("/vsicurl/http://example.org/a.tif"),
            "FILE: error: not a file name; save the raster as a file and give its name");
}

TEST(ImportTerrain, RefusesADamagedFile) {
  Scratch const scratch;
  auto const path = write_tiff(scratch.name("a.tif"));
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 3);
  EXPECT_THAT(refused(path), testing::StartsWith("FILE: error: "));
  // Every byte of the head set wrong in turn: refused or read, never anything else.
  auto const whole = scratch.read(std::filesystem::path{write_tiff(scratch.name("b.tif"),
                                                                   [] {
                                                                     Tiff small;
                                                                     small.size = 40;
                                                                     small.step = 1.0 / 40;
                                                                     return small;
                                                                   }())}
                                      .filename());
  for (std::size_t i = 4; i < 400; ++i) {
    auto broken = whole;
    broken[i] = static_cast<char>(broken[i] ^ 0xff);
    (void)refused(scratch.write("c.tif", broken));
  }
}

TEST(ImportTerrain, RefusesWhatHasNoPlaceOrNoHeights) {
  Scratch const scratch;
  auto const with = [&](auto change) {
    Tiff tiff;
    tiff.size = 100;
    tiff.step = 0.01;
    change(tiff);
    return refused(write_tiff(scratch.name("a.tif"), tiff));
  };
  EXPECT_EQ(with([](Tiff&) {}), "accepted");
  EXPECT_THAT(with([](Tiff& t) { t.epsg = 0; }), HasSubstr("has no georeference"));
  EXPECT_THAT(with([](Tiff& t) { t.west = 20; }), HasSubstr("does not overlap the ground asked for"));
  EXPECT_THAT(with([](Tiff& t) { t.bands = 3; }), HasSubstr("holds 3 bands; heights are one band"));
  EXPECT_THAT(with([](Tiff& t) { t.unit = "kPa"; }), HasSubstr("its heights are in \"kPa\""));
  EXPECT_THAT(with([](Tiff& t) { t.type = GDT_CFloat32; }), HasSubstr("complex numbers"));
  EXPECT_THAT(with([](Tiff& t) { t.value = [](double lon, double) { return lon > 38 ? -9999 : 5; }; }),
              HasSubstr(" m, which is none of ground; declare the value for no data"));
  EXPECT_THAT(with([](Tiff& t) {
                t.no_data = "-1";
                t.value = [](double lon, double) { return lon > 37.945 ? -1 : 5; };
              }),
              HasSubstr("has no data in more than 9 of 10 cells"));
}

TEST(ImportTerrain, ReadsOnlyTheWindowOfAHugeRaster) {
  Scratch const scratch;
  // 1,000,000 by 1,000,000 cells of which none is written: 4 TB if it were read, a few kilobytes on disk.
  GDALRegister_GTiff();
  auto const path = scratch.name("huge.tif");
  auto const make = [&](double west, double north, double step) {
    char const* const options[] = {
        "SPARSE_OK=TRUE",   "TILED=YES", "BLOCKXSIZE=4096", "BLOCKYSIZE=4096", "BIGTIFF=YES",
        "COMPRESS=DEFLATE", nullptr};
    GDALDatasetUniquePtr const data{GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path.c_str(), 1'000'000, 1'000'000, 1, GDT_Float32, const_cast<char**>(options))};
    double ground[6] = {west, step, 0, north, 0, -step};
    OGRSpatialReference reference;
    reference.importFromEPSG(4326);
    data->SetSpatialRef(&reference);
    data->SetGeoTransform(ground);
  };
  make(0, 80, 1.0 / 12'000);
  EXPECT_EQ(imported(path).ground.height({0, 0}), 0);
  make(35, 50, 1.0 / 150'000);
  EXPECT_THAT(refused(path), HasSubstr("holds more than 400 million cells in the area of the line"));
}

TEST(ImportTerrain, TakesAWorldWideRasterWhoseEdgesReachBeyondThePoles) {
  Scratch const scratch;
  Tiff world;
  world.size = 1441;
  world.step = 0.25;
  world.west = -180.125;
  world.north = 180.125;
  world.value = [](double, double) { return 12; };
  EXPECT_EQ(imported(write_tiff(scratch.name("a.tif"), world)).ground.height({0, 0}), 12);
}

TEST(ImportTerrain, RefusesAGridOfAbsurdSize) {
  Scratch const scratch;
  auto const path = write_tiff(scratch.name("a.tif"));
  EXPECT_THROW((void)imported(path, 1), ceaseline::InputError);
  EXPECT_THROW((void)imported(path, 0), ceaseline::InputError);
  EXPECT_THROW((void)imported(path, std::numeric_limits<double>::quiet_NaN()), ceaseline::InputError);
}

TEST(ImportTerrain, HearsNothingFromFilesBesideIt) {
  Scratch const scratch;
  Tiff flat;
  flat.value = [](double, double) { return 7; };
  auto const path = write_tiff(scratch.name("a.tif"), flat);
  (void)scratch.write(
      "a.tif.aux.xml",
      "<PAMDataset><PAMRasterBand band=\"1\"><Scale>100</Scale></PAMRasterBand></PAMDataset>");
  EXPECT_EQ(imported(path).ground.height({0, 0}), 7);
}

}  // namespace
