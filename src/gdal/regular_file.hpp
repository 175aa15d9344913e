#pragma once

#include <cstdint>
#include <string>

namespace ceaseline::gdal {

/// What a file should be, for the messages: "map", "raster", "table"; how large; and what to do when it is
/// larger.
struct Wanted {
  std::string noun;
  std::uintmax_t max_bytes;
  std::string when_larger;
};

/// The first 4096 bytes of a file, or all it has, after every check that can be made without GDAL: GDAL would
/// read a JSON text, a URL or a virtual file where others expect a name. \throws InputError unless `path` is
/// the name of a regular file that is not empty, of allowed size and readable
[[nodiscard]] std::string first_bytes(std::string const& path, Wanted const& wanted);

}  // namespace ceaseline::gdal
