#include <cstdio>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/scoring/metrics.hpp"

namespace ceaseline {
namespace {

/// Where a metric is looked at: the part of the stratum, empty for everything.
using Strata = std::vector<std::string>;

// "1", "0.5": a limit as the study file gives it.
std::string plain(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", value);
  return text;
}

std::string within_time(World const& world) {
  return "within " + plain(hours(world.spec().evidence.in_time)) + " h";
}

/// The catalogue as it is being written, row by row.
class Catalogue {
 public:
  explicit Catalogue(World const& world) : world_{world} {}

  /// A share of one metric in another, within one stratum of both.
  void share(int row, std::string const& part, std::string const& whole, std::string const& title,
             std::string const& stratum, bool more_is_better = true) {
    add(row, MetricKind::Share, part, "share", title, {part, {stratum}}, {whole, {stratum}}, stratum,
        more_is_better);
  }
  void add(int row, MetricKind kind, std::string const& id, std::string const& unit, std::string const& title,
           Tally numerator, Tally denominator, std::string const& stratum = "", bool more_is_better = true) {
    std::string const shown = stratum.empty() ? "all" : stratum;
    if (!known_.emplace(id, shown).second) return;  // what the first table holds stands there
    all_.push_back(
        {id, title, unit, kind, std::move(numerator), std::move(denominator), shown, row, more_is_better});
  }
  /// A number that each replication has for itself, where it has one.
  void mean_over_replications(int row, std::string const& id, std::string const& flag,
                              std::string const& title) {
    add(row, MetricKind::Mean, id, "h", title, {id}, {flag}, "", false);
  }

  void people_and_access();
  void detection();
  void evidence();
  void coverage();
  void coverage_by_set();
  void probes_by_set();
  void published();
  void chain_by_stratum();
  void reports();
  void work_and_danger();
  std::vector<MetricDefinition> take() { return std::move(all_); }

 private:
  World const& world_;
  std::vector<MetricDefinition> all_;
  std::set<std::pair<std::string, std::string>> known_;
};

void Catalogue::people_and_access() {
  add(1, MetricKind::Mean, "patrols_out_at_noon", "patrols", "patrols out at 12:00", {"patrols_out_at_noon"},
      {"noons"});
  add(1, MetricKind::Mean, "patrols_out_at_midnight", "patrols", "patrols out at 00:00",
      {"patrols_out_at_midnight"}, {"midnights"});
  share(3, "patrol_hours_allowed", "patrol_hours", "patrol hours allowed on side A", "side=A");
  share(3, "patrol_hours_allowed", "patrol_hours", "patrol hours allowed on side B", "side=B");
}

void Catalogue::detection() {
  for (ViolationKind const& kind : world_.kinds()) {
    if (kind.object) continue;
    std::string const at = "kind=" + kind.id;
    share(4, "incidents_detected", "incidents", kind.title, at);
    share(4, "acts_detected", "acts", kind.title + ", by acts", at);
  }
  for (ViolationKind const& kind : world_.kinds()) {
    if (kind.object)
      add(4, MetricKind::Share, "objects_detected", "share", kind.title,
          {"incidents_detected", {"kind=" + kind.id}}, {"incidents", {"kind=" + kind.id}}, "kind=" + kind.id);
  }
  for (ViolationKind const& kind : world_.kinds()) {
    if (kind.object) continue;
    std::string const at = "kind=" + kind.id + ";light=night";
    share(5, "incidents_detected", "incidents", kind.title, at);
    share(5, "incidents_heard_only", "incidents_detected", kind.title + ", heard only", at, false);
  }
  add(6, MetricKind::WorseSide, "worse_side_detected", "share", "detected on the worse side",
      {"incidents_detected"}, {"incidents"});
  add(6, MetricKind::EvenHandedness, "even_handedness", "1", "detected for side A over side B",
      {"incidents_detected"}, {"incidents"});
}

void Catalogue::evidence() {
  share(7, "incidents_usable", "incidents",
        "located within " + plain(world_.spec().evidence.located_within.kilometres()) + " km, reported " +
            within_time(world_),
        "");
  Strata explosions;  // all that explodes: fire that is not small arms'
  for (ViolationKind const& kind : world_.kinds())
    if (!kind.object && kind.fire && kind.id != "small-arms") explosions.push_back("kind=" + kind.id);
  if (!explosions.empty()) {
    add(8, MetricKind::Share, "explosions_verified", "share", "explosions verified",
        {"incidents_verified", explosions}, {"incidents", explosions});
    add(8, MetricKind::Share, "visitable_verified", "share", "by visit, of explosions that can be visited",
        {"incidents_verified_by_visit", explosions}, {"incidents_visitable", explosions});
  }
  mean_over_replications(8, "hours_to_scene_p50", "replications_with_scenes", "time to scene, median");
  mean_over_replications(8, "hours_to_scene_p90", "replications_with_scenes",
                         "time to scene, 90th percentile");
  share(9, "incidents_side_known", "incidents", "side known", "");
  share(9, "incidents_side_wrong", "incidents_side_known", "wrong among these", "", false);
}

void Catalogue::coverage() {
  std::string const kind = ";kind=" + world_.kinds()[world_.reference_kind()].id;
  bool const probed = world_.spec().coverage.probed();
  auto const seen = [&](std::string const& title, std::string const& at) {
    share(10, probed ? "probes_seen" : "covered_seen", probed ? "probes" : "coverage_total", title, at);
  };
  seen("hotspots seen by day", "set=hotspots" + kind + ";light=day");
  seen("hotspots seen by night", "set=hotspots" + kind + ";light=night");
  seen("line seen by night", "set=line" + kind + ";light=night");
  std::string const near = plain(world_.spec().coverage.near.kilometres()) + " km into side ";
  seen(near + "A seen", "set=near;side=A" + kind);
  seen(near + "B seen", "set=near;side=B" + kind);
  add(10, MetricKind::Mean, "gap_p95", "h", "gap between sights of a hotspot, 95th percentile",
      {"gap_p95", {"set=hotspots"}}, {"replications_with_coverage"}, "", false);
}

/// Covered shares as probed in every replication.
void Catalogue::probes_by_set() {
  if (!world_.spec().coverage.probed()) return;
  std::string const kind = ";kind=" + world_.kinds()[world_.reference_kind()].id;
  for (char const* const set : {"set=line", "set=hotspots", "set=incidents", "set=near;side=A",
                                "set=deep;side=A", "set=near;side=B", "set=deep;side=B"})
    for (char const* const light : {"", ";light=day", ";light=night"})
      for (std::string const by : {"seen", "heard"})
        share(0, "probes_" + by, "probes", by + ", as probed", set + kind + light);
}

/// Figures of merit of every set of places that coverage is judged at, under the names of STK.
void Catalogue::coverage_by_set() {
  for (std::size_t const k : world_.coverage_kinds()) {
    for (char const* const set : {"set=line", "set=hotspots", "set=incidents", "set=near;side=A",
                                  "set=deep;side=A", "set=near;side=B", "set=deep;side=B"}) {
      std::string const at = std::string{set} + ";kind=" + world_.kinds()[k].id;
      for (std::string const by : {"seen", "heard"}) {
        share(0, "covered_" + by, "coverage_total", by, at);
        for (char const* const light : {";light=day", ";light=night"})
          share(0, "covered_" + by, "coverage_total", by, at + light);
        share(0, "two_assets_" + by, "coverage_total", by + " by two assets at once", at);
        share(0, "three_assets_" + by, "coverage_total", by + " by three assets at once", at);
        auto const mean = [&](std::string const& id, char const* unit, std::string const& part,
                              std::string const& whole, std::string const& title, bool more_is_better) {
          add(0, MetricKind::Mean, id + by, unit, title, {part + by, {at}}, {whole, {at}}, at,
              more_is_better);
        };
        mean("assets_", "assets", "asset_hours_", "coverage_total", "number of assets, " + by, true);
        mean("mean_gap_", "h", "gap_hours_", "gaps_" + by, "gap, mean, " + by, false);
        mean("time_average_gap_", "h", "squared_gaps_", "coverage_total", "time-average gap, " + by, false);
        mean("response_time_", "h", "response_", "coverage_total", "response time and age of data, " + by,
             false);
        mean("time_average_gap_corrected_", "h", "time_average_gap_corrected_",
             "replications_with_gaps_" + by, "time-average gap, of complete gaps, " + by, false);
        add(0, MetricKind::Mean, "longest_gap_" + by, "h", "longest gap, " + by, {"longest_gap_" + by, {at}},
            {"replications_with_coverage"}, at, false);
        add(0, MetricKind::Mean, "accesses_" + by, "accesses", "number of accesses, " + by,
            {"accesses_" + by, {at}}, {"replications_with_coverage"}, at);
      }
    }
  }
  for (char const* const set : {"set=line", "set=hotspots"}) {
    auto const of_gaps = [&](char const* id, char const* title) {
      add(0, MetricKind::Mean, id, "h", title, {id, {set}}, {"replications_with_coverage"}, set, false);
    };
    of_gaps("gap_p50", "gap between sights, median");
    of_gaps("gap_p95", "gap between sights, 95th percentile");
    of_gaps("gap_p95_naive", "gap, cut ones taken for whole ones");
  }
  add(0, MetricKind::Share, "worst_stretch_seen", "share", "share of time seen, of the worst segment",
      {"worst_stretch_seen"}, {"replications_with_coverage"});
}

void Catalogue::published() {
  add(11, MetricKind::Mean, "acts_published_per_day", "acts/day", "published acts", {"report_acts"},
      {"days"});
  add(11, MetricKind::Mean, "acts_per_day", "acts/day", "true acts", {"acts"}, {"days"});
  share(11, "published_false", "reports_published", "published reports that are false", "", false);
  add(11, MetricKind::Mean, "near_fire_per_year", "h/year",
      "person-hours within " + plain(world_.spec().danger.near.kilometres()) + " km of live fire",
      {"person_hours_near_fire"}, {"years"}, "", false);
}

void Catalogue::chain_by_stratum() {
  Strata strata{""};
  for (ViolationKind const& kind : world_.kinds()) strata.push_back("kind=" + kind.id);
  strata.insert(strata.end(), {"side=A", "side=B", "light=day", "light=night"});
  for (ViolationKind const& kind : world_.kinds())
    for (char const* const light : {";light=day", ";light=night"})
      strata.push_back("kind=" + kind.id + light);
  for (std::string const& at : strata) {
    share(0, headline_metric, "incidents", "verified " + within_time(world_), at);
    share(0, "incidents_detected", "incidents", "detected", at);
    share(0, "incidents_seen", "incidents", "seen", at);
    share(0, "incidents_heard_only", "incidents_detected", "heard only, of detected", at, false);
    share(0, "incidents_located", "incidents", "located", at);
    share(0, "incidents_verified", "incidents", "verified", at);
    share(0, "incidents_verified_by_visit", "incidents", "verified by visit", at);
    share(0, "incidents_verified_by_two_sources", "incidents", "verified by two sources", at);
    share(0, "incidents_verified_by_recognition", "incidents", "verified by recognition", at);
    share(0, "incidents_found_by_visit", "incidents", "found by a visit alone", at);
    share(0, "incidents_merged", "incidents", "taken for a part of another one", at, false);
    share(0, "incidents_duplicated", "incidents", "reported more than once", at, false);
    share(0, "incidents_claimed", "incidents", "complained of", at);
    share(0, "incidents_attributed", "incidents", "attributed", at);
    share(0, "incidents_attributed_wrongly", "incidents_attributed", "wrong among attributed", at, false);
    share(0, "incidents_chain_complete", "incidents", "whole chain in time", at);
    share(0, "incidents_reported_in_time", "incidents", "reported " + within_time(world_), at);
    share(0, "incidents_usable", "incidents", "usable", at);
    share(0, "incidents_side_known", "incidents", "side known", at);
    share(0, "incidents_side_wrong", "incidents_side_known", "wrong among side known", at, false);
    share(0, "incidents_attributed_unverified", "incidents", "side known but unverified", at);
    share(0, "acts_detected", "acts", "acts detected", at);
    share(0, "acts_verified_in_time", "acts", "acts verified in time", at);
    for (int r = 0; r < reason_count; ++r) {
      auto const reason = static_cast<Reason>(r);
      share(0, ended_metric(reason), "incidents", "ended: " + ended_metric(reason).substr(6), at,
            reason == Reason::None);
    }
  }
  mean_over_replications(0, "hours_to_report_p50", "replications_with_reports", "time to report, median");
  mean_over_replications(0, "hours_to_report_p90", "replications_with_reports",
                         "time to report, 90th percentile");
  add(0, MetricKind::Share, "gap_p95_at_least", "share", "replications too short for the 95th percentile",
      {"gap_p95_at_least", {"set=hotspots"}}, {"replications_with_coverage"}, "", false);
}

void Catalogue::reports() {
  share(0, "reports_false", "reports", "reports of nothing", "", false);
  share(0, "reports_wrongly_merged", "reports", "reports of more than one incident", "", false);
  share(0, "reports_kind_right", "reports_of_incidents", "kind right, of reports of an incident", "");
  share(0, "reports_published", "reports", "reports published", "");
  auto const a_day = [this](char const* metric, char const* unit, char const* title) {
    add(0, MetricKind::Mean, std::string{metric} + "_per_day", unit, title, {metric}, {"days"});
  };
  a_day("reports_published", "reports/day", "published reports");
  a_day("claims", "claims/day", "complaints of the parties");
  a_day("incidents_prevented", "incidents/day", "prevented incidents");
}

void Catalogue::work_and_danger() {
  for (char const* const side : {"", "side=A", "side=B"}) {
    share(0, "patrols_without_vehicle", "patrols", "patrols at home for want of a vehicle", side, false);
    share(0, "journeys_refused", "journeys", "journeys refused", side, false);
    share(0, "journeys_to_nothing", "journeys", "journeys on which nothing was found", side, false);
    share(0, "journeys_too_late", "journeys", "journeys that came too late", side, false);
    share(0, "sorties_flown", "sorties", "sorties flown", side);
    share(0, "sorties_jammed", "sorties_flown", "sorties jammed, of flown", side, false);
    share(0, "sorties_grounded", "sorties", "sorties kept on the ground", side, false);
    auto const a_year = [&](char const* id, char const* metric, char const* unit, char const* title) {
      add(0, MetricKind::Mean, id, unit, title, {metric, {side}}, {"years"}, side, false);
    };
    a_year("aircraft_lost_per_year", "aircraft_lost", "aircraft/year", "aircraft lost");
    a_year("near_fire_per_year", "person_hours_near_fire", "h/year", "person-hours near live fire");
    a_year("withdrawals_per_year", "withdrawals", "outings/year", "patrols that left a fire");
    a_year("mined_outings_per_year", "mined_outings", "outings/year", "patrols on a lane beside mines");
  }
}

}  // namespace

std::vector<MetricDefinition> metric_catalogue(World const& world) {
  Catalogue catalogue{world};
  catalogue.people_and_access();
  catalogue.detection();
  catalogue.evidence();
  catalogue.coverage();
  catalogue.published();
  catalogue.chain_by_stratum();
  catalogue.coverage_by_set();
  catalogue.probes_by_set();
  catalogue.reports();
  catalogue.work_and_danger();
  return catalogue.take();
}

std::vector<MetricDefinition> segment_catalogue(World const& world) {
  Catalogue catalogue{world};
  for (int s = 0; s < world.segments(); ++s) {
    std::string const at = "segment=" + std::to_string(s);
    catalogue.share(0, "segment_incidents_detected", "segment_incidents", "detected", at);
    catalogue.share(0, "segment_incidents_verified_in_time", "segment_incidents",
                    "verified " + within_time(world), at);
    catalogue.share(0, "segment_heard", "segment_coverage_computed", "share of time heard", at);
    catalogue.share(0, "segment_seen", "segment_coverage_computed", "share of time seen", at);
  }
  return catalogue.take();
}

}  // namespace ceaseline
