#pragma once

#include <cmath>
#include <utility>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/base/random.hpp"
#include "ceaseline/detection/fusion.hpp"
#include "ceaseline/model/purpose.hpp"

namespace ceaseline {

inline SimTime at_minutes(double m) { return SimTime{seconds_to_duration(60 * m)}; }

/// Something heard at a place that is known equally well in all directions.
inline Notice heard(double minutes, Point place, double sigma, std::uint32_t platform = 0) {
  Notice n;
  n.at = at_minutes(minutes);
  n.place = place;
  n.along = n.across = sigma;
  n.platform = platform;
  return n;
}

inline Notice seen(double minutes, Point place, double sigma, std::uint32_t platform = 0) {
  Notice n = heard(minutes, place, sigma, platform);
  n.channel = Channel::Sight;
  return n;
}

inline Notice claimed(double minutes, Point place, double sigma) {
  Notice n = heard(minutes, place, sigma);
  n.channel = Channel::Claim;
  n.publishable = false;
  return n;
}

/// The same with its place drawn around the true one by its own standard errors, at the address (sensor,
/// act).
inline Notice with_error(Notice n, Draws const& draws, Key sensor, std::uint64_t act) {
  Block const b = draws.at(purpose::location_error, sensor, act);
  double const along = normal_quantile(b.open_unit(0)) * n.along;
  double const across = normal_quantile(b.open_unit(1)) * n.across;
  n.place.x += along * n.axis.x - across * n.axis.y;
  n.place.y += along * n.axis.y + across * n.axis.x;
  return n;
}

/// Standard errors along and across a line of sight in the direction of `degrees`.
inline Notice looking(Notice n, double degrees, double along, double across) {
  double const a = Angle::degrees(degrees).radians();
  n.axis = {std::cos(a), std::sin(a)};
  n.along = along;
  n.across = across;
  return n;
}

/// Window 20 min, gate 0.99, memory 10 days, three kinds of acts.
inline Fusion usual_fusion() { return {3, 20 * one_minute, 0.99, 10 * one_day}; }

/// The reports that stand for themselves.
inline int standing(Fusion const& f) {
  int n = 0;
  for (Fusion::Event const& e : f.events()) n += e.merged_into < 0 ? 1 : 0;
  return n;
}

}  // namespace ceaseline
