#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/scoring/estimates.hpp"

namespace ceaseline {

/// What one replication gave: for each arm of the plan a score row and the fingerprint of its record.
struct ReplicationRows {
  std::uint32_t replication{0};
  std::vector<std::vector<double>> rows;
  std::vector<std::uint64_t> fingerprints;
};

/// Takes finished replications, in the order of their numbers and from one thread.
class RowSink {
 public:
  virtual ~RowSink() = default;
  virtual void take(ReplicationRows const& done) = 0;
};

/// Finished replications, numbered from 0 without a gap. May be asked from several threads at once.
class RowSource {
 public:
  virtual ~RowSource() = default;
  [[nodiscard]] virtual std::uint32_t replications() const = 0;
  /// Score rows of one arm in the first `n` replications. \pre n <= replications()
  [[nodiscard]] virtual ScoreRows rows(std::size_t arm, std::uint32_t n) const = 0;
  /// One replication as it was taken. \pre replication < replications()
  [[nodiscard]] virtual ReplicationRows replication(std::uint32_t replication) const = 0;
};

/// Keeps everything in memory: for small studies that leave no files.
class RowsInMemory : public RowSink, public RowSource {
 public:
  void take(ReplicationRows const& done) override { all_.push_back(done); }
  [[nodiscard]] std::uint32_t replications() const override {
    return static_cast<std::uint32_t>(all_.size());
  }
  [[nodiscard]] ScoreRows rows(std::size_t arm, std::uint32_t n) const override;
  [[nodiscard]] ReplicationRows replication(std::uint32_t replication) const override {
    return all_[replication];
  }

 private:
  std::vector<ReplicationRows> all_;
};

}  // namespace ceaseline
