#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "columns.hpp"

namespace ceaseline::scoring {
namespace {

/// Of each report, whether it holds observations of more than one incident. An observation of a report that
/// was joined to another one belongs to that one.
std::vector<bool> holding_several(Record const& record) {
  constexpr std::int32_t nothing = -1;
  std::vector<std::int32_t> first(record.reports.size(), nothing);
  std::vector<bool> several(record.reports.size(), false);
  for (Observation const& o : record.observations) {
    if (o.incident < 0) continue;
    std::size_t at = o.report;
    while (record.reports[at].merged_into >= 0) at = static_cast<std::size_t>(record.reports[at].merged_into);
    if (first[at] == nothing) first[at] = o.incident;
    several[at] = several[at] || first[at] != o.incident;
  }
  return several;
}

struct Reports {
  double all{0}, untrue{0}, of_incidents{0}, kind_right{0}, wrongly_merged{0};
  double published{0}, published_untrue{0}, acts{0};
};

}  // namespace

void name_reports(std::vector<ScoreColumn>& columns) {
  columns.push_back({"reports", "reports", "all"});
  columns.push_back({"reports_false", "reports", "all"});
  columns.push_back({"reports_of_incidents", "reports", "all"});
  columns.push_back({"reports_kind_right", "reports", "all"});
  columns.push_back({"reports_wrongly_merged", "reports", "all"});
  columns.push_back({"reports_published", "reports", "all"});
  columns.push_back({"published_false", "reports", "all"});
  columns.push_back({"report_acts", "acts", "all"});
  columns.push_back({"claims", "claims", "all"});
}

void count_reports(Record const& record, World const& world, std::vector<double>& values) {
  std::vector<bool> const several = holding_several(record);
  Reports n;
  for (std::size_t i = 0; i < record.reports.size(); ++i) {
    Report const& r = record.reports[i];
    if (r.merged_into >= 0) continue;
    n.all += 1;
    if (several[i]) n.wrongly_merged += 1;
    if (r.incident < 0) {
      n.untrue += 1;
    } else {
      n.of_incidents += 1;
      if (r.kind == record.incidents[static_cast<std::size_t>(r.incident)].kind) n.kind_right += 1;
    }
    if (!r.publishable) continue;
    n.published += 1;
    if (r.incident < 0) n.published_untrue += 1;
    if (!world.kinds()[r.kind].object) n.acts += r.acts;
  }
  auto const claims = std::count_if(record.observations.begin(), record.observations.end(),
                                    [](Observation const& o) { return o.channel == Channel::Claim; });
  values.insert(values.end(), {n.all, n.untrue, n.of_incidents, n.kind_right, n.wrongly_merged, n.published,
                               n.published_untrue, n.acts, static_cast<double>(claims)});
}

}  // namespace ceaseline::scoring
