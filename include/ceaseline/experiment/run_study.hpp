#pragma once

#include <cstdint>
#include <functional>

#include "ceaseline/experiment/plan.hpp"
#include "ceaseline/experiment/rows.hpp"
#include "ceaseline/mission/simulation.hpp"

namespace ceaseline {

struct RunOptions {
  std::uint32_t first{0};         ///< replications before this one are finished already
  std::uint32_t end{40};          ///< one past the last
  int threads{0};                 ///< 0: one per processor
  std::function<bool()> stopped;  ///< asked before each replication, from any thread; may be empty
  std::function<void(std::uint32_t)>
      progress;  ///< told how many are finished, from the caller's thread; may be empty
};

/// Runs replications of all arms of a plan and hands them to `sink` in the order of their numbers. One
/// replication is one task: its truth is drawn once, day by day, and every arm that shares it lives through
/// it. The rows do not depend on the number of threads, nor on which replications run together. \returns one
/// past the last replication handed over; `options.end` unless stopped \throws  what a simulation or the sink
/// throws; replications handed over before stay so
std::uint32_t run_study(Study const& study, Plan const& plan, RunOptions const& options, RowSink& sink);

/// The record of one arm in one replication, without coverage.
[[nodiscard]] Record replay(Study const& study, Arm const& arm, std::uint32_t replication);

/// The same, with where every team was.
struct Replayed {
  Record record;
  std::vector<Track> tracks;
};
[[nodiscard]] Replayed replay_with_tracks(Study const& study, Arm const& arm, std::uint32_t replication);

}  // namespace ceaseline
