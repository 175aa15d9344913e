#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario/memory_files.hpp"

namespace ceaseline {
namespace {

using ::testing::HasSubstr;

MemoryFiles with_log(std::string const& table) {
  MemoryFiles files;
  files.texts.at("toy/world.toml") += "[violations]\nprocess = \"replay\"\nlog = \"../logs/june.csv\"\n";
  files.texts["logs/june.csv"] = table;
  return files;
}

std::vector<ReplaySpec> incidents(MemoryFiles const& files) {
  return load(files).cases.at(0).world->spec().violations.incidents;
}

TEST(IncidentLog, IsReadByTimeAndChainage) {
  auto const all =
      incidents(with_log("id,time,chainage,depth_km,kind,side,acts,duration_min\n"
                         "b,2021-06-02T06:30:15Z,12.5 km,0.4,shot,B,240,35\n\n"
                         "a,2021-06-01,900 m,,shot,A,,\n"));
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].id, "a") << "a world keeps them by time";
  EXPECT_EQ(all[0].at, Duration{0});
  EXPECT_EQ(all[0].chainage, Length::metres(900));
  EXPECT_EQ(all[0].acts, 1);
  EXPECT_EQ(all[1].at, one_day + 6 * one_hour + 30 * one_minute + std::chrono::seconds{15});
  EXPECT_EQ(all[1].chainage, Length::kilometres(12.5));
  EXPECT_EQ(all[1].depth, Length::metres(400));
  EXPECT_EQ(all[1].side, Side::B);
  EXPECT_EQ(all[1].acts, 240);
  EXPECT_EQ(all[1].duration, 35 * one_minute);
}

TEST(IncidentLog, IsReadByOffsetAndPosition) {
  // The line runs east through 37.8 E 48 N, 40 km long; 0.01 degrees of latitude are 1.1 km.
  auto const all =
      incidents(with_log("id,at,lon,lat,kind,side\n"
                         "a,3 days 4 h,37.8,48.01,shot,A\n"
                         "b,90 min,37.8,47.98,shot,B\n"
                         "c,9 days,37.8,48.005,shot,B\n"));
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].at, 90 * one_minute);
  EXPECT_NEAR(all[0].depth.metres(), 2224, 5);
  EXPECT_NEAR(all[0].chainage.kilometres(), 20, 0.01);
  EXPECT_EQ(all[1].at, 76 * one_hour);
  EXPECT_NEAR(all[1].depth.metres(), 1112, 5);
  EXPECT_EQ(all[2].depth, Length{}) << "half a kilometre on the other side is within the line's tolerance";
}

TEST(IncidentLog, FollowsWhatIsWrittenInTheWorldAndIsKept) {
  MemoryFiles files = with_log("id,at,chainage_km,kind,side\nlogged,2 h,3,shot,A\n");
  files.texts.at("toy/world.toml") +=
      "[[violations.incidents]]\nid = \"own\"\nat = \"1 h\"\nchainage = \"1 km\"\nkind = \"shot\"\n";
  Study const study = load(files);
  EXPECT_EQ(study.cases[0].world->spec().violations.incidents.size(), 2U);
  EXPECT_THAT(study.resolved, HasSubstr("log = \"../logs/june.csv\""))
      << "as the map is, relative to the study";
  EXPECT_THAT(study.resolved, Not(HasSubstr("\"logged\""))) << "or it would be read twice";
  EXPECT_EQ(study.inputs.back().path, "../logs/june.csv");
  EXPECT_EQ(study.inputs.back().kind, InputKind::Data);
  files.texts.at("toy/study.toml") = study.resolved;
  EXPECT_EQ(load(files).cases[0].world->spec().violations.incidents.size(), 2U);
}

TEST(IncidentLog, RowsThatAreWrongAreNamedByLineAndColumn) {
  EXPECT_EQ(complaint(with_log("id,time,chainage,kind,side,acts\n"
                               ",2021-06-01,1 km,shot,A,1\n"
                               "\n"
                               "a,yesterday,1,shoot,C,many\n"
                               "b,2021-06-01,50 km,shot,A,1\n"
                               "b,2021-06-01,5 km,shot,A,99999999\n")),
            "logs/june.csv:2:1: error: id: an incident needs an id; its draws hang on one\n"
            "logs/june.csv:4:3: error: time: \"yesterday\" is no time; write it as \"2021-03-01T06:00Z\" or "
            "\"2021-03-01T06:00:30Z\" (UTC)\n"
            "logs/june.csv:4:13: error: chainage: \"1\" has no unit; write \"1 km\"\n"
            "logs/june.csv:4:15: error: kind: \"shoot\" is no kind of this world; did you mean \"shot\"?\n"
            "logs/june.csv:4:21: error: side: \"C\" is no side; write A or B\n"
            "logs/june.csv:4:23: error: acts: \"many\" is not a whole number below ten million\n"
            "logs/june.csv:5:14: error: chainage: lies beyond the end of the line, which is 40 km long\n"
            "logs/june.csv:6:1: error: id: two incidents have the id \"b\"\n"
            "logs/june.csv:6:26: error: acts: \"99999999\" is not a whole number below ten million");
}

TEST(IncidentLog, PositionsFarFromWhereTheyShouldBeAreRefused) {
  EXPECT_EQ(complaint(with_log("id,at,lon,lat,kind,side\n"
                               "a,1 h,37.8,48.02,shot,B\n"
                               "b,1 h,37.8,50,shot,A\n"
                               "c,1 h,x,48,shot,A\n")),
            "logs/june.csv:2:7: error: lon: lies on side A, 2224 m off the line, but side B is said to be "
            "responsible; the place is where the fire comes from\n"
            "logs/june.csv:3:7: error: lon: lies more than 100 km off the line\n"
            "logs/june.csv:4:7: error: lon: \"x\" is not a number that fits this column");
}

TEST(IncidentLog, HeadersMustSayWhatIsNeededAndNothingElse) {
  EXPECT_EQ(
      complaint(with_log("id,time,at,chainage,lon,sied\n")),
      "logs/june.csv:1:1: error: chainage: give one of the columns chainage and chainage_km, or lon and lat\n"
      "logs/june.csv:1:1: error: kind: the header lacks this column\n"
      "logs/june.csv:1:1: error: lat: the header lacks this column\n"
      "logs/june.csv:1:1: error: side: the header lacks this column\n"
      "logs/june.csv:1:1: error: time: give one of the columns time and at\n"
      "logs/june.csv:1:25: error: \"sied\" is no column of a log; did you mean \"side\"?");
}

TEST(IncidentLog, WhatLiesBeforeThePeriodIsLeftOut) {
  std::string const header = "id,time,chainage_km,kind,side\n";
  EXPECT_EQ(incidents(with_log(header + "a,2021-05-31,3,shot,A\nb,2021-06-01,3,shot,A\n")).size(), 1U);
  EXPECT_EQ(complaint(with_log(header + "a,2021-05-31,3,shot,A\n")),
            "logs/june.csv:1:4: error: time: all of it happened before the period, which begins "
            "2021-06-01T00:00:00Z");
}

TEST(IncidentLog, ManyWrongRowsAreNotAllTold) {
  std::string table = "id,time,chainage_km,kind,side\n";
  for (int i = 0; i < 1000; ++i) table += "a" + std::to_string(i) + ",2021-06-01,3,shot,X\n";
  std::string const said = complaint(with_log(table));
  EXPECT_THAT(said, HasSubstr("june.csv:101:"));
  EXPECT_THAT(said, HasSubstr("june.csv:102:24: error: side: and more rows like these"));
  EXPECT_THAT(said, Not(HasSubstr("june.csv:103:")));
}

TEST(IncidentLog, ThatIsNotThereIsNamedWhereItIsAskedFor) {
  MemoryFiles files = with_log("");
  files.texts.erase("logs/june.csv");
  EXPECT_EQ(complaint(files),
            "toy/world.toml:13:7: error: violations.log: cannot read \"logs/june.csv\": no such file");
}

TEST(IncidentLog, KindsAndPeriodAreThoseOfTheCase) {
  MemoryFiles files = with_log("id,time,chainage_km,kind,side\na,2021-06-03,3,shot,A\n");
  files.texts.at("toy/study.toml") +=
      "[[case]]\nid = \"base\"\n[[case]]\nid = \"later\"\nset = { \"period.start\" = \"2021-06-02\" }\n";
  Study const study = load(files);
  EXPECT_EQ(study.cases[0].world->spec().violations.incidents[0].at, 2 * one_day);
  EXPECT_EQ(study.cases[1].world->spec().violations.incidents[0].at, one_day);
}

}  // namespace
}  // namespace ceaseline
