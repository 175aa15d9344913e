#pragma once

#include <string>

namespace ceaseline {

/// The text of a regular file of at most 64 MB. The only place of the core that reads the disk.
/// \throws InputError that names the file and says why it cannot be read
[[nodiscard]] std::string read_text(std::string const& path);

}  // namespace ceaseline
