// Civil time in and out, and rounding to milliseconds.
#include <gtest/gtest.h>

#include "ceaseline/base/time.hpp"

namespace ceaseline {
namespace {

TEST(ParseUtc, ReadsTheThreeForms) {
  UtcTime t;
  ASSERT_TRUE(parse_utc("1970-01-02", t));
  EXPECT_EQ(t.time_since_epoch(), one_day);
  ASSERT_TRUE(parse_utc("2021-03-04T05:06Z", t));
  EXPECT_EQ(t.time_since_epoch(), Duration{1614834360000});
  ASSERT_TRUE(parse_utc("2021-03-04T05:06:07Z", t));
  EXPECT_EQ(t.time_since_epoch(), Duration{1614834367000});
}

TEST(ParseUtc, RefusesAllElseAndLeavesTheOutputAlone) {
  for (char const* const text : {"",
                                 "2021",
                                 "2021-03",
                                 "2021-3-4",
                                 "2021-02-29",
                                 "2021-13-01",
                                 "2021-00-10",
                                 "2021-01-00",
                                 "2021-04-31",
                                 "2021-03-04T05:06",
                                 "2021-03-04 05:06Z",
                                 "2021-03-04T05:06:07",
                                 "2021-03-04T24:00Z",
                                 "2021-03-04T05:60Z",
                                 "2021-03-04T05:06:60Z",
                                 "2021-03-04T05:06:07.5Z",
                                 "2021-03-04T05:06:07+02:00",
                                 "2021-03-04Z",
                                 "x021-03-04",
                                 "2021-03-04T05:06:07Z ",
                                 " 2021-03-04"}) {
    UtcTime t{Duration{17}};
    EXPECT_FALSE(parse_utc(text, t)) << '"' << text << '"';
    EXPECT_EQ(t, UtcTime{Duration{17}}) << '"' << text << '"';
  }
}

TEST(ParseUtc, KnowsLeapYears) {
  UtcTime t;
  EXPECT_TRUE(parse_utc("2024-02-29", t));
  EXPECT_TRUE(parse_utc("2000-02-29", t));
  EXPECT_FALSE(parse_utc("1900-02-29", t));
}

TEST(Iso8601, CutsMillisecondsAlsoBeforeTheEpoch) {
  EXPECT_EQ(iso8601(UtcTime{Duration{1614834367999}}), "2021-03-04T05:06:07Z");
  EXPECT_EQ(iso8601(UtcTime{Duration{0}}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(iso8601(UtcTime{Duration{-1}}), "1969-12-31T23:59:59Z");
}

TEST(Iso8601, IsReadBack) {
  for (std::int64_t second = -5'000'000'000; second < 5'000'000'000; second += 12'345'679) {
    UtcTime const t{std::chrono::seconds{second}};
    UtcTime back;
    ASSERT_TRUE(parse_utc(iso8601(t), back)) << iso8601(t);
    ASSERT_EQ(back, t);
  }
}

TEST(SecondsToDuration, RoundsToTheNearestMillisecond) {
  EXPECT_EQ(seconds_to_duration(1.2344), Duration{1234});
  EXPECT_EQ(seconds_to_duration(1.2346), Duration{1235});
  EXPECT_EQ(seconds_to_duration(-1.2346), Duration{-1235});
  EXPECT_EQ(hours(seconds_to_duration(5400)), 1.5);
}

}  // namespace
}  // namespace ceaseline
