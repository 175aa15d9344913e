#pragma once

#include <string>

namespace ceaseline::gdal {

/// Looks through a JSON text for what GDAL would swallow or stumble over, before GDAL sees it: broken
/// JSON (NaN and infinities included), deep nesting, too many vertices, a key that stands twice,
/// and a `crs` that names anything but a registered code (a `link` would be fetched from the network).
/// \throws InputError at the first of these, with line and column where they are known
void scan_json(std::string const& path);

}  // namespace ceaseline::gdal
