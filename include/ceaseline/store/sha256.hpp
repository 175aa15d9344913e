#pragma once

#include <string>

namespace ceaseline {

/// SHA-256 of the bytes, as `sha256sum` prints it (FIPS 180-4).
[[nodiscard]] std::string sha256(std::string const& bytes);

}  // namespace ceaseline
