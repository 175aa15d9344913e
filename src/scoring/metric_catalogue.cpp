#include <cstdio>
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
    for (MetricDefinition const& m : all_)
      if (m.id == id && m.stratum == shown) return;  // what the first table holds stands there
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
  void acts_a_day();
  void chain_by_stratum();
  std::vector<MetricDefinition> take() { return std::move(all_); }

 private:
  World const& world_;
  std::vector<MetricDefinition> all_;
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
    std::string const at = "kind=" + kind.id;
    share(4, "incidents_detected", "incidents", kind.title, at);
    if (!kind.object) share(4, "acts_detected", "acts", kind.title + ", by acts", at);
  }
  for (ViolationKind const& kind : world_.kinds()) {
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
  Strata explosions;  // all that explodes: what is neither small-arms fire nor an object
  for (ViolationKind const& kind : world_.kinds())
    if (!kind.object && kind.id != "small-arms") explosions.push_back("kind=" + kind.id);
  if (!explosions.empty())
    add(8, MetricKind::Share, "explosions_verified", "share", "explosions verified",
        {"incidents_verified", explosions}, {"incidents", explosions});
  add(8, MetricKind::Share, "visitable_verified", "share", "verified by visit, of visitable",
      {"incidents_verified_by_visit"}, {"incidents_visitable"});
  mean_over_replications(8, "hours_to_scene_p50", "replications_with_scenes", "time to scene, median");
  mean_over_replications(8, "hours_to_scene_p90", "replications_with_scenes",
                         "time to scene, 90th percentile");
  share(9, "incidents_side_known", "incidents", "side known", "");
  share(9, "incidents_side_wrong", "incidents_side_known", "wrong among these", "", false);
}

void Catalogue::coverage() {
  share(10, "covered_seen", "coverage_total", "hotspots seen by day", "set=hotspots;light=day");
  share(10, "covered_seen", "coverage_total", "hotspots seen by night", "set=hotspots;light=night");
  add(10, MetricKind::Mean, "gap_p95", "h", "gap between sights of a hotspot, 95th percentile", {"gap_p95"},
      {"replications_with_coverage"}, "", false);
}

void Catalogue::acts_a_day() {
  add(11, MetricKind::Mean, "acts_published_per_day", "acts/day", "published acts", {"acts_detected"},
      {"days"});
  add(11, MetricKind::Mean, "acts_per_day", "acts/day", "true acts", {"acts"}, {"days"});
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
  for (char const* const set : {"set=line", "set=hotspots"}) {
    for (char const* const light : {";light=day", ";light=night"}) {
      share(0, "covered_seen", "coverage_total", "seen", std::string{set} + light);
      share(0, "covered_heard", "coverage_total", "heard", std::string{set} + light);
    }
  }
  mean_over_replications(0, "hours_to_report_p50", "replications_with_reports", "time to report, median");
  mean_over_replications(0, "hours_to_report_p90", "replications_with_reports",
                         "time to report, 90th percentile");
  mean_over_replications(0, "gap_p95_naive", "replications_with_coverage",
                         "gap, cut ones taken for whole ones");
  add(0, MetricKind::Share, "gap_p95_at_least", "share", "replications too short for the 95th percentile",
      {"gap_p95_at_least"}, {"replications_with_coverage"}, "", false);
}

}  // namespace

std::vector<MetricDefinition> metric_catalogue(World const& world) {
  Catalogue catalogue{world};
  catalogue.people_and_access();
  catalogue.detection();
  catalogue.evidence();
  catalogue.coverage();
  catalogue.acts_a_day();
  catalogue.chain_by_stratum();
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
