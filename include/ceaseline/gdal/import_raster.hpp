#pragma once

#include <string>
#include <vector>

#include "ceaseline/geo/frame.hpp"
#include "ceaseline/geo/terrain.hpp"

namespace ceaseline {

/// Ground as a raster of heights gives it, in the local frame of a map.
struct ImportedTerrain {
  Terrain ground;
  std::vector<std::string> notes;  ///< what was filled, converted or left out, one line each
};

/// Reads the part of a raster of heights around a box, resampled to a grid in `frame` whose points lie at
/// whole multiples of `cell` (terrain_grid). Only that window of the file is read, so the file may be of any
/// size. Where the raster is finer than the grid, heights are weighted means of about two cells around; where
/// it is coarser, bilinear.
///
/// Formats: GeoTIFF; SRTM tiles (.hgt, of 1 or 3 arc seconds); ESRI ASCII grids with their .prj. Any
/// coordinate system that PROJ can turn into geographic. Opens no network connection and no other file than
/// these. Scale and offset of the band are applied, feet become metres. Cells without data (the band's
/// no-data value; where it declares none, -32768 in whole numbers of 16 bits) get the height of a nearest
/// cell that has one, as Terrain goes on beyond its edges; how many is noted. \param south_west, north_east
/// corners of the box, in the frame \throws InputError when the file is no such raster, damaged, has several
/// bands, is without georeference or does not overlap the box; when
///         heights are not between -500 m and 9000 m; when more than 9 in 10 cells have no data; when the box
///         is no box, the grid takes more than max_terrain_points, or more than 400 million cells of the
///         raster lie in it
[[nodiscard]] ImportedTerrain import_terrain(std::string const& path, Frame const& frame, Point south_west,
                                             Point north_east, Length cell);

}  // namespace ceaseline
