#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/experiment/rows.hpp"

namespace ceaseline {

/// The finished replications of a study on disk, in the order of their numbers: one block each, added and
/// never changed. A program that was killed leaves at worst a torn last block, which is cut off when the
/// journal is opened again. Rows are read back when asked for, so memory does not grow with their number but
/// for an offset per row.
class Journal : public RowSink, public RowSource {
 public:
  /// Opens the journal at `path`, or makes it. What was written for another `identity` is dropped.
  /// \throws DiskError; std::runtime_error when another program has it open
  Journal(std::string path, std::string const& identity);
  ~Journal() override;
  Journal(Journal const&) = delete;
  Journal& operator=(Journal const&) = delete;
  Journal(Journal&&) = delete;
  Journal& operator=(Journal&&) = delete;

  /// Adds a replication; it is with the system when this returns. \pre done.replication == replications()
  /// \throws DiskError
  void take(ReplicationRows const& done) override;
  [[nodiscard]] std::uint32_t replications() const override {
    return static_cast<std::uint32_t>(blocks_.size());
  }
  [[nodiscard]] ScoreRows rows(std::size_t arm, std::uint32_t n) const override;
  [[nodiscard]] ReplicationRows replication(std::uint32_t replication) const override;

 private:
  /// Where a coded row lies in the file.
  struct Place {
    std::uint64_t offset;
    std::uint64_t size;
  };
  using Block = std::vector<Place>;  // by arm

  void start(std::string const& head);
  void index_blocks(std::string const& head);
  [[nodiscard]] bool index_block(std::uint64_t size);
  [[nodiscard]] std::string bytes(Place place) const;

  std::string path_;
  int file_{-1};
  std::uint64_t end_{0};  // of the last whole block
  std::vector<Block> blocks_;
};

}  // namespace ceaseline
