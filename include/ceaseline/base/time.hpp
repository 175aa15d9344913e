#pragma once

#include <chrono>
#include <cstdint>
#include <ratio>
#include <string>

namespace ceaseline {

/// A span of time in whole milliseconds: sums, ties and comparisons are exact.
using Duration = std::chrono::duration<std::int64_t, std::milli>;

/// The clock of a simulated world; its epoch is the start of the study period.
struct SimClock {
  using duration = Duration;
  using rep = Duration::rep;
  using period = Duration::period;
  using time_point = std::chrono::time_point<SimClock, Duration>;
  static constexpr bool is_steady = true;
};

/// An instant, in milliseconds since the start of the study period.
using SimTime = SimClock::time_point;

/// An instant of civil time (UTC), in whole milliseconds.
using UtcTime = std::chrono::time_point<std::chrono::system_clock, Duration>;

/// "2021-03-04T05:06:07Z"; milliseconds are cut off.
[[nodiscard]] std::string iso8601(UtcTime t);

/// Reads "2021-03-04" or "2021-03-04T05:06Z" or "2021-03-04T05:06:07Z" (UTC).
/// \returns false when `text` is none of these or names no date; `out` is then untouched
[[nodiscard]] bool parse_utc(std::string const& text, UtcTime& out);

[[nodiscard]] constexpr SimTime at_ms(std::int64_t ms) { return SimTime{Duration{ms}}; }
[[nodiscard]] constexpr std::int64_t ms_of(SimTime t) { return t.time_since_epoch().count(); }
[[nodiscard]] constexpr double hours(Duration d) { return static_cast<double>(d.count()) / 3.6e6; }
/// Rounds to the nearest whole millisecond.
[[nodiscard]] constexpr Duration seconds_to_duration(double s) {
  return Duration{static_cast<std::int64_t>(s * 1000.0 + (s < 0 ? -0.5 : 0.5))};
}

inline constexpr Duration one_day{86'400'000};
inline constexpr Duration one_hour{3'600'000};
inline constexpr Duration one_minute{60'000};

}  // namespace ceaseline
