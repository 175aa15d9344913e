#pragma once

#include <memory>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/spans.hpp"
#include "ceaseline/mission/mission.hpp"
#include "ceaseline/mission/motion.hpp"
#include "ceaseline/model/incident.hpp"
#include "ceaseline/model/record.hpp"
#include "ceaseline/model/violation_process.hpp"
#include "ceaseline/model/weather.hpp"

namespace ceaseline {

/// A team's motion over a stretch of time, for whoever wants to know where teams were.
struct Track {
  std::uint32_t team{0};
  SimTime from, to;
  Motion motion;
  bool at_work{true};  ///< false while it drives to a scene
};

/// Why one sensor did not notice one act, or that it did.
enum class Chance : std::uint8_t {
  Noticed,
  Unlucky,    ///< it could have, with `chance`
  TooFar,     ///< out of its reach
  LooksAway,  ///< outside its field of view
  Hidden,     ///< by the ground
  NotOut,     ///< the team was at home, or withdrawn
  NotAllowed,
  Broken,
  OffWatch,
  NoSignature  ///< the act gave nothing to notice
};
[[nodiscard]] char const* name(Chance c);

/// One chance that one sensor had at one act of the incident that is explained.
struct Opportunity {
  SimTime at;
  std::uint32_t act{0};
  std::int32_t sensor{-1};
  Chance why{Chance::TooFar};
  double range{0};  ///< m
  double reach{0};  ///< of the sensor there and then, m
  double chance{0};
};

/// A place of the line and an instant, and who would have noticed an act of the reference kind there and
/// then: on the line and at the depths of the world's coverage beside it.
struct Probe {
  static constexpr std::size_t bands = 5;  ///< on the line; near and deep on side A; near and deep on side B
  SimTime at;
  double chainage{0};  ///< m
  Light light{Light::Day};
  /// By band and channel [Sound, Sight]: with at least the chance that coverage asks for.
  std::array<std::array<bool, 2>, bands> noticed{};
};

/// Who is told of probes.
class Probing {
 public:
  virtual ~Probing() = default;
  virtual void probe(Probe const& probe) = 0;
};

/// Who is told what became of things, once nothing can change it any more.
class Closing {
 public:
  virtual ~Closing() = default;
  /// Of the fate all is known but the estimate of the place and the probability of the side.
  virtual void incident(Incident const& what, Fate const& fate) = 0;
  virtual void visit(Visit const& visit) = 0;
};

/// One design meeting one truth. Built once per thread and mission, begun anew for each replication:
/// buffers keep their room, so that a replication in steady state allocates nothing per event.
class Simulation {
 public:
  Simulation(World const& world, Mission const& mission);
  ~Simulation();
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;

  /// \param keep_tracks keeps where every team was, for coverage and for pictures
  /// \param probing     is told of as many probes a day as the world's coverage says, in the order of time,
  ///                    until the period is over: a rank-1 lattice over the line and the period, shifted by
  ///                    chance in either. Where satellites are at the instant of a pass is left out. nullptr:
  ///                    of none. They change nothing that happens.
  void begin(Draws draws, bool keep_tracks = false, Probing* probing = nullptr);
  /// Lives through one day of the truth. Days come in order.
  void day(TruthDay const& truth);
  /// Between two days: tells of incidents and visits that nothing can change any more and lets go of them,
  /// with their observations and reports. A replication that does so after each day, and at its end after
  /// finish(), needs room for some days only. Where things stay on the ground, parties complain or satellites
  /// look, anything may matter later, and all is told at the end.
  void let_go(Closing& to);
  /// Closes what is still open at the end of the period.
  /// \returns the record; valid until the next begin(). The caller may add coverage to it.
  Record& finish();

  /// From begin() on, notes every chance that sensors within 30 km had to notice an act of this incident.
  void explain(Key incident);
  [[nodiscard]] std::vector<Opportunity> const& opportunities() const;

  /// Where teams were, by team and time; empty unless kept.
  [[nodiscard]] std::vector<Track> const& tracks() const;
  /// When sensor `i` of the mission was broken, shut out or off watch; empty for teams' sensors.
  [[nodiscard]] Spans const& out_of_order(std::size_t i) const;
  /// Of the replication under way.
  [[nodiscard]] Weather const& weather() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// A whole replication at once, without coverage.
[[nodiscard]] Record simulate(World const& world, ViolationProcess const& process, Mission const& mission,
                              Draws draws);

}  // namespace ceaseline
