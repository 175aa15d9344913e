#include "ceaseline/detection/acoustic_array.hpp"

#include "ceaseline/detection/builtin_sensors.hpp"
#include "laws.hpp"

namespace ceaseline {
namespace {

Length distance_of_hearing(AcousticArray const& a, ViolationKind const& kind, Conditions const& there) {
  Length const heard = there.light == Light::Day ? kind.heard_by_day : kind.heard_by_night;
  double const windy = there.air.wind > a.wind_limit ? a.wind_factor : 1.0;
  return heard * a.range_factor * hearing_factor(there) * windy;
}

}  // namespace

Length AcousticArray::reach(ViolationKind const& kind, Conditions const& there) const {
  return reach_of(close, distance_of_hearing(*this, kind, there));
}

double AcousticArray::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  return chance_at(close, distance_of_hearing(*this, kind, there), range);
}

void visit(Fields& f, AcousticArray& a) {
  f.share("close", a.close, "chance of noticing an act close by");
  f.factor("range_factor", a.range_factor, "multiplies the kind's distance of hearing");
  f.speed("wind_limit", a.wind_limit, "stronger wind drowns sounds");
  f.share("wind_factor", a.wind_factor, "multiplies the range in such wind");
  visit_error(f, a.error);
  visit_naming(f, a.named, a.false_alarms);
}

}  // namespace ceaseline
