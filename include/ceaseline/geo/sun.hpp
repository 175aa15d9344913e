#pragma once

#include "ceaseline/base/spans.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

enum class Light : unsigned char { Day, Night };
[[nodiscard]] constexpr char const* name(Light l) { return l == Light::Day ? "day" : "night"; }

/// Elevation of the centre of the sun without refraction, from the NOAA solar equations
/// (NOAA Global Monitoring Laboratory, solar calculator). Good to 0.01 degrees from 1900 to 2100.
[[nodiscard]] Angle solar_elevation(UtcTime t, LonLat place);

/// The instants of [start, start + length) at which the sun stands above `threshold`, in time since `start`.
/// The default threshold is sunrise and sunset with refraction and the sun's radius (zenith 90.833 degrees).
/// Accurate to one minute; polar day and polar night give one whole span or none. Ends are whole seconds.
[[nodiscard]] Spans daylight(UtcTime start, Duration length, LonLat place,
                             Angle threshold = Angle::degrees(-0.833));

}  // namespace ceaseline
