// What a mission published, on a handful of reports that can be counted by eye.
#include "scoring/scored.hpp"

namespace ceaseline {
namespace {

Observation observation(std::int32_t incident, std::uint32_t report, Channel channel = Channel::Sound) {
  Observation o;
  o.incident = incident;
  o.report = report;
  o.channel = channel;
  o.sensor = channel == Channel::Claim ? -1 : 0;
  return o;
}

/// Two incidents of small-arms fire (kind 0), and reports to be made of them.
class Published : public Scored {
 protected:
  Published() {
    for (int i = 0; i < 2; ++i) toy::tell(record_, toy::incident(), toy::Story::missed(Reason::NotNoticed));
  }
};

TEST_F(Published, AReportOfNothingIsFalseAndItsActsArePublishedAllTheSame) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 7), toy::report(-1, 0, 3)});
  EXPECT_EQ((*this)("reports"), 2);
  EXPECT_EQ((*this)("reports_false"), 1);
  EXPECT_EQ((*this)("reports_of_incidents"), 1);
  EXPECT_EQ((*this)("reports_published"), 2);
  EXPECT_EQ((*this)("published_false"), 1);
  EXPECT_EQ((*this)("report_acts"), 10);
}

TEST_F(Published, WhatMayNotBePublishedIsAReportOnly) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 7), toy::report(-1, 0, 3)});
  for (Report& r : record_.reports) r.publishable = false;
  EXPECT_EQ((*this)("reports"), 2);
  EXPECT_EQ((*this)("reports_false"), 1);
  EXPECT_EQ((*this)("reports_published"), 0);
  EXPECT_EQ((*this)("published_false"), 0);
  EXPECT_EQ((*this)("report_acts"), 0);
}

TEST_F(Published, AReportThatWasJoinedToAnotherOneIsNone) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 7), toy::report(-1, 1, 3)});
  record_.reports[1].merged_into = 0;
  EXPECT_EQ((*this)("reports"), 1);
  EXPECT_EQ((*this)("reports_false"), 0);
  EXPECT_EQ((*this)("reports_published"), 1);
  EXPECT_EQ((*this)("published_false"), 0);
  EXPECT_EQ((*this)("report_acts"), 7);
}

TEST_F(Published, AThingIsNoAct) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 7), toy::report(1, 2, 1)});
  EXPECT_EQ((*this)("report_acts"), 7);
  EXPECT_EQ((*this)("reports_published"), 2);
}

TEST_F(Published, TheKindIsRightOrWrongWhereThereIsAnIncident) {
  record_.reports = toy::series<Report>(
      {toy::report(0, 0, 1), toy::report(1, 1, 1), toy::report(-1, 0, 1), toy::report(1, 0, 1)});
  EXPECT_EQ((*this)("reports_kind_right"), 2);
  EXPECT_EQ((*this)("reports_of_incidents"), 3);
}

TEST_F(Published, AReportOfTwoIncidentsIsWronglyMergedAndOneWithAFalseAlarmIsNot) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 2), toy::report(0, 0, 2), toy::report(1, 0, 2)});
  record_.observations = toy::series<Observation>({observation(0, 0), observation(1, 0), observation(1, 0),
                                                   observation(0, 1), observation(-1, 1), observation(0, 1)});
  EXPECT_EQ((*this)("reports_wrongly_merged"), 1);
  // An observation of a report that was joined to another one counts there, along the whole chain.
  record_.reports.push_back(toy::report(-1, 0, 2));
  record_.reports[2].merged_into = 3;
  record_.reports[3].merged_into = 1;
  record_.observations.push_back(observation(1, 2));
  EXPECT_EQ((*this)("reports_wrongly_merged"), 2);
  EXPECT_EQ((*this)("reports"), 2);
}

TEST_F(Published, ComplaintsAreCountedTrueOrInvented) {
  record_.reports = toy::series<Report>({toy::report(0, 0, 1)});
  record_.observations = toy::series<Observation>(
      {observation(0, 0), observation(0, 0, Channel::Claim), observation(-1, 0, Channel::Claim)});
  EXPECT_EQ((*this)("claims"), 2);
}

}  // namespace
}  // namespace ceaseline
