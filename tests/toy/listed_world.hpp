#pragma once

#include "toy/toy_world.hpp"

namespace ceaseline::toy {

/// A shot of a replayed list: when (hours), where (km), how deep behind the line (km) and by whom.
struct Shot {
  double hour, chainage, depth;
  Side side{Side::A};
};

/// A straight line on which exactly these things happen.
inline WorldSpec listed_world(double line_km, Duration period, ViolationKind kind,
                              std::vector<Shot> const& shots) {
  WorldSpec w = straight_world(km(line_km), period, std::move(kind), 1);
  w.violations.process = "replay";
  for (std::size_t i = 0; i < shots.size(); ++i) {
    ReplaySpec r;
    r.id = "shot " + std::to_string(i);
    r.at = hours_of(shots[i].hour);
    r.chainage = km(shots[i].chainage);
    r.depth = km(shots[i].depth);
    r.side = shots[i].side;
    r.kind = w.violations.kinds[0].id;
    r.duration = w.violations.kinds[0].duration;
    w.violations.incidents.push_back(r);
  }
  return w;
}

/// The same shot again and again.
inline std::vector<Shot> every(double hours, double until, Shot first) {
  std::vector<Shot> shots;
  for (Shot s = first; s.hour < until; s.hour += hours) shots.push_back(s);
  return shots;
}

/// A fixed sensor "watch".
inline PostSpec post_at(std::string id, double chainage, Side side = Side::A) {
  PostSpec p;
  p.id = std::move(id);
  p.sensor = "watch";
  p.side = side;
  p.chainage = km(chainage);
  return p;
}

inline MapPlace on_map(World const& world, std::string id, std::string role, Side side, double chainage,
                       double depth) {
  Point const p = world.line().at(LinePlace{km(chainage), km(side == Side::A ? -depth : depth)});
  return {id, id, std::move(role), side, world.line().frame().to_geographic(p), ""};
}

}  // namespace ceaseline::toy
