#include "ceaseline/detection/builtin_sensors.hpp"

#include "ceaseline/base/elementary.hpp"

namespace ceaseline {
namespace {

constexpr double negligible = 0.001;

Length distance_of_hearing(Ear const& ear, ViolationKind const& kind, Conditions const& there) {
  Length const heard = there.light == Light::Day ? kind.heard_by_day : kind.heard_by_night;
  return heard * ear.range_factor * there.sensing.listening_range *
         (there.moving ? there.sensing.moving_ear : 1.0);
}

Length distance_of_seeing(Eye const& eye, ViolationKind const& kind, Conditions const& there) {
  return (there.light == Light::Day ? kind.seen_by_day : kind.seen_by_night) * eye.range_factor;
}

void visit_error(Fields& f, LocationError& e) {
  f.factor("error_along", e.along, "standard error along the line of sight, as a share of the range");
  f.angle("error_across", e.across, "standard error of the bearing");
}

void visit_eye(Fields& f, Eye& e) {
  f.share("close", e.close, "chance of noticing an act close by");
  f.factor("range_factor", e.range_factor, "multiplies the kind's distance of seeing");
  f.angle("field_of_view", e.view, "full angle it looks through, towards the line");
  visit_error(f, e.error);
}

}  // namespace

double chance_at(double close, Length r37, Length range) {
  if (r37 <= Length{} || close <= 0) return 0;
  double const x = range / r37;
  double const p = close * portable_exp(-x * x * x);
  return p < negligible ? 0.0 : p;
}

Length reach_of(double close, Length r37) {
  if (r37 <= Length{} || close <= negligible) return {};
  return r37 * portable_exp(portable_log(portable_log(close / negligible)) / 3);  // cube root
}

Length Ear::reach(ViolationKind const& kind, Conditions const& there) const {
  return reach_of(close, distance_of_hearing(*this, kind, there));
}
double Ear::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  return chance_at(close, distance_of_hearing(*this, kind, there), range);
}

Length Eye::reach(ViolationKind const& kind, Conditions const& there) const {
  return reach_of(close, distance_of_seeing(*this, kind, there));
}
double Eye::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  return chance_at(close, distance_of_seeing(*this, kind, there), range);
}

SensorRegistry builtin_sensors() {
  SensorRegistry r;
  r.add("ear", "a person who listens", [](Fields& f) {
    auto s = std::make_unique<Ear>();
    f.share("close", s->close, "chance of noticing an act close by");
    f.factor("range_factor", s->range_factor, "multiplies the kind's distance of hearing");
    visit_error(f, s->error);
    return s;
  });
  r.add("eye", "a person who looks, with binoculars", [](Fields& f) {
    auto s = std::make_unique<Eye>();
    visit_eye(f, *s);
    return s;
  });
  r.add("camera", "a fixed camera that looks one way, day and night", [](Fields& f) {
    auto s = std::make_unique<Eye>();
    s->range_factor = 2;
    s->view = Angle::degrees(60);
    s->error = {0.05, Angle::degrees(0.5)};
    visit_eye(f, *s);
    return s;
  });
  r.add("definite", "certain within its range, blind beyond it", [](Fields& f) {
    auto s = std::make_unique<Definite>();
    f.length("range", s->range, "certain within, blind beyond");
    choice_of(f, "channel", s->by, {"sound", "sight"}, "heard or seen");
    return s;
  });
  return r;
}

}  // namespace ceaseline
