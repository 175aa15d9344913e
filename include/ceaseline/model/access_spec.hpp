#pragma once

#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

enum class AccessState { Open, Restricted, Shut };

/// What one side lets the mission do.
struct AccessSpec {
  AccessState state{AccessState::Open};
  double refusal{0};         ///< chance that one outing or visit is refused
  double after_incident{3};  ///< times likelier where an incident occurred within `recent`
  Duration recent{24 * one_hour};
  Duration closure_every{};                      ///< mean time between closures of one base's sector; 0: none
  Duration closure_length{3 * one_day};          ///< mean length of a closure
  Duration checkpoint_shortest{5 * one_minute};  ///< delay of a visit, uniform
  Duration checkpoint_longest{30 * one_minute};
};

/// What permission is asked for.
enum class Asset { Any, Patrol, Post, Camera, Array, Aircraft };

/// Overrules a side's access for an organisation, an asset, a stretch, hours of the day or a time: a
/// revocation or a blockade is a rule with a beginning. The last rule that fits holds.
struct AccessRule {
  std::string id;
  Side side{Side::A};
  std::string organisation;  ///< `flag` of a design; empty: all
  Asset asset{Asset::Any};
  Length from, to;                    ///< chainage; both 0: the whole line
  Duration hours_from{}, hours_to{};  ///< local time of day; equal: all day
  Duration begins{}, ends{};          ///< since the start of the period; ends 0: its end
  AccessState state{AccessState::Shut};
  double refusal{0};
};

/// Complaints of the parties to the mission: a biased source. A side complains of what it suffers.
struct ClaimSpec {
  double share_a{0}, share_b{0};  ///< of the incidents that A (B) suffers and complains of
  double invented_per_day_a{0}, invented_per_day_b{0};
  Duration delay{one_hour};                   ///< mean, exponential
  Length place_error{Length::kilometres(1)};  ///< standard error of the place it names
};

void visit(Fields& f, AccessSpec& a);
void visit(Fields& f, AccessRule& r);
void visit(Fields& f, ClaimSpec& c);

}  // namespace ceaseline
