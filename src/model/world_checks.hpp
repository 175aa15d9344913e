#pragma once

#include "ceaseline/model/world_spec.hpp"
#include "complaints.hpp"

namespace ceaseline {

/// \throws InputError about what would take for ever to build, before anything is built
[[nodiscard]] WorldSpec of_sane_size(WorldSpec spec, Length line);

/// Complains of violations that contradict each other or the line, and completes them: the one region of a
/// line that has none, ends of regions, the order of the list that is replayed.
void check_violations(WorldSpec& spec, Length line, Complaints& c);

/// Complains of rates that are no numbers, have no end, or are more than can be simulated: regimes,
/// retaliation and what the period holds in all. Part of check_violations().
void check_rates(WorldSpec const& spec, Complaints& c);

/// Complains of all that lies beside violations and weather: sensing, evidence, towns, access, complaints of
/// parties.
void check_surroundings(WorldSpec const& spec, Length line, Complaints& c);

}  // namespace ceaseline
