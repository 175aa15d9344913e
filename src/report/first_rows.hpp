#pragma once

#include <string>

#include "ceaseline/report/comparison_table.hpp"

namespace ceaseline::report {

/// A row of the first table that is estimated, 4 to 11.
struct RowHeading {
  int row;
  char const* text;
};
inline constexpr RowHeading estimated_rows[] = {
    {4, "Incidents detected, of true: at least one act noticed and reported; acts beside"},
    {5, "The same by night, and the part of these heard only"},
    {6, "Even-handedness: detected by the side responsible"},
    {7, "Usable, of true"},
    {8, "Verified by sight or visit, of true"},
    {9, "Side known with the probability asked for, of true"},
    {10, "Covered: seen, of place and time; gaps corrected for being cut by the period"},
    {11, "Published against true; reports of nothing; danger to monitors"}};

/// One item of what a mission costs.
struct CostItem {
  char const* title;
  Money (*of)(Establishment const&);
  bool always;  ///< otherwise only where a design has it
};
inline constexpr CostItem cost_items[] = {
    {"monitors", [](Establishment const& e) { return e.monitors; }, true},
    {"protection", [](Establishment const& e) { return e.protection; }, true},
    {"bases", [](Establishment const& e) { return e.base_costs; }, true},
    {"cameras", [](Establishment const& e) { return e.camera_costs; }, true},
    {"arrays", [](Establishment const& e) { return e.array_costs; }, false},
    {"from above", [](Establishment const& e) { return e.aircraft_costs; }, false},
    {"together", [](Establishment const& e) { return e.total(); }, true}};
/// Whether any design makes the item worth a line.
[[nodiscard]] bool is_shown(CostItem const& item, ComparisonView const& view);

/// The word in front of a metric that is printed under another one, without a difference; nullptr for others.
[[nodiscard]] char const* companion_tag(MetricDefinition const& m);
/// A metric that is printed with its values alone.
[[nodiscard]] bool is_brief(MetricDefinition const& m);
/// "n 40", "n 8 to 40"; empty when it rests on nothing.
[[nodiscard]] std::string number_of_replications(MetricResult const& r);
/// The value of one design in words, with its interval; the worse side is named, a mere bound said so.
[[nodiscard]] std::string value_words(CaseView const& in, MetricResult const& r, std::size_t design);
/// Its difference from the baseline in words.
[[nodiscard]] std::string difference_words(ComparisonView const& view, CaseView const& in,
                                           MetricResult const& r, std::size_t design);

}  // namespace ceaseline::report
