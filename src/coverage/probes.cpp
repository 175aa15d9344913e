#include "ceaseline/coverage/probes.hpp"

#include "hotspots.hpp"
#include "incident_weight.hpp"

namespace ceaseline {

/// What a place of the line counts in the sets that lie on it.
class Probes::Weights {
 public:
  explicit Weights(World const& world) : world_{world}, incidents_{world} {}

  [[nodiscard]] std::array<double, 3> at(double chainage) const {
    return {1, hotspots_at(world_, chainage), incidents_.at(chainage)};
  }

 private:
  World const& world_;
  IncidentWeight incidents_;
};

Probes::Probes(World const& world) : weights_{std::make_unique<Weights>(world)} {}
Probes::~Probes() = default;
Probes::Probes(Probes&&) noexcept = default;

void Probes::clear() { found_ = {}; }

std::array<CoverageFigures::Probed, coverage_set_count> const& Probes::found() const { return found_; }

void Probes::probe(Probe const& probe) {
  auto const light = static_cast<std::size_t>(probe.light);
  auto const count = [&](std::size_t set, std::size_t band, double weight) {
    CoverageFigures::Probed& to = found_[set];
    to.asked[light] += weight;
    for (std::size_t c = 0; c < 2; ++c)
      if (probe.noticed[band][c]) to.noticed[c][light] += weight;
  };
  auto const weights = weights_->at(probe.chainage);
  for (std::size_t set = 0; set < weights.size(); ++set) count(set, 0, weights[set]);
  for (std::size_t band = 1; band < Probe::bands; ++band) count(weights.size() + band - 1, band, 1);
}

}  // namespace ceaseline
