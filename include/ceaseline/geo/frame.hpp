#pragma once

#include <string>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// The local frame of a map: Lambert azimuthal equal-area on WGS 84, centred on `centre`, metres.
/// A distance of r from the centre on an Earth of radius R, scale is off by about r^2 / 8R^2: 0.03 % at 290
/// km, 0.1 % at 560 km, 1.2 % at 2,000 km, where one should stop believing it. Areas are exact everywhere.
class Frame {
 public:
  Frame() = default;
  explicit Frame(LonLat centre) : centre_{centre} {}

  [[nodiscard]] LonLat centre() const { return centre_; }
  /// Rounded to 1 mm, because the last bit of the C library differs between processors.
  [[nodiscard]] Point to_local(LonLat place) const;
  [[nodiscard]] LonLat to_geographic(Point place) const;
  /// "LAEA centred 38.654 E 47.926 N, WGS 84"
  [[nodiscard]] std::string text() const;

 private:
  LonLat centre_;
};

/// Length of the geodesic between two places (WGS 84, Thomas), metres; within 1 mm a segment of up to 50 km.
[[nodiscard]] Length geodesic_length(LonLat a, LonLat b);

}  // namespace ceaseline
