#pragma once

#include <cstdint>

#include "ceaseline/base/time.hpp"

namespace ceaseline {

/// How a vehicle covers ground: at a constant speed of chainage, standing after every stretch of driving.
struct Gait {
  double speed{0};           ///< m of chainage per ms; more than 0
  std::int64_t drive_ms{0};  ///< driving time between two stops; 0: it never stops on the way
  std::int64_t stop_ms{0};   ///< length of a stop
};

/// A motion along the lane, piecewise linear, with a periodic tail: drive from one place to another, then
/// stand there, or shuttle between two ends for ever. Positions are computed when asked for; the end of a leg
/// is not an event. Legs take whole milliseconds, and a leg ends exactly where it should.
class Motion {
 public:
  Motion() = default;
  static Motion standing(double at);
  /// Drives from `from` to `to`, then stands.
  static Motion leg(SimTime start, double from, double to, Gait gait);
  /// Drives from `from` to `first`, stands `dwell`, drives to `second`, stands `dwell`, and so on.
  static Motion shuttle(SimTime start, double from, double first, double second, Gait gait, Duration dwell);

  struct State {
    double chainage;
    bool moving;
  };
  [[nodiscard]] State at(SimTime t) const;
  [[nodiscard]] SimTime begins() const { return start_; }
  /// When the first leg ends.
  [[nodiscard]] SimTime first_leg_end() const { return start_ + Duration{first_.length_ms}; }
  /// Number of the leg under way at `t`, from 0; a stand at the end of a leg belongs to it.
  [[nodiscard]] std::uint64_t leg_number(SimTime t) const;

  /// One leg or one stand of the motion.
  struct Piece {
    SimTime from, to;      ///< `to` is the end of time for the last stand
    double start, end;     ///< chainage
    Gait gait;             ///< of a leg; a stand has start == end
    std::uint64_t number;  ///< of the leg it belongs to
    /// First instant, not before `t`, at which the place lies within [low, high]; the end of time when never
    /// in this piece.
    [[nodiscard]] SimTime first_within(double low, double high, SimTime t) const;
    /// Chainage at an instant of this piece.
    [[nodiscard]] State at(SimTime t) const;
  };
  /// The piece under way at `t`, which is not before the start.
  [[nodiscard]] Piece piece_at(SimTime t) const;

  static constexpr SimTime never{Duration{INT64_MAX / 4}};

 private:
  struct Leg {
    double from{0}, to{0};
    std::int64_t drive_total{0};  ///< ms at the wheel
    std::int64_t length_ms{0};    ///< with stops
  };
  static Leg make_leg(double from, double to, Gait gait);
  static State on_leg(Leg const& leg, Gait const& gait, std::int64_t since);
  static Piece leg_piece(Leg const& leg, Gait const& gait, SimTime from, std::uint64_t number);

  SimTime start_;
  Gait gait_;
  Leg first_;
  Leg back_;  ///< from first_.to to the other end; used when period_ > 0
  std::int64_t dwell_{0};
  std::int64_t period_{0};  ///< ms there and back with both stands; 0: no shuttle
};

}  // namespace ceaseline
