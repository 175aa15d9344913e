#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/base/key.hpp"
#include "ceaseline/base/time.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/geo/sun.hpp"

namespace ceaseline {

/// One connected violation episode, as it really happened.
struct Incident {
  Key key;  ///< addresses every draw about it
  SimTime start;
  Duration duration{};
  Point place;              ///< where the acts come from
  double chainage{0};       ///< m
  double depth{0};          ///< m, negative on side A
  std::uint32_t acts{1};    ///< an object has none
  std::uint16_t kind{0};    ///< index into the world's kinds
  Side side{Side::A};       ///< responsible
  Light light{Light::Day};  ///< at its start
  bool visitable{false};    ///< there is a scene that a visit could verify
  Duration evidence{};      ///< how long the scene stays readable after the last act

  [[nodiscard]] SimTime end() const { return start + duration; }
};

/// One shot, burst or explosion.
struct Act {
  SimTime time;
  std::uint32_t incident;     ///< index into the truth of the replication
  std::uint32_t number : 31;  ///< from 0 within the incident
  bool silent : 1;            ///< it gives nothing to notice
};

/// What one day adds to the truth.
struct TruthDay {
  std::uint32_t first{0};           ///< index of incidents.front() in the replication
  std::vector<Incident> incidents;  ///< that start on this day, by start and key
  std::vector<Act> acts;            ///< of this day, by time, incident and number
};

}  // namespace ceaseline
