#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// One column of a score sheet. `stratum` is "kind=...;side=...;light=..." with the parts that apply, or
/// "all".
struct ScoreColumn {
  std::string metric;
  std::string unit;
  std::string stratum;
};

/// The counts and sums by which one replication is judged, in a fixed order that depends on the world alone,
/// so that replications, designs and cases can be laid side by side.
///
/// Columns are additive, and the strata of one metric share it out without overlap: the columns of a metric
/// add up to the whole, and shares are formed later as ratios of sums. What is not additive (a median, a 95th
/// percentile) has beside it a column that is 1 in replications in which it exists and 0 in others, where its
/// value is 0 too; the ratio of the two sums is then its mean over replications.
///
/// Sides are the side responsible for incidents, the side worked on for patrols, sorties and people, and the
/// side of the scene for journeys. Light is that at the start. Objects have no acts. An incident that was
/// prevented counts in `incidents_prevented` and nowhere else.
class ScoreSheet {
 public:
  explicit ScoreSheet(World const& world);
  [[nodiscard]] std::vector<ScoreColumn> const& columns() const { return columns_; }
  /// One value per column, none of them NaN or infinite.
  [[nodiscard]] std::vector<double> score(Record const& record, World const& world) const;
  /// Columns of `metric` whose stratum holds every part of `where` ("kind=heavy;light=night"; "" for all of
  /// them). \throws std::out_of_range when there is none
  [[nodiscard]] std::vector<std::size_t> find(std::string const& metric, std::string const& where = "") const;

 private:
  std::vector<ScoreColumn> columns_;
};

/// The published report by which an incident is judged; nullptr when nothing of it was published.
[[nodiscard]] Report const* published_report(Record const& record, Fate const& fate);

/// The metric that counts incidents which ended for `r`: "ended_no_asset", "ended_complete", ...
[[nodiscard]] std::string ended_metric(Reason r);

}  // namespace ceaseline
