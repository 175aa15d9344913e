#pragma once

#include <cstdint>
#include <memory>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/registry.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/mission/picture.hpp"

namespace ceaseline {

/// What a patrol policy may know of its own patrol: never what happened, only what the mission was told.
struct PatrolView {
  Key team;
  Side side{Side::A};
  Stretch lane;
  double chainage{0};  ///< where the team stands now, m
  SimTime now;
  std::uint64_t leg{0};  ///< number of the leg in this replication
  Picture const* picture{nullptr};
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

/// "fixed-rounds", "random", "least-recently-visited", "hotspot-weighted".
[[nodiscard]] PolicyRegistry builtin_policies();

}  // namespace ceaseline
