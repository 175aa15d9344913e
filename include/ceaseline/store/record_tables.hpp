#pragma once

#include <cstdint>
#include <string>

#include "ceaseline/mission/simulation.hpp"
#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// Whole records as tables, for a look at single incidents: incidents.csv with their fates, observations.csv,
/// reports.csv, outings.csv, visits.csv and tracks.csv. Times are ISO 8601, UTC. The numbers of incidents and
/// reports are those of their lines within a replication, from 0. An empty `incident` belongs to what did not
/// happen, an empty `sensor` to a party's complaint; an incident that was prevented has no step and no
/// reason.
class RecordTables {
 public:
  void add(Record const& record, World const& world, std::uint32_t replication);
  /// Where the teams of that record were, a leg or a stand a line: within one a team drives evenly between
  /// its stops, from start_m to end_m of chainage.
  void add_tracks(Mission const& mission, std::vector<Track> const& tracks, World const& world,
                  std::uint32_t replication);
  /// Makes the folder. \throws DiskError
  void write(std::string const& folder) const;

 private:
  std::string incidents_, observations_, reports_, outings_, visits_, tracks_;
};

}  // namespace ceaseline
