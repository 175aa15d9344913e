#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ceaseline/mission/mission.hpp"
#include "ceaseline/scoring/metrics.hpp"
#include "ceaseline/scoring/verdict.hpp"

namespace ceaseline {

/// A design as it is printed.
struct DesignView {
  std::string id;  ///< heads its column
  std::string title;
  Establishment establishment;
  bool size_assumed{false};  ///< no source gives its size
  std::size_t equal_to{0};   ///< the first design with the same figures; its own index when there is none
};

/// One case as it is printed. The first case of a comparison fills the table.
struct CaseView {
  std::string id;
  std::string title;
  std::vector<MetricResult> metrics;
  CaseVerdict verdict;
  std::string flip;                   ///< "flips", "does not flip", ... against the first case; empty in that
  std::vector<std::size_t> equal_to;  ///< as in DesignView, where it is another here; empty: as there
  /// By design: what the case changes in the study's metric, against the same design's base case; empty in
  /// that.
  std::vector<PairedDifference> change;
};

/// In place of the effect of a group in which a design has the baseline's figures.
inline constexpr char const* same_figures_word = "same figures";

/// How much of one design's difference from the baseline goes when a group of its figures is the baseline's.
struct DriverView {
  std::string group;        ///< "numbers", "hours", "rules", "equipment", "access", "siting"
  PairedDifference effect;  ///< on the study's metric; valid when `word` is empty
  std::string word;         ///< instead of an effect: same_figures_word, "cannot be tried: ..."
};

struct DriversOfDesign {
  std::size_t design{0};
  std::vector<DriverView> groups;
};

/// Acts a day that a real mission recorded on this line: what the published acts are printed beside.
struct Yardstick {
  double acts_per_day{0};  ///< 0: there is none
  std::string recorded_by;
};

/// Everything the printed comparison says, as plain values.
struct ComparisonView {
  std::string study;  ///< title
  std::string note;   ///< printed first: "a calibration bench, not a forecast"
  std::string question;
  std::string metric{headline_metric};  ///< id of the metric the study asks about, over all strata
  double matters{0.02};                 ///< smallest difference that matters, in the metric's unit
  std::vector<DesignView> designs;
  std::size_t baseline{0};
  std::vector<CaseView> cases;
  std::vector<DriversOfDesign> drivers;  ///< of the first case
  Yardstick yardstick;
  /// By design and reporting segment: share of time seen in the first case, below 0 where it is not known.
  std::vector<std::vector<double>> seen_along;
  double segment_km{0};  ///< length of a reporting segment
  std::uint32_t replications{0};
  int seed{0};
  std::string version;
  std::vector<std::string> files;  ///< where the results went
};

/// The comparison as text: the answer in words, the first table row by row, the answer of each case, what
/// drives it, what it costs, and what not to believe. \param width  columns of the terminal; at most 80 are
/// used where the designs fit in, at least 40 \param colour ANSI bold for headings; nothing but text
/// otherwise
[[nodiscard]] std::string comparison_text(ComparisonView const& view, int width, bool colour);

}  // namespace ceaseline
