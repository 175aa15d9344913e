#pragma once

#include <algorithm>

#include "ceaseline/base/elementary.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline::toy {

/// Incidents as calls for service: Poisson, one act each, all heard by one post at once, each with a scene of
/// its own a kilometre from the next, so that no two are taken for one within forty days' worth of calls.
struct Calls {
  double per_hour{1};
  std::size_t count{1000};
  Duration work{one_hour};  ///< on the scene
  WorkLaw law{WorkLaw::Fixed};
  Duration checkpoint_longest{};      ///< uniform from 0: a part of the service
  Duration evidence{3000 * one_day};  ///< how long a scene can be read
  EvidenceLaw evidence_law{EvidenceLaw::Uniform};
  std::uint32_t seed{1};
};

inline constexpr double calls_line = 1000;  ///< km

/// \returns Poisson times as whole milliseconds
inline std::vector<Duration> poisson_times(double per_hour, std::size_t count, std::uint32_t seed) {
  constexpr Purpose arrivals{250};
  Draws const draws(seed, 0);
  std::vector<Duration> times;
  double t = 0;
  for (std::size_t i = 0; i < count; ++i) {
    t += exponential(draws.at(arrivals, key_of("calls"), i).open_unit()) / per_hour;
    times.push_back(hours_of(t));
  }
  return times;
}

inline WorldSpec world_of(Calls const& c) {
  ViolationKind kind = shot_kind();
  kind.visitable_share = 1;
  kind.evidence_shortest = kind.evidence_longest = c.evidence;
  kind.fire = false;
  std::vector<Duration> const times = poisson_times(c.per_hour, c.count, c.seed);
  WorldSpec w = straight_world(km(calls_line), times.back() + one_day, kind, 1);
  w.segment = km(100);
  w.violations.process = "replay";
  for (std::size_t i = 0; i < c.count; ++i) {
    ReplaySpec r;
    r.id = "call " + std::to_string(i);
    r.at = times[i];
    r.chainage = km(static_cast<double>(i * 7 % 1000) + 0.5);
    r.kind = kind.id;
    r.side = Side::B;  // so that the scenes lie on side A
    w.violations.incidents.push_back(r);
  }
  for (AccessSpec* a : {&w.access_a, &w.access_b}) {
    a->checkpoint_shortest = Duration{};
    a->checkpoint_longest = c.checkpoint_longest;
  }
  w.evidence.visit_after = Duration{};
  w.evidence.visit_work = c.work;
  w.evidence.visit_law = c.law;
  w.evidence.evidence_law = c.evidence_law;
  w.evidence.association_window = Duration{1};
  w.danger.near = Length{};
  return w;
}

/// One post that hears the whole line, and teams that stand at the given places (km) and notice nothing
/// themselves; the way to a scene takes no time unless a speed says so.
inline DesignSpec standing_teams(std::vector<double> const& places, Speed to_scene = kmh(1e13)) {
  DesignSpec d;
  d.id = "standing";
  d.driving.detour = 1;
  d.driving.transit_speed = to_scene;
  d.equipment.patrol_sensors.clear();
  d.rules.visits_after_dusk = true;
  d.sensors["all"] = definite(km(5000), Channel::Sound);
  PostSpec post;
  post.id = "post";
  post.sensor = "all";
  post.chainage = km(1);
  d.posts = {post};
  for (std::size_t i = 0; i < places.size(); ++i)
    d.teams.push_back(shuttle("team " + std::to_string(i), km(places[i]), km(places[i])));
  return d;
}

inline DesignSpec crew_of(int teams) {
  return standing_teams(std::vector<double>(static_cast<std::size_t>(teams), 0.0));
}

inline Record serve(Calls const& calls, int teams) {
  World const world = build(world_of(calls));
  return live(world, set_up(world, crew_of(teams)));
}

/// What came of each call, by its number in time.
struct Served {
  bool visited{false}, verified{false};
  double wait{0};  ///< hours from the call to the start of its service
  double service{0};
};

inline std::vector<Served> services(Record const& r) {
  std::vector<Served> all(r.incidents.size());
  for (Visit const& v : r.visits) {
    Served& s = all[static_cast<std::size_t>(v.incident)];
    s.visited = true;
    s.wait = hours(v.sent - r.incidents[static_cast<std::size_t>(v.incident)].start);
    s.service = hours(v.done - v.sent);
  }
  for (std::size_t i = 0; i < all.size(); ++i)
    all[i].verified = r.fates[i].verification == Verification::Visit;
  return all;
}

/// As many calls as ten years hold in each of several runs.
inline std::vector<Served> serve_often(Calls calls, int teams, int runs) {
  std::vector<Served> all;
  for (int run = 0; run < runs; ++run, ++calls.seed) {
    std::vector<Served> const more = services(serve(calls, teams));
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace ceaseline::toy
