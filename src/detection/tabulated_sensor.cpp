#include "ceaseline/detection/tabulated_sensor.hpp"

#include <algorithm>

#include "laws.hpp"

namespace ceaseline {
namespace {

void check_points(Fields& f, std::vector<TabulatedSensor::At> const& points) {
  if (points.empty())
    f.refuse("points", "a curve needs at least one point, such as {range = \"2 km\", chance = 0.5}");
  for (std::size_t i = 1; i < points.size(); ++i) {
    if (points[i].range <= points[i - 1].range) {
      f.refuse("points", "ranges must ascend; write the nearest point first");
      return;
    }
    if (points[i].chance > points[i - 1].chance) {
      f.refuse("points", "the chance grows with range; nothing is noticed better from farther away");
      return;
    }
  }
}

void visit_curve(Fields& f, TabulatedSensor::Curve& c) {
  f.text("kind", c.kind, "id of a kind of violation; \"*\": those without a curve of their own");
  choice_of(f, "light", c.light, {"any", "day", "night"}, "when it holds; day or night goes before any");
  tables_of(f, "points", c.points, "chances at ascending ranges, linear between, 0 beyond the last",
            [](Fields& inner, TabulatedSensor::At& p) {
              inner.length("range", p.range, "from the sensor");
              inner.share("chance", p.chance, "that an act there is noticed");
            });
  check_points(f, c.points);
}

void check_curves(Fields& f, std::vector<TabulatedSensor::Curve> const& curves) {
  for (auto a = curves.begin(); a != curves.end(); ++a) {
    bool const again = std::any_of(curves.begin(), a, [&](TabulatedSensor::Curve const& b) {
      return a->kind == b.kind && a->light == b.light;
    });
    if (again) f.refuse("curves", "two curves for kind \"" + a->kind + "\" in the same light");
  }
}

}  // namespace

double TabulatedSensor::Curve::at(Length range) const {
  auto const beyond =
      std::find_if(points.begin(), points.end(), [&](At const& p) { return p.range >= range; });
  if (beyond == points.end()) return 0;
  if (beyond == points.begin()) return beyond->chance;
  At const& nearer = *(beyond - 1);
  double const f = (range - nearer.range) / (beyond->range - nearer.range);
  return std::max(beyond->chance, nearer.chance + (beyond->chance - nearer.chance) * f);
}

TabulatedSensor::Curve const* TabulatedSensor::curve_for(ViolationKind const& kind, Light light) const {
  When const now = light == Light::Day ? When::Day : When::Night;
  Curve const* best = nullptr;
  int best_fit = -1;
  for (Curve const& c : curves) {
    if ((c.kind != "*" && c.kind != kind.id) || (c.light != When::Any && c.light != now)) continue;
    int const fit = (c.kind == "*" ? 0 : 2) + (c.light == When::Any ? 0 : 1);
    if (fit > best_fit) {
      best = &c;
      best_fit = fit;
    }
  }
  return best;
}

Length TabulatedSensor::reach(ViolationKind const& kind, Conditions const& there) const {
  Curve const* c = curve_for(kind, there.light);
  if (c == nullptr || c->points.empty()) return {};
  Length const last = c->points.back().range;
  return by == Channel::Sound ? last * hearing_factor(there) : cut_by_air(last, there.air);
}

double TabulatedSensor::detects(ViolationKind const& kind, Conditions const& there, Length range) const {
  Curve const* c = curve_for(kind, there.light);
  if (c == nullptr || range > reach(kind, there)) return 0;
  if (by != Channel::Sound) return c->at(range);
  double const farther = hearing_factor(there);
  return farther > 0 ? c->at(std::min(range / farther, c->points.back().range)) : 0.0;
}

Length TabulatedSensor::recognises(ViolationKind const& kind, Conditions const& there) const {
  return std::min(recognise_within, reach(kind, there));
}

Length TabulatedSensor::identifies(ViolationKind const& kind, Conditions const& there) const {
  return std::min(identify_within, reach(kind, there));
}

void visit(Fields& f, TabulatedSensor& t) {
  choice_of(f, "channel", t.by, {"sound", "sight"}, "heard or seen");
  f.angle("field_of_view", t.view, "full angle it looks through, towards the line");
  f.length("recognise_within", t.recognise_within,
           "one look from within this range tells what it is; 0: never");
  f.length("identify_within", t.identify_within,
           "one look from within this range tells whose it is; 0: never");
  visit_error(f, t.error);
  visit_naming(f, t.named, t.false_alarms);
  tables_of(f, "curves", t.curves, "chances by kind and light, in clear and calm air", visit_curve);
  check_curves(f, t.curves);
}

}  // namespace ceaseline
