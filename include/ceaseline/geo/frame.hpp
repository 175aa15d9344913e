#pragma once

#include <string>

#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// The local frame of a map: Lambert azimuthal equal-area on WGS 84, centred on `centre`, metres.
/// Within 0.03 % in scale over 1,000 km; stop believing it beyond about 2,000 km from the centre.
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
