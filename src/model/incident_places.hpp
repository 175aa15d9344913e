#pragma once

#include <vector>

#include "ceaseline/base/random.hpp"
#include "ceaseline/model/incident.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// A hotspot as it lies in one replication.
struct Hotspot {
  double share;          ///< of its region's acts
  double centre, width;  ///< chainage and standard deviation, m
};

/// Where along a region its incidents lie: hotspots, and evenly in between.
struct PlaceLaw {
  double from, to;  ///< chainage, m
  std::vector<Hotspot> hotspots;
};

/// The regions' laws of place in one replication, some of the hotspots moved to an even place of their
/// region.
[[nodiscard]] std::vector<PlaceLaw> draw_place_laws(World const& world, Draws const& draws);

/// Puts an incident that has key, kind and side where the law says, and off the line by its kind's law of
/// depth. A place that would not really lie so deep, because the line folds there, is drawn again; after 64
/// tries it is left on the line. \param place, depth the draws of the first try
void place_in(Incident& incident, PlaceLaw const& places, World const& world, Draws const& draws, Block place,
              Block depth);

/// The same for kinds without depth where there are no hotspots.
inline void place_evenly(Incident& incident, PlaceLaw const& places, World const& world, Block place) {
  incident.chainage = places.from + place.unit(1) * (places.to - places.from);
  incident.place = world.line().at(Length::metres(incident.chainage));
}

/// The same, at a Gaussian distance along the line from another chainage, reflected at the ends of the line.
/// \param chainage, spread m
void place_near(Incident& incident, double chainage, double spread, World const& world, Draws const& draws);

}  // namespace ceaseline
