#include "ceaseline/scoring/score_sheet.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <set>
#include <stdexcept>

#include "scoring/toy_world.hpp"

namespace ceaseline {
namespace {

class Scored : public ::testing::Test {
 protected:
  double operator()(std::string const& metric, std::string const& where = "") const {
    double sum = 0;
    std::vector<double> const values = sheet_.score(record_, world_);
    for (std::size_t const column : sheet_.find(metric, where)) sum += values[column];
    return sum;
  }
  World world_{toy::world()};
  ScoreSheet sheet_{world_};
  Record record_;
};

TEST_F(Scored, AnEmptyRecordIsAllZerosButForTheCalendar) {
  std::vector<double> const values = sheet_.score(record_, world_);
  ASSERT_EQ(values.size(), sheet_.columns().size());
  std::set<std::string> calendar{"days", "noons", "midnights"};
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (calendar.count(sheet_.columns()[i].metric) == 0) {
      EXPECT_EQ(values[i], 0) << sheet_.columns()[i].metric;
    }
  }
  EXPECT_EQ((*this)("days"), 10);
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
  weapon.acts = 0;
  toy::tell(record_, weapon, toy::Story::heard(0).seen(3).until(Step::Detected, Reason::TooUncertain));
  EXPECT_EQ((*this)("incidents_seen"), 1);
  EXPECT_EQ((*this)("acts_detected"), 0);
  EXPECT_EQ((*this)("acts_seen"), 0);
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

TEST_F(Scored, PatrolsByTheLocalClock) {
  // The period starts at 00:00 UTC, 02:00 local: noon is at 10 h, 34 h, ..., midnight at 22 h, 46 h, ...
  auto const outing = [](Side side, Light light, double from, double to, bool allowed) {
    Outing o;
    o.side = side;
    o.light = light;
    o.from = toy::at_hour(from);
    o.to = toy::at_hour(to);
    o.allowed = allowed;
    return o;
  };
  record_.outings = {
      outing(Side::A, Light::Day, 6, 12, true),     outing(Side::A, Light::Day, 10, 12, true),
      outing(Side::A, Light::Day, 6, 10, true),  // home at the stroke of noon: not out
      outing(Side::B, Light::Day, 6, 12, false),    outing(Side::B, Light::Night, 18, 24, true),
      outing(Side::A, Light::Night, 238, 244, true)};  // the period ends at 240 h
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.push_back(
      outing(Side::A, Light::Day, 30, 34, true));  // home at the stroke of the second noon
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.back().to += Duration{1};
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 3);
  record_.outings.back().from = record_.outings.back().to;
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=A"), 2);
  record_.outings.pop_back();
  EXPECT_EQ((*this)("patrols_out_at_noon", "side=B"), 0);
  EXPECT_EQ((*this)("patrols_out_at_midnight", "side=B"), 1);
  EXPECT_EQ((*this)("patrol_hours", "side=A;light=day"), 12);
  EXPECT_EQ((*this)("patrol_hours", "side=A;light=night"), 2);
  EXPECT_EQ((*this)("patrol_hours", "side=B"), 12);
  EXPECT_EQ((*this)("patrol_hours_allowed", "side=B"), 6);
  EXPECT_EQ((*this)("patrols"), 6);
  EXPECT_EQ((*this)("patrols_allowed"), 5);
}

TEST_F(Scored, JourneysAreRefusedOrTooLateOrNeither) {
  toy::tell(record_, toy::incident(), toy::Story::heard(1).until(Step::Located, Reason::EvidenceGone));
  Visit visit;
  record_.visits.push_back(visit);
  visit.in_time = false;
  record_.visits.push_back(visit);
  visit.allowed = false;
  record_.visits.push_back(visit);
  EXPECT_EQ((*this)("journeys", "side=A"), 3);
  EXPECT_EQ((*this)("journeys_refused"), 1);
  EXPECT_EQ((*this)("journeys_too_late"), 1);
}

TEST_F(Scored, CoverageStandsInTheRecord) {
  CoverageFigures& c = record_.coverage;
  c.computed = true;
  c.covered[1][1][0] = 30;  // sight, hotspots, day
  c.covered[0][1][0] = 60;
  c.total[1][0] = 100;
  c.gaps = {1, 2, 3};
  c.censored_gaps = {4};
  c.segment_seen = {0.25, 0.5, 0, 0};
  c.segment_heard = {0.5, 0.75, 0, 0};
  EXPECT_EQ((*this)("covered_seen", "set=hotspots;light=day"), 30);
  EXPECT_EQ((*this)("covered_heard"), 60);
  EXPECT_EQ((*this)("coverage_total"), 100);
  EXPECT_EQ((*this)("gap_p95"), 4);
  EXPECT_EQ((*this)("gap_p95_at_least"), 1);
  EXPECT_EQ((*this)("gaps"), 3);
  EXPECT_EQ((*this)("gap_hours_censored"), 4);
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

TEST_F(Scored, TheChainOnlyShrinksAndLossesAddUp) {
  std::mt19937_64 random{1};
  for (int i = 0; i < 2000; ++i) {
    Incident incident = toy::incident();
    incident.kind = static_cast<std::uint16_t>(random() % 2);
    incident.side = random() % 2 == 0 ? Side::A : Side::B;
    incident.light = random() % 3 == 0 ? Light::Day : Light::Night;
    auto const step = static_cast<Step>(random() % step_count);
    auto const reason = static_cast<Reason>(random() % reason_count);
    toy::Story story =
        step == Step::Missed ? toy::Story::missed(reason) : toy::Story::heard(1).until(step, reason);
    if (step >= Step::Verified)
      story.verified(random() % 2 == 0 ? Verification::Visit : Verification::TwoSources,
                     double(random() % 48));
    toy::tell(record_, incident, story);
  }
  std::vector<std::string> strata{""};
  for (char const* const kind : {"kind=small-arms", "kind=mortar"})
    for (char const* const side : {";side=A", ";side=B"})
      for (char const* const light : {";light=day", ";light=night"})
        strata.push_back(std::string{kind} + side + light);
  for (std::string const& at : strata) {
    double const all = (*this)("incidents", at);
    EXPECT_GE(all, (*this)("incidents_detected", at));
    EXPECT_GE((*this)("incidents_detected", at), (*this)("incidents_located", at));
    EXPECT_GE((*this)("incidents_located", at), (*this)("incidents_verified", at));
    EXPECT_GE((*this)("incidents_verified", at), (*this)("incidents_attributed", at));
    EXPECT_GE((*this)("incidents_attributed", at), (*this)("incidents_chain_complete", at));
    EXPECT_GE((*this)("incidents_verified", at), (*this)("incidents_verified_in_time", at));
    EXPECT_EQ((*this)("incidents_verified", at),
              (*this)("incidents_verified_by_visit", at) + (*this)("incidents_verified_by_two_sources", at));
    double ended = 0;
    for (int r = 0; r < reason_count; ++r) ended += (*this)(ended_metric(static_cast<Reason>(r)), at);
    EXPECT_EQ(ended, all) << at;
    EXPECT_GT(all, 0) << at;
  }
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
