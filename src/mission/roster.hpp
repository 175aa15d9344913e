#pragma once

#include <vector>

#include "ceaseline/mission/mission.hpp"

namespace ceaseline {

/// Patrol-shifts a day that follow from the numbers, by side and light.
struct Shifts {
  int day[2]{0, 0};  ///< by side
  int night[2]{0, 0};
  [[nodiscard]] int of(Side s) const { return day[static_cast<int>(s)] + night[static_cast<int>(s)]; }
};
[[nodiscard]] Shifts shifts(Numbers const& numbers, Hours const& hours);

/// The teams of a design whose teams follow from its numbers: each base gets its share of the side's shifts
/// by the length of its sector, and cuts the sector into as many lanes. Keys and policies are set, sensors
/// not.
[[nodiscard]] std::vector<Team> teams_from_numbers(Shifts const& shifts, std::vector<Base> const& bases);

/// When a team is on its lane, for every day of the period: the shift less the journeys between base and
/// lane, and, for a day patrol that is home by dusk, within daylight.
[[nodiscard]] std::vector<Span> planned_routes(Team const& team, Base const* base, DesignSpec const& design,
                                               World const& world);

/// When one aircraft of a launch site is over its stretch: flights of `endurance` less the way there and
/// back, with a turnaround between, the fleet's take-offs spread evenly; only in the light it flies in.
/// \param turn which of the fleet it is, from 0
/// \param way  between site and stretch
[[nodiscard]] std::vector<Span> planned_sorties(AircraftSpec const& spec, Team const& team, int turn,
                                                Length way, World const& world);

}  // namespace ceaseline
