#pragma once

#include <array>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/model/access_spec.hpp"
#include "ceaseline/model/environment_spec.hpp"
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
  friend bool operator==(PeriodSpec const&, PeriodSpec const&) = default;
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

/// A step of the level: from `at` on it is multiplied by `factor`, and runs back by `rebound` a week. Several
/// multiply. Truces: 0.15 with 0.5 (July 2018: back in 4.7 weeks) or 0.15 a week (August 2017), 1/19 that
/// stayed for eight months (July 2020); February 2022: 10 over three days (S79, S84, S92). It applies to
/// unprovoked incidents: answers to them come later.
struct RegimeSpec {
  std::string id;
  Duration at{};      ///< since the start of the period, at any instant
  double factor{1};   ///< 0 to 1e6; 0 only without ramp and rebound
  Duration ramp{};    ///< over which the factor is reached, geometrically; 0: at once
  double rebound{0};  ///< 0.5: by 1.5 a week, continuously, until the level before is reached; 0: it stays
};

/// Incidents that answer incidents (Hawkes): each provokes a Poisson number of mean `branching`, by the other
/// side, of the same law of kinds. `acts_per_day` is the total, answers included, and so is `side_a_share`,
/// which therefore lies between branching / (1 + branching) and 1 / (1 + branching). All three are
/// assumptions: that one side's first fire is followed by the other's is remembered, not measured.
struct RetaliationSpec {
  double branching{0};                   ///< 0: off; below 1, and 30 delay / (1 - branching) within ten years
  Duration delay{12 * one_hour};         ///< mean, exponential
  Length spread{Length::kilometres(3)};  ///< standard deviation along the line
};

/// How violators react to being watched. Off by default: no deterrence has been shown (S38).
struct ReactionSpec {
  double deterrence{0};    ///< share of incidents prevented where a camera in order looks
  double displacement{0};  ///< share of these that happen aside instead
  Length moved{Length::kilometres(5)};
};

/// What violates the truce, where, when and how often.
struct ViolationSpec {
  std::string process{"hotspots"};
  double acts_per_day{257};    ///< whole line, at level 1, by the kinds without a per_day
  double level{1};             ///< multiplies acts_per_day and every per_day; swept
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
  std::vector<ReplaySpec> incidents;  ///< for process = "replay"; a World keeps them by time
  std::string log;                    ///< file with more of them
  std::vector<RegimeSpec> regimes;
  RetaliationSpec retaliation;
  ReactionSpec reaction;
};

/// What the ear and the eye meet on this line, whoever listens.
struct SensingSpec {
  double listening_range{1};   ///< multiplies every distance of hearing
  double moving_ear{0.2};      ///< multiplies it again while the vehicle moves
  double standing_share{0.5};  ///< of the time on the route
  double town_listening{1};    ///< multiplies it again in a town
  double moonless_seeing{1};   ///< multiplies an unaided eye's distance on a night without moon
  double shared_luck{0.5};     ///< chance that an act uses its incident's draw for that sensor (rho)
  friend bool operator==(SensingSpec const&, SensingSpec const&) = default;
};

/// Fire and mines, as far as they concern monitors.
struct DangerSpec {
  Length near{Length::kilometres(2)};   ///< live fire nearer than this exposes people
  Length withdraw{};                    ///< unarmed patrols leave fire that is nearer than this; 0: they stay
  Duration withdraw_for{2 * one_hour};  ///< before they come back
  Duration spell{10 * one_minute};      ///< an act exposes people for this long
  Length mined{Length::metres(500)};    ///< a mine this near to the lane endangers and slows
  Speed mined_speed{Speed::kilometres_per_hour(5)};
};

/// When a place counts as covered, at which places this is asked, and how finely along the line. That half of
/// the acts must be noticed is a choice, to be swept from 0.1 to 0.9; so are the depths.
struct CoverageSpec {
  std::vector<std::string> kinds;      ///< judged beside the reference kind
  double threshold{0.5};               ///< least chance that one act there and then is noticed
  Duration lasting{};                  ///< 0: an act; otherwise something that stays so long, met at any time
  Length near{Length::kilometres(1)};  ///< depth of the near band on either side
  Length deep{Length::kilometres(5)};  ///< depth of the deep band
  Length step{Length::kilometres(4)};  ///< longest stretch of the line taken at once
  Length finest{Length::kilometres(1)};  ///< stretches no longer are judged at their middle
  int probes_per_day{96};   ///< instants at which every replication asks who would notice an act; 0: none
  double tolerance{0.005};  ///< error of covered share at which a stretch is divided no further

  /// Replications are probed: there are probes, and they are asked of acts, not of what lasts.
  [[nodiscard]] bool probed() const { return probes_per_day > 0 && lasting <= Duration{}; }
};

enum class WorkLaw { Fixed, Exponential };
enum class EvidenceLaw { Uniform, Exponential };

/// When something counts as located, verified, attributed, in time.
struct EvidenceSpec {
  Length located_within{Length::kilometres(1)};    ///< 95 % ellipse half-axis
  Duration visit_after{2 * one_hour};              ///< after the last act
  Duration visit_work{45 * one_minute};            ///< time on the scene
  double side_threshold{0.9};                      ///< a side is declared at this probability
  double sight_right{0.95};                        ///< chance that a side read by sight is the right one
  double visit_readable{0.7};                      ///< chance that a scene lets a direction be read
  double visit_right{0.95};                        ///< chance that it is then the right one
  Duration in_time{24 * one_hour};                 ///< after the first act
  bool second_source_verifies{true};               ///< two independent sources, one of them sight
  bool recognition_verifies{true};                 ///< one look from within the range of recognition
  WorkLaw visit_law{WorkLaw::Fixed};               ///< exponential: of mean visit_work
  EvidenceLaw evidence_law{EvidenceLaw::Uniform};  ///< exponential: of mean evidence_longest
  Duration association_window{20 * one_minute};    ///< observations apart by more belong to two events
  Length same_scene{Length::metres(300)};  ///< scenes nearer than this, told of within a day, get one visit
  double association_gate{0.99};  ///< places are one unless they differ more than in this share of cases
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
  std::vector<AccessRule> access;
  ClaimSpec claims;
  EvidenceSpec evidence;
  DangerSpec danger;
  WeatherSpec weather;
  std::vector<TownSpec> towns;
  TerrainSpec terrain;
  CoverageSpec coverage;
  std::string reference_kind;             ///< coverage is judged for this kind; empty: the first
  Length segment{Length::kilometres(5)};  ///< of reporting along the line
};

void visit(Fields& f, WorldSpec& w);

}  // namespace ceaseline
