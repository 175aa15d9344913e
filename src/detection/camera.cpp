#include "ceaseline/detection/camera.hpp"

#include <algorithm>

#include "ceaseline/detection/builtin_sensors.hpp"
#include "laws.hpp"

namespace ceaseline {
namespace {

Length distance_of_seeing(Camera const& c, ViolationKind const& kind, Conditions const& there) {
  return (there.light == Light::Day ? kind.seen_by_day : kind.seen_by_night) * c.range_factor;
}

/// A share of the range at which it detects with a chance of 50 % in clear air, while it looks there; no
/// farther than it can see at all.
Length criterion(Camera const& c, double share, ViolationKind const& kind, Conditions const& there) {
  Length const detects = range_where(c.close, distance_of_seeing(c, kind, there), 0.5);
  return std::min(detects * share, c.reach(kind, there));
}

}  // namespace

Length Camera::reach(ViolationKind const& kind, Conditions const& there) const {
  return cut_by_air(reach_of(close * duty, distance_of_seeing(*this, kind, there)), there.air, fog_factor);
}

double Camera::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  if (cut_by_air(range, there.air, fog_factor) < range) return 0;
  return chance_at(close * duty, distance_of_seeing(*this, kind, there), range);
}

Length Camera::recognises(ViolationKind const& kind, Conditions const& there) const {
  return criterion(*this, recognise_share, kind, there);
}

Length Camera::identifies(ViolationKind const& kind, Conditions const& there) const {
  return criterion(*this, identify_share, kind, there);
}

void visit(Fields& f, Camera& c) {
  f.share("close", c.close, "chance of noticing an act close by");
  f.factor("range_factor", c.range_factor, "multiplies the kind's distance of seeing");
  f.angle("field_of_view", c.view, "full angle it looks through, towards the line");
  f.share("duty", c.duty, "share of the time that its head looks at a place within that angle");
  f.share("recognise_share", c.recognise_share,
          "range of recognition, as a share of the range seen with a chance of 0.5");
  f.share("identify_share", c.identify_share, "range of identification, as a share of the same");
  f.factor("fog_factor", c.fog_factor, "sees that many times as far as the visibility");
  visit_error(f, c.error);
  visit_naming(f, c.named, c.false_alarms);
}

}  // namespace ceaseline
