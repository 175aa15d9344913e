#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// 95 % radius of a two-dimensional normal in units of its standard error: sqrt(-2 ln 0.05).
constexpr double radius_95 = 2.447746830680816;

/// Variance of the estimate in the direction (nx, ny), from its information matrix.
double variance_along(Sense const& s, double nx, double ny) {
  double const determinant = s.ixx * s.iyy - s.ixy * s.ixy;
  return (s.iyy * nx * nx - 2 * s.ixy * nx * ny + s.ixx * ny * ny) / determinant;
}

double longer_half_axis(Sense const& s) {
  double const mean = 0.5 * (s.ixx + s.iyy);
  double const apart = std::sqrt(0.25 * (s.ixx - s.iyy) * (s.ixx - s.iyy) + s.ixy * s.ixy);
  return radius_95 / std::sqrt(mean - apart);
}

double log_odds(double p) { return portable_log(p / (1 - p)); }

}  // namespace

Reason Simulation::State::why_unverified(Incident const& incident, Sense const& sense) const {
  if (sense.visit_due) return Reason::StudyEnded;
  if (sense.visit_failed != Reason::None) return sense.visit_failed;
  return incident.visitable ? Reason::NoTeam : Reason::NotVisitable;
}

void Simulation::State::close(std::uint32_t index) {
  Incident const& incident = record_.incidents[index];
  Sense const& sense = senses_[index];
  Fate& fate = record_.fates[index];
  EvidenceSpec const& evidence = world_.spec().evidence;
  if (!fate.detected()) {
    fate.step = Step::Missed;
    fate.reason = sense.in_reach          ? Reason::NotNoticed
                  : sense.broken_in_reach ? Reason::Failed
                  : sense.denied_in_reach ? Reason::NotAllowed
                                          : Reason::NoAsset;
    return;
  }
  double const determinant = sense.ixx * sense.iyy - sense.ixy * sense.ixy;
  fate.estimate = {(sense.iyy * sense.bx - sense.ixy * sense.by) / determinant,
                   (sense.ixx * sense.by - sense.ixy * sense.bx) / determinant};
  fate.half_axis = longer_half_axis(sense);

  // The side, from where the report puts it and from what was seen there; the prior is even and never
  // learned.
  LinePlace const near = world_.line().nearest(fate.estimate);
  double const depth = near.depth.metres();
  Point const foot = world_.line().at(near.chainage);
  double const off = distance(fate.estimate, foot).metres();
  double const nx = off > 1e-6 ? (fate.estimate.x - foot.x) / off : 0;
  double const ny = off > 1e-6 ? (fate.estimate.y - foot.y) / off : 1;
  double const sigma = std::sqrt(variance_along(sense, nx, ny));
  double const by_place = std::fmin(std::fmax(normal_cdf(depth / sigma), 1e-9), 1 - 1e-9);
  double const odds = log_odds(by_place) + sense.log_odds_b;
  fate.p_side_b = 1 / (1 + portable_exp(-odds));
  if (fate.p_side_b >= evidence.side_threshold) fate.declared = DeclaredSide::B;
  if (1 - fate.p_side_b >= evidence.side_threshold) fate.declared = DeclaredSide::A;

  bool const verified = fate.verification != Verification::None;
  SimTime const complete = verified && fate.verified > fate.first_notice ? fate.verified : fate.first_notice;
  fate.reported = complete + mission_.spec().rules.report_delay;
  fate.step = Step::Detected;
  if (Length::metres(fate.half_axis) > evidence.located_within) {
    fate.reason = Reason::TooUncertain;
    return;
  }
  fate.step = Step::Located;
  if (!verified) {
    fate.reason = why_unverified(incident, sense);
    return;
  }
  fate.step = Step::Verified;
  if (!fate.side_known()) {
    fate.reason = Reason::SideUnclear;
    return;
  }
  fate.step = Step::Attributed;
  if (fate.reported - incident.start > evidence.in_time) {
    fate.reason = Reason::Late;
    return;
  }
  fate.step = Step::InTime;
  fate.reason = Reason::None;
}

}  // namespace ceaseline
