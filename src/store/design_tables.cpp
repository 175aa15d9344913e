#include "ceaseline/store/tables.hpp"
#include "csv.hpp"

namespace ceaseline {

std::string designs_csv(Study const& study, Plan const& plan) {
  std::string text = "study,design,item,unit,value\n";
  for (std::size_t d = 0; d < study.designs.size(); ++d) {
    DesignSpec const& design = study.designs[d];
    Establishment const& e = study.cases.front().missions[d]->establishment();
    auto const add = [&](char const* item, char const* unit, auto const& value) {
      text += csv_line(study.spec.id, design.id, item, unit, value);
    };
    add("title", "", design.title);
    add("organisation", "", design.organisation);
    add("baseline", "", d == plan.baseline ? "yes" : "no");
    add("equal_by_construction_to", "",
        plan.equal_to[d] == d ? std::string{} : study.designs[plan.equal_to[d]].id);
    add("on_books", "people", e.on_books);
    add("protection_on_books", "people", e.protection_on_books);
    add("in_field", "people", e.in_field);
    add("patrol_shifts_a", "1/day", e.patrol_shifts_a);
    add("patrol_shifts_b", "1/day", e.patrol_shifts_b);
    add("day_shifts", "1/day", e.day_shifts);
    add("night_shifts", "1/day", e.night_shifts);
    add("bases", "1", e.bases);
    add("cameras", "1", e.cameras);
    add("listening_places", "1", e.listening);
    add("acoustic_arrays", "1", e.arrays);
    add("aircraft", "1", e.aircraft);
    add("satellites", "1", e.satellites);
    add("weeks_to_full_strength", "weeks", e.weeks_to_strength);
    add("cost_monitors", "EUR/year", e.monitors.euro());
    add("cost_protection", "EUR/year", e.protection.euro());
    add("cost_bases", "EUR/year", e.base_costs.euro());
    add("cost_cameras", "EUR/year", e.camera_costs.euro());
    add("cost_arrays", "EUR/year", e.array_costs.euro());
    add("cost_from_above", "EUR/year", e.aircraft_costs.euro());
    add("cost_total", "EUR/year", e.total().euro());
  }
  return text;
}

std::string columns_csv() {
  constexpr char const* interval_meaning = "lower end of the 95 % interval; empty where there is none";
  constexpr char const* interval_end = "upper end of it";
  constexpr char const* n_meaning = "replications it rests on; 0: it does not exist, 1: it has no interval";
  constexpr char const* difference_meaning = "design less baseline, paired by replication";
  constexpr char const* finding_meaning = "what the interval says";
  constexpr char const* reduction_meaning = "how many times more replications independent draws would need";
  std::string text = "file,column,meaning\n";
  auto const add = [&text](char const* file, char const* column, char const* meaning) {
    text += csv_line(file, column, meaning);
  };
  add("all files", "study, case, design", "ids as in the study");
  add("all files", "seed", "of the study; with the number of the replication it addresses every draw");
  add("all files", "stratum",
      "what is counted: kind of violation, side, light at the start, set of places. For coverage, set is "
      "line, "
      "hotspots (within two widths of them), incidents (the line weighted by where incidents are to be "
      "expected), near or deep (bands on a side), and values are means over these places. The side is the "
      "one "
      "responsible for incidents, the one worked on for patrols, sorties and people, that of the scene for "
      "journeys");
  add("all files", "unit", "of the value; share is 0 to 1");
  add("designs.csv", "value", "what the design is on paper; money in EUR a year, steady state");
  add("replications.csv", "value",
      "counts and sums of one replication, additive over strata. Zeros are left out: "
      "a line that is missing says 0. What is known by segment stands in segments.csv only. Incidents that "
      "were prevented count in incidents_prevented alone; published_false counts reports that are about "
      "nothing that happened");
  add("estimates.csv", "value", "ratio of sums over replications; empty where it does not exist");
  add("estimates.csv", "low", interval_meaning);
  add("estimates.csv", "high", interval_end);
  add("estimates.csv", "n", n_meaning);
  add("segments.csv", "segment", "number of the reporting segment, from 0 at the start of the line");
  add("segments.csv", "value", "as in estimates.csv");
  add("segments.csv", "low", interval_meaning);
  add("segments.csv", "high", interval_end);
  add("segments.csv", "n", n_meaning);
  add("differences.csv", "difference", difference_meaning);
  add("differences.csv", "low", interval_meaning);
  add("differences.csv", "high", interval_end);
  add("differences.csv", "n", n_meaning);
  add("differences.csv", "finding", finding_meaning);
  add("differences.csv", "variance_reduction", reduction_meaning);
  add("drivers.csv", "group", "group of figures that the variant takes from the baseline");
  add("drivers.csv", "state",
      "switched: the variant was run; equal: nothing to switch; impossible: see note");
  add("drivers.csv", "difference", "design less variant, paired by replication, in the base case");
  add("drivers.csv", "low", interval_meaning);
  add("drivers.csv", "high", interval_end);
  add("drivers.csv", "n", n_meaning);
  add("drivers.csv", "finding", finding_meaning);
  add("drivers.csv", "variance_reduction", reduction_meaning);
  add("verdicts.csv", "verdict", "the answer to the study's question in this case");
  add("verdicts.csv", "best", "design with the best value of the study's metric");
  add("verdicts.csv", "equals", "designs that give exactly the same in every replication");
  add("verdicts.csv", "level", "designs that cannot be told from the best");
  add("verdicts.csv", "rival", "nearest design that is not its equal");
  add("verdicts.csv", "margin", "best less rival");
  add("verdicts.csv", "low", "lower end of the interval of the margin, at the confidence given");
  add("verdicts.csv", "high", interval_end);
  add("verdicts.csv", "confidence", "of that interval: 95 % shared out over the comparisons made");
  add("verdicts.csv", "flip",
      "whether the preferred design is another than in the base case; empty in the base case itself");
  add("coverage.csv", "axis", "hour: of the local day, over the period; day: of the period, each 24 h long");
  add("coverage.csv", "time", "number of the hour or day, from 0");
  add("coverage.csv", "share",
      "of that time in which the middle of the segment is covered for the reference kind as the design is "
      "planned: nobody refused or called away, clearest weather. 0 is left out");
  add("coverage_figures.csv", "segment", "as in segments.csv; judged at its middle");
  for (SegmentFigure const& f : segment_figure_list()) add("coverage_figures.csv", f.name, f.meaning);
  add("coverage_figures.csv", "worst", "1 for the segment that is covered least, by design and channel");
  add("resilience.csv", "value", "the study's metric, as in estimates.csv");
  add("resilience.csv", "low", interval_meaning);
  add("resilience.csv", "high", interval_end);
  add("resilience.csv", "n", n_meaning);
  add("resilience.csv", "change",
      "this case less the base case, of the same design, paired by replication; empty in the base case");
  add("resilience.csv", "change_low", interval_meaning);
  add("resilience.csv", "change_high", interval_end);
  add("resilience.csv", "change_n", n_meaning);
  add("resilience.csv", "finding", finding_meaning);
  add("resilience.csv", "variance_reduction", reduction_meaning);
  add("resilience.csv", "in_front", "whether no design has a better value in this case");
  add("fingerprints.csv", "fingerprint",
      "hash of everything that happened, was sensed and done in the replication");
  add("fingerprints.csv", "equal_to",
      "design with the same figures in this case: equal by construction, run once");
  return text;
}

}  // namespace ceaseline
