#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "shape.hpp"

class OGRFeature;

namespace ceaseline::gdal {

/// "1 feature", "3 features"
[[nodiscard]] std::string count_of(std::size_t n, std::string const& noun);

[[nodiscard]] InputError refusal(std::string const& path, std::string const& what);

/// A feature of a map, its vertices finite, in range and in WGS 84 degrees.
struct Incoming {
  OGRFeature const& feature;
  std::size_t number;         ///< from 1, in the order of the file
  std::vector<Shape> shapes;  ///< empty when the feature has no geometry
};

/// The value of a property as text, a date as "2021-07-01"; empty when there is none.
[[nodiscard]] std::string text_of(OGRFeature const& feature, char const* property);

/// Opens a map after every check that can be made without GDAL, and hands out its features one by one:
/// those of the layer named `preferred` if there is one, else of all layers.
/// \returns what was changed on the way, one line each
/// \throws InputError when the file is refused or GDAL fails; also what `take` throws
std::vector<std::string> read_features(std::string const& path, std::string const& preferred,
                                       std::function<void(Incoming const&)> const& take);

}  // namespace ceaseline::gdal
