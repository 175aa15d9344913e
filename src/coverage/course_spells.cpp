#include "course_spells.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/geo/lane_reach.hpp"

namespace ceaseline {
namespace {

constexpr double touching = 1e-6;  // ms
constexpr double joins = 1e-6;     // m; stretches nearer than this are one

bool holds(Zone const& zone, double chainage) {
  return std::any_of(zone.begin(), zone.end(), [&](Stretch const& s) {
    return chainage >= s.from.metres() && chainage <= s.to.metres();
  });
}

/// Time since the start of a leg after `driven` ms at the wheel; at a stop, when it is reached or left.
double since(Course::Piece const& p, double driven, bool leaves) {
  if (p.stop <= 0) return driven;
  double stops = std::floor(driven / p.drive);
  if (!leaves && stops > 0 && driven == stops * p.drive) stops -= 1;
  return driven + stops * p.stop;
}

/// The part of a leg's time at the wheel in which it is within a stretch; reversed when there is none.
Spell at_the_wheel_within(Course::Piece const& p, Stretch const& s) {
  double const scale = p.driven / (p.end - p.start);
  double const a = (s.from.metres() - p.start) * scale;
  double const b = (s.to.metres() - p.start) * scale;
  return {std::max(0.0, std::min(a, b)), std::min(p.driven, std::max(a, b))};
}

template <class Each>
void along(Course::Piece const& p, Zone const& zone, Each each) {
  auto const one = [&](Stretch const& s) {
    Spell const part = at_the_wheel_within(p, s);
    if (part.from <= part.to) each(part);
  };
  if (p.end > p.start) {
    std::for_each(zone.begin(), zone.end(), one);
  } else {
    std::for_each(zone.rbegin(), zone.rend(), one);
  }
}

/// Stops and drives told apart.
void solve_with_stops(Course::Piece const& p, LaneZones const& zones, std::vector<Spell>& out) {
  double low = p.driven;
  double high = 0;
  for (Zone const* z : {&zones.standing, &zones.moving}) {
    along(p, *z, [&](Spell const& part) {
      low = std::min(low, part.from);
      high = std::max(high, part.to);
    });
  }
  double const cycle = p.drive + p.stop;
  for (double n = std::max(0.0, std::floor(low / p.drive) - 1); n * p.drive <= high; n += 1) {
    double const begins = n * p.drive;
    double const ends = std::min(begins + p.drive, p.driven);
    along(p, zones.moving, [&](Spell const& part) {
      double const from = std::max(part.from, begins);
      double const to = std::min(part.to, ends);
      if (from < to) append(out, p.from + n * cycle + from - begins, p.from + n * cycle + to - begins);
    });
    double const stop = p.from + n * cycle + p.drive;
    if (stop >= p.to || begins >= p.driven) break;
    if (holds(zones.standing, p.start + (p.end - p.start) * (ends / p.driven)))
      append(out, stop, std::min(p.to, stop + p.stop));
  }
}

void solve(Course::Piece const& p, LaneZones const& zones, std::vector<Spell>& out) {
  if (p.start == p.end) {
    if (holds(zones.standing, p.start)) append(out, p.from, p.to);
  } else if (p.stop > 0 && !(zones.standing == zones.moving)) {
    solve_with_stops(p, zones, out);
  } else {
    along(p, zones.moving, [&](Spell const& part) {
      append(out, p.from + since(p, part.from, false), p.from + since(p, part.to, true));
    });
  }
}

/// Those of `spells`, moved by `origin`, that lie within [from, to).
void write_part(std::vector<Spell> const& spells, double origin, double from, double to,
                std::vector<Spell>& out) {
  for (Spell const& s : spells) {
    double const a = std::max(origin + s.from, from);
    double const b = std::min(origin + s.to, to);
    bool const glance = s.from == s.to;
    if (glance ? a == b && b < to : a < b) append(out, a, b);
  }
}

}  // namespace

void append(std::vector<Spell>& spells, double from, double to) {
  if (!spells.empty() && from <= spells.back().to + touching) {
    spells.back().to = std::max(spells.back().to, to);
  } else {
    spells.push_back({from, to});
  }
}

void begin_earlier(std::vector<Spell>& spells, double by) {
  std::vector<Spell> earlier;
  for (Spell const& s : spells) append(earlier, std::max(0.0, s.from - by), s.to);
  spells = std::move(earlier);
}

std::vector<Spell> joined(std::vector<Spell> const& a, std::vector<Spell> const& b) {
  std::vector<Spell> all;
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() || j != b.end()) {
    bool const first = j == b.end() || (i != a.end() && i->from <= j->from);
    Spell const& s = first ? *i++ : *j++;
    append(all, s.from, s.to);
  }
  return all;
}

void near_parts(Lane const& lane, Stretch window, Point place, double range, Zone& out) {
  out.clear();
  auto const& blocks = lane.blocks();
  double const length = static_cast<double>(Lane::block_cells) * lane.step();
  auto const first = static_cast<std::size_t>(std::max(0.0, window.from.metres() / length));
  for (std::size_t b = first; b < blocks.size() && static_cast<double>(b) * length <= window.to.metres();
       ++b) {
    double const far = range + blocks[b].radius;
    if (squared_distance(blocks[b].centre, place) > far * far) continue;
    Length const from = std::max(window.from, Length::metres(static_cast<double>(b) * length));
    Length const to = std::min(window.to, Length::metres(static_cast<double>(b + 1) * length));
    if (!out.empty() && out.back().to >= from) {
      out.back().to = to;
    } else {
      out.push_back({from, to});
    }
  }
}

ZoneFinder::ZoneFinder(Lane const& lane, Zone const& near, Point place, Zone const& towns)
    : lane_{lane}, near_{near}, place_{place}, towns_{towns} {
  double const step = lane.step();
  auto const& points = lane.points();
  first_ = static_cast<std::size_t>(std::max(0.0, near.front().from.metres() / step));
  auto const last = static_cast<std::size_t>(std::max(0.0, near.back().to.metres() / step)) + 1;
  for (std::size_t i = first_; i <= std::min(last, points.size() - 1); ++i)
    distances_.push_back(std::sqrt(squared_distance(points[i], place)));
}

/// Cells with both ends within range lie within it, for it is round; those that lie beyond it by their length
/// do not; only where it is entered or left is there anything to solve.
void ZoneFinder::within(double range, Zone& out) {
  out.clear();
  double const step = lane_.step();
  auto const add = [&out](Length from, Length to) {
    if (!out.empty() && from - out.back().to < Length::metres(joins)) {
      out.back().to = std::max(out.back().to, to);
    } else {
      out.push_back({from, to});
    }
  };
  for (Stretch const& window : near_) {
    for (auto i = static_cast<std::size_t>(std::max(0.0, window.from.metres() / step));
         i + 1 < first_ + distances_.size() && static_cast<double>(i) * step <= window.to.metres(); ++i) {
      double const a = distances_[i - first_];
      double const b = distances_[i + 1 - first_];
      if (a + b - lane_.longest_cell() > 2 * range + joins) continue;
      Length const from = std::max(window.from, Length::metres(static_cast<double>(i) * step));
      Length const to = std::min(window.to, Length::metres(static_cast<double>(i + 1) * step));
      if (from > to) continue;
      if (a <= range && b <= range) {
        add(from, to);
        continue;
      }
      stretches_within(lane_, {from, to}, place_, Length::metres(range), part_);
      for (Stretch const& s : part_) add(s.from, s.to);
    }
  }
}

Zone const& ZoneFinder::zone(double out, double in_town) {
  if (towns_.empty()) in_town = out;
  for (Known const& k : known_)
    if (k.out == out && k.in_town == in_town) return k.zone;
  Known now{out, in_town, {}};
  within(out, now.zone);
  if (in_town != out) {
    // One hears no farther in a town: what is within range there is within range outside.
    Zone near;
    within(in_town, near);
    Zone whole = std::move(now.zone);
    now.zone.clear();
    for (Stretch s : whole) {
      for (Stretch const& town : towns_) {
        if (town.to <= s.from || town.from >= s.to) continue;
        if (town.from > s.from) now.zone.push_back({s.from, town.from});
        for (Stretch const& n : near) {
          Stretch const part{std::max({n.from, town.from, s.from}), std::min({n.to, town.to, s.to})};
          if (part.from <= part.to) now.zone.push_back(part);
        }
        s.from = std::max(s.from, std::min(town.to, s.to));
      }
      if (s.from < s.to) now.zone.push_back(s);
    }
  }
  known_.push_back(std::move(now));
  return known_.back().zone;
}

void CourseSpells::write(Presence::Stay const& stay, std::size_t sky, double from, double to,
                         std::vector<Spell>& out) {
  LaneZones const& zones = zones_[sky];
  if (zones.standing.empty() && zones.moving.empty()) return;
  Course const& course = courses_[stay.course];
  Solved& solved = solved_[stay.course * zones_.size() + sky];
  if (!solved.done) {
    solved.done = true;
    for (Course::Piece const& p : course.first) solve(p, zones, solved.first);
    for (Course::Piece const& p : course.round) solve(p, zones, solved.round);
  }
  write_part(solved.first, stay.origin, from, to, out);
  if (solved.round.empty()) return;
  double const rounds = stay.origin + course.arrives;
  for (double n = std::max(0.0, std::floor((from - rounds) / course.period));; n += 1) {
    double const origin = rounds + n * course.period;
    if (origin >= to) break;
    write_part(solved.round, origin, from, to, out);
  }
}

}  // namespace ceaseline
