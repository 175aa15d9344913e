#include "ceaseline/geo/moon.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "almanac.hpp"

namespace ceaseline {

namespace {

double sine(double degrees) { return std::sin(degrees * (Angle::pi / 180.0)); }
double cosine(double degrees) { return std::cos(degrees * (Angle::pi / 180.0)); }
double to_millionth(double value) { return std::round(value * 1e6) / 1e6; }

struct Vector {
  double x;
  double y;
  double z;
};

double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

/// The direction of an ecliptic longitude and latitude, in axes of the Earth's equator and the equinox.
Vector direction(double longitude, double latitude, double obliquity) {
  double const across = cosine(latitude);
  double const x = across * cosine(longitude);
  double const y = across * sine(longitude);
  double const z = sine(latitude);
  double const c = cosine(obliquity);
  double const s = sine(obliquity);
  return {x, c * y - s * z, s * y + c * z};
}

/// Moon and sun as seen from the centre of the Earth, as unit vectors in equatorial axes.
struct Pair {
  Vector moon;
  Vector sun;
};

/// Mean elements and the largest periodic terms of Meeus, chapter 47 (tables 47.A and 47.B); the sun after
/// chapter 25. Aberration and nutation, 0.006 degrees at most, are left out. \param century Julian centuries
/// since 2000-01-01 12:00
Pair pair_at(double century) {
  double const mean_longitude = 218.3164477 + century * (481267.88123421 - century * 0.0015786);
  double const elongation = 297.8501921 + century * (445267.1114034 - century * 0.0018819);
  double const sun_anomaly = 357.5291092 + century * (35999.0502909 - century * 0.0001536);
  double const moon_anomaly = 134.9633964 + century * (477198.8675055 + century * 0.0087414);
  double const from_node = 93.2720950 + century * (483202.0175233 - century * 0.0036539);

  double const longitude = mean_longitude + 6.288774 * sine(moon_anomaly) +
                           1.274027 * sine(2 * elongation - moon_anomaly) + 0.658314 * sine(2 * elongation) +
                           0.213618 * sine(2 * moon_anomaly) - 0.185116 * sine(sun_anomaly) -
                           0.114332 * sine(2 * from_node) + 0.058793 * sine(2 * (elongation - moon_anomaly)) +
                           0.057066 * sine(2 * elongation - sun_anomaly - moon_anomaly) +
                           0.053322 * sine(2 * elongation + moon_anomaly);
  double const latitude = 5.128122 * sine(from_node) + 0.280602 * sine(moon_anomaly + from_node) +
                          0.277693 * sine(moon_anomaly - from_node) +
                          0.173237 * sine(2 * elongation - from_node) +
                          0.055413 * sine(2 * elongation - moon_anomaly + from_node);
  double const sun_longitude =
      280.46646 + century * 36000.76983 + 1.914602 * sine(sun_anomaly) + 0.019993 * sine(2 * sun_anomaly);
  double const obliquity = 23.4392911 - century * 0.0130042;
  return {direction(longitude, latitude, obliquity), direction(sun_longitude, 0, obliquity)};
}

/// Lit share of the disc: Meeus, chapter 48, with the mean ratio of the distances of the moon and the sun.
double lit_share(Pair const& pair) {
  constexpr double ratio = 384'400.0 / 149'597'870.7;
  double const cosine_of_elongation = dot(pair.moon, pair.sun);
  double const from_sun = std::sqrt(1 + ratio * ratio - 2 * ratio * cosine_of_elongation);
  return (1 + (ratio - cosine_of_elongation) / from_sun) / 2;
}

/// Towards the zenith of a place, in the axes of Pair. Sidereal time: Meeus, chapter 12.
Vector zenith(double days, LonLat place) {
  double const sidereal = 280.46061837 + 360.98564736629 * days + place.lon;
  double const across = cosine(place.lat);
  return {across * cosine(sidereal), across * sine(sidereal), sine(place.lat)};
}

Moon seen(Vector moon, double lit, double days, LonLat place) {
  double const height = std::clamp(dot(moon, zenith(days, place)), -1.0, 1.0);
  return {Angle::degrees(to_millionth(Angle::radians(std::asin(height)).degrees())), to_millionth(lit)};
}

}  // namespace

Moon moon_at(UtcTime t, LonLat place) {
  double const days = days_since_2000(t);
  Pair const pair = pair_at(days / 36525.0);
  return seen(pair.moon, lit_share(pair), days, place);
}

MoonOfPeriod::MoonOfPeriod(UtcTime start, Duration length)
    : start_{start}, length_{length}, first_{std::floor(days_since_2000(start) * nodes_a_day) - 1} {
  double const last = days_since_2000(start + length) * nodes_a_day + 3;
  for (double node = first_; node <= last; ++node) {
    Pair const pair = pair_at(node / nodes_a_day / 36525.0);
    nodes_.push_back({pair.moon.x, pair.moon.y, pair.moon.z, lit_share(pair)});
  }
}

Moon MoonOfPeriod::at(UtcTime t, LonLat place) const {
  double const days = days_since_2000(t);
  double const position = days * nodes_a_day - first_;
  auto const i = static_cast<std::size_t>(position);
  double const x = position - static_cast<double>(i);
  auto const weights = cubic_weights(x);
  Node sum{0, 0, 0, 0};
  for (std::size_t n = 0; n < 4; ++n) {
    Node const& of = nodes_[i - 1 + n];
    sum.x += weights[n] * of.x;
    sum.y += weights[n] * of.y;
    sum.z += weights[n] * of.z;
    sum.lit += weights[n] * of.lit;
  }
  return seen({sum.x, sum.y, sum.z}, sum.lit, days, place);
}

Spans moonlight(UtcTime start, Duration length, LonLat place, double illuminated) {
  return moonlight(MoonOfPeriod{start, length}, place, illuminated);
}

Spans moonlight(MoonOfPeriod const& moon_of, LonLat place, double illuminated) {
  UtcTime const start = moon_of.start();
  Duration const length = moon_of.length();
  constexpr double up = 0.125;                // degrees
  constexpr double fastest_rise = 15.1 / 60;  // degrees a minute: the turning of the Earth, and a little
  constexpr double fastest_change =
      0.16 / 1440;  // of the disc a minute: 0.5 x 15.4 degrees a day, and a little
  std::vector<Span> spans;
  bool lit = false;
  Duration from{0};
  Duration here{0};
  while (here < length) {
    Moon const moon = moon_of.at(start + here, place);
    double const above = moon.elevation.degrees() - up;
    double const excess = moon.illuminated - illuminated;
    bool const lit_here = above > 0 && excess >= 0;
    if (lit_here && !lit) from = here;
    if (!lit_here && lit) spans.push_back({SimTime{from}, SimTime{here}});
    lit = lit_here;
    // For so many minutes the answer stays, however steeply the moon moves: both must hold, one must fail.
    double const height_holds = std::abs(above) / fastest_rise;
    double const disc_holds = std::abs(excess) / fastest_change;
    double minutes = std::min(height_holds, disc_holds);
    if (!lit) minutes = std::max(above > 0 ? 0 : height_holds, excess >= 0 ? 0 : disc_holds);
    here += one_minute * std::max<std::int64_t>(1, static_cast<std::int64_t>(minutes));
  }
  if (lit) spans.push_back({SimTime{from}, SimTime{length}});
  return Spans{std::move(spans)};
}

}  // namespace ceaseline
