#pragma once

#include <string>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

// The tables of a result: tidy CSV, one observation a line, each file with a header line. columns.csv
// describes every column of every file. Equal studies give equal bytes.

/// study, design, item, unit, value: what each design is on paper, and which other it equals by construction.
[[nodiscard]] std::string designs_csv(Study const& study, Plan const& plan);
/// study, case, design, metric, unit, stratum, value, low, high, n
[[nodiscard]] std::string estimates_csv(Study const& study, Comparison const& comparison);
/// The same by segment of the line.
[[nodiscard]] std::string segments_csv(Study const& study, Comparison const& comparison);
/// Each design less the baseline, paired by replication.
[[nodiscard]] std::string differences_csv(Study const& study, Comparison const& comparison);
/// What each group of figures does to a difference from the baseline.
[[nodiscard]] std::string drivers_csv(Study const& study, Comparison const& comparison);
/// The answer to the study's question in each case.
[[nodiscard]] std::string verdicts_csv(Study const& study, Comparison const& comparison);
/// The study's metric of each design in each case, and what the case changes in it, paired with the same
/// design's base case.
[[nodiscard]] std::string resilience_csv(Study const& study, Comparison const& comparison);
/// study, case, design, replication, seed, fingerprint, equal_to
[[nodiscard]] std::string fingerprints_csv(Study const& study, Plan const& plan, RowSource const& rows,
                                           std::uint32_t n);
/// file, column, meaning
[[nodiscard]] std::string columns_csv();

/// Writes replications.csv: study, case, design, replication, seed, metric, unit, stratum, value, by
/// replication, case, design and column of the score sheet. Zeros are left out, and columns by segment.
/// \throws DiskError
void write_replications_csv(std::string const& path, Study const& study, Plan const& plan,
                            RowSource const& rows, std::uint32_t n);

/// Writes all of them into `folder`, each first under a temporary name.
/// \returns the text of fingerprints.csv \throws DiskError
std::string write_tables(std::string const& folder, Study const& study, Plan const& plan,
                         RowSource const& rows, Comparison const& comparison,
                         std::vector<PlannedCoverage> const& planned);

}  // namespace ceaseline
