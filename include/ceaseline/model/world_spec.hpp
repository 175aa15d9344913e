#pragma once

#include <array>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/model/violation_kind.hpp"

namespace ceaseline {

/// Where the line comes from: a file, or a straight toy line.
struct LineSpec {
  std::string file;         ///< relative to the file that names it
  std::string places;       ///< settlements, crossing points, sites; relative likewise
  Length straight;          ///< instead of a file: a straight line running east, side A to the north
  double centre_lon{37.8};  ///< where a straight line lies, degrees; sets its sun
  double centre_lat{48.0};
};

struct PeriodSpec {
  UtcTime start{};
  Duration length{365 * one_day};
  Duration local_time{2 * one_hour};  ///< local mission time less UTC; standard time all year
};

enum class Clock { NightShare, Cosine, Flat };

/// A stretch of the line with a daily level of its own.
struct RegionSpec {
  std::string id;
  std::string title;
  Length from, to;          ///< chainage; to = 0 means the end of the line
  double share_of_acts{1};  ///< relative weight
  double spread{0};         ///< standard deviation of the log of the daily level
};

/// A place where violations gather, Gaussian along the line, within one region.
struct HotspotSpec {
  std::string id;
  std::string title;
  Length centre;            ///< chainage
  Length width;             ///< standard deviation along the line
  double share_of_acts{0};  ///< of all acts of the line
};

/// One incident of a replayed list.
struct ReplaySpec {
  std::string id;
  Duration at{};  ///< since the start of the period
  Length chainage;
  Length depth;  ///< behind the line on the side responsible, not negative
  std::string kind;
  Side side{Side::A};
  int acts{1};
  Duration duration{};
};

/// What violates the truce, where, when and how often.
struct ViolationSpec {
  std::string process{"hotspots"};
  double acts_per_day{257};    ///< whole line, at level 1
  double level{1};             ///< multiplies acts_per_day; swept
  double memory{0};            ///< correlation of the log level from one day to the next
  double regions_together{0};  ///< same-day correlation of the log levels of two regions
  Clock clock{Clock::NightShare};
  double night_share{0.59};            ///< share of incidents between sunset and sunrise, over the period
  double clock_amplitude{0.8};         ///< of the cosine clock
  Duration clock_peak{20 * one_hour};  ///< of the cosine clock, UTC
  double side_a_share{0.5};            ///< of incidents for which side A is responsible
  double hotspots_moved{0};  ///< share of hotspots that lie off their known place, drawn anew per replication
  std::vector<RegionSpec> regions;  ///< none: the whole line is one region
  std::vector<HotspotSpec> hotspots;
  std::vector<ViolationKind> kinds;
  std::vector<ReplaySpec> incidents;  ///< for process = "replay"
};

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

/// What the ear and the eye meet on this line, whoever listens.
struct SensingSpec {
  double listening_range{1};   ///< multiplies every distance of hearing
  double moving_ear{0.2};      ///< multiplies it again while the vehicle moves
  double standing_share{0.5};  ///< of the time on the route
  double shared_luck{0.5};     ///< chance that an act uses its incident's draw for that sensor (rho)
};

/// When something counts as located, verified, attributed, in time.
struct EvidenceSpec {
  Length located_within{Length::kilometres(1)};  ///< 95 % ellipse half-axis
  Duration visit_after{2 * one_hour};            ///< after the last act
  Duration visit_work{45 * one_minute};          ///< time on the scene
  double side_threshold{0.9};                    ///< a side is declared at this probability
  double sight_right{0.95};                      ///< chance that a side read by sight is the right one
  double visit_readable{0.7};                    ///< chance that a scene lets a direction be read
  double visit_right{0.95};                      ///< chance that it is then the right one
  Duration in_time{24 * one_hour};               ///< after the first act
  bool second_source_verifies{true};             ///< two independent sources, one of them sight
};

struct WorldSpec {
  std::string title;
  LineSpec line;
  PeriodSpec period;
  Length lane_depth_a{Length::kilometres(2)};  ///< of the roads patrols use, off the line
  Length lane_depth_b{Length::kilometres(2)};
  SensingSpec sensing;
  ViolationSpec violations;
  AccessSpec access_a, access_b;
  EvidenceSpec evidence;
  std::string reference_kind;             ///< coverage is judged for this kind; empty: the first
  Length segment{Length::kilometres(5)};  ///< of reporting along the line
};

void visit(Fields& f, WorldSpec& w);

}  // namespace ceaseline
