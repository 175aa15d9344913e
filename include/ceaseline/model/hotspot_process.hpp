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
///
/// Kinds with `per_day` are streams of their own beside that, with gaps addressed by region and kind: adding
/// one moves no other incident. Regimes multiply the rate at every instant (thinning within a day; exact),
/// before answers. With retaliation, acts_per_day * (1 - branching) are unprovoked, and every incident of the
/// mix, an answer or not, is answered by a Poisson number of mean `branching`, after exponential delays from
/// its start, at Gaussian distances along the line (reflected at its ends), by the other side: a Hawkes
/// process as clusters (Hawkes and Oakes 1974). It is run in for 30 delay / (1 - branching) before the
/// period, so that the mean rate holds from the first day. Answers follow a regime, the clock and the daily
/// level late, by their delay, and so smear the night share; they may cross from one region to the next. That
/// incidents cluster so is known of other conflicts; no fit to the record of this line exists.
class HotspotProcess : public ViolationProcess {
 public:
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const override;
};

/// Incidents as listed in the world's violation spec, for toy worlds and for replaying a log. Levels,
/// regimes, retaliation and the rates of kinds have no effect on it; incidents after the period are left out.
class ReplayProcess : public ViolationProcess {
 public:
  [[nodiscard]] std::unique_ptr<IncidentSource> start(World const& world, Draws draws) const override;
};

/// What both processes do alike: whether there is a scene to visit, and how long it can be read, by the
/// world's law of evidence. \pre key and kind are set
void draw_scene(Incident& incident, World const& world, Draws const& draws);

}  // namespace ceaseline
