#include "ceaseline/experiment/explain.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/experiment/run_study.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

struct Told {
  Study study = small::study();
  Registries registries = builtin_registries();
  Arm arm{0, study.cases.front().missions.front(), false};
  Record record = replay(study, arm, 0);

  [[nodiscard]] Explanation of(std::uint32_t incident) const {
    return explain(study, arm, 0, incident, registries);
  }
  [[nodiscard]] std::uint32_t first(std::function<bool(Incident const&, Fate const&)> const& is) const {
    for (std::uint32_t i = 0; i < record.fates.size(); ++i)
      if (is(record.incidents[i], record.fates[i])) return i;
    ADD_FAILURE() << "there is no such incident";
    return 0;
  }
};

bool any(Explanation const& e, Chance why) {
  return std::any_of(e.opportunities.begin(), e.opportunities.end(),
                     [&](Opportunity const& o) { return o.why == why; });
}

TEST(Explain, AgreesWithTheRecordOnWhatWasNoticed) {
  Told const told;
  int noticed = 0;
  for (std::uint32_t i = 0; i < std::min<std::size_t>(25, told.record.fates.size()); ++i) {
    Explanation const e = told.of(i);
    Fate const& fate = told.record.fates[i];
    EXPECT_EQ(e.fate.step, fate.step);
    EXPECT_EQ(e.incident.key.value, told.record.incidents[i].key.value);
    EXPECT_EQ(any(e, Chance::Noticed), fate.acts_noticed > 0) << i;
    noticed += fate.acts_noticed > 0 ? 1 : 0;
    if (fate.reason == Reason::NotNoticed) {
      EXPECT_TRUE(any(e, Chance::Unlucky)) << i;
    }
    if (fate.reason == Reason::NoAsset) {
      EXPECT_FALSE(any(e, Chance::Unlucky)) << i;
    }
  }
  EXPECT_GT(noticed, 3);
}

TEST(Explain, ChancesStandInOrderAndLieWithinTheirSensorsReach) {
  Told const told;
  Explanation const e = told.of(told.first([](auto const&, Fate const& f) { return f.acts_noticed > 0; }));
  for (std::size_t i = 1; i < e.opportunities.size(); ++i)
    EXPECT_LE(e.opportunities[i - 1].at, e.opportunities[i].at);
  for (Opportunity const& o : e.opportunities) {
    if (o.why == Chance::TooFar) {
      EXPECT_GT(o.range, o.reach);
    }
    if (o.why == Chance::Noticed || o.why == Chance::Unlucky) {
      EXPECT_LE(o.range, o.reach);
    }
    if (o.chance > 0) {
      EXPECT_LE(o.chance, 1);
    }
  }
}

TEST(Explain, AListeningPostAcrossTheLineWouldHaveCaughtWhatNobodyWasNearTo) {
  Told const told;
  std::uint32_t const missed =
      told.first([](Incident const& i, Fate const& f) { return f.reason == Reason::NoAsset && i.acts >= 5; });
  Explanation const e = told.of(missed);
  auto const post = std::find_if(e.changes.begin(), e.changes.end(), [](TriedChange const& c) {
    return c.what == "a listening post across the line from it";
  });
  ASSERT_NE(post, e.changes.end());
  EXPECT_TRUE(post->helps(e.fate.step)) << name(post->step);
}

TEST(Explain, AChangeThatChangesNothingHelpsNothing) {
  Told const told;  // both sides are open already, and there is no aircraft to jam
  std::uint32_t const missed = told.first([](auto const&, Fate const& f) { return f.step == Step::Missed; });
  for (TriedChange const& c : told.of(missed).changes) {
    if (c.what != "side A is open" && c.what != "side B is open" && c.what != "no aircraft is jammed")
      continue;
    EXPECT_EQ(c.step, Step::Missed) << c.what;
    EXPECT_EQ(c.reason, told.record.fates[missed].reason) << c.what;
  }
}

TEST(Explain, RefusesAnIncidentThatIsNotThere) {
  Told const told;
  EXPECT_THROW((void)told.of(static_cast<std::uint32_t>(told.record.incidents.size())), InputError);
}

}  // namespace
}  // namespace ceaseline
