#pragma once

#include <cstdint>
#include <string>

#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// Whole records as tables, for a look at single incidents: incidents.csv with their fates, observations.csv,
/// outings.csv and visits.csv. Times are ISO 8601, UTC.
class RecordTables {
 public:
  void add(Record const& record, World const& world, std::uint32_t replication);
  /// Makes the folder. \throws DiskError
  void write(std::string const& folder) const;

 private:
  std::string incidents_, observations_, outings_, visits_;
};

}  // namespace ceaseline
