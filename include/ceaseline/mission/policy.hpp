#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/registry.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"

namespace ceaseline {

/// When each kilometre of each side was last visited by a team, as far as the mission knows.
class LastVisits {
 public:
  LastVisits() = default;
  explicit LastVisits(Length line);
  void reset();
  void visited(Side side, double from, double to, SimTime when);
  /// Middle of the least recently visited kilometre of `lane`; the one nearest to `from` among equals.
  /// Metres.
  [[nodiscard]] double stalest(Side side, Stretch lane, double from) const;

 private:
  std::vector<std::int64_t> visits_[2];
};

/// What a patrol policy may know of its own patrol: never what happened, only what the mission was told.
struct PatrolView {
  Key team;
  Side side{Side::A};
  Stretch lane;
  double chainage{0};  ///< where the team stands now, m
  SimTime now;
  std::uint64_t leg{0};  ///< number of the leg in this replication
  LastVisits const* visits{nullptr};
  Draws const* draws{nullptr};  ///< for targets drawn at (team, leg)
};

/// Where a patrol drives next.
class PatrolPolicy {
 public:
  virtual ~PatrolPolicy() = default;
  /// A policy that goes end to end, over and over, needs no decisions: its motion is a closed form.
  [[nodiscard]] virtual bool end_to_end() const { return false; }
  /// Next target within the lane, chainage in metres. Not asked when end_to_end().
  [[nodiscard]] virtual double next(PatrolView const& view) const = 0;
};

using PolicyRegistry = Registry<PatrolPolicy>;

/// "fixed-rounds", "random", "least-recently-visited".
[[nodiscard]] PolicyRegistry builtin_policies();

}  // namespace ceaseline
