#include "world_checks.hpp"

namespace ceaseline {
namespace {

std::string beyond(Length line) {
  return "lies beyond the end of the line, which is " + in_kilometres(line) + " long";
}

void check_towns(std::vector<TownSpec> const& towns, Length line, Complaints& c) {
  constexpr Length farthest = Length::kilometres(1000);
  for (std::size_t i = 0; i < towns.size(); ++i) {
    TownSpec const& t = towns[i];
    if (t.id.empty()) c.add("towns", i, "id", "a town needs an id");
    for (std::size_t j = 0; j < i; ++j) {
      if (towns[j].id == t.id) c.add("towns", i, "id", "\"" + t.id + "\" is already the id of another town");
    }
    if (t.chainage > line) c.add("towns", i, "chainage", beyond(line));
    if (!(t.radius > Length{})) c.add("towns", i, "radius", "must be more than 0");
    if (t.radius > Length::kilometres(100))
      c.add("towns", i, "radius", "no town is so large; give at most 100 km");
    if (t.depth < Length{} || t.depth > farthest)
      c.add("towns", i, "depth", "is a distance from the line on the side of the town, at most 1,000 km");
  }
}

void check_access(std::vector<AccessRule> const& rules, Length line, Complaints& c) {
  for (std::size_t i = 0; i < rules.size(); ++i) {
    AccessRule const& r = rules[i];
    if (r.to < r.from) c.add("access", i, "to", "does not lie beyond from");
    if (r.from > line) c.add("access", i, "from", beyond(line));
    if (r.ends > Duration{} && r.ends <= r.begins) c.add("access", i, "ends", "does not lie after begins");
  }
}

}  // namespace

WorldSpec of_sane_size(WorldSpec spec, Length line) {
  constexpr Length longest_line = Length::kilometres(5000);
  Complaints c;
  if (spec.period.length <= Duration{}) c.add("world.period.length", "must be more than 0");
  if (spec.period.length > 3660 * one_day)
    c.add("world.period.length", "is longer than ten years; split the study");
  if (line > longest_line) {
    c.add("world.line",
          "is " + in_kilometres(line) + " long; a line of more than 5,000 km is too long to be meant");
  }
  c.raise();
  return spec;
}

void check_surroundings(WorldSpec const& spec, Length line, Complaints& c) {
  if (!(spec.segment >= Length::metres(100))) c.add("world.segment", "must be at least 100 m");
  if (!(spec.sensing.standing_share > 0)) c.add("world.sensing.standing_share", "must be more than 0");
  if (spec.evidence.side_threshold < 0.5)
    c.add("world.evidence.side_threshold", "a side below even odds means nothing; give 0.5 to 1");
  check_towns(spec.towns, line, c);
  check_access(spec.access, line, c);
  for (double const a_day : {spec.claims.invented_per_day_a, spec.claims.invented_per_day_b}) {
    if (!(a_day >= 0 && a_day <= 1e5))
      c.add("world.claims", "more than 100,000 invented complaints a day are too many to be meant");
  }
}

}  // namespace ceaseline
