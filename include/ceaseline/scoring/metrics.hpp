#pragma once

#include <string>
#include <vector>

#include "ceaseline/scoring/estimates.hpp"
#include "ceaseline/scoring/score_sheet.hpp"

namespace ceaseline {

/// The metric a study asks about unless it names another: incidents verified within 24 h of the first act,
/// all steps of the chain before that reached, as a share of all incidents that happened.
inline constexpr char const* headline_metric = "incidents_verified_in_time";

enum class MetricKind {
  Share,           ///< part of a whole, 0 to 1; its interval is cut at 0 and 1
  Mean,            ///< per day, per instant, per replication
  EvenHandedness,  ///< share for side A over share for side B; interval on the log scale
  WorseSide        ///< share for the side with the smaller one
};

/// Columns of a score sheet, added up: a metric, and the strata that belong ("" for all; strata that overlap
/// count twice).
struct Tally {
  std::string metric;
  std::vector<std::string> where{""};
};

/// One number a study reports, formed from sums over replications.
struct MetricDefinition {
  std::string id;
  std::string title;
  std::string unit;  ///< "share", "h", "acts/day", "h/year", "patrols", "1"
  MetricKind kind{MetricKind::Share};
  Tally numerator;
  Tally denominator;
  std::string stratum{"all"};  ///< as printed; id and stratum together name it
  int row{0};                  ///< of the first table, 1 to 12; 0: in the result tables only
  bool more_is_better{true};
};

/// Everything that is estimated and compared in this world: rows 1 to 11 of the first table, then the chain,
/// the losses and the coverage by kind, side and light, then reports, work and danger.
[[nodiscard]] std::vector<MetricDefinition> metric_catalogue(World const& world);

/// Detection, verification and coverage of each reporting segment, for the map.
[[nodiscard]] std::vector<MetricDefinition> segment_catalogue(World const& world);

/// \throws std::out_of_range when there is none
[[nodiscard]] MetricDefinition const& find_metric(std::vector<MetricDefinition> const& catalogue,
                                                  std::string const& id, std::string const& stratum = "all");

/// The metric over the replications of one design.
[[nodiscard]] Linearised evaluate(MetricDefinition const& metric, ScoreSheet const& sheet,
                                  ScoreRows const& rows);

/// Value and interval, on the scale that suits the metric's kind.
[[nodiscard]] Estimate estimate(MetricDefinition const& metric, Linearised const& s,
                                double confidence = usual_confidence);

/// a - b, paired; that of two shares stays within -1 and 1.
[[nodiscard]] PairedDifference difference(MetricDefinition const& metric, Linearised const& a,
                                          Linearised const& b, double confidence = usual_confidence);

/// One metric for all designs of a case.
struct MetricResult {
  MetricDefinition metric;
  std::vector<Estimate> estimates;            ///< one per design
  std::vector<PairedDifference> differences;  ///< each design less the baseline; the baseline's own is 0
};

/// All metrics of a case, side by side. \param designs rows of each design, of the same replications
[[nodiscard]] std::vector<MetricResult> compare_metrics(std::vector<MetricDefinition> const& catalogue,
                                                        ScoreSheet const& sheet,
                                                        std::vector<ScoreRows> const& designs,
                                                        std::size_t baseline);

}  // namespace ceaseline
