#include "ceaseline/model/environment_spec.hpp"

namespace ceaseline {
namespace {

void visit_state(Fields& f, WeatherState& s) {
  f.text("id", s.id, "names the state");
  f.text("title", s.title, "shown to people");
  f.length("visibility", s.visibility, "sight is cut at this range; 0: no limit");
  f.speed("wind", s.wind, "what grounds aircraft");
  f.share("cloud", s.cloud, "chance that a satellite sees nothing");
  f.share("listening", s.listening, "multiplies every distance of hearing");
}

void visit_share(Fields& f, WeatherShare& s) {
  f.text("state", s.state, "id of a state");
  f.factor("share", s.share, "relative weight of the time in this state");
}

void visit_season(Fields& f, SeasonSpec& s) {
  f.text("id", s.id, "names the season");
  f.count("first_month", s.first_month, "1 to 12; it lasts until the next season's");
  if (s.first_month < 1 || s.first_month > 12) f.refuse("first_month", "is no month; write 1 to 12");
  f.share("persistence", s.persistence, "chance that the weather stays as it is for another step");
  tables_of(f, "shares", s.shares, "how the time is shared out among the states", visit_share);
}

}  // namespace

void visit(Fields& f, WeatherSpec& w) {
  f.duration("step", w.step, "the weather may change this often");
  if (w.step < one_minute) f.refuse("step", "must be at least a minute");
  tables_of(f, "states", w.states, "what the weather can be; none: always clear and calm", visit_state);
  tables_of(f, "seasons", w.seasons, "parts of the year with chances of their own", visit_season);
}

void visit(Fields& f, TownSpec& t) {
  f.text("id", t.id, "names the town");
  f.text("title", t.title, "shown to people");
  choice_of(f, "side", t.side, {"A", "B"}, "of the line");
  f.length("chainage", t.chainage, "of its middle");
  f.length("depth", t.depth, "of its middle, off the line");
  f.length("radius", t.radius, "built up as far as this");
}

void visit(Fields& f, TerrainSpec& t) {
  f.text("file", t.file, "raster of heights in metres, relative to this file");
  f.length("relief", t.relief, "made-up ground instead: standard deviation of its heights; 0: flat");
  f.length("wavelength", t.wavelength, "of the largest hills of made-up ground");
  f.count("seed", t.seed, "of made-up ground; the same in all replications");
  f.factor("refraction", t.refraction, "factor on the radius of the Earth along a sight line");
  f.length("cell", t.cell, "of the grid of heights");
  if (t.cell < Length::metres(10)) f.refuse("cell", "must be at least 10 m");
}

}  // namespace ceaseline
