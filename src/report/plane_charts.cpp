#include <fmt/format.h>

#include <algorithm>

#include "chart.hpp"
#include "html.hpp"
#include "svg.hpp"

namespace ceaseline::report {
namespace {

/// The frame of a chart with two axes, and what is drawn in it.
struct Plane {
  double width, height, left, right, top, bottom;
  explicit Plane(bool narrow)
      : width{narrow ? 356.0 : 760.0},
        height{narrow ? 300.0 : 340.0},
        left{narrow ? 46.0 : 64.0},
        right{width - (narrow ? 14 : 24)},
        top{30},
        bottom{height - 58} {}

  [[nodiscard]] std::string axes(Scale const& x, Scale const& y, std::string const& across,
                                 std::string const& up) const {
    std::string out;
    for (double const tick : y.ticks())
      out += svg_line(left, y(tick), right, y(tick), "g") +
             svg_text(left - 6, y(tick) + 4, y.text(tick), "end", "n");
    for (double const tick : x.ticks())
      out += svg_line(x(tick), bottom, x(tick), bottom + 5, "g") +
             svg_text(x(tick), bottom + 19, x.text(tick), "middle", "n");
    out += svg_line(left, bottom, right, bottom, "z");
    out += svg_text(2, 14, up, "start");
    out += svg_text((left + right) / 2, bottom + 42, across, "middle");
    return out + "\n";
  }
};

/// All but columns and rows.
template <class AnyChart>
Chart chart_of(AnyChart const& chart, std::string id, std::string title, std::string about) {
  Chart c;
  c.id = std::move(id);
  c.about = std::move(about);
  c.wide = svg_of(chart, false, title);
  c.narrow = svg_of(chart, true, title);
  c.title = std::move(title);
  c.series = chart.series;
  c.drawn.assign(chart.series.size(), true);
  return c;
}

}  // namespace

std::string svg_of(HourChart const& chart, bool narrow, std::string const& title) {
  Plane const plane{narrow};
  double highest = 1;
  for (auto const& line : chart.values)
    for (double const v : line) highest = std::max(highest, v);
  Scale const y{0, highest, plane.bottom, plane.top, 5};
  Scale const x = Scale::stepped(0, 24, plane.left, plane.right, narrow ? 6 : 2);
  std::string out = svg_open(plane.width, plane.height, title, narrow) +
                    plane.axes(x, y, "hour of the local day", chart.axis);
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    std::string path;
    for (std::size_t h = 0; h < chart.values[s].size(); ++h) {
      double const hour = static_cast<double>(h);
      path += fmt::format("{}{},{}H{}", h == 0 ? "M" : "L", px(x(hour)), px(y(chart.values[s][h])),
                          px(x(hour + 1)));
    }
    out += fmt::format("<g class=\"s{} k{}\"><path class=\"h\" d=\"{}\"/>", s % series_styles, s, path);
    for (std::size_t h = 0; h < chart.values[s].size(); ++h) {
      double const v = chart.values[s][h];
      std::string const words =
          fmt::format("{}, {:02}:00 to {:02}:00: {:.1f} %", chart.series[s], h, h + 1, v);
      out += fmt::format(
          "<g class=\"d\" data-tip=\"{}\" data-series=\"{}\" data-row=\"{}\" data-value=\"{:.4f}\">",
          escaped(words), escaped(chart.series[s]), h, v);
      // Marks are spread out, so that lines which lie on each other can be told apart.
      bool const marked = (h + s) % 4 == 0;
      double const at = x(static_cast<double>(h) + 0.5);
      if (marked) out += svg_mark(at, y(v), s);
      out += fmt::format("<rect class=\"touch\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"14\"/></g>",
                         px(x(static_cast<double>(h))), px(y(v) - 7), px(x(1) - x(0)));
    }
    out += "</g>\n";
  }
  return out + "</svg>";
}

std::string svg_of(CostChart const& chart, bool narrow, std::string const& title) {
  Plane const plane{narrow};
  double dearest = 0;
  double most = 0;
  for (std::size_t d = 0; d < chart.series.size(); ++d) {
    dearest = std::max(dearest, chart.cost[d]);
    Estimate const& e = chart.effect[d].e;
    if (e.n > 0)
      most = std::max(most, (e.has_interval ? std::max(e.ci.high, e.value) : e.value) * chart.factor);
  }
  Scale const x{0, dearest > 0 ? dearest : 1, plane.left, plane.right, narrow ? 4 : 8};
  Scale const y{0, most > 0 ? most : 1, plane.bottom, plane.top, 5};
  std::string out =
      svg_open(plane.width, plane.height, title, narrow) + plane.axes(x, y, chart.across, chart.up);
  for (std::size_t d = 0; d < chart.series.size(); ++d) {
    Dot const& dot = chart.effect[d];
    if (dot.e.n == 0) continue;
    // Designs of equal cost and effect would hide each other: those that follow stand a little to the right.
    double shift = 0;
    for (std::size_t before = 0; before < d; ++before)
      if (std::abs(x(chart.cost[before]) - x(chart.cost[d])) < 6) shift += 14;
    double const at = std::min(x(chart.cost[d]) + shift, plane.right);
    std::string const words =
        fmt::format("{}: {:.1f} M EUR a year, {}, n {}", chart.series[d], chart.cost[d], dot.words, dot.e.n);
    out += fmt::format(
        "<g class=\"d s{} k{}\" tabindex=\"0\" role=\"img\" aria-label=\"{}\" data-tip=\"{}\" "
        "data-series=\"{}\" data-row=\"cost\" data-cost=\"{}\" data-value=\"{}\">",
        d % series_styles, d, escaped(words), escaped(words), escaped(chart.series[d]), chart.cost[d],
        dot.e.value);
    if (dot.e.has_interval)
      out += svg_line(at, y(dot.e.ci.low * chart.factor), at, y(dot.e.ci.high * chart.factor), "w");
    out += svg_mark(at, y(dot.e.value * chart.factor), d) + "</g>\n";
  }
  return out + "</svg>";
}

Chart finished(HourChart const& chart, std::string id, std::string title, std::string about) {
  Chart c = chart_of(chart, std::move(id), std::move(title), std::move(about));
  c.columns = c.data_columns = {"hour"};
  for (std::string const& s : chart.series) {
    c.columns.push_back(s);
    c.data_columns.push_back(s);
  }
  for (std::size_t h = 0; h < 24; ++h) {
    std::vector<std::string> row{fmt::format("{:02}:00", h)};
    std::vector<std::string> data{std::to_string(h)};
    for (auto const& line : chart.values) {
      row.push_back(fmt::format("{:.1f} %", line[h]));
      data.push_back(fmt::format("{:.4f}", line[h]));
    }
    c.rows.push_back(std::move(row));
    c.data.push_back(std::move(data));
  }
  return c;
}

Chart finished(CostChart const& chart, std::string id, std::string title, std::string about) {
  Chart c = chart_of(chart, std::move(id), std::move(title), std::move(about));
  c.columns = {"design", chart.across, chart.up, "n"};
  c.data_columns = {"design", "cost_m_eur", "value", "low", "high", "n"};
  for (std::size_t d = 0; d < chart.series.size(); ++d) {
    Dot const& dot = chart.effect[d];
    c.rows.push_back(
        {chart.series[d], fmt::format("{:.1f}", chart.cost[d]), dot.words, std::to_string(dot.e.n)});
    c.data.push_back({chart.series[d], fmt::format("{}", chart.cost[d]), fmt::format("{}", dot.e.value),
                      dot.e.has_interval ? fmt::format("{}", dot.e.ci.low) : "",
                      dot.e.has_interval ? fmt::format("{}", dot.e.ci.high) : "", std::to_string(dot.e.n)});
  }
  return c;
}

}  // namespace ceaseline::report
