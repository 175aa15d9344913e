#include "chart.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "html.hpp"
#include "svg.hpp"

namespace ceaseline::report {
namespace {

/// Colours of a drawing that stands alone; in the page they come from its style, which also knows the dark.
constexpr char const* file_style = R"(<style>
svg{background:#fff;font:13px sans-serif}
.t{fill:#1b1f24}.n{fill:#57606a;font-size:12px}
.g{stroke:#d8dee4}.z{stroke:#57606a}.band{fill:#eef1f4}
.m{stroke:#fff;stroke-width:1}.w{stroke-width:2}.b{opacity:.35}.h{fill:none;stroke-width:2}.touch{fill:none}
.hollow .m{fill-opacity:.25;stroke-width:0}
.s0 .m,.s0 .b{fill:#0072b2}.s0 .w,.s0 .h{stroke:#0072b2}
.s1 .m,.s1 .b{fill:#d55e00}.s1 .w,.s1 .h{stroke:#d55e00}
.s2 .m,.s2 .b{fill:#009e73}.s2 .w,.s2 .h{stroke:#009e73}
.s3 .m,.s3 .b{fill:#cc79a7}.s3 .w,.s3 .h{stroke:#cc79a7}
.s4 .m,.s4 .b{fill:#b8860b}.s4 .w,.s4 .h{stroke:#b8860b}
.s5 .m,.s5 .b{fill:#56b4e9}.s5 .w,.s5 .h{stroke:#56b4e9}
</style>)";

std::string csv_cell(std::string const& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char const c : text) quoted += c == '"' ? std::string{"\"\""} : std::string{c};
  return quoted + "\"";
}

std::string csv_line_of(std::vector<std::string> const& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + csv_cell(cells[i]);
  return line + "\n";
}

/// A button a series, with its mark; pressed means shown.
std::string legend(Chart const& chart) {
  if (std::count(chart.drawn.begin(), chart.drawn.end(), true) < 2) return "";
  std::string out = "<div class=\"legend\" role=\"group\" aria-label=\"Shown designs\">";
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    if (!chart.drawn[s]) continue;
    out += fmt::format(
        "<button type=\"button\" aria-pressed=\"true\" data-switch=\"{}\"><svg class=\"s{}\" width=\"14\" "
        "height=\"14\" viewBox=\"-7 -7 14 14\" aria-hidden=\"true\">{}</svg>{}</button>",
        s, s % series_styles, svg_mark(0, 0, s), escaped(chart.series[s]));
  }
  return out + "</div>\n";
}

/// The same without switches, as the last line of a drawing.
std::string legend_line(Chart const& chart, double y) {
  constexpr double letter = 7.2;
  std::string out;
  double x = 14;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    if (!chart.drawn[s]) continue;
    out += fmt::format("<g class=\"s{}\">{}</g>", s % series_styles, svg_mark(x, y - 4, s)) +
           svg_text(x + 10, y, chart.series[s], "start");
    x += 34 + letter * static_cast<double>(chart.series[s].size());
  }
  return out;
}

}  // namespace

std::string html_of(Chart const& chart) {
  HtmlTable table{"Numbers of: " + chart.title, {}, {}, "numbers"};
  for (std::string const& c : chart.columns) table.head.push_back(escaped(c));
  for (auto const& row : chart.rows) {
    HtmlTable::Row cells;
    for (std::string const& cell : row) cells.cells.push_back(escaped(cell));
    table.rows.push_back(std::move(cells));
  }
  return fmt::format(
             "<figure class=\"figure\" data-chart=\"{}\"><figcaption><strong>{}</strong> {}</figcaption>\n{}",
             chart.id, escaped(chart.title), escaped(chart.about), legend(chart)) +
         chart.wide + "\n" + chart.narrow + "\n<details><summary>Numbers as a table</summary>" +
         html_of(table) + "</details></figure>\n";
}

std::string svg_file(Chart const& chart) {
  constexpr double legend_height = 24;
  std::string file = chart.wide;
  std::size_t const begin = file.find("viewBox=\"0 0 ") + 13;
  std::size_t const space = file.find(' ', begin);
  std::size_t const end = file.find('"', space);
  double const height = std::stod(file.substr(space + 1, end - space - 1));
  file.replace(space + 1, end - space - 1, px(height + legend_height));
  file.insert(file.find('>') + 1, "\n<title>" + escaped(chart.title) + "</title>" + file_style);
  file.insert(file.rfind("</svg>"), legend_line(chart, height + 12));
  return file + "\n";
}

std::string csv_file(Chart const& chart) {
  std::string text = csv_line_of(chart.data_columns);
  for (auto const& row : chart.data) text += csv_line_of(row);
  return text;
}

}  // namespace ceaseline::report
