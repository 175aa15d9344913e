#include "ceaseline/scoring/score_sheet.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <stdexcept>

#include "scoring/scored.hpp"

namespace ceaseline {
namespace {

TEST_F(Scored, AnEmptyRecordIsAllZerosButForTheCalendar) {
  std::vector<double> const values = sheet_.score(record_, world_);
  ASSERT_EQ(values.size(), sheet_.columns().size());
  std::set<std::string> calendar{"days", "years", "noons", "midnights"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (calendar.count(sheet_.columns()[i].metric) == 0) {
      EXPECT_EQ(values[i], 0) << sheet_.columns()[i].metric;
    }
  }
  EXPECT_EQ((*this)("days"), 10);
  EXPECT_DOUBLE_EQ((*this)("years"), 10 / 365.0);
  EXPECT_EQ((*this)("noons"), 10);
  EXPECT_EQ((*this)("midnights"), 10);
}

TEST_F(Scored, EveryColumnHasItsOwnName) {
  std::set<std::string> names;
  for (ScoreColumn const& c : sheet_.columns())
    EXPECT_TRUE(names.insert(c.metric + " " + c.stratum).second) << c.metric << ' ' << c.stratum;
}

TEST_F(Scored, OneIncidentThroughTheWholeChain) {
  using toy::Story;
  toy::tell(record_, toy::incident(),
            Story::heard(4)
                .seen(2)
                .half_axis(300)
                .verified(Verification::Visit, 20)
                .visited_after(6)
                .blamed_on(Side::A)
                .reported(23)
                .until(Step::InTime, Reason::None));
  for (char const* const metric :
       {"incidents", "incidents_detected", "incidents_seen", "incidents_located", "incidents_verified",
        "incidents_verified_in_time", "incidents_verified_by_visit", "incidents_attributed",
        "incidents_chain_complete", "incidents_reported_in_time", "incidents_usable", "incidents_side_known",
        "scenes_reached", "ended_complete"}) {
    EXPECT_EQ((*this)(metric, "kind=small-arms;side=A;light=day"), 1) << metric;
    EXPECT_EQ((*this)(metric), 1) << metric;
  }
  for (char const* const metric :
       {"incidents_heard_only", "incidents_side_wrong", "incidents_attributed_wrongly",
        "incidents_attributed_unverified", "incidents_verified_by_two_sources"})
    EXPECT_EQ((*this)(metric), 0) << metric;
  EXPECT_EQ((*this)("acts"), 10);
  EXPECT_EQ((*this)("acts_detected"), 4);
  EXPECT_EQ((*this)("acts_heard"), 4);
  EXPECT_EQ((*this)("acts_seen"), 2);
  EXPECT_EQ((*this)("acts_verified_in_time"), 4);
  EXPECT_EQ((*this)("hours_to_scene"), 6);
  EXPECT_EQ((*this)("hours_to_report"), 23);
}

TEST_F(Scored, LimitsCountAsReached) {
  using toy::Story;
  auto const whole = [](double verified, double reported, double half_axis) {
    return Story::heard(1)
        .half_axis(half_axis)
        .verified(Verification::Visit, verified)
        .reported(reported)
        .until(Step::Verified, Reason::SideUnclear);
  };
  toy::tell(record_, toy::incident(), whole(24, 24, 1000));
  EXPECT_EQ((*this)("incidents_verified_in_time"), 1);
  EXPECT_EQ((*this)("incidents_usable"), 1);
  toy::tell(record_, toy::incident(), whole(24.001, 24, 1000));
  toy::tell(record_, toy::incident(), whole(24, 24.001, 1000));
  toy::tell(record_, toy::incident(), whole(24, 24, 1000.1));
  EXPECT_EQ((*this)("incidents_verified_in_time"), 3);
  EXPECT_EQ((*this)("incidents_reported_in_time"), 3);
  EXPECT_EQ((*this)("incidents_usable"), 2);
}

TEST_F(Scored, VerifiedInTimeNeedsTheStepsBefore) {
  toy::tell(record_, toy::incident(),
            toy::Story::heard(1)
                .verified(Verification::TwoSources, 1)
                .blamed_on(Side::B)
                .until(Step::Detected, Reason::TooUncertain));
  EXPECT_EQ((*this)("incidents_verified_in_time"), 0);
  EXPECT_EQ((*this)("incidents_verified_by_two_sources"), 0);
  EXPECT_EQ((*this)("incidents_attributed_unverified"), 1);
  EXPECT_EQ((*this)("incidents_side_wrong"), 1);
}

TEST_F(Scored, AnObjectIsAnIncidentWithoutActs) {
  Incident weapon = toy::incident();
  weapon.acts = 1;
  weapon.kind = 2;
  toy::tell(record_, weapon, toy::Story::heard(0).seen(1).until(Step::Detected, Reason::TooUncertain));
  EXPECT_EQ((*this)("incidents_seen", "kind=weapon"), 1);
  EXPECT_EQ((*this)("acts"), 0);
  EXPECT_EQ((*this)("report_acts"), 0);
  EXPECT_EQ((*this)("acts_detected"), 0);
  EXPECT_EQ((*this)("acts_seen"), 0);
}

TEST_F(Scored, WhatWasPreventedIsNoIncident) {
  Incident quiet = toy::incident();
  quiet.side = Side::B;
  quiet.visitable = true;
  toy::tell(record_, quiet, toy::Story::prevented());
  std::vector<double> const values = sheet_.score(record_, world_);
  std::vector<double> const nothing = sheet_.score(Record{}, world_);
  for (std::size_t i = 0; i < values.size(); ++i) {
    bool const counts = sheet_.columns()[i].metric == "incidents_prevented" &&
                        sheet_.columns()[i].stratum == "kind=small-arms;side=B;light=day";
    EXPECT_EQ(values[i] - nothing[i], counts ? 1 : 0)
        << sheet_.columns()[i].metric << ' ' << sheet_.columns()[i].stratum;
  }
}

TEST_F(Scored, RecognitionVerifies) {
  toy::tell(record_, toy::incident(),
            toy::Story::heard(0)
                .seen(1)
                .verified(Verification::Recognition, 0)
                .until(Step::Verified, Reason::SideUnclear));
  EXPECT_EQ((*this)("incidents_verified_by_recognition", "side=A"), 1);
  EXPECT_EQ((*this)("incidents_verified"), 1);
  EXPECT_EQ((*this)("incidents_verified_by_two_sources"), 0);
}

TEST_F(Scored, ComplainedOfAndFoundByAVisitIsDetectedThoughNobodyNoticedIt) {
  toy::tell(record_, toy::incident(), toy::Story::claimed());
  EXPECT_EQ((*this)("incidents_claimed"), 1);
  EXPECT_EQ((*this)("incidents_detected"), 0);
  EXPECT_EQ((*this)("incidents_found_by_visit"), 0);
  toy::tell(record_, toy::incident(),
            toy::Story::claimed()
                .verified(Verification::Visit, 9)
                .reported(11)
                .until(Step::Verified, Reason::SideUnclear));
  EXPECT_EQ((*this)("incidents_claimed"), 2);
  EXPECT_EQ((*this)("incidents_found_by_visit"), 1);
  EXPECT_EQ((*this)("incidents_detected"), 1);
  EXPECT_EQ((*this)("incidents_verified_by_visit"), 1);
  EXPECT_EQ((*this)("scenes_reached"), 1) << "even by a team that happened to stand there";
  EXPECT_EQ((*this)("replications_with_scenes"), 1);
  EXPECT_EQ((*this)("incidents_heard_only"), 0);
  EXPECT_EQ((*this)("acts_detected"), 0);
  EXPECT_EQ((*this)("hours_to_report"), 11);
}

TEST_F(Scored, WhatWasTakenForAPartOfAnotherEventIsReportedByNobody) {
  // As closing leaves it: no place, no ellipse, no time of publication; their zeros must not count as good.
  toy::tell(record_, toy::incident(), toy::Story::heard(3).blamed_on(Side::A).reported(0).merged());
  EXPECT_EQ((*this)("incidents_merged"), 1);
  EXPECT_EQ((*this)("incidents_detected"), 1);
  for (char const* const metric : {"incidents_usable", "incidents_reported_in_time", "incidents_side_known",
                                   "incidents_attributed_unverified", "replications_with_reports", "reports"})
    EXPECT_EQ((*this)(metric), 0) << metric;
  EXPECT_EQ((*this)("acts_detected"), 3);
}

TEST_F(Scored, WhatMayNotBePublishedIsReportedToNobody) {
  toy::tell(record_, toy::incident(), toy::Story::heard(0).seen(1).blamed_on(Side::B).reported(1).cue_only());
  EXPECT_EQ((*this)("incidents_detected"), 1);
  EXPECT_EQ((*this)("incidents_merged"), 0);
  EXPECT_EQ((*this)("reports"), 1);
  for (char const* const metric : {"incidents_usable", "incidents_reported_in_time", "incidents_side_known",
                                   "incidents_side_wrong", "hours_to_report", "reports_published"})
    EXPECT_EQ((*this)(metric), 0) << metric;
}

TEST_F(Scored, AnIncidentReportedThriceIsDuplicatedOnce) {
  toy::tell(record_, toy::incident(),
            toy::Story::heard(1).duplicated(2).until(Step::Located, Reason::NotVisitable));
  toy::tell(record_, toy::incident(), toy::Story::heard(1).until(Step::Located, Reason::NotVisitable));
  EXPECT_EQ((*this)("incidents_duplicated"), 1);
}

TEST_F(Scored, DelaysOfTheReplication) {
  for (int h = 1; h <= 10; ++h)
    toy::tell(
        record_, toy::incident(),
        toy::Story::heard(1).visited_after(h).reported(2 * h).until(Step::Verified, Reason::SideUnclear));
  EXPECT_EQ((*this)("hours_to_scene_p50"), 5);
  EXPECT_EQ((*this)("hours_to_scene_p90"), 9);
  EXPECT_EQ((*this)("replications_with_scenes"), 1);
  EXPECT_EQ((*this)("hours_to_report_p90"), 18);
  EXPECT_EQ((*this)("scenes_reached"), 10);
  EXPECT_EQ((*this)("hours_to_scene"), 55);
}

TEST_F(Scored, CoverageStandsInTheRecord) {
  CoverageFigures& c = record_.coverage;
  c.computed = true;
  auto& hotspots = c.kinds.emplace_back()[static_cast<std::size_t>(CoverageSet::Hotspots)];
  hotspots.hours = {100, 0};
  hotspots.channel[0].covered[0] = 60;
  CoverageOfSet& seen = hotspots.channel[1];
  seen.covered[0] = 30;
  seen.at_least = {30, 20, 10};
  seen.gaps = 3;
  seen.gap_hours = 6;
  seen.gap_squares = 14;
  seen.cut_gap_hours = 4;
  seen.cut_gap_squares = 16;
  seen.gap_lengths = {1, 2, 3};
  seen.cut_gap_lengths = {4};
  c.segment_seen = {0.25, 0.5, 0.125, 0.25};
  c.segment_heard = {0.5, 0.75, 0, 0};
  EXPECT_EQ((*this)("covered_seen", "set=hotspots;light=day"), 30);
  EXPECT_EQ((*this)("covered_heard"), 60);
  EXPECT_EQ((*this)("coverage_total"), 100);
  EXPECT_EQ((*this)("two_assets_seen"), 20);
  EXPECT_EQ((*this)("gap_p95", "set=hotspots"), 4);
  EXPECT_EQ((*this)("gap_p95_at_least", "set=hotspots"), 1);
  EXPECT_EQ((*this)("gap_p95_at_least", "set=line"), 0);
  EXPECT_EQ((*this)("gaps_seen"), 3);
  EXPECT_EQ((*this)("cut_gap_hours_seen"), 4);
  EXPECT_EQ((*this)("squared_gaps_seen"), 30);
  EXPECT_EQ((*this)("response_seen"), 15);
  EXPECT_DOUBLE_EQ((*this)("time_average_gap_corrected_seen"), 14.0 / 6 * 0.7);
  EXPECT_EQ((*this)("worst_stretch_seen"), 0.125);
  EXPECT_EQ((*this)("segment_seen", "segment=1"), 0.5);
  EXPECT_EQ((*this)("segment_coverage_computed"), 4);
}

TEST_F(Scored, SegmentsShareOutTheLine) {
  for (double const chainage : {0.0, 4999.0, 5000.0, 20000.0}) {
    Incident i = toy::incident();
    i.chainage = chainage;
    toy::tell(record_, i,
              chainage < 1 ? toy::Story::heard(1).until(Step::Detected, Reason::TooUncertain)
                           : toy::Story::missed(Reason::NotNoticed));
  }
  EXPECT_EQ((*this)("segment_incidents", "segment=0"), 2);
  EXPECT_EQ((*this)("segment_incidents", "segment=1"), 1);
  EXPECT_EQ((*this)("segment_incidents", "segment=3"), 1);
  EXPECT_EQ((*this)("segment_incidents"), 4);
  EXPECT_EQ((*this)("segment_incidents_detected", "segment=0"), 1);
}

TEST_F(Scored, AskingForWhatIsNotThereSaysWhat) {
  try {
    static_cast<void>(sheet_.find("incidents", "kind=naval"));
    FAIL() << "found naval incidents on land";
  } catch (std::out_of_range const& e) {
    EXPECT_STREQ(e.what(), "no column of a score sheet is called \"incidents\" with kind=naval");
  }
  EXPECT_THROW(static_cast<void>(sheet_.find("incidents", "kind=mort")), std::out_of_range);
}

TEST_F(Scored, ASheetOfAnotherWorldIsRefused) {
  World const longer = toy::world(40);
  EXPECT_THROW(static_cast<void>(sheet_.score(record_, longer)), std::logic_error);
}

}  // namespace
}  // namespace ceaseline
