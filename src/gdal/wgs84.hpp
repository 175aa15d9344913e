#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ceaseline/geo/place.hpp"
#include "error_log.hpp"

class OGRCoordinateTransformation;
class OGRLayer;

namespace ceaseline::gdal {

/// Turns the coordinates of a layer into WGS 84 degrees, longitude first. A layer without a
/// coordinate system is taken to be in them already, with a note.
class ToWgs84 {
 public:
  /// \throws InputError when there is no way from the layer's coordinate system
  ToWgs84(OGRLayer& layer, std::string const& path, ErrorLog const& log, std::vector<std::string>& notes);
  ~ToWgs84();

  /// \param name of the feature, for the message
  /// \throws InputError when a coordinate is not finite, cannot be transformed, or is out of range
  void apply(std::vector<LonLat>& vertices, std::string const& name) const;

 private:
  void transform(std::vector<LonLat>& vertices, std::string const& name) const;

  std::string path_;
  std::unique_ptr<OGRCoordinateTransformation> way_;  ///< null when nothing has to be done
};

}  // namespace ceaseline::gdal
