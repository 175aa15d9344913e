#pragma once

#include <stdexcept>
#include <string>

namespace ceaseline {

/// The disk refused: the path and the system's reason. The program prints it and ends with 1.
class DiskError : public std::runtime_error {
 public:
  DiskError(std::string const& what_for, std::string const& path, int error_number);
};

/// A file that does not exist under its name until it is whole: written as "<path>.part", then renamed.
class NewFile {
 public:
  /// \throws DiskError
  explicit NewFile(std::string path);
  ~NewFile();
  NewFile(NewFile const&) = delete;
  NewFile& operator=(NewFile const&) = delete;
  NewFile(NewFile&&) = delete;
  NewFile& operator=(NewFile&&) = delete;

  /// \throws DiskError
  void write(std::string const& text);
  /// Puts it under its name, replacing what stood there. \throws DiskError
  void finish();

 private:
  void flush();
  std::string path_;
  std::string part_;
  std::string buffer_;
  int file_{-1};
};

/// \throws DiskError
void write_file(std::string const& path, std::string const& text);
/// \throws DiskError
[[nodiscard]] std::string read_file(std::string const& path);
/// Makes a folder and those above it. \throws DiskError
void make_folder(std::string const& path);

}  // namespace ceaseline
