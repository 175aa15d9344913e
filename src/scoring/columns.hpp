#pragma once

#include <vector>

#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"
#include "ceaseline/scoring/score_sheet.hpp"

namespace ceaseline::scoring {

// The sections of a score sheet, in their order. Each appends its columns, and for a record as many values.

/// The headline: verified within the limit after the first act, all steps before that reached.
[[nodiscard]] inline bool verified_in_time(Incident const& incident, Fate const& fate,
                                           EvidenceSpec const& limits) {
  return fate.step >= Step::Verified && fate.verified - incident.start <= limits.in_time;
}

/// A team stood at its scene, in time or too late.
[[nodiscard]] inline bool scene_reached(Fate const& fate) {
  return fate.time_to_scene > Duration::zero() || fate.verification == Verification::Visit;
}

/// What became of incidents and acts: by kind, side and light. Incidents that were prevented did not happen:
/// they are counted by themselves and nowhere else.
void name_incidents(World const& world, std::vector<ScoreColumn>& columns);
void count_incidents(Record const& record, World const& world, std::vector<double>& values);

/// What the mission made of what it noticed and was told.
void name_reports(std::vector<ScoreColumn>& columns);
void count_reports(Record const& record, World const& world, std::vector<double>& values);

/// How long it took, and in how many days.
void name_delays(std::vector<ScoreColumn>& columns);
void count_delays(Record const& record, World const& world, std::vector<double>& values);

/// Patrols, planned and allowed, by side and light; sorties and journeys by side, and the danger people were
/// in.
void name_outings(std::vector<ScoreColumn>& columns);
void count_outings(Record const& record, World const& world, std::vector<double>& values);

/// Covered share of place and time, assets at once, accesses and gaps: by kind, set of places and channel.
void name_coverage(World const& world, std::vector<ScoreColumn>& columns);
void count_coverage(Record const& record, World const& world, std::vector<double>& values);

/// Incidents and coverage by segment of the line.
void name_segments(World const& world, std::vector<ScoreColumn>& columns);
void count_segments(Record const& record, World const& world, std::vector<double>& values);

}  // namespace ceaseline::scoring
