#pragma once

#include <vector>

#include "ceaseline/base/spans.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// Where the moon stands and how much of it is lit.
struct Moon {
  Angle elevation;  ///< of its centre as seen from the centre of the Earth: without refraction and parallax
  double illuminated;  ///< share of the disc, 0 (new) to 1 (full)
};

/// Position after J. Meeus, Astronomical Algorithms (2nd ed. 1998), chapter 47, of which only the terms above
/// 0.05 degrees are kept: good to 0.25 degrees of elevation and 0.002 of the disc from 1950 to 2050. Rounded
/// to a millionth of a degree and of the disc, because the last bit of the C library differs between
/// processors.
[[nodiscard]] Moon moon_at(UtcTime t, LonLat place);

/// The moon of a period, worked out twelve times a day and a cubic through four of them in between: within
/// two millionths of moon_at, of a degree below 60 degrees of elevation and of the disc. For many places and
/// instants of one period.
class MoonOfPeriod {
 public:
  MoonOfPeriod(UtcTime start, Duration length);
  /// \pre start() <= t <= start() + length()
  [[nodiscard]] Moon at(UtcTime t, LonLat place) const;
  [[nodiscard]] UtcTime start() const { return start_; }
  [[nodiscard]] Duration length() const { return length_; }

 private:
  static constexpr double nodes_a_day = 12;
  /// Towards the moon in axes of the Earth's equator, and the lit share of its disc.
  struct Node {
    double x, y, z, lit;
  };
  UtcTime start_;
  Duration length_;
  double first_;  ///< of the first node, in nodes since 2000-01-01 12:00
  std::vector<Node> nodes_;
};

/// The instants of [start, start + length) at which the moon is up and at least `illuminated` of its disc is
/// lit, in time since `start`. It is up when its upper edge would be seen over a flat horizon, which is when
/// moon_at gives more than 0.125 degrees (Meeus, chapter 15: parallax lowers it by more than refraction and
/// its radius lift it). Each whole minute since `start` counts by its beginning, so ends are whole minutes
/// and 1 to 2 min off; within the accuracy of moon_at near the polar circles, where the moon grazes the
/// horizon, they may be off by more. \param illuminated share of the disc; 0.25 is reached about 5 days after
/// new moon
[[nodiscard]] Spans moonlight(UtcTime start, Duration length, LonLat place, double illuminated = 0.25);
[[nodiscard]] Spans moonlight(MoonOfPeriod const& moon, LonLat place, double illuminated = 0.25);

}  // namespace ceaseline
