#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/base/series.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/model/incident.hpp"

namespace ceaseline {

/// What something is known by. Heard and seen are never merged; what a party says is neither.
enum class Channel : std::uint8_t { Sound, Sight, Claim };
[[nodiscard]] constexpr char const* name(Channel c) {
  return c == Channel::Sound ? "heard" : c == Channel::Sight ? "seen" : "claimed";
}

/// How far along the evidence chain an incident came: the longest unbroken prefix.
enum class Step : std::uint8_t { Missed, Detected, Located, Verified, Attributed, InTime };
inline constexpr int step_count = 6;
[[nodiscard]] char const* name(Step s);

/// Why it came no further.
enum class Reason : std::uint8_t {
  None,          ///< it reached the end of the chain
  NoAsset,       ///< nothing able was within reach at any of its acts
  NotAllowed,    ///< what would have been there was refused, closed off or shut out
  Failed,        ///< what was there was broken
  NotNoticed,    ///< something able was within reach and noticed nothing
  TooUncertain,  ///< located no better than the limit
  NotVisitable,  ///< one source only, and no scene to visit
  Refused,       ///< every visit was refused
  NoTeam,        ///< no free allowed team in daylight while the evidence lasted
  EvidenceGone,  ///< the visit came too late
  StudyEnded,    ///< a visit was still due at the end of the period
  SideUnclear,   ///< no side reached the threshold
  Late,          ///< reported after the limit
  OutOfSight,    ///< the ground hid it from all that was within reach
  Merged,        ///< taken for a part of another event
  CueOnly        ///< known only from what may not be published
};
inline constexpr int reason_count = 16;
[[nodiscard]] char const* name(Reason r);
/// The four groups losses are shown in: "no asset", "not allowed", "failed", "not noticed"; "" for reasons
/// after detection.
[[nodiscard]] char const* loss_group(Reason r);

enum class Verification : std::uint8_t { None, TwoSources, Visit, Recognition };
[[nodiscard]] char const* name(Verification v);

enum class DeclaredSide : std::uint8_t { Unknown, A, B };

/// What one sensor noticed: an episode it followed, put where it first noticed it. May be a false alarm and
/// looks the same.
struct Observation {
  std::int32_t incident{-1};  ///< truth, for judging only: index of the incident, -1 for a false alarm
  std::int32_t sensor{-1};    ///< index into Record::sensor_ids; -1 for a party's complaint
  std::uint32_t report{0};    ///< index into Record::reports
  SimTime at;                 ///< of the first act noticed
  SimTime known;              ///< when the mission knew of it
  Channel channel{Channel::Sound};
  std::uint16_t kind{0};       ///< what it was taken for
  Point place;                 ///< with error
  double along{0}, across{0};  ///< standard errors along and across the line of sight, m
};

/// Observations fused by the mission into one recorded event.
struct Report {
  SimTime first, last;  ///< acts noticed
  SimTime known;        ///< when the mission knew first
  Point place;
  double half_axis{0};  ///< 95 % ellipse, longer half-axis, m
  std::uint16_t kind{0};
  double kind_probability{1};
  double p_side_b{0.5};
  DeclaredSide declared{DeclaredSide::Unknown};
  std::uint32_t acts{0}, observations{0};
  bool heard{false}, seen{false}, claimed{false}, publishable{false};
  Verification verification{Verification::None};
  SimTime verified;
  SimTime published;             ///< valid when publishable
  std::int32_t merged_into{-1};  ///< index of the report it was joined to, or -1
  std::int32_t incident{
      -1};  ///< truth, for judging only: the incident of most of its observations, -1 when false
};

/// What became of one incident.
struct Fate {
  std::uint32_t acts_noticed{0};
  std::uint32_t acts_heard{0};
  std::uint32_t acts_seen{0};
  SimTime first_notice;  ///< valid when acts_noticed > 0
  SimTime last_notice;
  Point estimate;       ///< fused place; valid when detected
  double half_axis{0};  ///< 95 % ellipse, longer half-axis, m
  Verification verification{Verification::None};
  SimTime verified;           ///< valid when verification is not None
  Duration time_to_scene{};   ///< first notice to arrival of the visit; 0 without a visit
  bool read_by_visit{false};  ///< the scene let a direction be read
  double p_side_b{0.5};       ///< mission's probability that side B is responsible
  DeclaredSide declared{DeclaredSide::Unknown};
  SimTime reported;  ///< when what is known was published; valid when detected
  Step step{Step::Missed};
  Reason reason{Reason::NoAsset};
  std::int32_t report{-1};      ///< the report it is judged by; -1 when there is none
  std::uint16_t duplicates{0};  ///< further reports of the same incident
  bool claimed{false};          ///< a party complained of it
  bool prevented{false};        ///< it did not happen: deterred, or moved aside (reaction switched on)

  /// Noticed by a sensor, or found by a visit that a complaint asked for.
  [[nodiscard]] bool detected() const { return acts_noticed > 0 || verification == Verification::Visit; }
  [[nodiscard]] bool side_known() const { return declared != DeclaredSide::Unknown; }
  [[nodiscard]] bool wrong(Side truth) const {
    return side_known() && (declared == DeclaredSide::A) != (truth == Side::A);
  }
};

/// What came of an outing.
enum class OutingFate : std::uint8_t {
  Went,
  Refused,    ///< turned back at the checkpoint
  Closed,     ///< the sector was closed, or the asset shut out
  NoVehicle,  ///< too few vehicles in order
  Grounded,   ///< an aircraft that could not fly: wind, or none left
  Jammed,     ///< an aircraft that flew and saw nothing
  Lost        ///< an aircraft that did not come back
};
inline constexpr int outing_fate_count = 7;
[[nodiscard]] char const* name(OutingFate f);

/// One shift of one team on the road, or one sortie of an aircraft.
struct Outing {
  std::uint32_t team{0};
  Side side{Side::A};
  Light light{Light::Day};  ///< at its start
  SimTime from, to;         ///< planned, on the lane
  bool allowed{true};
  OutingFate fate{OutingFate::Went};
  bool aircraft{false};
};

/// One journey to a scene.
struct Visit {
  std::int32_t incident{-1};  ///< truth, for judging only: what was to be found there, -1 for nothing
  std::uint32_t report{0};
  std::uint32_t team{0};
  Side side{Side::A};  ///< of the scene
  SimTime due;         ///< when it was first asked for
  SimTime sent, arrived, done;
  bool allowed{true};
  bool in_time{true};  ///< the evidence was still there
};

/// What the mission's people went through, by the side they worked on.
struct Exposure {
  double near_fire{0};      ///< person-hours near live fire
  double withdrawals{0};    ///< patrols that left a fire
  double mined_outings{0};  ///< outings along a lane with mines beside it
};

/// Spells of about one length.
struct Spells {
  Spells() = default;
  Spells(double length, double times = 1) : hours{length}, weight{times} {}
  double hours{0};   ///< length of each
  double weight{1};  ///< how many, as a mean over places
  friend bool operator==(Spells const&, Spells const&) = default;
};

/// Places at which coverage is judged. The bands lie off the line by stated depths.
enum class CoverageSet : std::uint8_t {
  Line,
  Hotspots,   ///< the line within two widths of the known hotspots
  Incidents,  ///< the line, weighted by where incidents are to be expected
  NearA,
  DeepA,
  NearB,
  DeepB
};
inline constexpr std::size_t coverage_set_count = 7;

/// How a set of places was covered for one kind on one channel, under STK's names: means over the places of
/// the set, hours of the period unless said otherwise. A gap is a spell in which nobody covers the place; one
/// that the period cuts at either end is a cut gap.
struct CoverageOfSet {
  std::array<double, 2> covered{};                           ///< by light [Day, Night]
  std::array<double, 3> at_least{};                          ///< by 1, 2, 3 assets or more at once
  double asset_hours{0};                                     ///< summed over assets
  double accesses{0};                                        ///< spells of being covered by anybody, number
  double gaps{0}, gap_hours{0}, gap_squares{0};              ///< number, h, h^2
  double cut_gaps{0}, cut_gap_hours{0}, cut_gap_squares{0};  ///< the same of cut ones
  double longest_gap{0};                                     ///< at any place, cut or not
  std::vector<Spells> gap_lengths, cut_gap_lengths;          ///< ascending
};

/// What coverage found in one replication, as plain numbers: see coverage/covered.hpp for how.
struct CoverageFigures {
  struct Judged {
    std::array<double, 2> hours{};           ///< of the set, by light [Day, Night]
    std::array<CoverageOfSet, 2> channel{};  ///< [Sound, Sight]
  };
  /// Probes of the reference kind, counted with the weight of the place in its set.
  struct Probed {
    std::array<double, 2> asked{};                   ///< by light [Day, Night]
    std::array<std::array<double, 2>, 2> noticed{};  ///< by channel [Sound, Sight] and light
  };
  std::array<Probed, coverage_set_count> probes{};
  bool computed{false};
  /// By kind (the reference kind, then the further ones of the world's coverage) and set.
  std::vector<std::array<Judged, coverage_set_count>> kinds;
  /// Covered share of each reporting segment, of the reference kind on the line.
  std::vector<double> segment_seen, segment_heard;
};

/// The append-only log of one replication: what happened, what was sensed, done and reported.
struct Record {
  Series<Incident> incidents;
  Series<Fate> fates;  ///< one per incident
  Series<Observation> observations;
  Series<Report> reports;
  std::vector<Outing> outings;
  Series<Visit> visits;
  std::vector<std::string> sensor_ids;
  std::vector<std::string> team_ids;
  std::array<Exposure, 2> exposure{};
  CoverageFigures coverage;
  Duration period{};
  Duration local_time{};    ///< local mission time less UTC, of the start's time of day
  Duration start_of_day{};  ///< UTC time of day at which the period starts

  /// 64-bit hash of everything that happened, was sensed and done; equal records have equal fingerprints.
  [[nodiscard]] std::uint64_t fingerprint() const;
};

}  // namespace ceaseline
