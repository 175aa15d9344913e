#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// One column of a score sheet. `stratum` is "kind=...;side=...;light=..." with the parts that apply, or "all".
struct ScoreColumn {
  std::string metric;
  std::string unit;
  std::string stratum;
};

/// The counts and sums by which one replication is judged, in a fixed order that depends on the world alone,
/// so that replications, designs and cases can be laid side by side. Columns are additive: shares are formed
/// later as ratios of sums.
class ScoreSheet {
 public:
  explicit ScoreSheet(World const& world);
  [[nodiscard]] std::vector<ScoreColumn> const& columns() const { return columns_; }
  /// One value per column.
  [[nodiscard]] std::vector<double> score(Record const& record, World const& world) const;
  /// Columns of `metric` whose stratum holds every part of `where` ("kind=heavy;light=night"; "" for all of them).
  /// \throws std::out_of_range when there is none
  [[nodiscard]] std::vector<std::size_t> find(std::string const& metric, std::string const& where = "") const;

 private:
  std::vector<ScoreColumn> columns_;
};

}  // namespace ceaseline
