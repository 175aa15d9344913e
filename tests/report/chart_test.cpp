#include "chart.hpp"

#include <gmock/gmock.h>

#include "charts.hpp"
#include "report/sample_view.hpp"
#include "svg.hpp"

namespace ceaseline::report {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::size_t times(std::string const& part, std::string const& whole) {
  std::size_t n = 0;
  for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) ++n;
  return n;
}

TEST(Scale, EndsAtTicksAndWritesThemWithTheDecimalsOfTheirStep) {
  Scale const scale{-0.13, 0.42, 0, 100, 5};
  EXPECT_EQ(scale.ticks().size(), 5U);
  EXPECT_NEAR(scale.low(), -0.2, 1e-12);
  EXPECT_NEAR(scale.high(), 0.6, 1e-12);
  EXPECT_EQ(scale.text(scale.ticks()[1]), "0");
  EXPECT_EQ(scale.text(scale.ticks()[2]), "0.2");
  EXPECT_NEAR(scale(0.2), 50, 1e-9);
}

TEST(Scale, HasAnExtentWhereAllValuesAreTheSame) {
  Scale const scale{3, 3, 0, 100, 5};
  EXPECT_LT(scale.low(), 3);
  EXPECT_GT(scale.high(), 3);
}

TEST(Charts, DrawEqualDesignsOnceUnderBothNames) {
  std::vector<Chart> const charts = cost_charts(sample::view());
  ASSERT_EQ(charts.size(), 1U);
  EXPECT_THAT(charts.front().series, ElementsAre("civilian = ots", "gcc"));
  ASSERT_EQ(charts.front().data.size(), 2U);
  EXPECT_EQ(charts.front().data[1][1], "112.6") << "M EUR a year";
}

TEST(Charts, HoldTheNumbersWithTheirIntervalsAndReplications) {
  std::vector<Chart> const charts = difference_charts(sample::view());
  ASSERT_EQ(charts.size(), 2U);
  Chart const& question = charts.front();
  ASSERT_EQ(question.data.size(), 2U) << "one difference in each of two cases";
  EXPECT_THAT(question.data_columns, ElementsAre("row", "design", "value", "low", "high", "n"));
  EXPECT_NEAR(std::stod(question.data[0][2]), 0.021, 1e-12);
  EXPECT_NEAR(std::stod(question.data[0][3]), 0.020, 1e-12);
  EXPECT_EQ(question.data[0][5], "40");
  EXPECT_THAT(question.wide, HasSubstr("data-value=\"" + question.data[0][2] + "\""));
  EXPECT_EQ(times("<g class=\"d ", question.wide), times("<g class=\"d ", question.narrow));
}

TEST(Charts, SayInWordsWhatCannotBeTold) {
  ComparisonView view = sample::view();
  for (MetricResult& r : view.cases.front().metrics)
    if (r.metric.id == view.metric) r.differences[2] = sample::difference(0.001, 0.004);
  Chart const chart = difference_charts(view).front();
  EXPECT_THAT(chart.rows.front()[2], HasSubstr("not distinguishable"));
  EXPECT_THAT(chart.wide, HasSubstr("not distinguishable"));
}

TEST(Charts, DrawAPaleMarkWhereThereIsNoInterval) {
  ComparisonView view = sample::view();
  for (MetricResult& r : view.cases.front().metrics)
    for (Estimate& e : r.estimates) e = {e.value, false, {}, 1, 0};
  Chart const chart = fairness_charts(view).back();
  EXPECT_THAT(chart.wide, HasSubstr("class=\"hollow\""));
  EXPECT_THAT(chart.wide, Not(HasSubstr("data-low")));
  EXPECT_THAT(chart.about, HasSubstr("no interval"));
}

TEST(Charts, AreNotDrawnWhereNothingDiffers) {
  ComparisonView view = sample::view();
  for (DesignView& d : view.designs) d.equal_to = 0;
  EXPECT_TRUE(difference_charts(view).empty());
}

TEST(Charts, StandAloneAsFilesWithTheirColoursAndLegend) {
  Chart const chart = difference_charts(sample::view()).front();
  std::string const svg = svg_file(chart);
  EXPECT_THAT(svg, HasSubstr("<style>"));
  EXPECT_THAT(svg, HasSubstr(">gcc</text>"));
  EXPECT_THAT(svg, Not(HasSubstr("var(--")));
  std::string const csv = csv_file(chart);
  EXPECT_EQ(times("\n", csv), 1 + chart.data.size());
  EXPECT_THAT(csv, HasSubstr("\"A open, B restricted\",gcc,0.02"));
}

TEST(Charts, WriteNamesAsTextAndNotAsMarks) {
  ComparisonView view = sample::view();
  view.designs[2].id = "<b>&\"";
  std::string const page = html_of(cost_charts(view).front());
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;&amp;&quot;"));
}

}  // namespace
}  // namespace ceaseline::report
