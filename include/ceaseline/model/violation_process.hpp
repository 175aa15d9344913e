#pragma once

#include <memory>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/registry.hpp"
#include "ceaseline/model/incident.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// The incidents of one replication, day by day.
class IncidentSource {
 public:
  virtual ~IncidentSource() = default;
  /// Appends the incidents that start on `day` (24 h from the start of the period), in any order.
  /// Asked for every day once, in order.
  virtual void day(int day, std::vector<Incident>& out) = 0;
};

/// What breaks the truce. Draws only at addresses of its own regions and incidents, never by turn across
/// days, and never looks at a mission.
class ViolationProcess {
 public:
  virtual ~ViolationProcess() = default;
  [[nodiscard]] virtual std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const = 0;
};

using ProcessRegistry = Registry<ViolationProcess>;

/// "hotspots" (see hotspot_process.hpp) and "replay" (a given list).
[[nodiscard]] ProcessRegistry builtin_processes();

/// The truth of one replication in time order, one day at a time: incidents from a source, expanded into
/// acts. Acts of an incident that runs past midnight come with the following days.
class TruthStream {
 public:
  TruthStream(World const& world, ViolationProcess const& process, Draws draws);
  /// \returns false after the last day; `out` is reused, its buffers keep their room
  bool next(TruthDay& out);

 private:
  bool expand(TruthDay& day);
  void set_times(TruthDay& day) const;
  void drop_late(TruthDay& day) const;
  void draw_silent(TruthDay& day);

  World const& world_;
  Draws draws_;
  std::unique_ptr<IncidentSource> source_;
  int day_{0};
  bool any_silent_{false};
  std::vector<Act> later_;  ///< acts of days to come
  std::vector<Act> spare_;  ///< scratch
  std::vector<Subject> about_;
  std::vector<Block> drawn_;
};

}  // namespace ceaseline
