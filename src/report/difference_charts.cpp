#include <fmt/format.h>

#include <algorithm>

#include "charts.hpp"
#include "comparison_parts.hpp"
#include "drawn_designs.hpp"

namespace ceaseline::report {
namespace {

constexpr std::size_t few_cases = 8;

/// Designs that differ from the baseline, by series.
DrawnDesigns without_baseline(ComparisonView const& view) {
  DrawnDesigns drawn{view};
  std::size_t const base = view.designs[view.baseline].equal_to;
  for (std::size_t s = 0; s < drawn.which.size();) {
    if (drawn.which[s] != base) {
      ++s;
      continue;
    }
    drawn.which.erase(drawn.which.begin() + static_cast<std::ptrdiff_t>(s));
    drawn.names.erase(drawn.names.begin() + static_cast<std::ptrdiff_t>(s));
  }
  return drawn;
}

/// A series keeps the colour its design has in the other charts.
std::size_t style_of(ComparisonView const& view, std::size_t design) {
  DrawnDesigns const all{view};
  for (std::size_t s = 0; s < all.which.size(); ++s)
    if (all.which[s] == design) return s;
  return 0;
}

std::string in_unit(Unit const& unit) { return unit.of_difference.empty() ? "" : ", " + unit.of_difference; }

DotChart paired_chart(ComparisonView const& view, MetricResult const& asked) {
  Unit const unit = printed_unit(asked.metric.unit);
  DotChart chart;
  chart.series = DrawnDesigns{view}.names;
  chart.zero = true;
  chart.factor = unit.factor;
  chart.matters = view.matters * unit.factor;
  return chart;
}

DotRow differences_of(ComparisonView const& view, MetricResult const& r, std::string label) {
  DotRow row{std::move(label), {}};
  for (std::size_t const d : without_baseline(view).which)
    row.dots.push_back(dot_of(style_of(view, d), r.differences[d], printed_unit(r.metric.unit)));
  return row;
}

std::string title_of_row(MetricDefinition const& m) {
  static constexpr char const* heads[] = {
      "", "", "", "", "detected: ", "by night: ", "", "usable: ", "", "", "seen: ", ""};
  return m.row > 0 && m.row < 12 ? heads[m.row] + m.title : m.title;
}

}  // namespace

std::vector<Chart> difference_charts(ComparisonView const& view) {
  std::vector<Chart> all;
  if (view.cases.empty() || without_baseline(view).which.empty()) return all;
  CaseView const& base = view.cases.front();
  MetricResult const* const asked = find_result(base, view.metric);
  if (asked == nullptr) return all;
  std::string const baseline = view.designs[view.baseline].id;
  DotChart chart = paired_chart(view, *asked);
  chart.axis = fmt::format("{}: design less {}{}", asked->metric.title, baseline,
                           in_unit(printed_unit(asked->metric.unit)));
  for (std::size_t c = 0; c < std::min(view.cases.size(), few_cases); ++c) {
    MetricResult const* const there = find_result(view.cases[c], view.metric);
    if (there != nullptr) chart.rows.push_back(differences_of(view, *there, view.cases[c].title));
  }
  all.push_back(finished(
      chart, "differences", "The question, by case: " + asked->metric.title,
      "Paired by replication: both designs met the same incidents and the same luck. A whisker "
      "that crosses 0 says not distinguishable; the grey band is less than the study says matters."));
  DotChart rows;
  rows.series = chart.series;
  rows.zero = true;
  rows.factor = 100;
  rows.axis = "design less " + baseline + ", points of the share";
  for (MetricResult const& r : base.metrics)
    if (r.metric.row >= 4 && r.metric.unit == "share" && r.metric.id != "objects_detected")
      rows.rows.push_back(differences_of(view, r, title_of_row(r.metric)));
  if (!rows.rows.empty())
    all.push_back(
        finished(rows, "rows", "Rows of the table, in the case " + base.title,
                 "More is not always better: published reports that are false, wrong sides and heard only "
                 "are bad when they grow."));
  return all;
}

std::vector<Chart> driver_charts(ComparisonView const& view) {
  std::vector<Chart> all;
  if (view.cases.empty()) return all;
  MetricResult const* const asked = find_result(view.cases.front(), view.metric);
  if (asked == nullptr) return all;
  for (DriversOfDesign const& of : view.drivers) {
    DotChart chart = paired_chart(view, *asked);
    std::size_t const series = style_of(view, view.designs[of.design].equal_to);
    Unit const unit = printed_unit(asked->metric.unit);
    chart.axis = asked->metric.title + in_unit(unit);
    chart.rows.push_back({"whole difference", {dot_of(series, asked->differences[of.design], unit)}});
    for (DriverView const& d : by_size(of.groups))
      if (d.word.empty()) chart.rows.push_back({d.group, {dot_of(series, d.effect, unit)}});
    if (chart.rows.size() < 2) continue;
    std::string const design = view.designs[of.design].id;
    all.push_back(finished(
        chart, "drivers-" + design, "What drives " + design + " less " + view.designs[view.baseline].id,
        "What goes when one group of figures is set to the baseline's. Groups work together, so "
        "the parts need not add up."));
  }
  return all;
}

std::vector<Chart> resilience_charts(ComparisonView const& view) {
  if (view.cases.size() < 2) return {};
  MetricResult const* const asked = find_result(view.cases.front(), view.metric);
  if (asked == nullptr) return {};
  DrawnDesigns const drawn{view};
  Unit const unit = printed_unit(asked->metric.unit);
  DotChart chart = paired_chart(view, *asked);
  chart.matters = 0;
  chart.axis = asked->metric.title + ": the case less the same design in \"" + view.cases.front().title +
               "\"" + in_unit(unit);
  for (std::size_t c = 1; c < view.cases.size(); ++c) {
    DotRow row{view.cases[c].title, {}};
    if (view.cases[c].change.empty()) continue;
    for (std::size_t s = 0; s < drawn.which.size(); ++s)
      row.dots.push_back(dot_of(s, view.cases[c].change[drawn.which[s]], unit));
    chart.rows.push_back(std::move(row));
  }
  if (chart.rows.empty()) return {};
  return {finished(
      chart, "resilience", "What each case changes in a design",
      "Paired with the same design's first case. Left of 0 a case costs the design, right of 0 it helps.")};
}

std::vector<Chart> sensitivity_charts(ComparisonView const& view) {
  if (view.cases.size() <= few_cases || without_baseline(view).which.empty()) return {};
  MetricResult const* const asked = find_result(view.cases.front(), view.metric);
  if (asked == nullptr) return {};
  DotChart chart = paired_chart(view, *asked);
  chart.axis = fmt::format("{}: design less {}{}", asked->metric.title, view.designs[view.baseline].id,
                           in_unit(printed_unit(asked->metric.unit)));
  for (CaseView const& c : view.cases) {
    MetricResult const* const there = find_result(c, view.metric);
    if (there == nullptr) continue;
    chart.rows.push_back(differences_of(view, *there, c.title + (c.flip.empty() ? "" : ": " + c.flip)));
  }
  return {finished(chart, "sensitivity", "Does the answer survive other assumptions?",
                   "One row an assumption that is set otherwise, for all designs alike.")};
}

std::vector<Chart> cost_charts(ComparisonView const& view) {
  if (view.cases.empty()) return {};
  MetricResult const* const asked = find_result(view.cases.front(), view.metric);
  if (asked == nullptr) return {};
  Unit const unit = printed_unit(asked->metric.unit);
  DrawnDesigns const drawn{view};
  CostChart chart;
  chart.series = drawn.names;
  chart.across = "M EUR a year, steady state";
  chart.up = asked->metric.title + (unit.of_value.empty() ? "" : ", " + unit.of_value);
  chart.factor = unit.factor;
  for (std::size_t s = 0; s < drawn.which.size(); ++s) {
    chart.cost.push_back(view.designs[drawn.which[s]].establishment.total().euro() / 1e6);
    chart.effect.push_back(dot_of(s, *asked, drawn.which[s]));
  }
  return {finished(
      chart, "cost", "Cost against effect",
      "Both axes begin at 0. Unit costs are assumptions or derived, as the assumptions sheet says; designs "
      "of equal cost stand a little apart.")};
}

std::vector<Chart> hour_charts(ComparisonView const& view, std::vector<PlannedCoverage> const& planned) {
  std::vector<Chart> all;
  DrawnDesigns const drawn{view};
  for (Channel const channel : {Channel::Sight, Channel::Sound}) {
    HourChart chart;
    chart.axis = std::string{"% of the line "} + name(channel);
    for (std::size_t s = 0; s < drawn.which.size(); ++s) {
      for (PlannedCoverage const& p : planned) {
        if (p.design != view.designs[drawn.which[s]].id) continue;
        std::vector<double> const& by_hour = p.raster.channel[static_cast<std::size_t>(channel)].by_hour;
        std::vector<double> line(24, 0);
        for (std::size_t i = 0; i < by_hour.size(); ++i)
          line[i / p.raster.columns] += 100 * by_hour[i] / static_cast<double>(p.raster.columns);
        chart.series.push_back(drawn.names[s]);
        chart.values.push_back(std::move(line));
      }
    }
    if (chart.series.empty()) continue;
    all.push_back(
        finished(chart, std::string{"hours-"} + name(channel),
                 channel == Channel::Sight ? "Seen, by hour of the day" : "Heard, by hour of the day",
                 "Planned coverage for the reference kind, mean over the line and the period, exact and "
                 "without chance: nobody refused, called away or grounded, the clearest weather. An upper "
                 "bound; tables/coverage.csv has it by stretch."));
  }
  return all;
}

std::vector<Chart> all_charts(ComparisonView const& view, std::vector<PlannedCoverage> const& planned) {
  std::vector<Chart> all;
  for (auto const& some : {difference_charts(view), driver_charts(view), chain_charts(view),
                           loss_charts(view), hour_charts(view, planned), fairness_charts(view),
                           cost_charts(view), resilience_charts(view), sensitivity_charts(view)})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace ceaseline::report
