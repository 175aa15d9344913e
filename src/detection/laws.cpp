#include "laws.hpp"

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/detection/builtin_sensors.hpp"

namespace ceaseline {
namespace {

constexpr double negligible = 0.001;

}  // namespace

double chance_at(double close, Length r37, Length range) {
  if (r37 <= Length{} || close <= 0) return 0;
  double const x = range / r37;
  double const p = close * portable_exp(-x * x * x);
  return p < negligible ? 0.0 : p;
}

Length reach_of(double close, Length r37) { return range_where(close, r37, negligible); }

Length range_where(double close, Length r37, double p) {
  if (r37 <= Length{} || close <= p) return {};
  return r37 * portable_exp(portable_log(portable_log(close / p)) / 3);  // cube root
}

double hearing_factor(Conditions const& there) {
  return there.sensing.listening_range * (there.moving ? there.sensing.moving_ear : 1.0) *
         there.air.listening * (there.town ? there.sensing.town_listening : 1.0);
}

Length cut_by_air(Length range, WeatherState const& air, double through) {
  if (air.visibility <= Length{}) return range;
  Length const farthest = air.visibility * through;
  return farthest < range ? farthest : range;
}

void visit_error(Fields& f, LocationError& e) {
  f.factor("error_along", e.along, "standard error along the line of sight, as a share of the range");
  f.angle("error_across", e.across, "standard error of the bearing");
}

void visit_naming(Fields& f, double& kind_right, double& false_alarms_per_day) {
  f.share("kind_right", kind_right, "chance that it names the right kind of what it noticed");
  f.factor("false_alarms_per_day", false_alarms_per_day,
           "things noticed that did not happen, a day of working time");
  if (false_alarms_per_day > 1000)
    f.refuse("false_alarms_per_day", "is more than anybody would listen to; give at most 1000");
}

}  // namespace ceaseline
