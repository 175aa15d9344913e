#include "ceaseline/report/comparison_table.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "ceaseline/report/text_table.hpp"
#include "report/sample_view.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::string> lines_of(std::string const& text) {
  std::vector<std::string> lines;
  std::istringstream in{text};
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void expect_fits(std::string const& text, std::size_t width) {
  for (std::string const& line : lines_of(text)) EXPECT_LE(shown_width(line), width) << line;
}

// All on one line, so that a sentence can be looked for wherever it was wrapped.
std::string unwrapped(std::string const& text) {
  std::string out;
  for (char const c : text)
    if (c != '\n' && c != ' ')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  return out;
}

// One design of `view`, with one replication.
ComparisonView one_replication(ComparisonView view) {
  view.replications = 1;
  view.drivers.clear();
  for (CaseView& c : view.cases) {
    c.verdict = {};
    for (MetricResult& r : c.metrics) {
      for (Estimate& e : r.estimates) e = {e.value, false, {}, 1, 0};
      for (PairedDifference& d : r.differences)
        if (d.finding != Finding::NoDifference)
          d = {{d.difference.value, false, {}, 1, 0}, Finding::NoInterval, {}};
    }
  }
  return view;
}

// Whoever renews the golden file (CEASELINE_RENEW=1) explains in the commit why each changed line is right.
TEST(ComparisonTable, ReadsAsItDid) {
  std::string const path = CEASELINE_SOURCE_DIR "/tests/report/comparison.golden.txt";
  std::string const text = comparison_text(sample::view(), 80, false);
  if (std::getenv("CEASELINE_RENEW") != nullptr) std::ofstream{path} << text;
  std::ifstream in{path};
  std::stringstream golden;
  golden << in.rdbuf();
  EXPECT_EQ(text, golden.str());
}

TEST(ComparisonTable, StaysWithinTheWidth) {
  expect_fits(comparison_text(sample::view(), 80, false), 80);
  expect_fits(comparison_text(sample::view(), 200, false), 80);
  expect_fits(comparison_text(sample::view(), 60, false), 60);
  expect_fits(comparison_text(sample::view(), 1, false), 40);
}

TEST(ComparisonTable, IsPureTextWithoutColourAndTheSameTextWithIt) {
  std::string const plain = comparison_text(sample::view(), 80, false);
  std::string coloured = comparison_text(sample::view(), 80, true);
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_NE(coloured.find('\x1b'), std::string::npos);
  for (std::string const code : {"\x1b[1m", "\x1b[0m"})
    for (std::size_t at = coloured.find(code); at != std::string::npos; at = coloured.find(code))
      coloured.erase(at, code.size());
  EXPECT_EQ(coloured, plain);
}

TEST(ComparisonTable, HasAllTwelveRowsInOrder) {
  std::string const text = comparison_text(sample::view(), 80, false);
  std::size_t at = text.find("The designs side by side");
  ASSERT_NE(at, std::string::npos);
  for (int row = 1; row <= 12; ++row) {
    std::string const begin = (row < 10 ? "\n " : "\n") + std::to_string(row) + "  ";
    std::size_t const found = text.find(begin, at);
    EXPECT_NE(found, std::string::npos) << "row " << row;
    if (found != std::string::npos) at = found;
  }
}

TEST(ComparisonTable, AnswersInWordsFirst) {
  std::string const text = unwrapped(comparison_text(sample::view(), 80, false));
  EXPECT_THAT(text, HasSubstr("gcc preferred: 2.1 [2.0, 2.2] points ahead of civilian"));
  EXPECT_THAT(text, HasSubstr("What drives gcc less civilian: hours +1.9 [1.6, 2.2], "
                              "numbers -0.4 [-0.6, -0.2]."));
  EXPECT_THAT(text, HasSubstr("The answer changes in: B shut."));
  EXPECT_THAT(text, HasSubstr("rules +0.1 [-0.1, 0.3] not distinguishable"));
  EXPECT_LT(text.find("preferred"), text.find("The designs side by side"));
}

TEST(ComparisonTable, LeavesNoRowEmpty) {
  std::string const text = unwrapped(comparison_text(sample::view(), 80, false));
  EXPECT_THAT(text, Not(HasSubstr("not modelled")));
  EXPECT_THAT(text, HasSubstr("cameras / aircraft / acoustic arrays / satellites "
                              "24 / 0 / 0 / 0 24 / 0 / 0 / 0 24 / 6 / 12 / 1"));
  EXPECT_THAT(text, HasSubstr("weeks to full strength 96 96 189"));
  EXPECT_THAT(text, HasSubstr("published reports that are false, %; n 40 1.4 [1.2, 1.6]"));
  EXPECT_THAT(text, HasSubstr("person-hours within 2 km of live fire, h/year; n 40 8230 [7920, 8540]"));
}

TEST(ComparisonTable, CostsOfWhatNobodyHasTakeNoLine) {
  ComparisonView view = sample::view();
  EXPECT_THAT(unwrapped(comparison_text(view, 80, false)),
              HasSubstr("arrays 0.0 arrays 0.0 arrays 1.2 from above 0.0 from above 0.0 from above 4.5 "
                        "together 73.4 together 73.4 together 112.6"));
  for (DesignView& d : view.designs) d.establishment.array_costs = d.establishment.aircraft_costs = Money{};
  std::string const text = comparison_text(view, 80, false);
  EXPECT_THAT(text, Not(HasSubstr("arrays 0.0")));
  EXPECT_THAT(text, Not(HasSubstr("from above")));
}

TEST(ComparisonTable, AThingThatStaysHasItsValuesAlone) {
  std::string const text = unwrapped(comparison_text(sample::view(), 80, false));
  EXPECT_THAT(text, HasSubstr("weapon beyond its line, %; n 40 7.3 [6.8, 7.8] 7.3 [6.8, 7.8] 8.1 [7.6, 8.6] "
                              "5 The same by night"));
}

TEST(ComparisonTable, SaysWhatIsAssumed) {
  std::string const text = unwrapped(comparison_text(sample::view(), 80, false));
  EXPECT_THAT(text, HasSubstr("575 + 558 assumption"));
  EXPECT_THAT(text, HasSubstr("civilian 93, ots 93 and gcc 96; the SMM recorded 257"));
}

TEST(ComparisonTable, OneReplicationHasNoIntervalAndNoAnswer) {
  std::string const text = unwrapped(comparison_text(one_replication(sample::view()), 80, false));
  EXPECT_THAT(text, HasSubstr("no interval, so no answer (n = 1)"));
  EXPECT_THAT(text, HasSubstr("62.1 (no interval)"));
  EXPECT_THAT(text, Not(HasSubstr("[")));
  EXPECT_THAT(text, Not(HasSubstr("What drives gcc")));
}

TEST(ComparisonTable, EqualDesignsAreEqualByConstruction) {
  ComparisonView view = sample::view();
  view.designs.pop_back();
  view.drivers.clear();
  for (CaseView& c : view.cases) {
    c.verdict = {Verdict::Equal, 0, {1}, {}, 0, {}, 0.95};
    for (MetricResult& r : c.metrics) {
      r.estimates.pop_back();
      r.differences.pop_back();
    }
  }
  std::string const text = unwrapped(comparison_text(view, 80, false));
  EXPECT_THAT(text, HasSubstr("equal by construction: all designs have the same figures"));
  EXPECT_THAT(text, HasSubstr("The answer is the same in all 2 cases."));
  EXPECT_THAT(text, Not(HasSubstr("preferred")));
  expect_fits(comparison_text(view, 80, false), 80);
}

TEST(ComparisonTable, ADesignThatDoesNothingIsPrintedPlainly) {
  ComparisonView view = sample::view();
  view.designs[2] = {"none", "nobody there", {}, false, 2};
  for (MetricResult& r : view.cases.front().metrics) {
    r.estimates[2] = sample::estimate(0, 0);
    if (r.metric.id == "incidents_side_wrong") {
      r.estimates[2] = {};
      r.differences[2] = {};
    }
  }
  std::string const text = comparison_text(view, 80, false);
  EXPECT_THAT(text, HasSubstr("0 in all 40"));
  EXPECT_THAT(text, HasSubstr("none"));
  EXPECT_THAT(text, HasSubstr("not defined"));
  EXPECT_THAT(text, Not(HasSubstr("nan")));
  for (char const* const minus_zero : {"-0.0 ", "-0.0,", "-0.0]"})
    EXPECT_THAT(text, Not(HasSubstr(minus_zero)));
}

TEST(ComparisonTable, AGapThatOutlastsThePeriodIsABound) {
  ComparisonView view = sample::view();
  MetricResult bound = sample::result(0, "gap_p95_at_least", "too short", "share", "all", 0, 1, 0);
  view.cases.front().metrics.push_back(bound);
  std::string const text = unwrapped(comparison_text(view, 80, false));
  EXPECT_THAT(text, HasSubstr("61.0 [57.0, 65.0] 61.0 [57.0, 65.0] at least 48.0 [44.0, 52.0]"));
  EXPECT_THAT(text, HasSubstr("diff. baseline equal by construction only a bound"));
}

TEST(ComparisonTable, ManyDesignsGoIntoTablesBelowEachOther) {
  ComparisonView view = sample::view();
  for (int extra = 0; extra < 4; ++extra) {
    view.designs.push_back(view.designs[2]);
    view.designs.back().id = "extra-" + std::to_string(extra);
    for (CaseView& c : view.cases)
      for (MetricResult& r : c.metrics) {
        r.estimates.push_back(r.estimates[2]);
        r.differences.push_back(r.differences[2]);
      }
  }
  std::string const text = comparison_text(view, 80, false);
  expect_fits(text, 80);
  std::size_t tables = 0;
  for (std::string const& line : lines_of(text)) tables += line == "The designs side by side" ? 1 : 0;
  EXPECT_EQ(tables, 2U);
  std::size_t answers = 0;
  for (std::string const& line : lines_of(text)) answers += line == "12  Answer by case" ? 1 : 0;
  EXPECT_EQ(answers, 1U);
}

TEST(ComparisonTable, DrawsTheLineInTenthsOfTheTimeItIsSeen) {
  ComparisonView view = sample::view();
  view.segment_km = 5;
  std::vector<double> const along{0, 0.04, 0.26, 0.94, 0.96, 1, -1};
  view.seen_along = {along, along, std::vector<double>(7, 0.5)};
  std::string const text = comparison_text(view, 80, false);
  EXPECT_THAT(text, HasSubstr("5 km a mark"));
  EXPECT_THAT(text, HasSubstr("  civilian ..39##?\n"));
  EXPECT_THAT(text, HasSubstr("  gcc      5555555\n"));
  EXPECT_THAT(text, Not(HasSubstr("  ots      .")));
}

TEST(ComparisonTable, TakesStretchesOfALongLineTogether) {
  ComparisonView view = sample::view();
  view.segment_km = 5;
  view.seen_along = {std::vector<double>(150, 0.2)};
  std::string const text = comparison_text(view, 80, false);
  EXPECT_THAT(text, HasSubstr("15 km a mark"));
  EXPECT_THAT(text, HasSubstr("  civilian " + std::string(50, '2') + "\n"));
}

}  // namespace
}  // namespace ceaseline
