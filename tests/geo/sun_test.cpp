// Sunrise, sunset and twilight against published times, and the sun's own symmetries.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "ceaseline/geo/sun.hpp"

namespace ceaseline {
namespace {

constexpr LonLat donetsk{37.8, 48.0};

UtcTime utc(std::string const& text) {
  UtcTime t;
  EXPECT_TRUE(parse_utc(text, t)) << text;
  return t;
}

Duration of_day(int hour, int minute, int second) {
  return std::chrono::hours{hour} + std::chrono::minutes{minute} + std::chrono::seconds{second};
}

/// Expects one span of light on that day, with both ends within a minute.
void expect_light(std::string const& date, Angle threshold, Duration rise, Duration set) {
  Spans const light = daylight(utc(date), one_day, donetsk, threshold);
  ASSERT_EQ(light.list().size(), 1U) << date;
  Span const span = light.list().front();
  EXPECT_LE(std::abs((span.from - at_ms(0) - rise).count()), 60'000) << date << " rises " << ms_of(span.from);
  EXPECT_LE(std::abs((span.to - at_ms(0) - set).count()), 60'000) << date << " sets " << ms_of(span.to);
}

// Expected times: NOAA solar calculator; libastro agrees within 5 s.
TEST(Daylight, AgreesWithNoaa) {
  Angle const horizon = Angle::degrees(-0.833);
  expect_light("2024-06-20", horizon, of_day(1, 29, 3), of_day(17, 31, 56));
  expect_light("2024-12-21", horizon, of_day(5, 15, 58), of_day(13, 38, 10));
  expect_light("2024-06-20", Angle::degrees(-6), of_day(0, 47, 44), of_day(18, 13, 16));
}

TEST(Daylight, LengthOfTheLongestAndShortestDay) {
  EXPECT_NEAR(hours(daylight(utc("2024-06-20"), one_day, donetsk).total()), 16.048, 0.01);
  EXPECT_NEAR(hours(daylight(utc("2024-12-21"), one_day, donetsk).total()), 8.370, 0.01);
}

TEST(Daylight, AtTheEquatorOnTheEquinoxIsTwelveHoursAndSevenMinutes) {
  EXPECT_NEAR(hours(daylight(utc("2024-03-20"), one_day, {0, 0}).total()), 12 + 6.7 / 60, 0.5 / 60);
}

TEST(Daylight, PolarDayIsWholeAndPolarNightIsEmpty) {
  UtcTime const june = utc("2024-06-01");
  EXPECT_EQ(daylight(june, 30 * one_day, {20, 70}), (Spans{{{at_ms(0), at_ms(0) + 30 * one_day}}}));
  EXPECT_TRUE(daylight(utc("2024-12-01"), 30 * one_day, {20, 70}).empty());
  EXPECT_TRUE(daylight(june, Duration{0}, donetsk).empty());
}

TEST(Daylight, EndsAreWholeSecondsAndStandWhereTheElevationCrosses) {
  UtcTime const start = utc("2024-02-10T13:17:11Z");
  Spans const light = daylight(start, 20 * one_day, donetsk);
  ASSERT_EQ(light.list().size(), 21U) << "it starts by day";
  for (std::size_t i = 0; i < light.list().size(); ++i) {
    for (SimTime const end : {light.list()[i].from, light.list()[i].to}) {
      ASSERT_EQ(ms_of(end) % 1000, 0);
      if (end == at_ms(0) || end == at_ms(0) + 20 * one_day) continue;
      // The sun climbs at most 15 degrees an hour: 0.5 s is 0.0021 degrees.
      ASSERT_NEAR(solar_elevation(start + (end - at_ms(0)), donetsk).degrees(), -0.833, 0.0022);
    }
  }
}

TEST(Daylight, AgreesWithAskingEveryMinuteAlsoNearThePolarCircle) {
  for (LonLat const place : {LonLat{20, 67.6}, LonLat{-50, 66.2}, LonLat{100, -67.7}, LonLat{170, 89}}) {
    UtcTime const start = utc("2024-01-01");
    Spans const light = daylight(start, 366 * one_day, place);
    for (Duration t{0}; t < 366 * one_day; t += one_minute) {
      double const above = solar_elevation(start + t, place).degrees() + 0.833;
      if (std::abs(above) < 0.0022) continue;
      ASSERT_EQ(light.contains(at_ms(0) + t), above > 0)
          << place.lat << ' ' << iso8601(start + t) << ' ' << above;
    }
  }
}

TEST(Daylight, FindsTheNightOfAFewMinutes) {
  // Along these latitudes the midsummer sun dips below the threshold for nothing up to half an hour.
  UtcTime const start = utc("2024-06-20T20:00Z");
  Duration const length = 8 * one_hour;
  int nights_below_ten_minutes = 0;
  for (double lat = 65.710; lat < 65.740; lat += 0.001) {
    LonLat const place{20, lat};
    Spans const light = daylight(start, length, place);
    Duration const night = length - light.total();
    if (night > Duration{0} && night < 10 * one_minute) ++nights_below_ten_minutes;
    for (Duration t{0}; t < length; t += std::chrono::seconds{20}) {
      double const above = solar_elevation(start + t, place).degrees() + 0.833;
      if (std::abs(above) < 0.0002) continue;
      ASSERT_EQ(light.contains(at_ms(0) + t), above > 0) << lat << ' ' << iso8601(start + t) << ' ' << above;
    }
  }
  EXPECT_GE(nights_below_ten_minutes, 3);
}

TEST(Daylight, NightIsTheSameFromEitherEnd) {
  UtcTime const start = utc("2024-04-01");
  Spans const month = daylight(start, 30 * one_day, donetsk);
  Spans const second_half = daylight(start + 15 * one_day, 15 * one_day, donetsk);
  EXPECT_EQ(month.within({at_ms(0) + 15 * one_day, at_ms(0) + 30 * one_day}).total(), second_half.total());
}

// Equinoxes of the US Naval Observatory. Seen from a pole the elevation is the declination; it changes by
// 0.0165 degrees an hour, so that 0.01 degrees are 36 minutes of the date.
TEST(SolarElevation, CrossesTheEquatorAtTheEquinoxes) {
  for (char const* const equinox :
       {"2000-03-20T07:35Z", "2000-09-22T17:28Z", "2024-03-20T03:06Z", "2024-09-22T12:44Z"}) {
    EXPECT_NEAR(solar_elevation(utc(equinox), {0, 90}).degrees(), 0, 0.01) << equinox;
  }
}

// The equation of time is largest, +16 min 26 s, about 3 November and smallest, -14 min 14 s, about 11
// February.
TEST(SolarElevation, NoonFollowsTheEquationOfTime) {
  auto const noon = [](std::string const& date) {
    Span const day = daylight(utc(date), one_day, {0, 0}).list().front();
    return (day.from - at_ms(0) + (day.to - at_ms(0))) / 2;
  };
  EXPECT_LE(std::abs((noon("2024-11-03") - of_day(11, 43, 34)).count()), 10'000);
  EXPECT_LE(std::abs((noon("2024-02-11") - of_day(12, 14, 14)).count()), 10'000);
}

TEST(SolarElevation, StandsOverTheTropicOnMidsummerNoon) {
  // Solstice 2024-06-20 20:51 UTC: at 23.44 N and where it is apparent noon the sun is in the zenith.
  double highest = 0;
  for (double lon = 0; lon < 360; lon += 0.05) {
    highest = std::max(highest, solar_elevation(utc("2024-06-20T20:51Z"), {lon - 180, 23.436}).degrees());
  }
  EXPECT_NEAR(highest, 90, 0.05);
}

TEST(SolarElevation, HasNoSeamAtMidnightOrAtTheDateLine) {
  UtcTime const midnight = utc("2024-05-01");
  double const after = solar_elevation(midnight, donetsk).degrees();
  EXPECT_NEAR(solar_elevation(midnight - Duration{1}, donetsk).degrees(), after, 1e-4);
  EXPECT_NEAR(solar_elevation(midnight, {180, 10}).degrees(), solar_elevation(midnight, {-180, 10}).degrees(),
              1e-9);
}

TEST(Daylight, BeginsAndEndsWhereTheSunOfThatInstantCrosses) {
  // The sun of a period is worked out at its noons alone; in between it must be that of each instant.
  UtcTime const start = utc("2021-01-01");
  for (LonLat const place : {donetsk, LonLat{-70, -55}}) {
    Spans const light = daylight(start, 366 * one_day, place);
    for (Span const& day : light.list()) {
      for (SimTime const end : {day.from, day.to}) {
        if (end == SimTime{} || end == SimTime{366 * one_day}) continue;
        auto const above = [&](Duration off) {
          return solar_elevation(start + end.time_since_epoch() + off, place).degrees() + 0.833;
        };
        Duration const half_a_second{501};
        ASSERT_LE(above(-half_a_second) * above(half_a_second), 0) << ms_of(end);
      }
    }
  }
}

}  // namespace
}  // namespace ceaseline
