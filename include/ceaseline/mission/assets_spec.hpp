#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/base/quantity.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// Unmanned aircraft that fly from launch sites, those of one site in turn, up and down a stretch of the
/// line.
struct AircraftSpec {
  std::string id;
  std::string title;
  std::vector<std::string> sites;  ///< places of the map, each with a fleet of its own; or side and chainage:
  Side side{Side::A};
  Length chainage;     ///< of the only launch site
  std::string sensor;  ///< name of a sensor
  int fleet{1};        ///< aircraft
  Duration endurance{30 * one_minute};
  Speed speed{Speed::kilometres_per_hour(60)};  ///< on the stretch and on the way there
  Length from, to;  ///< stretch it looks at, chainage; both 0: its radius about the site
  Length radius{Length::kilometres(5)};
  Length depth;    ///< of its track behind the line, on its side; 0: over the line
  Length transit;  ///< way between site and stretch; 0: from the map
  Duration turnaround{30 * one_minute};
  bool by_night{true};
  bool by_day{true};
  int flights_per_day{0};  ///< of each aircraft at most; 0: as many as turnaround allows
  Speed wind_limit{Speed::kilometres_per_hour(1000)};
  double jammed{0};                    ///< share of flights that see nothing for jamming
  double lost{0};                      ///< share of flights that do not come back
  Duration replacement{60 * one_day};  ///< until a lost one is replaced
  std::string group;      ///< aircraft of one group stand down together; empty: those of this table
  Duration stand_down{};  ///< all of this kind stay on the ground after a loss
  Money cost_year;        ///< of each site
  friend bool operator==(AircraftSpec const&, AircraftSpec const&) = default;
};

/// A satellite, or airborne passes, that looks at a stretch of the line now and then and sees things, not
/// acts.
struct SatelliteSpec {
  std::string id;
  std::string title;
  std::string sensor;         ///< name of a sensor
  Duration revisit{one_day};  ///< between two passes
  Duration first{};           ///< pass, since the start of the period
  Length swath;  ///< stretch of line seen in one pass, the next pass the next stretch; 0: all of it
  Duration latency_shortest{6 * one_hour}, latency_longest{24 * one_hour};  ///< pass to analyst, uniform
  bool through_cloud{false};                                                ///< radar
  bool publishable{false};  ///< otherwise it may cue a visit but is no evidence
  Money cost_year;
  friend bool operator==(SatelliteSpec const&, SatelliteSpec const&) = default;
};

/// The stretch of line that pass number `n` looks at: the line is taken in turn, piece by piece.
[[nodiscard]] Stretch seen_in_pass(SatelliteSpec const& spec, Length line, std::int64_t n);

enum class DisruptionKind { ContributorLeaves, AircraftGrounded, CamerasOut, PatrolsReduced, MissionEnds };

/// Something that goes wrong with the mission, on stated days: what a stress set is made of.
struct Disruption {
  std::string id;
  DisruptionKind what{DisruptionKind::PatrolsReduced};
  Duration begins{};
  Duration ends{};  ///< 0: the end of the period
  double share{
      1};  ///< of patrols, cameras or aircraft that are gone; of a contributor the design's own figures
  friend bool operator==(Disruption const&, Disruption const&) = default;
};

void visit(Fields& f, AircraftSpec& a);
void visit(Fields& f, SatelliteSpec& s);
void visit(Fields& f, Disruption& d);

}  // namespace ceaseline
