#pragma once

#include <vector>

#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// Where along the line incidents are to be expected, as a density over chainage, 1/m: the law of
/// HotspotProcess averaged over replications, whatever the kind.
class IncidentWeight {
 public:
  explicit IncidentWeight(World const& world);
  /// \param chainage m
  [[nodiscard]] double at(double chainage) const;

 private:
  struct Heap {
    double centre, width, share;
  };
  struct Region {
    double from, to;
    double even;  ///< density of what lies anywhere in it
    std::vector<Heap> heaps;
    double scale;  ///< for what would lie beyond its ends, which is drawn again
  };
  std::vector<Region> regions_;
};

}  // namespace ceaseline
