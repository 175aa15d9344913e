#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/mission/simulation.hpp"

namespace ceaseline {

/// How a team moves, in ms since it sets out: a way there, and then the same round over and over. Equal ways
/// of one team are one course, so that each is solved once at a place however often it is gone.
struct Course {
  /// A leg, or a stand where start == end. Between stops it moves evenly.
  struct Piece {
    double from, to;     ///< ms
    double start, end;   ///< chainage, m
    double drive, stop;  ///< ms at the wheel between two stops, and of a stop; stop 0: none on the way
    double driven;       ///< ms at the wheel in all
    friend bool operator==(Piece const&, Piece const&) = default;
  };
  std::vector<Piece> first;  ///< until the first end of the lane
  std::vector<Piece> round;  ///< ms since `arrives`
  double arrives{0};         ///< ms; the rounds begin
  double period{0};          ///< ms of a round; 0: it stays
  double low{0}, high{0};    ///< chainage it keeps within, m
  friend bool operator==(Course const&, Course const&) = default;
};

/// When every platform was where and every fixed sensor in order, under which weather: what coverage is
/// judged from. Times are real milliseconds since the start of the period; those of the simulation are whole
/// ones.
class Presence {
 public:
  /// A team goes a course, within a span of time.
  struct Stay {
    double from, to;  ///< ms
    double origin;    ///< ms, when the course begins
    std::size_t course;
  };
  struct OfTeam {
    std::vector<Course> courses;
    std::vector<Stay> stays;  ///< ascending
    double low{0}, high{0};   ///< chainage of all of it, m
  };
  /// A state of the weather, until the next one.
  struct Air {
    double from;  ///< ms
    std::uint8_t state;
  };

  /// As the mission plans it: nobody is refused, called away, jammed or lost, the weather is the clearest all
  /// the time. Policies that choose targets as they go are taken for rounds from end to end. A fixed sensor
  /// is in order for its share of the time, at any instant alike and independently of others.
  static Presence planned(World const& world, Mission const& mission);
  /// As one replication lived it. \param run finished, its tracks kept \param draws of that replication
  static Presence lived(World const& world, Mission const& mission, Simulation const& run, Draws draws);

  [[nodiscard]] std::vector<OfTeam> const& teams() const { return teams_; }
  /// When a sensor that is no team's is out of order for certain.
  [[nodiscard]] std::vector<Spans> const& out_of_order() const { return out_of_order_; }
  /// Share of the remaining time in which it is in order, by sensor.
  [[nodiscard]] std::vector<double> const& up() const { return up_; }
  /// Passes of a satellite's sensor that saw through the sky.
  [[nodiscard]] std::vector<std::vector<std::int64_t>> const& passes() const { return passes_; }
  [[nodiscard]] std::vector<Air> const& weather() const { return weather_; }

 private:
  void add(std::uint32_t team, Motion const& motion, double from, double to);
  void add_passes(World const& world, Mission const& mission, Draws const* draws);

  std::vector<OfTeam> teams_;
  std::vector<Spans> out_of_order_;
  std::vector<double> up_;
  std::vector<std::vector<std::int64_t>> passes_;
  std::vector<Air> weather_;
};

}  // namespace ceaseline
