#pragma once

#include <string>
#include <vector>

#include "ceaseline/report/comparison_table.hpp"

namespace ceaseline::sample {

inline Estimate estimate(double value, double half, std::size_t n = 40) {
  return {value, true, {value - half, value + half}, n, half / 2.02};
}

/// `half` = 0: no difference.
inline PairedDifference difference(double value, double half, std::size_t n = 40) {
  if (half == 0) return {estimate(0, 0, n), Finding::NoDifference, {}};
  bool const holds_zero = value - half <= 0 && 0 <= value + half;
  return {estimate(value, half, n), holds_zero ? Finding::NotDistinguishable : Finding::Distinguishable, 6.5};
}

/// One metric with a value for civilian and ots alike, and another for gcc.
inline MetricResult result(int row, std::string const& id, std::string const& title, std::string const& unit,
                           std::string const& stratum, double both, double gcc, double half,
                           MetricKind kind = MetricKind::Share, std::size_t n = 40) {
  MetricResult r;
  r.metric = {id, title, unit, kind, {id}, {"incidents"}, stratum, row, true};
  r.estimates = {estimate(both, half, n), estimate(both, half, n), estimate(gcc, half, n)};
  r.differences = {difference(0, 0, n), difference(0, 0, n), difference(gcc - both, half / 3, n)};
  return r;
}

inline CaseView base_case() {
  CaseView c;
  c.id = "base";
  c.title = "A open, B restricted";
  auto const add = [&c](int row, char const* id, char const* title, char const* stratum, double both,
                        double gcc, double half) {
    c.metrics.push_back(result(row, id, title, "share", stratum, both, gcc, half));
  };
  c.metrics.push_back(result(1, "patrols_out_at_noon", "patrols out at 12:00", "patrols", "all", 53.1, 40.2,
                             0.4, MetricKind::Mean));
  c.metrics.push_back(result(1, "patrols_out_at_midnight", "patrols out at 00:00", "patrols", "all", 0, 13, 0,
                             MetricKind::Mean));
  add(3, "patrol_hours_allowed", "patrol hours allowed on side A", "side=A", 0.996, 0.996, 0.0004);
  add(3, "patrol_hours_allowed", "patrol hours allowed on side B", "side=B", 0.871, 0.868, 0.011);
  add(4, "incidents_detected", "heavy weapon", "kind=heavy", 0.621, 0.634, 0.018);
  add(4, "acts_detected", "heavy weapon, by acts", "kind=heavy", 0.412, 0.418, 0.015);
  add(4, "incidents_detected", "small-arms fire", "kind=small-arms", 0.311, 0.309, 0.009);
  add(4, "acts_detected", "small-arms fire, by acts", "kind=small-arms", 0.212, 0.211, 0.007);
  add(4, "objects_detected", "weapon beyond its line", "kind=weapon", 0.073, 0.081, 0.005);
  add(5, "incidents_detected", "heavy weapon", "kind=heavy;light=night", 0.52, 0.58, 0.02);
  add(5, "incidents_heard_only", "heavy weapon, heard only", "kind=heavy;light=night", 0.91, 0.82, 0.013);
  c.metrics.push_back(result(6, "worse_side_detected", "detected on the worse side", "share", "all", 0.28,
                             0.27, 0.011, MetricKind::WorseSide));
  c.metrics.push_back(result(6, "even_handedness", "detected for side A over side B", "1", "all", 1.22, 1.19,
                             0.05, MetricKind::EvenHandedness));
  add(7, "incidents_usable", "located within 1 km, reported within 24 h", "all", 0.083, 0.095, 0.004);
  add(8, "explosions_verified", "explosions verified", "all", 0.046, 0.051, 0.003);
  add(8, "visitable_verified", "by visit, of explosions that can be visited", "all", 0.31, 0.33, 0.02);
  c.metrics.push_back(result(8, "hours_to_scene_p50", "time to scene, median", "h", "all", 19.2, 17.9, 0.6,
                             MetricKind::Mean));
  add(9, "incidents_side_known", "side known", "all", 0.12, 0.14, 0.006);
  add(9, "incidents_side_wrong", "wrong among these", "all", 0.051, 0.049, 0.004);
  c.metrics.push_back(result(10, "covered_seen", "hotspots seen by day", "share", "set=hotspots;light=day",
                             0.213, 0.17, 0.006, MetricKind::Share, 8));
  c.metrics.push_back(result(10, "gap_p95", "gap between sights of a hotspot, 95th percentile", "h", "all",
                             61, 48, 4, MetricKind::Mean, 8));
  c.metrics.push_back(result(11, "acts_published_per_day", "published acts", "acts/day", "all", 93.1, 96.2,
                             3.4, MetricKind::Mean));
  c.metrics.push_back(
      result(11, "acts_per_day", "true acts", "acts/day", "all", 256.1, 256.1, 9.8, MetricKind::Mean));
  add(11, "published_false", "published reports that are false", "all", 0.014, 0.016, 0.002);
  c.metrics.push_back(result(11, "near_fire_per_year", "person-hours within 2 km of live fire", "h/year",
                             "all", 8230, 9140, 310, MetricKind::Mean));
  add(0, headline_metric, "verified within 24 h", "all", 0.031, 0.052, 0.003);
  c.verdict = {Verdict::LessThanMatters, 2, {}, {}, 0, difference(0.021, 0.0012), 0.975};
  c.verdict.verdict = Verdict::Preferred;
  return c;
}

/// Three designs, of which two are the same, in two cases.
inline ComparisonView view() {
  ComparisonView v;
  v.study = "Who verifies more on the Donbas line of 2021?";
  v.note = "A calibration bench, not a forecast.";
  v.question = "Which design verifies the larger share of incidents within 24 hours?";
  Establishment civilian;
  civilian.on_books = 575;
  civilian.in_field = 345;
  civilian.monitors = Money::euro(65e6);
  civilian.base_costs = Money::euro(6e6);
  civilian.camera_costs = Money::euro(2.4e6);
  civilian.cameras = 24;
  civilian.weeks_to_strength = 95.8;
  Establishment gcc = civilian;
  gcc.protection_on_books = 558;
  gcc.protection = Money::euro(33.5e6);
  gcc.aircraft = 6;
  gcc.arrays = 12;
  gcc.satellites = 1;
  gcc.array_costs = Money::euro(1.2e6);
  gcc.aircraft_costs = Money::euro(4.5e6);
  gcc.weeks_to_strength = 188.8;
  v.designs = {{"civilian", "OSCE-type civilian mission", civilian, false, 0},
               {"ots", "Organization of Turkic States", civilian, true, 0},
               {"gcc", "Gulf Cooperation Council", gcc, true, 2}};
  v.cases = {base_case(), base_case()};
  v.cases[1].id = "b-shut";
  v.cases[1].title = "B shut";
  v.cases[1].verdict = {Verdict::NotDistinguishable, 2, {}, {0, 1}, 0, difference(0.004, 0.006), 0.975};
  v.drivers = {{2,
                {{"numbers", difference(-0.004, 0.002), ""},
                 {"hours", difference(0.019, 0.003), ""},
                 {"rules", difference(0.001, 0.002), ""},
                 {"siting", {}, "same figures"}}}};
  v.yardstick = {257, "the SMM"};
  v.replications = 40;
  v.seed = 1;
  v.version = "0.1.0";
  v.files = {"results/donbas/report.html", "results/donbas/tables/estimates.csv"};
  return v;
}

}  // namespace ceaseline::sample
