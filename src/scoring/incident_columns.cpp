#include <array>
#include <cstddef>
#include <string>

#include "columns.hpp"

namespace ceaseline {
namespace {

/// One incident with what became of it, and when something counts.
struct Judged {
  Incident const& incident;
  Fate const& fate;
  Report const* published;  ///< what was published of it, or nullptr
  EvidenceSpec const& limits;
  bool object;

  [[nodiscard]] bool reached(Step s) const { return fate.step >= s; }
  [[nodiscard]] bool reported_in_time() const {
    return published != nullptr && fate.reported - incident.start <= limits.in_time;
  }
  [[nodiscard]] bool verified_in_time() const { return scoring::verified_in_time(incident, fate, limits); }
  [[nodiscard]] bool verified_by(Verification v) const {
    return reached(Step::Verified) && fate.verification == v;
  }
  [[nodiscard]] bool usable() const {
    return reported_in_time() && fate.half_axis <= limits.located_within.metres();
  }
  [[nodiscard]] bool side_known() const { return published != nullptr && fate.side_known(); }
  [[nodiscard]] bool side_wrong() const { return published != nullptr && fate.wrong(incident.side); }
  /// Objects have no acts, though they can be noticed.
  [[nodiscard]] double acts(std::uint32_t n) const { return object ? 0 : n; }
};

struct Count {
  char const* metric;
  char const* unit;
  double (*of)(Judged const&);
};

double one_if(bool yes) { return yes ? 1 : 0; }

// Every number that is counted for an incident, with its definition. A step of the chain counts only when all
// steps before it were reached; "side known", "reported in time" and "usable" stand by themselves, and say
// what was published.
constexpr Count counts[] = {
    {"incidents", "incidents", [](Judged const&) { return 1.0; }},
    {"incidents_detected", "incidents", [](Judged const& j) { return one_if(j.reached(Step::Detected)); }},
    {"incidents_heard_only", "incidents",
     [](Judged const& j) { return one_if(j.fate.acts_heard > 0 && j.fate.acts_seen == 0); }},
    {"incidents_seen", "incidents", [](Judged const& j) { return one_if(j.fate.acts_seen > 0); }},
    {"incidents_found_by_visit", "incidents",
     [](Judged const& j) { return one_if(j.fate.detected() && j.fate.acts_noticed == 0); }},
    {"incidents_merged", "incidents",
     [](Judged const& j) { return one_if(j.fate.detected() && j.fate.report < 0); }},
    {"incidents_duplicated", "incidents", [](Judged const& j) { return one_if(j.fate.duplicates > 0); }},
    {"incidents_claimed", "incidents", [](Judged const& j) { return one_if(j.fate.claimed); }},
    {"incidents_located", "incidents", [](Judged const& j) { return one_if(j.reached(Step::Located)); }},
    {"incidents_verified", "incidents", [](Judged const& j) { return one_if(j.reached(Step::Verified)); }},
    {"incidents_verified_in_time", "incidents", [](Judged const& j) { return one_if(j.verified_in_time()); }},
    {"incidents_verified_by_visit", "incidents",
     [](Judged const& j) { return one_if(j.verified_by(Verification::Visit)); }},
    {"incidents_verified_by_two_sources", "incidents",
     [](Judged const& j) { return one_if(j.verified_by(Verification::TwoSources)); }},
    {"incidents_verified_by_recognition", "incidents",
     [](Judged const& j) { return one_if(j.verified_by(Verification::Recognition)); }},
    {"incidents_attributed", "incidents",
     [](Judged const& j) { return one_if(j.reached(Step::Attributed)); }},
    {"incidents_attributed_wrongly", "incidents",
     [](Judged const& j) { return one_if(j.reached(Step::Attributed) && j.fate.wrong(j.incident.side)); }},
    {"incidents_chain_complete", "incidents",
     [](Judged const& j) { return one_if(j.reached(Step::InTime)); }},
    {"incidents_reported_in_time", "incidents", [](Judged const& j) { return one_if(j.reported_in_time()); }},
    {"incidents_usable", "incidents", [](Judged const& j) { return one_if(j.usable()); }},
    {"incidents_side_known", "incidents", [](Judged const& j) { return one_if(j.side_known()); }},
    {"incidents_side_wrong", "incidents", [](Judged const& j) { return one_if(j.side_wrong()); }},
    {"incidents_attributed_unverified", "incidents",
     [](Judged const& j) { return one_if(j.side_known() && !j.reached(Step::Verified)); }},
    {"incidents_visitable", "incidents", [](Judged const& j) { return one_if(j.incident.visitable); }},
    {"scenes_reached", "incidents", [](Judged const& j) { return one_if(scoring::scene_reached(j.fate)); }},
    {"hours_to_scene", "h", [](Judged const& j) { return hours(j.fate.time_to_scene); }},
    {"hours_to_report", "h",
     [](Judged const& j) { return j.published != nullptr ? hours(j.fate.reported - j.incident.start) : 0; }},
    {"acts", "acts", [](Judged const& j) { return j.acts(j.incident.acts); }},
    {"acts_detected", "acts", [](Judged const& j) { return j.acts(j.fate.acts_noticed); }},
    {"acts_heard", "acts", [](Judged const& j) { return j.acts(j.fate.acts_heard); }},
    {"acts_seen", "acts", [](Judged const& j) { return j.acts(j.fate.acts_seen); }},
    {"acts_verified_in_time", "acts",
     [](Judged const& j) { return j.verified_in_time() ? j.acts(j.fate.acts_noticed) : 0; }},
};
constexpr std::size_t count_count = sizeof(counts) / sizeof(counts[0]);
constexpr std::size_t prevented_column = count_count + reason_count;
constexpr std::size_t columns_per_stratum = prevented_column + 1;

constexpr std::array<char const*, reason_count> ends{
    "complete",      "no_asset",     "not_allowed", "failed",        "not_noticed", "too_uncertain",
    "not_visitable", "refused",      "no_team",     "evidence_gone", "study_ended", "side_unclear",
    "late",          "out_of_sight", "merged",      "cue_only"};

}  // namespace

Report const* published_report(Record const& record, Fate const& fate) {
  if (!fate.detected() || fate.report < 0) return nullptr;
  Report const& report = record.reports[static_cast<std::size_t>(fate.report)];
  return report.publishable ? &report : nullptr;
}

std::string ended_metric(Reason r) { return std::string{"ended_"} + ends[static_cast<std::size_t>(r)]; }

namespace scoring {

void name_incidents(World const& world, std::vector<ScoreColumn>& columns) {
  for (ViolationKind const& kind : world.kinds()) {
    for (Side const side : {Side::A, Side::B}) {
      for (Light const light : {Light::Day, Light::Night}) {
        std::string const stratum = "kind=" + kind.id + ";side=" + name(side) + ";light=" + name(light);
        for (Count const& c : counts) columns.push_back({c.metric, c.unit, stratum});
        for (int r = 0; r < reason_count; ++r)
          columns.push_back({ended_metric(static_cast<Reason>(r)), "incidents", stratum});
        columns.push_back({"incidents_prevented", "incidents", stratum});
      }
    }
  }
}

void count_incidents(Record const& record, World const& world, std::vector<double>& values) {
  std::size_t const begin = values.size();
  values.resize(begin + world.kinds().size() * 4 * columns_per_stratum, 0);
  for (std::size_t i = 0; i < record.incidents.size(); ++i) {
    Incident const& incident = record.incidents[i];
    Fate const& fate = record.fates[i];
    std::size_t const side = incident.side == Side::A ? 0 : 1;
    std::size_t const light = incident.light == Light::Day ? 0 : 1;
    double* const stratum =
        &values[begin + ((std::size_t{incident.kind} * 2 + side) * 2 + light) * columns_per_stratum];
    if (fate.prevented) {
      stratum[prevented_column] += 1;
      continue;
    }
    Judged const judged{incident, fate, published_report(record, fate), world.spec().evidence,
                        world.kinds()[incident.kind].object};
    for (std::size_t c = 0; c < count_count; ++c) stratum[c] += counts[c].of(judged);
    stratum[count_count + static_cast<std::size_t>(fate.reason)] += 1;
  }
}

}  // namespace scoring
}  // namespace ceaseline
