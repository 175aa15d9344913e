#include "regular_file.hpp"

#include <filesystem>
#include <fstream>

#include "source.hpp"

namespace ceaseline::gdal {

namespace {

void check_name(std::string const& path, std::string const& noun) {
  if (path.empty()) throw refusal(path, "the file name is empty; give the name of a " + noun + " file");
  if (path.find('\0') != std::string::npos || path.front() == '{' || path.find("://") != std::string::npos ||
      path.compare(0, 4, "/vsi") == 0)
    throw refusal(path.substr(0, 60), "not a file name; save the " + noun + " as a file and give its name");
}

void check_file(std::string const& path, Wanted const& wanted) {
  namespace fs = std::filesystem;
  std::error_code error;
  auto const status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) throw refusal(path, "there is no such file");
  if (error) throw refusal(path, "cannot be read: " + error.message());
  if (!fs::is_regular_file(status))
    throw refusal(path, "not a regular file; give the name of a " + wanted.noun + " file");
  auto const size = fs::file_size(path, error);
  if (error) throw refusal(path, "cannot be read: " + error.message());
  if (size == 0) throw refusal(path, "the file is empty");
  if (size > wanted.max_bytes) throw refusal(path, wanted.when_larger);
}

}  // namespace

std::string first_bytes(std::string const& path, Wanted const& wanted) {
  check_name(path, wanted.noun);
  check_file(path, wanted);
  std::ifstream in{path, std::ios::binary};
  if (!in) throw refusal(path, "cannot be opened; check its permissions");
  std::string bytes(4096, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

}  // namespace ceaseline::gdal
