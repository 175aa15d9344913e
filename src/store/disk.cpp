#include "ceaseline/store/disk.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "raw_file.hpp"

namespace ceaseline {
namespace {

constexpr std::size_t buffer_size = 1U << 20U;

}  // namespace

DiskError::DiskError(std::string const& what_for, std::string const& path, int error_number)
    : std::runtime_error("cannot " + what_for + " " + path + ": " + std::strerror(error_number)) {}

void write_all(int file, char const* from, std::size_t size, std::string const& path) {
  while (size > 0) {
    ssize_t const written = ::write(file, from, size);
    if (written < 0) {
      if (errno == EINTR) continue;
      throw DiskError("write", path, errno);
    }
    from += written;
    size -= static_cast<std::size_t>(written);
  }
}

void read_at(int file, char* to, std::size_t size, std::uint64_t offset, std::string const& path) {
  while (size > 0) {
    ssize_t const got = ::pread(file, to, size, static_cast<off_t>(offset));
    if (got < 0) {
      if (errno == EINTR) continue;
      throw DiskError("read", path, errno);
    }
    if (got == 0) throw DiskError("read", path, EIO);  // shorter than it was
    to += got;
    offset += static_cast<std::uint64_t>(got);
    size -= static_cast<std::size_t>(got);
  }
}

NewFile::NewFile(std::string path) : path_{std::move(path)}, part_{path_ + ".part"} {
  file_ = ::open(part_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file_ < 0) throw DiskError("write", part_, errno);
}

NewFile::~NewFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(part_.c_str());
}

void NewFile::write(std::string const& text) {
  buffer_ += text;
  if (buffer_.size() >= buffer_size) flush();
}

void NewFile::flush() {
  write_all(file_, buffer_.data(), buffer_.size(), part_);
  buffer_.clear();
}

void NewFile::finish() {
  flush();
  int const file = std::exchange(file_, -1);
  if (::close(file) != 0 || std::rename(part_.c_str(), path_.c_str()) != 0) {
    int const reason = errno;
    ::unlink(part_.c_str());
    throw DiskError("write", path_, reason);
  }
}

void write_file(std::string const& path, std::string const& text) {
  NewFile file{path};
  file.write(text);
  file.finish();
}

std::string read_file(std::string const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) throw DiskError("read", path, errno);
  std::string text;
  char block[1U << 16U];
  for (;;) {
    ssize_t const got = ::read(file, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      int const reason = errno;
      ::close(file);
      throw DiskError("read", path, reason);
    }
    if (got == 0) break;
    text.append(block, static_cast<std::size_t>(got));
  }
  ::close(file);
  return text;
}

void make_folder(std::string const& path) {
  std::error_code why;
  std::filesystem::create_directories(path, why);
  if (why) throw DiskError("make the folder", path, why.value());
}

}  // namespace ceaseline
