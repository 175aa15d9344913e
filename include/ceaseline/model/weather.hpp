#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/base/time.hpp"

namespace ceaseline {

class World;

/// The weather of one replication: which of World::weather_states() holds when. The same for all designs.
class Weather {
 public:
  /// Draws the chain anew; one draw per step, so that a longer period has the same weather to begin with. A
  /// state that a new season does not know stays until it changes by chance.
  void draw(World const& world, Draws const& draws);
  /// Index into World::weather_states().
  [[nodiscard]] std::uint8_t at(SimTime t) const {
    if (states_.size() < 2) return states_.empty() ? std::uint8_t{0} : states_.front();
    auto const i = t.time_since_epoch() / step_;
    auto const last = static_cast<std::int64_t>(states_.size()) - 1;
    return states_[static_cast<std::size_t>(i < 0 ? 0 : i > last ? last : i)];
  }

 private:
  Duration step_{one_day};
  std::vector<std::uint8_t> states_;
};

}  // namespace ceaseline
