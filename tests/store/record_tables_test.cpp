// Whole records as tables: one record with an incident of every awkward sort, read line by line.
#include "ceaseline/store/record_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "experiment/small_study.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

using Line = std::map<std::string, std::string>;

std::vector<std::string> split(std::string const& line) {
  std::vector<std::string> fields{""};
  for (char const c : line)
    if (c == ',')
      fields.emplace_back();
    else
      fields.back() += c;
  return fields;
}

/// Each line of a table by the names of its columns.
std::vector<Line> read(std::string const& text) {
  std::istringstream in{text};
  std::string line;
  std::getline(in, line);
  std::vector<std::string> const head = split(line);
  std::vector<Line> lines;
  while (std::getline(in, line)) {
    std::vector<std::string> const fields = split(line);
    EXPECT_EQ(fields.size(), head.size()) << line;
    Line& of = lines.emplace_back();
    for (std::size_t i = 0; i < std::min(head.size(), fields.size()); ++i) of[head[i]] = fields[i];
  }
  return lines;
}

SimTime at_hour(int h) { return SimTime{h * one_hour}; }

/// Noticed and published; taken for a part of another one; found by a visit that a complaint asked for;
/// prevented.
Record four_incidents() {
  Record r;
  r.sensor_ids = {"post/ear"};
  r.team_ids = {"team", "drone"};
  r.incidents.resize(4);
  r.fates.resize(4);
  for (int i = 0; i < 4; ++i) r.incidents[static_cast<std::size_t>(i)].start = at_hour(i);
  r.fates[0].acts_noticed = r.fates[0].acts_heard = 2;
  r.fates[0].first_notice = at_hour(1);
  r.fates[0].report = 0;
  r.fates[0].duplicates = 1;
  r.fates[0].reported = at_hour(5);
  r.fates[0].step = Step::Located;
  r.fates[1].acts_noticed = r.fates[1].acts_heard = 1;
  r.fates[1].first_notice = at_hour(2);
  r.fates[1].step = Step::Detected;
  r.fates[1].reason = Reason::Merged;
  r.fates[2].claimed = true;
  r.fates[2].verification = Verification::Visit;
  r.fates[2].verified = at_hour(9);
  r.fates[2].report = 2;
  r.fates[2].reported = at_hour(11);
  r.fates[2].step = Step::Verified;
  r.fates[3].prevented = true;
  for (std::int32_t const about : {0, -1, 2, 0}) {
    Report& report = r.reports.emplace_back();
    report.incident = about;
    report.publishable = about != -1;
    report.published = at_hour(5);
    report.first = report.last = report.known = at_hour(1);
  }
  r.reports[1].kind = 1;
  r.reports[2].claimed = true;
  r.reports[2].declared = DeclaredSide::B;
  r.reports[3].merged_into = 0;
  r.observations.resize(3);
  r.observations[0] = {0, 0, 0, at_hour(1), at_hour(2), Channel::Sound, 0, {}, 10, 20};
  r.observations[1] = {-1, 0, 1, at_hour(3), at_hour(3), Channel::Sound, 1, {}, 10, 20};
  r.observations[2] = {2, -1, 2, at_hour(2), at_hour(4), Channel::Claim, 0, {}, 500, 500};
  r.outings.resize(2);
  r.outings[1].team = 1;
  r.outings[1].aircraft = true;
  r.outings[1].fate = OutingFate::Jammed;
  r.visits.resize(2);
  r.visits[0] = {2, 2, 0, Side::B, at_hour(6), at_hour(7), at_hour(8), at_hour(9), true, true};
  r.visits[1] = {-1, 1, 0, Side::A, at_hour(6), at_hour(7), at_hour(8), at_hour(9), true, true};
  return r;
}

class RecordsAsTables : public testing::Test {
 protected:
  RecordsAsTables() {
    Study const study = small::study();
    RecordTables tables;
    tables.add(four_incidents(), *study.cases[0].world, 5);
    tables.write(folder_ / "out");
  }
  [[nodiscard]] std::vector<Line> table(std::string const& name) const {
    return read(contents(folder_ / ("out/" + name + ".csv")));
  }
  ScratchFolder const folder_;
};

TEST_F(RecordsAsTables, IncidentsHaveTimesOnlyForWhatHappened) {
  std::vector<Line> lines = table("incidents");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["replication"], "5");
  EXPECT_EQ(lines[0]["first_notice"], "2025-03-01T01:00:00Z");
  EXPECT_EQ(lines[0]["reported"], "2025-03-01T05:00:00Z");
  EXPECT_EQ(lines[0]["report"], "0");
  EXPECT_EQ(lines[0]["duplicates"], "1");
  EXPECT_EQ(lines[1]["reason"], "merged");
  EXPECT_EQ(lines[1]["report"], "");
  EXPECT_EQ(lines[1]["reported"], "");
  EXPECT_EQ(lines[2]["claimed"], "yes");
  EXPECT_EQ(lines[2]["first_notice"], "") << "found by a visit alone";
  EXPECT_EQ(lines[2]["reported"], "2025-03-01T11:00:00Z");
  EXPECT_EQ(lines[3]["prevented"], "yes");
  EXPECT_EQ(lines[3]["step"] + lines[3]["reason"], "");
  EXPECT_EQ(lines[0]["prevented"], "no");
}

TEST_F(RecordsAsTables, AFalseAlarmHasNoIncidentAndAComplaintNoSensor) {
  std::vector<Line> lines = table("observations");
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[0]["incident"], "0");
  EXPECT_EQ(lines[0]["sensor"], "post/ear");
  EXPECT_EQ(lines[0]["known"], "2025-03-01T02:00:00Z");
  EXPECT_EQ(lines[1]["incident"], "");
  EXPECT_EQ(lines[1]["report"], "1");
  EXPECT_EQ(lines[1]["kind"], "explosion");
  EXPECT_EQ(lines[2]["sensor"], "");
  EXPECT_EQ(lines[2]["channel"], "claimed");
}

TEST_F(RecordsAsTables, ReportsSayWhatTheyAreAbout) {
  std::vector<Line> lines = table("reports");
  ASSERT_EQ(lines.size(), 4U);
  EXPECT_EQ(lines[0]["incident"], "0");
  EXPECT_EQ(lines[0]["published"], "2025-03-01T05:00:00Z");
  EXPECT_EQ(lines[0]["side_declared"], "");
  EXPECT_EQ(lines[1]["incident"], "");
  EXPECT_EQ(lines[1]["kind"], "explosion");
  EXPECT_EQ(lines[1]["publishable"], "no");
  EXPECT_EQ(lines[1]["published"], "");
  EXPECT_EQ(lines[2]["side_declared"], "B");
  EXPECT_EQ(lines[2]["claimed"], "yes");
  EXPECT_EQ(lines[3]["merged_into"], "0");
  EXPECT_EQ(lines[3]["published"], "") << "it stands in the one it was joined to";
}

TEST_F(RecordsAsTables, OutingsAndVisitsSayWhatCameOfThem) {
  std::vector<Line> outings = table("outings");
  ASSERT_EQ(outings.size(), 2U);
  EXPECT_EQ(outings[0]["fate"], "went");
  EXPECT_EQ(outings[0]["aircraft"], "no");
  EXPECT_EQ(outings[1]["team"], "drone");
  EXPECT_EQ(outings[1]["aircraft"], "yes");
  EXPECT_EQ(outings[1]["fate"], "jammed");
  std::vector<Line> visits = table("visits");
  ASSERT_EQ(visits.size(), 2U);
  EXPECT_EQ(visits[0]["incident"], "2");
  EXPECT_EQ(visits[0]["side"], "B");
  EXPECT_EQ(visits[0]["due"], "2025-03-01T06:00:00Z");
  EXPECT_EQ(visits[0]["done"], "2025-03-01T09:00:00Z");
  EXPECT_EQ(visits[1]["incident"], "");
  EXPECT_EQ(visits[1]["report"], "1");
}

}  // namespace
}  // namespace ceaseline
