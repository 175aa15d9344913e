#include "ceaseline/scenario/read_text.hpp"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {

namespace {

constexpr std::uintmax_t longest_file = 64'000'000;

[[noreturn]] void refuse(std::string const& path, std::string const& why) {
  throw InputError{Diagnostic{path, 0, 0, "", why}};
}

}  // namespace

std::string read_text(std::string const& path) {
  std::error_code error;
  auto const status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) refuse(path, "no such file");
  if (std::filesystem::is_directory(status)) refuse(path, "is a folder, not a file");
  if (!std::filesystem::is_regular_file(status)) refuse(path, "is not a regular file");
  if (std::filesystem::file_size(path, error) > longest_file) refuse(path, "is larger than 64 MB");
  std::ifstream in{path, std::ios::binary};
  if (!in) refuse(path, "cannot be opened; may you read it?");
  std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
  if (in.bad()) refuse(path, "reading stopped half-way");
  return text;
}

}  // namespace ceaseline
