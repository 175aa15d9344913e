#pragma once

#include <memory>

#include "ceaseline/model/violation_process.hpp"

namespace ceaseline {

/// Incidents as level x space x clock, after the world's violation spec.
///
/// Per region r and day d, incidents are Poisson with mean
///   acts_per_day * level * share_r / (mean acts per incident) * exp(Z_rd - s_r^2 / 2) * W_rd,
/// Z an AR(1) of standard deviation s_r and coefficient `memory`, correlated between regions on the same day,
/// W the clock's weight of that day. Times come by inversion of the clock's integral at the points of a unit
/// Poisson process, one exponential gap per incident. Space: hotspots (Gaussian, kept within their region)
/// and a uniform floor. A share of the hotspots is moved to a uniform place of its region in each
/// replication. Calibrated to recorded counts (domain facts, section 8); what really occurred has never been
/// measured.
class HotspotProcess : public ViolationProcess {
 public:
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const override;
};

/// Incidents as listed in the world's violation spec, for toy worlds and for replaying a log.
class ReplayProcess : public ViolationProcess {
 public:
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const override;
};

/// What both processes do alike: whether there is a scene to visit, and how long it lasts.
void draw_scene(Incident& incident, ViolationKind const& kind, Draws const& draws);

}  // namespace ceaseline
