#pragma once

#include <array>
#include <vector>

#include "ceaseline/base/spans.hpp"
#include "ceaseline/coverage/spells.hpp"

namespace ceaseline {

/// A spell in which nobody covers a place, or as many alike as `times` says.
struct Gap {
  double hours;
  double times;
  bool cut;  ///< at an end of the period
};

/// Figures of merit of one place on one channel, under the names of STK (Coverage, "Figure of Merit" types:
/// Coverage Time, N Asset Coverage, Number of Accesses, Revisit Time, Response Time, Time Average Gap, Age of
/// Data). Hours unless said otherwise. Sums that can be averaged over places; what follows from them:
///
///   share covered            covered / hours
///   mean gap (revisit time)  gap_hours / gaps
///   time average gap         (gap_squares + cut_gap_squares) / hours: sum g^2 / T
///   response time            half of it: mean time from an instant until the place is covered next
///   age of data              the same, by reversal of time
///
/// Gaps that the period cuts enter the last three as if it ended them, which is too short (naive); what the
/// complete gaps say of all uncovered time, gap_squares / gap_hours (1 - share covered), is free of that but
/// leaves out what the period is too short to show (corrected). Where assets are in order only for a share of
/// the time (planned coverage), `covered` is the expected time; the other figures take them all for in order.
struct PlaceFigures {
  enum Sum {
    Day,
    Night,
    OneAsset,
    TwoAssets,
    ThreeAssets,
    AssetHours,
    Accesses,
    Gaps,
    GapHours,
    GapSquares,
    CutGaps,
    CutGapHours,
    CutGapSquares
  };
  static constexpr std::size_t sums = 13;
  std::array<double, sums> sum{};
  double longest{0};
  std::vector<Gap> gaps;  ///< in the order of time; those of no length left out

  [[nodiscard]] double operator[](Sum s) const { return sum[static_cast<std::size_t>(s)]; }
  [[nodiscard]] double covered() const { return sum[Day] + sum[Night]; }
};

/// \param assets  of one channel \param end ms, as folded \param days light at the place, by which covered
/// time is told apart; nullptr: all of it is put down to the day \pre no days where time is folded
[[nodiscard]] PlaceFigures place_figures(std::vector<AssetSpells> const& assets, double end, Fold const& fold,
                                         Spans const* days);

}  // namespace ceaseline
