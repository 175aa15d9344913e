#include "ceaseline/detection/builtin_sensors.hpp"
#include "laws.hpp"

namespace ceaseline {
namespace {

/// By what the eye can do; the air cuts it afterwards.
Length distance_of_seeing(Eye const& eye, ViolationKind const& kind, Conditions const& there) {
  if (there.light == Light::Day) return kind.seen_by_day * eye.range_factor;
  return kind.seen_by_night * eye.range_factor * (there.moonless ? there.sensing.moonless_seeing : 1.0);
}

}  // namespace

Length Eye::reach(ViolationKind const& kind, Conditions const& there) const {
  return cut_by_air(reach_of(close, distance_of_seeing(*this, kind, there)), there.air);
}

double Eye::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  if (cut_by_air(range, there.air) < range) return 0;
  return chance_at(close, distance_of_seeing(*this, kind, there), range);
}

void visit(Fields& f, Eye& e) {
  f.share("close", e.close, "chance of noticing an act close by");
  f.factor("range_factor", e.range_factor, "multiplies the kind's distance of seeing");
  f.angle("field_of_view", e.view, "full angle it looks through, towards the line");
  visit_error(f, e.error);
  visit_naming(f, e.named, e.false_alarms);
}

}  // namespace ceaseline
