#pragma once

#include <vector>

#include "ceaseline/coverage/spells.hpp"

namespace ceaseline {

/// Adds a spell that begins no earlier than those before it; what touches, to 1e-6 ms, is joined.
void append(std::vector<Spell>& spells, double from, double to);
/// Lets every spell begin so much earlier, not before 0.
void begin_earlier(std::vector<Spell>& spells, double by);
[[nodiscard]] std::vector<Spell> joined(std::vector<Spell> const& a, std::vector<Spell> const& b);

/// Parts of a lane, chainage in m, ascending.
using Zone = std::vector<Stretch>;

/// From where on its lane a team covers a place, under one sky.
struct LaneZones {
  Zone standing, moving;
};

/// Parts of `window` outside which no point of the lane lies within `range` (m) of `place`; ascending, apart.
void near_parts(Lane const& lane, Stretch window, Point place, double range, Zone& out);

/// The parts of a lane within range of a place, where the range may be another one in towns.
class ZoneFinder {
 public:
  /// \param near parts of the lane outside which it is beyond all ranges asked for
  ZoneFinder(Lane const& lane, Zone const& near, Point place, Zone const& towns);
  /// \param out, in_town range, m; negative: none
  [[nodiscard]] Zone const& zone(double out, double in_town);

 private:
  struct Known {
    double out, in_town;
    Zone zone;
  };
  void within(double range, Zone& out);

  Lane const& lane_;
  Zone const& near_;
  Point place_;
  std::size_t first_;              ///< point of the lane to which the first of `distances_` belongs
  std::vector<double> distances_;  ///< of the lane's points from the place, m
  Zone const& towns_;
  std::vector<Known> known_;
  Zone part_;
};

/// When a team that goes a course covers a place; each course is solved once under each sky.
class CourseSpells {
 public:
  CourseSpells(std::vector<Course> const& courses, std::vector<LaneZones> const& zones)
      : courses_{courses}, zones_{zones}, solved_(courses.size() * zones.size()) {}
  /// Adds the spells of a stay within [from, to), under one sky.
  void write(Presence::Stay const& stay, std::size_t sky, double from, double to, std::vector<Spell>& out);

 private:
  struct Solved {
    bool done{false};
    std::vector<Spell> first, round;
  };
  std::vector<Course> const& courses_;
  std::vector<LaneZones> const& zones_;
  std::vector<Solved> solved_;  ///< by course and sky
};

}  // namespace ceaseline
