#pragma once

#include <string>

namespace ceaseline::gdal {

/// One of the file formats that are read: GDAL's name of its driver, and how to register it alone.
struct Format {
  char const* driver;
  void (*register_driver)();
  bool json;
};

/// The format by the first bytes of the file, never by its name.
/// \throws InputError unless `path` is the name of a regular file, of allowed size and known format
[[nodiscard]] Format format_of(std::string const& path);

}  // namespace ceaseline::gdal
