#include "ceaseline/detection/satellite_imager.hpp"

#include <algorithm>

#include "laws.hpp"

namespace ceaseline {
namespace {

double within(SatelliteImager const& s, ViolationKind const& kind, Conditions const& there) {
  if (!kind.object) return 0;
  return std::min(1.0, s.chance * kind.trace * (there.light == Light::Day ? 1.0 : s.by_night));
}

}  // namespace

Length SatelliteImager::reach(ViolationKind const& kind, Conditions const& there) const {
  return within(*this, kind, there) > 0 ? swath / 2 : Length{};
}

double SatelliteImager::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  return range <= swath / 2 ? within(*this, kind, there) : 0.0;
}

Length SatelliteImager::recognises(ViolationKind const& kind, Conditions const& there) const {
  return recognise ? reach(kind, there) : Length{};
}

void visit(Fields& f, SatelliteImager& s) {
  f.length("swath", s.swath, "width of the strip that one pass takes an image of");
  f.share("chance", s.chance, "of finding an object within the strip, times the kind's trace");
  f.share("by_night", s.by_night, "multiplies the chance by night: 1 radar, 0 an optical image");
  f.flag("recognise", s.recognise, "one image tells what it is");
  visit_error(f, s.error);
  visit_naming(f, s.named, s.false_alarms);
}

}  // namespace ceaseline
