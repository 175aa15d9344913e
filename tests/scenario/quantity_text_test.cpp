#include "ceaseline/scenario/quantity_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "ceaseline/base/quantity.hpp"

namespace ceaseline {
namespace {

TEST(QuantityText, GivesTheSameBitsAsTheCode) {
  EXPECT_EQ(read_measure(Measure::Speed, "40 km/h").value, Speed::kilometres_per_hour(40).si());
  EXPECT_EQ(read_measure(Measure::Length, "0.3 km").value, Length::kilometres(0.3).si());
  EXPECT_EQ(read_measure(Measure::Angle, "6.4 deg").value, Angle::degrees(6.4).si());
  EXPECT_EQ(read_measure(Measure::Money, "113 k EUR").value, 113'000.0);
  EXPECT_EQ(read_measure(Measure::Money, "0.5 M EUR").value, 500'000.0);
}

TEST(QuantityText, ReadsEveryUnitOfTime) {
  EXPECT_EQ(read_measure(Measure::Time, "1500 ms").value, 1500);
  EXPECT_EQ(read_measure(Measure::Time, "1.5 s").value, 1500);
  EXPECT_EQ(read_measure(Measure::Time, "2 min").value, 120e3);
  EXPECT_EQ(read_measure(Measure::Time, "6 h").value, 6 * 3.6e6);
  EXPECT_EQ(read_measure(Measure::Time, "1 day").value, 86.4e6);
  EXPECT_EQ(read_measure(Measure::Time, "30days").value, 30 * 86.4e6);
  EXPECT_EQ(read_measure(Measure::Time, "2 weeks").value, 14 * 86.4e6);
}

TEST(QuantityText, SaysWhatIsWrong) {
  auto const problem = [](Measure m, char const* text) { return read_measure(m, text).problem; };
  EXPECT_EQ(problem(Measure::Speed, "40"), R"("40" has no unit; write "40 km/h")");
  EXPECT_EQ(problem(Measure::Speed, "40 kg"), R"("40 kg" is not a speed; write it in km/h or m/s)");
  EXPECT_EQ(problem(Measure::Speed, "fast"), R"("fast" is not a speed; write it in km/h or m/s)");
  EXPECT_EQ(problem(Measure::Length, "-5 km"), R"("-5 km" is negative; write 0 or more)");
  EXPECT_EQ(problem(Measure::Length, "1e30 km"), R"("1e30 km" is too large to be meant)");
  EXPECT_EQ(problem(Measure::Length, "1e999 km"), R"("1e999 km" is too large to be meant)");
  EXPECT_EQ(problem(Measure::Length, "inf km"), R"("inf km" is not a length; write it in km or m)");
  EXPECT_EQ(problem(Measure::Length, "nan"), R"("nan" is not a length; write it in km or m)");
  EXPECT_EQ(problem(Measure::Length, ""), R"("" is not a length; write it in km or m)");
  EXPECT_EQ(problem(Measure::Time, "1. h"),
            R"("1. h" is not a duration; write it in ms, s, min, h, days or weeks)");
  EXPECT_EQ(problem(Measure::Money, "5 USD"),
            R"("5 USD" is not an amount of money; write it in EUR, k EUR or M EUR)");
  EXPECT_EQ(problem(Measure::Angle, "-90 deg"), "");
}

TEST(QuantityText, IsWrittenShortly) {
  EXPECT_EQ(measure_text(Measure::Speed, Speed::kilometres_per_hour(40).si()), "40 km/h");
  EXPECT_EQ(measure_text(Measure::Speed, 5), "5 m/s");
  EXPECT_EQ(measure_text(Measure::Length, 2000), "2 km");
  EXPECT_EQ(measure_text(Measure::Length, 300), "300 m");
  EXPECT_EQ(measure_text(Measure::Length, 412'883), "412883 m");
  EXPECT_EQ(measure_text(Measure::Length, 0), "0 m");
  EXPECT_EQ(measure_text(Measure::Angle, Angle::degrees(6.4).si()), "6.4 deg");
  EXPECT_EQ(measure_text(Measure::Money, 113'000), "113 k EUR");
  EXPECT_EQ(measure_text(Measure::Money, 73.4e6), "73.4 M EUR");
  EXPECT_EQ(measure_text(Measure::Time, 36 * 3.6e6), "36 h");
  EXPECT_EQ(measure_text(Measure::Time, 86.4e6), "1 day");
  EXPECT_EQ(measure_text(Measure::Time, 5 * 86.4e6), "5 days");
  EXPECT_EQ(measure_text(Measure::Time, 5.4e6), "90 min");
  EXPECT_EQ(measure_text(Measure::Time, 1), "1 ms");
  EXPECT_EQ(measure_text(Measure::Time, 0), "0 s");
}

TEST(QuantityText, IsReadBackToTheLastBit) {
  double value = 1.0 / 3;
  for (int i = 0; i < 200; ++i) {
    value = value < 7e4 ? value * 1.37 : value / 1e6;
    for (Measure const m : {Measure::Length, Measure::Speed, Measure::Money}) {
      EXPECT_EQ(read_measure(m, measure_text(m, value)).value, value) << measure_text(m, value);
    }
    double const angle = std::fmod(value, 7) - 3;
    EXPECT_EQ(read_measure(Measure::Angle, measure_text(Measure::Angle, angle)).value, angle);
    double const time = std::round(value * 1000);
    EXPECT_EQ(read_measure(Measure::Time, measure_text(Measure::Time, time)).value, time);
  }
}

TEST(NumberText, IsShortAndExact) {
  EXPECT_EQ(number_text(0.1), "0.1");
  EXPECT_EQ(number_text(0), "0");
  EXPECT_EQ(number_text(257), "257");
  EXPECT_EQ(number_text(113'000), "113000");
  EXPECT_EQ(number_text(0.004), "0.004");
  EXPECT_EQ(number_text(1e-9), "1e-09");
  EXPECT_EQ(number_text(1.0 / 3), "0.3333333333333333");
  EXPECT_EQ(number_text(std::numeric_limits<double>::infinity()), "inf");
}

TEST(TimeOfDay, IsReadAndWritten) {
  EXPECT_EQ(read_time_of_day("08:30"), 30'600'000);
  EXPECT_EQ(read_time_of_day("08:30:15"), 30'615'000);
  EXPECT_EQ(time_of_day_text(30'600'000), "08:30");
  EXPECT_EQ(time_of_day_text(30'615'000), "08:30:15");
  for (char const* bad : {"24:00", "8:30", "08-30", "08:60", "", "08:30:", "ab:cd", "08:30:99"}) {
    EXPECT_EQ(read_time_of_day(bad), -1) << bad;
  }
}

}  // namespace
}  // namespace ceaseline
