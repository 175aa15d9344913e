#pragma once

#include <string>
#include <vector>

#include "ceaseline/scoring/estimates.hpp"

namespace ceaseline::report {

/// Colours and marks repeat after this many designs.
inline constexpr std::size_t series_styles = 6;

/// One number with its interval in a chart, in the unit that is printed.
struct Dot {
  std::size_t series{0};
  Estimate e;
  std::string words;  ///< value, interval and finding as text: what a reader is told on hover
};

struct DotRow {
  std::string label;
  std::vector<Dot> dots;
};

/// Rows of dots with whiskers over one axis; as bars where the length from 0 is what is read.
struct DotChart {
  std::string axis;  ///< title with unit
  std::vector<std::string> series;
  std::vector<DotRow> rows;
  bool bars{false};
  bool zero{false};     ///< 0 must lie on the axis, with a line
  double one{-1};       ///< another value with a line, such as a ratio of 1; negative: none
  double matters{0};    ///< half-width of the band round 0 that does not matter; 0: none
  double factor{1};     ///< from the stored number to the printed one
  double at_least{-1};  ///< the axis reaches at least to here; negative: as the data have it
};

/// Values of a day by hour, one line a series.
struct HourChart {
  std::string axis;
  std::vector<std::string> series;
  std::vector<std::vector<double>> values;  ///< by series: 24, in the printed unit
};

/// One dot a series, an exact number across and an estimate upwards.
struct CostChart {
  std::string across, up;
  std::vector<std::string> series;
  std::vector<double> cost;
  std::vector<Dot> effect;
  double factor{1};
};

/// A drawing at both widths, with the numbers behind it.
struct Chart {
  std::string id;     ///< of its section: "differences"
  std::string title;  ///< what one sees
  std::string about;  ///< how to read it
  std::string wide, narrow;
  std::vector<std::string> series;
  std::vector<bool> drawn;  ///< by series: it has something in this chart
  std::vector<std::string> columns;
  std::vector<std::vector<std::string>> rows;  ///< cells of the table beside it, by `columns`
  std::vector<std::string> data_columns;
  std::vector<std::vector<std::string>> data;  ///< the same with full digits, for files
};

[[nodiscard]] std::string svg_of(DotChart const& chart, bool narrow, std::string const& title);
[[nodiscard]] std::string svg_of(HourChart const& chart, bool narrow, std::string const& title);
[[nodiscard]] std::string svg_of(CostChart const& chart, bool narrow, std::string const& title);

/// With drawings, table and data.
[[nodiscard]] Chart finished(DotChart const& chart, std::string id, std::string title, std::string about);
[[nodiscard]] Chart finished(HourChart const& chart, std::string id, std::string title, std::string about);
[[nodiscard]] Chart finished(CostChart const& chart, std::string id, std::string title, std::string about);

/// The chart in the page: both drawings, a legend that switches series, and its table folded away.
[[nodiscard]] std::string html_of(Chart const& chart);
/// The wide drawing as a file of its own, with its colours.
[[nodiscard]] std::string svg_file(Chart const& chart);
[[nodiscard]] std::string csv_file(Chart const& chart);

}  // namespace ceaseline::report
