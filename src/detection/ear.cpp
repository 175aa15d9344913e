#include "ceaseline/detection/builtin_sensors.hpp"
#include "laws.hpp"

namespace ceaseline {
namespace {

Length distance_of_hearing(Ear const& ear, ViolationKind const& kind, Conditions const& there) {
  Length const heard = there.light == Light::Day ? kind.heard_by_day : kind.heard_by_night;
  return heard * ear.range_factor * hearing_factor(there);
}

}  // namespace

Length Ear::reach(ViolationKind const& kind, Conditions const& there) const {
  return reach_of(close, distance_of_hearing(*this, kind, there));
}

double Ear::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  return chance_at(close, distance_of_hearing(*this, kind, there), range);
}

void visit(Fields& f, Ear& e) {
  f.share("close", e.close, "chance of noticing an act close by");
  f.factor("range_factor", e.range_factor, "multiplies the kind's distance of hearing");
  visit_error(f, e.error);
  visit_naming(f, e.named, e.false_alarms);
}

}  // namespace ceaseline
