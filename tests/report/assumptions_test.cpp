#include <gmock/gmock.h>

#include "page.hpp"

namespace ceaseline::report {
namespace {

constexpr char const* resolved = R"(id = "s"
seed = 7
sources.seed = "choice: any number"

[[case]]
id = "base"

[world]
segment = "5 km"

[world.evidence]
side_threshold = 0.9
sources.side_threshold = "assumption: swept from 0.8"

[[world.violations.kinds]]
id = "small-arms"
title = "Small-arms fire"
visitable_share = 0.02

[world.violations.kinds.acts]
mean = 10
sources.mean = "derived: S12"

[[designs]]
id = "first"
teams = []

[designs.rules]
crosses_line = false
report_delay = "2 h"
sources.report_delay = "S137"

[[designs]]
id = "second"

[designs.rules]
crosses_line = true
report_delay = "2 h"
sources.report_delay = "S137"

[[stress]]
id = "bad month"
level = 3
)";

std::vector<std::string> listed() {
  std::vector<std::string> all;
  for (Figure const& f : figures_of(resolved))
    all.push_back(f.section + " | " + f.key + " = " + f.value + " | " + f.source + (f.assumed() ? " !" : ""));
  return all;
}

TEST(Figures, AreAllThereWithTheirSourcesAndWhatDesignsHaveAlikeStandsOnce) {
  EXPECT_THAT(listed(),
              testing::ElementsAre(" | seed = 7 | choice: any number", "world | segment = 5 km | ",
                                   "world.evidence | side_threshold = 0.9 | assumption: swept from 0.8 !",
                                   "world.violations.kinds small-arms | visitable_share = 0.02 | ",
                                   "world.violations.kinds.acts small-arms | mean = 10 | derived: S12",
                                   "all designs: rules | report_delay = 2 h | S137",
                                   "first: rules | crosses_line = false | ",
                                   "second: rules | crosses_line = true | "));
}

}  // namespace
}  // namespace ceaseline::report
