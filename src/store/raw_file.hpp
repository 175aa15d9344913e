#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace ceaseline {

// Whole reads and writes on a file descriptor; `path` is for the message. Both throw DiskError.

void write_all(int file, char const* from, std::size_t size, std::string const& path);
void read_at(int file, char* to, std::size_t size, std::uint64_t offset, std::string const& path);

}  // namespace ceaseline
