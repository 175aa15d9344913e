#include <fmt/format.h>

#include <vector>

#include "ceaseline/scoring/score_sheet.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/tables.hpp"
#include "csv.hpp"

namespace ceaseline {
namespace {

/// The constant ends of the lines of one case: ",metric,unit,stratum," by column; empty for those left out.
std::vector<std::string> column_texts(World const& world) {
  ScoreSheet const sheet{world};
  std::vector<std::string> texts;
  for (ScoreColumn const& c : sheet.columns()) {
    bool const by_segment = c.stratum.rfind("segment=", 0) == 0;
    texts.push_back(
        by_segment ? ""
                   : fmt::format(",{},{},{},", csv_field(c.metric), csv_field(c.unit), csv_field(c.stratum)));
  }
  return texts;
}

void append_row(fmt::memory_buffer& out, std::string const& start, std::vector<std::string> const& columns,
                std::vector<double> const& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == 0 || columns[i].empty()) continue;
    out.append(start);
    out.append(columns[i]);
    fmt::format_to(fmt::appender(out), "{}\n", row[i]);
  }
}

}  // namespace

void write_replications_csv(std::string const& path, Study const& study, Plan const& plan,
                            RowSource const& rows, std::uint32_t n) {
  std::vector<std::vector<std::string>> columns;
  for (CaseWorld const& c : study.cases) columns.push_back(column_texts(*c.world));
  NewFile file{path};
  file.write("study,case,design,replication,seed,metric,unit,stratum,value\n");
  fmt::memory_buffer lines;
  for (std::uint32_t r = 0; r < n; ++r) {
    ReplicationRows const done = rows.replication(r);
    lines.clear();
    for (std::size_t c = 0; c < study.cases.size(); ++c) {
      for (std::size_t d = 0; d < study.designs.size(); ++d) {
        std::string start =
            csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id, r, study.spec.seed);
        start.pop_back();
        append_row(lines, start, columns[c], done.rows[plan.arm_of[c][d]]);
      }
    }
    file.write(fmt::to_string(lines));
  }
  file.finish();
}

std::string fingerprints_csv(Study const& study, Plan const& plan, RowSource const& rows, std::uint32_t n) {
  std::string text = "study,case,design,replication,seed,fingerprint,equal_to\n";
  for (std::uint32_t r = 0; r < n; ++r) {
    ReplicationRows const done = rows.replication(r);
    for (std::size_t c = 0; c < study.cases.size(); ++c) {
      for (std::size_t d = 0; d < study.designs.size(); ++d) {
        std::size_t const same = plan.equal_in[c][d];
        text += csv_line(study.spec.id, study.cases[c].spec.id, study.designs[d].id, r, study.spec.seed,
                         fmt::format("{:016x}", done.fingerprints[plan.arm_of[c][d]]),
                         same == d ? std::string{} : study.designs[same].id);
      }
    }
  }
  return text;
}

}  // namespace ceaseline
