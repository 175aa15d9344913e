#include <algorithm>

#include "ceaseline/scoring/score_sheet.hpp"
#include "charts.hpp"
#include "comparison_parts.hpp"
#include "drawn_designs.hpp"

namespace ceaseline::report {
namespace {

struct Link {
  char const* metric;
  char const* words;
};
constexpr Link links[] = {{"incidents_detected", "detected"},
                          {"incidents_located", "and located"},
                          {"incidents_verified", "and verified"},
                          {"incidents_attributed", "and attributed"},
                          {"incidents_chain_complete", "and reported in time"}};

/// Why an incident ended, in the order of the chain.
constexpr Link ends[] = {{"ended_no_asset", "missed: no asset within reach"},
                         {"ended_not_allowed", "missed: what would have been there was not allowed"},
                         {"ended_failed", "missed: what was there was broken"},
                         {"ended_out_of_sight", "missed: hidden by the ground"},
                         {"ended_not_noticed", "missed: within reach and not noticed"},
                         {"ended_cue_only", "known only from what may not be published"},
                         {"ended_merged", "taken for a part of another event"},
                         {"ended_too_uncertain", "located no better than the limit"},
                         {"ended_not_visitable", "one source, and no scene to visit"},
                         {"ended_refused", "every visit refused"},
                         {"ended_no_team", "no free team in time"},
                         {"ended_evidence_gone", "the visit came too late"},
                         {"ended_study_ended", "the period ended first"},
                         {"ended_side_unclear", "no side is clear enough"},
                         {"ended_late", "reported too late"}};

void add_row(DotChart& chart, CaseView const& in, DrawnDesigns const& drawn, char const* metric,
             std::string const& words, std::string const& stratum) {
  MetricResult const* const r = find_result(in, metric, stratum);
  if (r == nullptr) return;
  DotRow row{words, {}};
  for (std::size_t s = 0; s < drawn.which.size(); ++s) row.dots.push_back(dot_of(s, *r, drawn.which[s]));
  chart.rows.push_back(std::move(row));
}

DotChart share_chart(DrawnDesigns const& drawn, std::string axis) {
  DotChart chart;
  chart.axis = std::move(axis);
  chart.series = drawn.names;
  chart.bars = true;
  chart.factor = 100;
  return chart;
}

}  // namespace

std::vector<Chart> chain_charts(ComparisonView const& view) {
  std::vector<Chart> all;
  if (view.cases.empty()) return all;
  CaseView const& in = view.cases.front();
  DrawnDesigns const drawn{view};
  struct Part {
    char const* id;
    char const* stratum;
    char const* title;
  };
  for (Part const& part :
       {Part{"chain", "all", "The evidence chain, all incidents"},
        Part{"chain-side-a", "side=A", "The evidence chain where side A is responsible"},
        Part{"chain-side-b", "side=B", "The evidence chain where side B is responsible"}}) {
    DotChart chart = share_chart(drawn, "% of true incidents");
    chart.at_least = 100;
    for (Link const& link : links) add_row(chart, in, drawn, link.metric, link.words, part.stratum);
    if (!chart.rows.empty())
      all.push_back(finished(chart, part.id, part.title,
                             "Each step counts the incidents that passed all steps before it; 100 % is what "
                             "happened. Whiskers are 95 % intervals."));
  }
  return all;
}

std::vector<Chart> loss_charts(ComparisonView const& view) {
  if (view.cases.empty()) return {};
  DrawnDesigns const drawn{view};
  DotChart chart = share_chart(drawn, "% of true incidents that ended here");
  for (Link const& end : ends) add_row(chart, view.cases.front(), drawn, end.metric, end.words, "all");
  // A reason that ended nothing in any design is left out: this world has none of it.
  chart.rows.erase(std::remove_if(chart.rows.begin(), chart.rows.end(),
                                  [](DotRow const& row) {
                                    return std::all_of(row.dots.begin(), row.dots.end(),
                                                       [](Dot const& d) { return d.e.value == 0; });
                                  }),
                   chart.rows.end());
  if (chart.rows.empty()) return {};
  return {finished(
      chart, "losses", "Where incidents were lost",
      "Every incident ends once, with the first step it did not pass and the reason; what is missing "
      "to 100 % passed the whole chain.")};
}

std::vector<Chart> fairness_charts(ComparisonView const& view) {
  std::vector<Chart> all;
  if (view.cases.empty()) return all;
  CaseView const& in = view.cases.front();
  DrawnDesigns const drawn{view};
  DotChart sides = share_chart(drawn, "% of true incidents of that side that were detected");
  sides.at_least = 100;
  add_row(sides, in, drawn, "incidents_detected", "side A responsible", "side=A");
  add_row(sides, in, drawn, "incidents_detected", "side B responsible", "side=B");
  if (!sides.rows.empty())
    all.push_back(finished(
        sides, "sides", "Detected, by the side responsible",
        "A mission that sees one side's violations better is not even-handed, whatever it intends."));
  DotChart ratio;
  ratio.axis = "detected for side A over side B; 1 is even";
  ratio.series = drawn.names;
  ratio.one = 1;
  add_row(ratio, in, drawn, "even_handedness", "A over B", "all");
  if (!ratio.rows.empty())
    all.push_back(
        finished(ratio, "even", "Even-handedness",
                 "Where a whisker holds 1, chance alone could make the difference between the sides."));
  return all;
}

}  // namespace ceaseline::report
