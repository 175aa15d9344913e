#include "ceaseline/mission/assets_spec.hpp"

namespace ceaseline {

void visit(Fields& f, AircraftSpec& a) {
  f.text("id", a.id, "names the aircraft of this site; their draws hang on it");
  f.text("title", a.title, "shown to people");
  f.texts("sites", a.sites, "launch sites, places of the map; none: one at side and chainage");
  choice_of(f, "side", a.side, {"A", "B"}, "of the line");
  f.length("chainage", a.chainage, "of the only launch site");
  f.text("sensor", a.sensor, "name of a sensor");
  f.count("fleet", a.fleet, "aircraft of each site, which take turns");
  f.duration("endurance", a.endurance, "in the air");
  if (a.endurance < one_minute) f.refuse("endurance", "must be at least a minute");
  f.speed("speed", a.speed, "over ground");
  if (a.speed <= Speed{}) f.refuse("speed", "must be more than 0");
  f.length("from", a.from, "stretch it looks at, chainage");
  f.length("to", a.to, "both 0: its radius about the site");
  if (a.to < a.from) f.refuse("to", "does not lie beyond from");
  f.length("radius", a.radius, "how far from the site it may fly");
  f.length("depth", a.depth, "of its track behind the line, on its side; 0: over the line");
  f.length("transit", a.transit, "way between site and stretch; 0: as on the map");
  f.duration("turnaround", a.turnaround, "on the ground between two flights");
  f.flag("by_night", a.by_night, "flies in the dark");
  f.flag("by_day", a.by_day, "flies in daylight");
  f.count("flights_per_day", a.flights_per_day, "of each aircraft at most; 0: as many as turnaround allows");
  f.speed("wind_limit", a.wind_limit, "stays on the ground in stronger wind");
  f.share("jammed", a.jammed, "share of flights that see nothing for jamming");
  f.share("lost", a.lost, "share of flights that do not come back");
  f.duration("replacement", a.replacement, "until a lost one is replaced");
  f.text("group", a.group, "aircraft of one group stand down together; empty: those of this table");
  f.duration("stand_down", a.stand_down, "all of this kind stay on the ground after a loss");
  f.money("cost_year", a.cost_year, "of each site");
}

void visit(Fields& f, SatelliteSpec& s) {
  f.text("id", s.id, "names the satellite; its draws hang on it");
  f.text("title", s.title, "shown to people");
  f.text("sensor", s.sensor, "name of a sensor");
  f.duration("revisit", s.revisit, "between two passes");
  if (s.revisit < one_minute) f.refuse("revisit", "must be at least a minute");
  f.duration("first", s.first, "first pass, since the start of the period");
  f.length("swath", s.swath,
           "stretch of line seen in one pass, the next pass the next stretch; 0: all of it");
  f.duration("latency_shortest", s.latency_shortest, "from the pass to the analyst's word, at least");
  f.duration("latency_longest", s.latency_longest, "and at most, uniformly");
  if (s.latency_longest < s.latency_shortest) f.refuse("latency_longest", "is shorter than latency_shortest");
  f.flag("through_cloud", s.through_cloud, "radar");
  f.flag("publishable", s.publishable, "otherwise it may cue a visit but is no evidence");
  f.money("cost_year", s.cost_year, "a year");
}

void visit(Fields& f, Disruption& d) {
  f.text("id", d.id, "names what goes wrong");
  choice_of(f, "what", d.what,
            {"contributor-leaves", "aircraft-grounded", "cameras-out", "patrols-reduced", "mission-ends"},
            "what goes wrong");
  f.duration("begins", d.begins, "since the start of the period");
  f.duration("ends", d.ends, "since the start of the period; 0: its end");
  if (d.ends > Duration{} && d.ends <= d.begins) f.refuse("ends", "does not lie after begins");
  f.share("share", d.share,
          "of patrols, cameras or aircraft that are gone; a contributor takes its own people");
}

}  // namespace ceaseline
