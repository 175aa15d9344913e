#pragma once

#include "ceaseline/coverage/place_figures.hpp"
#include "ceaseline/coverage/presence.hpp"

namespace ceaseline {

/// How finely a line is judged.
struct Resolution {
  enum class Along {
    Exactly,         ///< as far as the tolerance says
    ReferencePoints  ///< at the middle of equal stretches no longer than `step`
  };
  Along along{Along::Exactly};
  double step{4000};        ///< longest stretch taken at once, m
  double finest{1000};      ///< stretches no longer than this are judged at their middle alone, m
  double tolerance{0.005};  ///< error of the covered share of a stretch, on either channel, at which it is
                            ///< divided no further; or a thousandth of the line with that error
  double finer_at_hotspots{4};  ///< stretches across hotspots are so many times shorter than `step`: they are
                                ///< short, and how they are covered is wanted most
  bool by_light{true};  ///< otherwise all is put down to the day, and what repeats itself is judged once
};
[[nodiscard]] Resolution resolution_of(CoverageSpec const& spec);

/// Coverage of the chainage x time plane along one band, for one kind.
///
/// Exact in time (see SpellSolver). Along the line every figure is an integral over chainage of the figures
/// of a place, by Simpson's rule on stretches that begin and end where footprints do: exact but for rounding
/// where the geometry is straight and nothing bends within a stretch, for then covered time is linear and
/// sums of squared gaps are quadratic in chainage. Where something bends (two rounds that begin to overlap, a
/// crooked line) stretches are halved until the covered share is known to the tolerance. Those that are no
/// longer than `finest` are judged at their middle alone: with `step` no longer than `finest` these are
/// reference points, some on each reporting segment. Lengths of gaps are those at the middle of each stretch,
/// alike to 0.1 %, so that their percentiles are as fine as the stretches.
///
/// Hotspots lie within two widths of their known places.
/// Incidents are to be expected by the shares of regions and hotspots; a hotspot that may lie elsewhere
/// counts in that share of cases as spread over its region.
struct BandCoverage {
  std::array<CoverageFigures::Judged, 3> sets;      ///< [Line, Hotspots, Incidents], of places of this band
  std::vector<double> segment_seen, segment_heard;  ///< covered share of each reporting segment
  std::size_t places{0};                            ///< judged
};
/// \param depth of the band, m, negative on side A \param lasting 0, or how long something stays
/// (SpellSolver)
[[nodiscard]] BandCoverage covered(World const& world, Mission const& mission, Presence const& presence,
                                   std::size_t kind, double depth, Resolution const& how,
                                   double threshold = 0.5, Duration lasting = {});

/// All that a record holds of coverage, judged as the world's CoverageSpec says.
[[nodiscard]] CoverageFigures cover(World const& world, Mission const& mission, Presence const& presence);

}  // namespace ceaseline
