#pragma once

#include <memory>

#include "ceaseline/mission/simulation.hpp"

namespace ceaseline {

/// Covered shares of one replication, from probes: of those asked at the places of a set, by light, how many
/// were covered. Unlike covered(), it costs little beside the replication itself, so that every replication
/// has its own figures, with those who were refused, called away or out of order. With 35,000 probes a year
/// the share of the line is right to about 0.001 and that of hotspots to about 0.003; gaps cannot be had from
/// them.
///
/// Not for things that last (CoverageSpec::lasting), and without satellites, which cover instants alone.
class Probes : public Probing {
 public:
  explicit Probes(World const& world);
  ~Probes() override;
  Probes(Probes&&) noexcept;
  Probes& operator=(Probes&&) = delete;

  /// Forgets what was asked.
  void clear();
  void probe(Probe const& probe) override;
  [[nodiscard]] std::array<CoverageFigures::Probed, coverage_set_count> const& found() const;

 private:
  class Weights;
  std::unique_ptr<Weights> weights_;
  std::array<CoverageFigures::Probed, coverage_set_count> found_{};
};

}  // namespace ceaseline
