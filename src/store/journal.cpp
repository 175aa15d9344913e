#include "ceaseline/store/journal.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <utility>

#include "ceaseline/base/key.hpp"
#include "ceaseline/store/disk.hpp"
#include "raw_file.hpp"
#include "row_code.hpp"

namespace ceaseline {
namespace {

// A block: size of its body and hash of its body, 8 bytes each; then the body: number of the replication,
// number of arms, and for each arm the size of its coded row and the row.
constexpr std::uint64_t block_head = 16;

std::string body_of(ReplicationRows const& done) {
  std::string body;
  append_varint(body, done.replication);
  append_varint(body, done.rows.size());
  for (std::size_t a = 0; a < done.rows.size(); ++a) {
    std::string const row = code(done.fingerprints[a], done.rows[a]);
    append_varint(body, row.size());
    body += row;
  }
  return body;
}

std::string block_of(std::string const& body) {
  std::string block;
  append_fixed(block, body.size());
  append_fixed(block, key_of(body).value);
  return block + body;
}

}  // namespace

Journal::Journal(std::string path, std::string const& identity) : path_{std::move(path)} {
  file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0) throw DiskError("write", path_, errno);
  try {
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) throw std::runtime_error(path_ + " is in use by another run");
    index_blocks("ceaseline journal 1 " + identity + "\n");
  } catch (...) {
    ::close(file_);
    throw;
  }
}

Journal::~Journal() { ::close(file_); }

void Journal::index_blocks(std::string const& head) {
  struct stat status {};
  if (::fstat(file_, &status) != 0) throw DiskError("read", path_, errno);
  auto const size = static_cast<std::uint64_t>(status.st_size);
  std::string found(std::min<std::size_t>(size, head.size()), '\0');
  read_at(file_, found.data(), found.size(), 0, path_);
  if (found != head) {
    start(head);
    return;
  }
  end_ = head.size();
  while (index_block(size)) {
  }
  if (::ftruncate(file_, static_cast<off_t>(end_)) != 0) throw DiskError("write", path_, errno);
  if (::lseek(file_, 0, SEEK_END) < 0) throw DiskError("write", path_, errno);
}

void Journal::start(std::string const& head) {
  if (::ftruncate(file_, 0) != 0 || ::lseek(file_, 0, SEEK_SET) < 0) throw DiskError("write", path_, errno);
  write_all(file_, head.data(), head.size(), path_);
  end_ = head.size();
}

/// \returns false when what follows is not a whole block of the next replication
bool Journal::index_block(std::uint64_t size) {
  if (size - end_ < block_head) return false;
  std::string const head = bytes({end_, block_head});
  CodeReader in_head{head.data(), head.size()};
  std::uint64_t const body_size = in_head.fixed();
  std::uint64_t const hash = in_head.fixed();
  if (body_size > size - end_ - block_head) return false;
  std::string const body = bytes({end_ + block_head, body_size});
  if (key_of(body).value != hash) return false;

  CodeReader in{body.data(), body.size()};
  if (in.varint() != blocks_.size()) return false;
  Block block(in.varint());
  for (Place& row : block) {
    row.size = in.varint();
    row.offset = end_ + block_head + static_cast<std::uint64_t>(in.skip(row.size) - body.data());
  }
  if (in.failed() || !in.at_end()) return false;
  blocks_.push_back(std::move(block));
  end_ += block_head + body_size;
  return true;
}

void Journal::take(ReplicationRows const& done) {
  std::string const block = block_of(body_of(done));
  write_all(file_, block.data(), block.size(), path_);
  if (!index_block(end_ + block.size())) throw DiskError("write", path_, EIO);
}

std::string Journal::bytes(Place place) const {
  std::string found(place.size, '\0');
  read_at(file_, found.data(), found.size(), place.offset, path_);
  return found;
}

ScoreRows Journal::rows(std::size_t arm, std::uint32_t n) const {
  ScoreRows found;
  found.reserve(n);
  for (std::uint32_t r = 0; r < n; ++r) found.push_back(decode(bytes(blocks_[r].at(arm))).values);
  return found;
}

ReplicationRows Journal::replication(std::uint32_t replication) const {
  ReplicationRows found;
  found.replication = replication;
  for (Place const& row : blocks_.at(replication)) {
    CodedRow decoded = decode(bytes(row));
    found.fingerprints.push_back(decoded.fingerprint);
    found.rows.push_back(std::move(decoded.values));
  }
  return found;
}

}  // namespace ceaseline
