#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ceaseline/model/violation_kind.hpp"

namespace ceaseline {

/// Which kind an incident of the common mix is: by share of acts, over acts per incident. Kinds with a rate
/// of their own take no part.
class KindLaw {
 public:
  explicit KindLaw(std::vector<ViolationKind> const& kinds);

  /// Incidents for one act of the mix, not more than 1; 0 when there is no mix.
  [[nodiscard]] double incidents_per_act() const { return incidents_per_act_; }
  /// True when the mix is of one kind alone.
  [[nodiscard]] bool one() const { return order_.size() == 1; }
  /// \param u uniform in [0, 1). \pre there is a mix
  [[nodiscard]] std::uint16_t kind_at(double u) const;

 private:
  std::vector<std::uint16_t> order_;  ///< by key: the order in the file must not matter
  std::vector<double> cumulative_;    ///< of incidents, not acts, in that order
  double incidents_per_act_{0};
};

}  // namespace ceaseline
