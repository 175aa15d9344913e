#pragma once

#include "ceaseline/detection/acoustic_array.hpp"
#include "ceaseline/detection/camera.hpp"
#include "ceaseline/detection/drone_camera.hpp"
#include "ceaseline/detection/satellite_imager.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline::toy {

/// A world, a design and their map, to be changed and set up together.
struct Setting {
  WorldSpec world;
  DesignSpec design;
  struct Spot {
    std::string id, role;
    Side side;
    double chainage, depth;  ///< km, depth not negative
  };
  std::vector<Spot> spots;

  [[nodiscard]] Record run(std::uint32_t replication = 0) const {
    World const built = build(world);
    std::vector<MapPlace> places;
    for (Spot const& s : spots) {
      Point const p = built.line().at(LinePlace{km(s.chainage), km(s.side == Side::A ? -s.depth : s.depth)});
      places.push_back({s.id, s.id, s.role, s.side, built.line().frame().to_geographic(p), ""});
    }
    return live(built, set_up(built, design, places), replication);
  }
};

/// Three kinds on 60 km for eight days: fire heard and seen by all, big guns heard only, mines that stay.
inline WorldSpec busy_world(int incidents) {
  ViolationKind fire = shot_kind();
  fire.id = "fire";
  fire.heard_by_day = km(4);
  fire.heard_by_night = km(6);
  fire.seen_by_day = km(3);
  fire.seen_by_night = km(5);
  fire.visitable_share = 0.6;
  ViolationKind guns = shot_kind();
  guns.id = "guns";
  guns.heard_by_day = guns.heard_by_night = km(9);
  guns.visitable_share = 0.8;
  ViolationKind mines = object_kind(hours_of(60));
  mines.id = "mines";
  mines.mined = true;
  mines.seen_by_day = km(1.5);
  mines.seen_by_night = km(0.3);
  mines.visitable_share = 0.5;
  WorldSpec w = straight_world(km(60), one_day * 8, fire, 1);
  w.period.start += std::chrono::hours{24 * 170};
  w.violations.kinds = {fire, guns, mines};
  w.violations.process = "replay";
  w.lane_depth_a = km(2);
  w.lane_depth_b = km(3);
  w.sensing.standing_share = 0.5;
  w.sensing.shared_luck = 0.5;
  w.danger.withdraw = km(1.5);
  w.access_a.state = AccessState::Restricted;
  w.access_a.refusal = 0.1;
  w.access_b.state = AccessState::Restricted;
  w.access_b.refusal = 0.25;
  w.access_b.closure_every = 5 * one_day;
  w.claims.share_a = 0.5;
  w.claims.share_b = 0.2;
  w.evidence.visit_law = WorkLaw::Exponential;
  for (int i = 0; i < incidents; ++i) {
    ReplaySpec r;
    r.id = "incident " + std::to_string(i);
    r.at = (one_day * 8 / incidents) * i + Duration{i * 977};
    r.chainage = km(std::fmod(3.3 + i * 7.77, 60.0));
    r.depth = km(0.1 + 0.37 * (i % 9));
    r.kind = w.violations.kinds[static_cast<std::size_t>(i % 5 == 4 ? 2 : i % 3 == 2 ? 1 : 0)].id;
    r.side = (i * i + i / 3) % 2 == 0 ? Side::A : Side::B;
    r.acts = 1 + i % 11;
    r.duration = r.kind == "mines" ? hours_of(60) : (5 + i % 50) * one_minute;
    w.violations.incidents.push_back(r);
  }
  return w;
}

/// Patrols by day and night from bases of both sides, posts, cameras, arrays, drones and a satellite.
inline Setting busy_mission(int incidents = 900) {
  Setting s;
  s.world = busy_world(incidents);
  s.spots = {{"north", "base", Side::A, 15, 5},        {"south west", "base", Side::B, 12, 6},
             {"south east", "base", Side::B, 44, 4},   {"mast one", "camera", Side::A, 20, 1},
             {"mast two", "camera", Side::B, 37, 0.5}, {"field", "array", Side::A, 31, 2},
             {"wood", "array", Side::B, 50, 3},        {"bridge", "crossing", Side::A, 28, 0}};
  DesignSpec& d = s.design;
  d.id = "busy";
  auto add = [&d](char const* id, auto sensor) {
    d.sensors[id] = SensorSpec{id, std::make_shared<decltype(sensor)>(sensor), id};
  };
  add("ear", Ear{});
  add("eye", Eye{});
  add("camera", Camera{});
  AcousticArray array;
  array.false_alarms = 0;
  add("acoustic-array", array);
  add("drone", DroneCamera{});
  add("imager", SatelliteImager{});
  d.siting.bases = {"north", "south west", "south east"};
  d.equipment.cameras = {"mast one", "mast two"};
  d.equipment.arrays = {"field", "wood"};
  d.rules.crosses_line = true;
  d.rules.dispatch = "freshest-first";
  d.hours.day_start = hours_of(6);
  d.hours.route = hours_of(9);
  int n = 0;
  for (std::string const& base : d.siting.bases) {
    for (bool const night : {false, true, false}) {
      TeamSpec t;
      t.id = "team " + std::to_string(++n);
      t.base = base;
      t.night = night;
      t.policy = n % 3 == 0 ? "hotspot-weighted" : n % 3 == 1 ? "fixed-rounds" : "least-recently-visited";
      d.teams.push_back(t);
    }
  }
  PostSpec post;
  post.id = "post";
  post.sensor = "eye";
  post.side = Side::B;
  post.chainage = km(22);
  post.depth = km(1);
  post.up = 0.7;
  post.repair = hours_of(6);
  post.watch_from = hours_of(4);
  post.watch_to = hours_of(16);
  d.posts = {post};
  AircraftSpec a;
  a.id = "drones";
  a.side = Side::A;
  a.chainage = km(40);
  a.sensor = "drone";
  a.fleet = 2;
  a.depth = km(1);
  a.radius = km(15);
  a.jammed = 0.1;
  a.lost = 0.05;
  d.aircraft = {a};
  SatelliteSpec sat;
  sat.id = "satellite";
  sat.sensor = "imager";
  sat.revisit = hours_of(10);
  d.satellites = {sat};
  return s;
}

/// The same with the sides swapped everywhere; every id stays.
inline Setting swapped(Setting s) {
  WorldSpec& w = s.world;
  std::swap(w.lane_depth_a, w.lane_depth_b);
  std::swap(w.access_a, w.access_b);
  std::swap(w.claims.share_a, w.claims.share_b);
  for (AccessRule& r : w.access) r.side = other(r.side);
  for (TownSpec& t : w.towns) t.side = other(t.side);
  for (ReplaySpec& r : w.violations.incidents) r.side = other(r.side);
  for (Setting::Spot& p : s.spots) p.side = other(p.side);
  for (TeamSpec& t : s.design.teams) t.side = other(t.side);
  for (PostSpec& p : s.design.posts) p.side = other(p.side);
  for (AircraftSpec& a : s.design.aircraft) a.side = other(a.side);
  return s;
}

}  // namespace ceaseline::toy
