#include "ceaseline/geo/sun.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <vector>

#include "almanac.hpp"

namespace ceaseline {

namespace {

double degrees_to_radians(double degrees) { return degrees * (Angle::pi / 180.0); }
double sine(double degrees) { return std::sin(degrees_to_radians(degrees)); }
double cosine(double degrees) { return std::cos(degrees_to_radians(degrees)); }

/// Where the sun stands in the sky of the whole Earth.
struct Sun {
  double declination_sine;
  double declination_cosine;
  double equation_of_time;  ///< apparent less mean solar time, minutes
};

/// NOAA solar calculator, after Meeus, "Astronomical Algorithms", chapters 25 and 28.
/// \param century Julian centuries since 2000-01-01 12:00
Sun sun_at(double century) {
  double const mean_longitude = 280.46646 + century * (36000.76983 + century * 0.0003032);
  double const mean_anomaly = 357.52911 + century * (35999.05029 - century * 0.0001537);
  double const eccentricity = 0.016708634 - century * (0.000042037 + century * 0.0000001267);
  double const equation_of_centre =
      sine(mean_anomaly) * (1.914602 - century * (0.004817 + century * 0.000014)) +
      sine(2 * mean_anomaly) * (0.019993 - century * 0.000101) + sine(3 * mean_anomaly) * 0.000289;
  double const node = 125.04 - century * 1934.136;
  double const apparent_longitude = mean_longitude + equation_of_centre - 0.00569 - 0.00478 * sine(node);
  double const obliquity =
      23.0 + (26.0 + (21.448 - century * (46.815 + century * (0.00059 - century * 0.001813))) / 60.0) / 60.0 +
      0.00256 * cosine(node);
  double const declination_sine = sine(obliquity) * sine(apparent_longitude);

  double const half_obliquity_tangent = sine(obliquity / 2) / cosine(obliquity / 2);
  double const y = half_obliquity_tangent * half_obliquity_tangent;
  double const equation_of_time = y * sine(2 * mean_longitude) - 2 * eccentricity * sine(mean_anomaly) +
                                  4 * eccentricity * y * sine(mean_anomaly) * cosine(2 * mean_longitude) -
                                  0.5 * y * y * sine(4 * mean_longitude) -
                                  1.25 * eccentricity * eccentricity * sine(2 * mean_anomaly);
  return {declination_sine, std::sqrt(1 - declination_sine * declination_sine),
          4 * Angle::radians(equation_of_time).degrees()};
}

/// Elevation in radians, before it is turned into an angle. \param lat_sine, lat_cosine of the latitude
double elevation(Sun const& sun, UtcTime t, double lon, double lat_sine, double lat_cosine) {
  auto const of_day = t - std::chrono::floor<std::chrono::days>(t);
  double const minutes = static_cast<double>(of_day.count()) / 60'000.0;
  double const hour_angle = (minutes + sun.equation_of_time) / 4 + lon - 180;
  double const height =
      lat_sine * sun.declination_sine + lat_cosine * sun.declination_cosine * cosine(hour_angle);
  return std::asin(std::clamp(height, -1.0, 1.0));
}

/// The sun of a period, worked out at every noon of UTC and a cubic through four of them in between: the
/// declination is right to 1e-9 rad, the equation of time to 1e-5 s. Noons are the same for every period.
class SunOfPeriod {
 public:
  SunOfPeriod(UtcTime start, Duration length) : first_{std::floor(days_since_2000(start)) - 1} {
    double const last = days_since_2000(start + length) + 3;
    for (double noon = first_; noon <= last; ++noon) noons_.push_back(sun_at(noon / 36525.0));
  }

  [[nodiscard]] Sun at(UtcTime t) const {
    double const day = days_since_2000(t) - first_;
    auto const i = static_cast<std::size_t>(day);
    double const x = day - static_cast<double>(i);
    Sun const* const four = &noons_[i - 1];
    auto const weights = cubic_weights(x);
    Sun sun{0, 0, 0};
    for (std::size_t n = 0; n < 4; ++n) {
      sun.declination_sine += weights[n] * four[n].declination_sine;
      sun.declination_cosine += weights[n] * four[n].declination_cosine;
      sun.equation_of_time += weights[n] * four[n].equation_of_time;
    }
    return sun;
  }

 private:
  double first_;  ///< days since 2000-01-01 12:00 of the first noon
  std::vector<Sun> noons_;
};

/// The sun's elevation at one place above one threshold, as a function of the time since `start`.
class Elevation {
 public:
  Elevation(UtcTime start, Duration length, LonLat place, Angle threshold)
      : start_{start},
        sun_{start, length},
        lon_{place.lon},
        lat_sine_{sine(place.lat)},
        lat_cosine_{cosine(place.lat)},
        threshold_{threshold.radians()} {}

  /// Radians; positive when the sun is above the threshold.
  double above(Duration since) const {
    UtcTime const t = start_ + since;
    return elevation(sun_.at(t), t, lon_, lat_sine_, lat_cosine_) - threshold_;
  }

  /// The crossing between two instants, to the nearest whole second. \pre above() has different signs there
  Duration crossing(Duration low, Duration high) const {
    return std::chrono::round<std::chrono::seconds>(Duration{std::llround(crossing_ms(low, high))});
  }

  /// Where the elevation is furthest to the given `sign` between two instants. \pre it has one such extremum
  /// there
  Duration extremum(Duration low, Duration high, double sign) const {
    while (high - low > std::chrono::seconds{1}) {
      Duration const third = (high - low) / 3;
      if (sign * above(low + third) < sign * above(high - third)) {
        low += third;
      } else {
        high -= third;
      }
    }
    return low;
  }

 private:
  /// The crossing by regula falsi (Illinois), to a part of a ms: over minutes the elevation is nearly
  /// straight.
  double crossing_ms(Duration low, Duration high) const {
    double at_low = above(low);
    double at_high = above(high);
    bool const rising = at_low <= 0;
    while (high - low > std::chrono::milliseconds{1}) {
      double const share = at_low / (at_low - at_high);
      Duration const width = high - low;
      Duration const step{std::clamp<std::int64_t>(std::llround(share * static_cast<double>(width.count())),
                                                   1, width.count() - 1)};
      Duration const middle = low + step;
      double const at_middle = above(middle);
      if ((at_middle > 0) == rising) {
        high = middle;
        at_high = at_middle;
        if (step < width / 2) continue;
        at_low /= 2;
      } else {
        low = middle;
        at_low = at_middle;
        if (step > width / 2) continue;
        at_high /= 2;
      }
    }
    at_low = above(low);
    at_high = above(high);
    return static_cast<double>(low.count()) + at_low / (at_low - at_high);
  }

  UtcTime start_;
  SunOfPeriod sun_;
  double lon_, lat_sine_, lat_cosine_, threshold_;
};

}  // namespace

Angle solar_elevation(UtcTime t, LonLat place) {
  Sun const sun = sun_at(days_since_2000(t) / 36525.0);
  return Angle::radians(elevation(sun, t, place.lon, sine(place.lat), cosine(place.lat)));
}

Spans daylight(UtcTime start, Duration length, LonLat place, Angle threshold) {
  constexpr Duration step = 10 * one_minute;
  constexpr double steepest =
      15.05 * Angle::pi / 180 / 3.6e6;  // rad per ms: the turning of the Earth, and a little
  if (length <= Duration{0}) return {};
  Elevation const sun{start, length, place, threshold};
  std::vector<Duration> crossings;

  bool const day_at_start = sun.above(Duration{0}) > 0;
  Duration before{0};
  Duration here{0};
  double above_before = sun.above(before);
  double above_here = above_before;
  while (here < length) {
    // Far from the threshold no crossing can be near, however steeply the sun moves.
    auto const safe = Duration{static_cast<std::int64_t>(std::abs(above_here) / steepest)};
    Duration const next = std::min(length, here + std::max(step, safe));
    double const above_next = sun.above(next);
    // A night or a day shorter than two steps (near the polar circles) shows only as a turn close to the
    // threshold.
    double const sign = above_here > 0 ? -1 : 1;
    bool const near = std::abs(above_here) <= 2 * steepest * static_cast<double>(step.count());
    bool const turns =
        near && sign * above_here >= sign * above_before && sign * above_here >= sign * above_next;
    if (turns && (above_before > 0) == (above_here > 0) && (above_next > 0) == (above_here > 0)) {
      Duration const peak = sun.extremum(before, next, sign);
      if ((sun.above(peak) > 0) != (above_here > 0)) {
        crossings.push_back(sun.crossing(before, peak));
        crossings.push_back(sun.crossing(peak, next));
      }
    } else if ((above_next > 0) != (above_here > 0)) {
      crossings.push_back(sun.crossing(here, next));
    }
    before = here;
    above_before = above_here;
    here = next;
    above_here = above_next;
  }

  std::vector<Span> spans;
  bool day = day_at_start;
  Duration from{0};
  crossings.push_back(length);
  for (Duration const crossing : crossings) {
    if (day) spans.push_back({SimTime{from}, SimTime{std::min(crossing, length)}});
    day = !day;
    from = crossing;
  }
  return Spans{std::move(spans)};
}

}  // namespace ceaseline
