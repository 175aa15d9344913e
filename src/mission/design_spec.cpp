#include "ceaseline/mission/design_spec.hpp"

namespace ceaseline {

namespace {

std::vector<std::string> const side_words{"A", "B"};

void visit_numbers(Fields& f, Numbers& n) {
  f.count("on_books", n.on_books, "monitors or observers employed");
  f.share("in_field", n.in_field, "share of those on the books in the field at once");
  f.count("people_per_patrol", n.people_per_patrol, "monitors or observers");
  if (n.people_per_patrol < 1) f.refuse("people_per_patrol", "nobody cannot patrol; write 1 or more");
  f.count("protection_on_books", n.protection_on_books, "armed protection employed");
  f.count("protection_per_patrol", n.protection_per_patrol, "armed protection that goes with each patrol");
  f.count("vehicles_per_patrol", n.vehicles_per_patrol, "vehicles of each patrol");
  f.share("side_a_share", n.side_a_share, "of the patrol-shifts; an odd one goes to side A");
  f.factor("ramp_up", n.ramp_up, "people a week that can be brought in");
  f.flag("at_strength", n.at_strength, "from the first day; otherwise it begins with nobody");
}

void visit_hours(Fields& f, Hours& h) {
  f.share("night_share", h.night_share, "of the patrol-shifts");
  f.time_of_day("day_start", h.day_start, "local mission time");
  f.time_of_day("night_start", h.night_start, "local mission time");
  f.duration("route", h.route, "out of the base, journeys to and from the lane included");
}

void visit_rules(Fields& f, Rules& r) {
  choice_of(f, "posture", r.posture, {"unarmed-civilian", "unarmed-military", "armed-force"},
            "only an armed force may stay under fire");
  f.flag("drives_after_dusk", r.drives_after_dusk, "day patrols; otherwise they are home by dusk");
  f.flag("visits_after_dusk", r.visits_after_dusk, "journeys to scenes");
  f.flag("staffed_bases_listen", r.staffed_bases_listen, "day and night");
  f.count("visit_attempts", r.visit_attempts, "journeys to one scene before it is given up");
  f.flag("withdraws", r.withdraws, "leaves fire, unless the posture is armed-force");
  f.flag("crosses_line", r.crosses_line, "visits scenes of the other side, by crossing points");
  f.count("least_vehicles", r.least_vehicles, "in order, or a patrol stays at home");
  f.flag("visits_cues", r.visits_cues, "what may not be published may still send a visit");
  f.flag("visits_claims", r.visits_claims, "so may a party's complaint");
  f.text("dispatch", r.dispatch, "who goes where, found by name");
  f.length("dispatch_within", r.dispatch_within, "nobody farther from a scene is sent; 0: no limit");
  f.flag("waits_for_team", r.waits_for_team,
         "a scene waits for a free team; otherwise it is given up at once");
  f.duration("report_delay", r.report_delay, "from the last piece of evidence to publication");
}

void visit_driving(Fields& f, Driving& d) {
  f.speed("speed", d.speed, "on the road of the lane");
  if (d.speed <= Speed{}) f.refuse("speed", "must be more than 0");
  f.speed("transit_speed", d.transit_speed, "between base and lane, and to a scene");
  if (d.transit_speed <= Speed{}) f.refuse("transit_speed", "must be more than 0");
  f.factor("detour", d.detour, "road length over distance along the line");
  if (d.detour < 1) f.refuse("detour", "no road is shorter than the distance; write 1 or more");
  f.duration("drive_between_stops", d.drive_between_stops,
             "then it stands, as long as the world's standing share asks");
  f.text("policy", d.policy, "where patrols drive next, found by name");
  f.share("vehicle_up", d.vehicle_up, "share of time a vehicle is in order");
  if (d.vehicle_up <= 0) f.refuse("vehicle_up", "must be more than 0");
  f.duration("vehicle_repair", d.vehicle_repair, "mean");
  if (d.vehicle_repair < one_minute) f.refuse("vehicle_repair", "must be at least a minute");
}

void visit_equipment(Fields& f, Equipment& e) {
  f.texts("patrol_sensors", e.patrol_sensors, "names of sensors that every patrol carries");
  f.texts("base_sensors", e.base_sensors, "names of sensors of every staffed base");
  f.texts("cameras", e.cameras, "places of the map with a camera");
  f.text("camera_sensor", e.camera_sensor, "name of the sensor that is a camera");
  f.share("camera_up", e.camera_up, "share of time a camera is in order");
  f.duration("camera_repair", e.camera_repair, "mean");
  f.texts("listening", e.listening, "places of the map that are listened from day and night");
  f.texts("listening_sensors", e.listening_sensors, "names of the sensors there");
  f.texts("arrays", e.arrays, "places of the map with an acoustic array");
  f.text("array_sensor", e.array_sensor, "name of the sensor that is an array");
  f.share("array_up", e.array_up, "share of time an array is in order");
  f.duration("array_repair", e.array_repair, "mean");
  f.length("camera_height", e.camera_height, "above ground, for sight lines");
  f.length("observer_height", e.observer_height, "of the eyes of posts");
}

void visit_siting(Fields& f, Siting& s) {
  f.texts("bases", s.bases, "places of the map; sectors reach half-way to the next base of the side");
}

void visit_costs(Fields& f, Costs& c) {
  f.money("monitor_year", c.monitor_year, "a monitor or observer on the books");
  f.money("protection_year", c.protection_year, "one of the armed protection on the books");
  f.money("base_year", c.base_year, "a base");
  f.money("camera_year", c.camera_year, "a camera");
  f.money("array_year", c.array_year, "an acoustic array");
}

void visit_contributor(Fields& f, Contributor& c) {
  f.text("id", c.id, "names the contributor");
  f.text("title", c.title, "shown to people");
  f.count("people", c.people, "on the books");
  f.text("bloc", c.bloc, "contributors of one bloc leave together");
  f.flag("several", c.several, "stands for many small ones, which do not leave together");
}

void visit_team(Fields& f, TeamSpec& t) {
  f.text("id", t.id, "names the team; its draws hang on it");
  f.text("base", t.base, "a place of siting.bases; empty only for a team that is always out");
  choice_of(f, "side", t.side, side_words, "of the line");
  f.length("from", t.from, "lane, chainage");
  f.length("to", t.to, "lane, chainage; both 0: its base's sector");
  if (t.to < t.from) f.refuse("to", "does not lie beyond from");
  f.flag("always_out", t.always_out, "never goes home: for toy worlds");
  f.duration("first_leg_after", t.first_leg_after, "a team that is always out waits at from until then");
  f.duration("dwell", t.dwell, "stands this long at each end of its lane");
  f.flag("night", t.night, "its shift is by night");
  f.text("policy", t.policy, "empty: the design's");
  f.texts("sensors", t.sensors, "names of sensors; empty: the design's");
  f.speed("speed", t.speed, "on the road of the lane; 0: the design's");
}

void visit_post(Fields& f, PostSpec& p) {
  f.text("id", p.id, "names the post; its draws hang on it");
  f.text("sensor", p.sensor, "name of a sensor");
  f.text("place", p.place, "place of the map; or chainage and depth");
  choice_of(f, "side", p.side, side_words, "of the line");
  f.length("chainage", p.chainage, "where along the line");
  f.length("depth", p.depth, "off the line, on its side");
  f.share("up", p.up, "share of time in order");
  f.duration("repair", p.repair, "mean");
  f.length("height", p.height, "of the sensor above ground");
  f.time_of_day("watch_from", p.watch_from, "local mission time");
  f.time_of_day("watch_to", p.watch_to, "local mission time; equal to watch_from: day and night");
}

}  // namespace

void visit(Fields& f, DesignSpec& d) {
  f.text("title", d.title, "shown to people");
  f.text("organisation", d.organisation,
         "file of an organisation's profile (.toml), or its title; has no effect");
  f.text("flag", d.flag, "by which an access rule of the world may name it; has no effect of its own");
  f.table(
      "numbers", [&d](Fields& inner) { visit_numbers(inner, d.numbers); }, "who is there");
  f.table(
      "hours", [&d](Fields& inner) { visit_hours(inner, d.hours); }, "when patrols are out");
  f.table(
      "rules", [&d](Fields& inner) { visit_rules(inner, d.rules); }, "what teams may do");
  f.table(
      "driving", [&d](Fields& inner) { visit_driving(inner, d.driving); }, "how a team moves");
  f.table(
      "equipment", [&d](Fields& inner) { visit_equipment(inner, d.equipment); }, "what is set up");
  f.table(
      "siting", [&d](Fields& inner) { visit_siting(inner, d.siting); }, "where the mission lives");
  f.table(
      "costs", [&d](Fields& inner) { visit_costs(inner, d.costs); }, "itemised, a year");
  tables_of(f, "contributors", d.contributors, "who sends people", visit_contributor);
  tables_of(f, "teams", d.teams, "teams one by one, instead of those that follow from numbers", visit_team);
  tables_of(f, "posts", d.posts, "fixed sensors one by one", visit_post);
  tables_of(f, "aircraft", d.aircraft, "unmanned aircraft by launch site",
            [](Fields& inner, AircraftSpec& a) { visit(inner, a); });
  tables_of(f, "satellites", d.satellites, "satellites and airborne passes",
            [](Fields& inner, SatelliteSpec& a) { visit(inner, a); });
  tables_of(f, "disruptions", d.disruptions, "what goes wrong on stated days",
            [](Fields& inner, Disruption& a) { visit(inner, a); });
}

}  // namespace ceaseline
