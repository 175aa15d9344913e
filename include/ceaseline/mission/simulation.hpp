#pragma once

#include <memory>

#include "ceaseline/base/random.hpp"
#include "ceaseline/mission/mission.hpp"
#include "ceaseline/model/incident.hpp"
#include "ceaseline/model/record.hpp"
#include "ceaseline/model/violation_process.hpp"

namespace ceaseline {

/// One design meeting one truth. Built once per thread and mission, begun anew for each replication:
/// buffers keep their room, so that a replication in steady state allocates nothing per event.
class Simulation {
 public:
  Simulation(World const& world, Mission const& mission);
  ~Simulation();
  Simulation(Simulation&&) noexcept;
  Simulation& operator=(Simulation&&) noexcept;

  /// \param coverage computes covered shares and gaps as well (dearer)
  void begin(Draws draws, bool coverage);
  /// Lives through one day of the truth. Days come in order.
  void day(TruthDay const& truth);
  /// Closes what is still open at the end of the period.
  /// \returns the record; valid until the next begin()
  Record const& finish();

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// A whole replication at once.
[[nodiscard]] Record simulate(World const& world, ViolationProcess const& process, Mission const& mission, Draws draws,
                              bool coverage = true);

}  // namespace ceaseline
