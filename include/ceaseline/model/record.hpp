#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/model/incident.hpp"

namespace ceaseline {

/// What a sensor works by. Heard and seen are never merged.
enum class Channel : std::uint8_t { Sound, Sight };
[[nodiscard]] constexpr char const* name(Channel c) { return c == Channel::Sound ? "heard" : "seen"; }

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
  Late           ///< reported after the limit
};
inline constexpr int reason_count = 13;
[[nodiscard]] char const* name(Reason r);
/// The four groups losses are shown in: "no asset", "not allowed", "failed", "not noticed"; "" for reasons
/// after detection.
[[nodiscard]] char const* loss_group(Reason r);

enum class Verification : std::uint8_t { None, TwoSources, Visit };
[[nodiscard]] char const* name(Verification v);

enum class DeclaredSide : std::uint8_t { Unknown, A, B };

/// What one sensor made of one incident: where it put it, by its first notice of it.
struct Observation {
  std::uint32_t incident{0};
  std::uint32_t sensor{0};  ///< index into Record::sensor_ids
  SimTime at;
  Channel channel{Channel::Sound};
  Point place;                 ///< with error
  double along{0}, across{0};  ///< standard errors along and across the line of sight, m
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

  [[nodiscard]] bool detected() const { return acts_noticed > 0; }
  [[nodiscard]] bool side_known() const { return declared != DeclaredSide::Unknown; }
  [[nodiscard]] bool wrong(Side truth) const {
    return side_known() && (declared == DeclaredSide::A) != (truth == Side::A);
  }
};

/// One shift of one team on the road.
struct Outing {
  std::uint32_t team{0};
  Side side{Side::A};
  Light light{Light::Day};  ///< at its start
  SimTime from, to;         ///< planned, on the lane
  bool allowed{true};
};

/// One journey to a scene.
struct Visit {
  std::uint32_t incident{0};
  std::uint32_t team{0};
  SimTime sent, arrived;
  bool allowed{true};
  bool in_time{true};  ///< the evidence was still there
};

/// What coverage found, as plain numbers: see coverage/points.hpp for how.
struct CoverageFigures {
  bool computed{false};
  /// Seconds of point-time covered and in all, by channel [Sound, Sight], set [line, hotspots] and light.
  std::array<std::array<std::array<double, 2>, 2>, 2> covered{};
  std::array<std::array<double, 2>, 2> total{};  ///< by set and light
  /// Lengths of uncovered spells at hotspot points by sight, hours, ascending: complete ones, and those cut
  /// by the window.
  std::vector<double> gaps, censored_gaps;
  std::vector<double> segment_seen, segment_heard;  ///< covered share of each reporting segment
};

/// The append-only log of one replication: what happened, what was sensed, done and reported.
struct Record {
  std::vector<Incident> incidents;
  std::vector<Fate> fates;  ///< one per incident
  std::vector<Observation> observations;
  std::vector<Outing> outings;
  std::vector<Visit> visits;
  std::vector<std::string> sensor_ids;
  std::vector<std::string> team_ids;
  CoverageFigures coverage;
  Duration period{};
  Duration local_time{};    ///< local mission time less UTC, of the start's time of day
  Duration start_of_day{};  ///< UTC time of day at which the period starts

  /// 64-bit hash of everything that happened, was sensed and done; equal records have equal fingerprints.
  [[nodiscard]] std::uint64_t fingerprint() const;
};

}  // namespace ceaseline
