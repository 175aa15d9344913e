#include "runs.hpp"

#include <algorithm>

namespace ceaseline::validation {

Bench::Bench(Overrides const& overrides, Files const& files)
    : study_{load_study(std::string(CEASELINE_SOURCE_DIR) + "/scenarios/donbas-2021/study.toml", files,
                        builtin_registries(), overrides)} {}

DesignSpec Bench::design(std::string const& id) const {
  auto const& all = study_.cases[0].designs;
  return *std::find_if(all.begin(), all.end(), [&](DesignSpec const& d) { return d.id == id; });
}

Mission Bench::set_up(DesignSpec design) const {
  return Mission(world(), places(), std::move(design), builtin_policies());
}

Record Bench::live(Mission const& mission, std::uint32_t replication) const {
  return simulate(world(), process(), mission, draws(replication));
}

Draws Bench::draws(std::uint32_t replication) { return Draws(2021, replication); }

Overrides nine_weeks() { return {{"world.period.start", "2021-04-09"}, {"world.period.length", "63 days"}}; }

double published(Record const& record, std::function<bool(Report const&)> const& counts) {
  double acts = 0;
  for (Report const& r : record.reports) {
    if (r.publishable && r.merged_into < 0 && counts(r)) acts += r.acts;
  }
  return acts;
}

double noticed(Record const& record, std::function<bool(Incident const&)> const& counts) {
  double acts = 0;
  for (std::size_t i = 0; i < record.incidents.size(); ++i) {
    if (counts(record.incidents[i])) acts += record.fates[i].acts_noticed;
  }
  return acts;
}

bool same_truth(Record const& a, Record const& b) {
  return std::equal(a.incidents.begin(), a.incidents.end(), b.incidents.begin(), b.incidents.end(),
                    [](Incident const& i, Incident const& j) {
                      return i.key == j.key && i.start == j.start && i.place == j.place && i.acts == j.acts;
                    });
}

}  // namespace ceaseline::validation
