#include "ceaseline/store/tables.hpp"

#include "ceaseline/store/disk.hpp"

namespace ceaseline {

std::string write_tables(std::string const& folder, Study const& study, Plan const& plan,
                         RowSource const& rows, Comparison const& comparison,
                         std::vector<PlannedCoverage> const& planned) {
  make_folder(folder);
  std::uint32_t const n = comparison.replications;
  write_replications_csv(folder + "/replications.csv", study, plan, rows, n);
  std::string fingerprints = fingerprints_csv(study, plan, rows, n);
  write_file(folder + "/fingerprints.csv", fingerprints);
  write_file(folder + "/designs.csv", designs_csv(study, plan));
  write_file(folder + "/estimates.csv", estimates_csv(study, comparison));
  write_file(folder + "/segments.csv", segments_csv(study, comparison));
  write_file(folder + "/differences.csv", differences_csv(study, comparison));
  write_file(folder + "/drivers.csv", drivers_csv(study, comparison));
  write_file(folder + "/verdicts.csv", verdicts_csv(study, comparison));
  write_file(folder + "/resilience.csv", resilience_csv(study, comparison));
  write_file(folder + "/coverage.csv", planned_coverage_csv(study, planned));
  write_file(folder + "/coverage_figures.csv", coverage_figures_csv(study, planned));
  write_file(folder + "/columns.csv", columns_csv());
  return fingerprints;
}

}  // namespace ceaseline
