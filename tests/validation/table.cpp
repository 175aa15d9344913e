#include "table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace ceaseline::validation {
namespace {

constexpr int facts = 12;

struct Later {
  int fact;
  char const* what;
  char const* expected;
};

/// Facts that need parts the simulator does not have yet.
constexpr Later later[] = {
    {8, "the surge of February 2022 trips an escalation alarm", "within 48 h (S84, S85)"},
    {9, "283 ship-days at random; relay of ships that may stay 21 days", "54 % and 78 % of days covered"},
    {10, "220 monitors who make 4,533 patrols a year", "12.4 a day (S102)"},
};

char const* const head = R"(# Validation

What has been published about ceasefire monitoring, run as scenarios on the code that studies run, and what comes out.

```sh
tools/validation                                # builds, runs all checks and writes this page
ctest --test-dir build/release -L validation    # the same checks as tests
```

This page is written by `tools/validation`; do not edit it. "holds" is what a test asserts: a number with a band
holds when its whole 95 % interval (Student, over independent runs) lies in the band; a difference holds when it is
paired, run by run, and lies beyond four standard errors; "exactly" allows nothing. `n` says over how many runs.
S-numbers are those of `scenarios/SOURCES.md` and of the list below.

A calibration bench, not a forecast: the world was fitted to fact 2 and given the mean of fact 3, so that these show
that the fit is there, not that the model is right. Sizes of effects in facts 4 to 6 follow from assumptions about who
hears how far; what is checked is that they have the right sign.

| fact | what | expected | simulated | n | verdict |
| --- | --- | --- | --- | --- | --- |
)";

char const* const tail = R"(
Sources that no scenario cites: S19 kyivpost.com/post/9363 (15 Feb 2021); S21 uacrisis.org/en/55979-osce-57;
S84, S85 daily reports of February 2022, reliefweb.int; S92 uacrisis.org/en/67946; S102 the EU mission in Georgia, 2022;
S112 asianage.com (28 Dec 2017); S200 en.lb.ua/news/2018/08/09/6414.
)";

std::vector<Check>& checks() {
  static std::vector<Check> all;
  return all;
}

void write(std::string const& path) {
  std::vector<Check> all = checks();
  for (Later const& l : later) all.push_back({l.fact, l.what, l.expected, "not simulated yet", "", false});
  std::stable_sort(all.begin(), all.end(), [](Check const& a, Check const& b) { return a.fact < b.fact; });
  std::ofstream out(path);
  out << head;
  for (Check const& c : all) {
    char const* const verdict = c.n.empty() ? "later work" : c.holds ? "holds" : "**fails**";
    out << "| " << c.fact << " | " << c.what << " | " << c.expected << " | " << c.simulated << " | " << c.n
        << " | " << verdict << " |\n";
  }
  out << tail;
  if (!out.flush()) ADD_FAILURE() << "cannot write " << path;
  for (int fact = 1; fact <= facts; ++fact) {
    bool const there = std::any_of(all.begin(), all.end(), [&](Check const& c) { return c.fact == fact; });
    if (!there) ADD_FAILURE() << "fact " << fact << " has no line in the table";
  }
}

class Table : public testing::Environment {
 public:
  void TearDown() override {
    char const* const path = std::getenv("CEASELINE_VALIDATION_TABLE");
    if (path != nullptr) write(path);
  }
};

testing::Environment* const table = testing::AddGlobalTestEnvironment(new Table);

}  // namespace

void state(Check check) {
  std::string const told =
      check.what + ": expected " + check.expected + ", simulated " + check.simulated + " (" + check.n + ")";
  std::printf("fact %d, %s\n", check.fact, told.c_str());
  EXPECT_TRUE(check.holds) << told;
  checks().push_back(std::move(check));
}

std::string fixed(double value, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, value);
  return text;
}

std::string with_interval(Estimate const& e, int digits) {
  if (!e.has_interval) return fixed(e.value, digits) + " (no interval)";
  return fixed(e.value, digits) + " [" + fixed(e.ci.low, digits) + ", " + fixed(e.ci.high, digits) + "]";
}

std::string runs(Estimate const& e) { return std::to_string(e.n) + " runs"; }

bool within(Estimate const& e, double low, double high) {
  return e.has_interval && low <= e.ci.low && e.ci.high <= high;
}

bool surely_below_zero(Estimate const& e) { return e.has_interval && e.value + 4 * e.standard_error < 0; }
bool surely_above_zero(Estimate const& e) { return e.has_interval && e.value - 4 * e.standard_error > 0; }

}  // namespace ceaseline::validation
