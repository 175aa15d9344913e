#include <fmt/format.h>

#include <algorithm>

#include "chart.hpp"
#include "html.hpp"
#include "svg.hpp"

namespace ceaseline::report {
namespace {

constexpr double full_width = 760;
constexpr double narrow_width = 356;
constexpr double line_height = 16;
constexpr double dot_height = 15;

/// Lays one chart out from top to bottom.
class Drawing {
 public:
  Drawing(DotChart const& chart, bool narrow)
      : chart_{chart},
        narrow_{narrow},
        width_{narrow ? narrow_width : full_width},
        left_{narrow ? 18.0 : 250.0},
        scale_{scale()} {}

  [[nodiscard]] std::string draw(std::string const& title) {
    for (DotRow const& row : chart_.rows) add(row);
    double const bottom = y_ + 4;
    std::string grid;
    for (double const tick : scale_.ticks()) {
      grid += svg_line(scale_(tick), 4, scale_(tick), bottom, "g");
      grid += svg_text(scale_(tick), bottom + 16, scale_.text(tick), "middle", "n");
    }
    if (chart_.matters > 0) {
      double const from = std::max(scale_(-chart_.matters), left_);
      double const to = std::min(scale_(chart_.matters), right());
      grid = fmt::format("<rect class=\"band\" x=\"{}\" y=\"4\" width=\"{}\" height=\"{}\"/>", px(from),
                         px(to - from), px(bottom - 4)) +
             grid;
    }
    if (chart_.zero) grid += svg_line(scale_(0), 4, scale_(0), bottom, "z");
    if (chart_.one >= 0) grid += svg_line(scale_(chart_.one), 4, scale_(chart_.one), bottom, "z");
    double y = bottom + 18;
    std::string axis;
    for (std::string const& line : in_lines(chart_.axis, right() - left_)) {
      y += line_height;
      axis += svg_text((left_ + right()) / 2, y, line, "middle");
    }
    return svg_open(width_, y + 8, title, narrow_) + grid + axis + "\n" + body_ + "</svg>";
  }

 private:
  [[nodiscard]] double right() const { return width_ - 18; }

  [[nodiscard]] Scale scale() const {
    bool any = false;
    double low = 0;
    double high = 0;
    auto const take = [&](double value) {
      low = any ? std::min(low, value) : value;
      high = any ? std::max(high, value) : value;
      any = true;
    };
    for (DotRow const& row : chart_.rows) {
      for (Dot const& dot : row.dots) {
        if (dot.e.n == 0) continue;
        take(dot.e.value * chart_.factor);
        if (dot.e.has_interval) {
          take(dot.e.ci.low * chart_.factor);
          take(dot.e.ci.high * chart_.factor);
        }
      }
    }
    if (chart_.zero || chart_.bars) take(0);
    if (chart_.one >= 0) take(chart_.one);
    if (chart_.at_least >= 0) take(chart_.at_least);
    if (chart_.matters > 0) {
      take(-1.2 * chart_.matters);
      take(1.2 * chart_.matters);
    }
    return {low, high, left_, right(), narrow_ ? 4 : 7};
  }

  void add(DotRow const& row) {
    std::vector<std::string> const label = in_lines(row.label, narrow_ ? width_ - 16 : left_ - 24);
    double const dots = static_cast<double>(std::max<std::size_t>(row.dots.size(), 1)) * dot_height;
    double const words = static_cast<double>(label.size()) * line_height;
    double const height = narrow_ ? words + dots : std::max(words, dots);
    double text_y = narrow_ ? y_ : y_ + (height - words) / 2;
    for (std::string const& line : label) {
      text_y += line_height;
      body_ += svg_text(narrow_ ? 8 : left_ - 12, text_y - 3, line, narrow_ ? "start" : "end");
    }
    double y = narrow_ ? y_ + words : y_ + (height - dots) / 2;
    for (Dot const& dot : row.dots) {
      add(dot, row.label, y + dot_height / 2);
      y += dot_height;
    }
    y_ += height + 8;
    body_ += "\n";
  }

  void add(Dot const& dot, std::string const& label, double y) {
    std::string const words =
        fmt::format("{}, {}: {}, n {}", chart_.series[dot.series], label, dot.words, dot.e.n);
    body_ += fmt::format(
        "<g class=\"d s{} k{}\" tabindex=\"0\" role=\"img\" aria-label=\"{}\" data-tip=\"{}\" "
        "data-row=\"{}\" "
        "data-series=\"{}\"",
        dot.series % series_styles, dot.series, escaped(words), escaped(words), escaped(label),
        escaped(chart_.series[dot.series]));
    if (dot.e.n == 0) {
      body_ += '>';
      body_ += svg_text(left_ + 4, y + 4, dot.words, "start", "n");
      body_ += "</g>";
      return;
    }
    double const x = scale_(dot.e.value * chart_.factor);
    body_ += fmt::format(" data-value=\"{}\" data-n=\"{}\"", dot.e.value, dot.e.n);
    if (dot.e.has_interval)
      body_ += fmt::format(" data-low=\"{}\" data-high=\"{}\"", dot.e.ci.low, dot.e.ci.high);
    body_ += ">";
    if (chart_.bars) {
      double const zero = scale_(0);
      body_ += fmt::format("<rect class=\"b\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"9\"/>",
                           px(std::min(zero, x)), px(y - 4.5), px(std::max(std::abs(x - zero), 0.5)));
    }
    if (dot.e.has_interval)
      body_ +=
          svg_line(scale_(dot.e.ci.low * chart_.factor), y, scale_(dot.e.ci.high * chart_.factor), y, "w");
    // A dot without an interval is hollow: it says nothing about chance.
    body_ += dot.e.has_interval ? svg_mark(x, y, dot.series)
                                : "<g class=\"hollow\">" + svg_mark(x, y, dot.series) + "</g>";
    body_ += "</g>";
  }

  DotChart const& chart_;
  bool narrow_;
  double width_, left_;
  Scale scale_;
  double y_{10};
  std::string body_;
};

std::string digits(bool exists, double value) { return exists ? fmt::format("{}", value) : ""; }

}  // namespace

std::string svg_of(DotChart const& chart, bool narrow, std::string const& title) {
  return Drawing{chart, narrow}.draw(title);
}

Chart finished(DotChart const& chart, std::string id, std::string title, std::string about) {
  Chart c;
  c.id = std::move(id);
  c.about = std::move(about);
  c.wide = svg_of(chart, false, title);
  c.narrow = svg_of(chart, true, title);
  c.title = std::move(title);
  c.series = chart.series;
  c.drawn.assign(chart.series.size(), false);
  bool const hollow = std::any_of(chart.rows.begin(), chart.rows.end(), [](DotRow const& row) {
    return std::any_of(row.dots.begin(), row.dots.end(),
                       [](Dot const& d) { return d.e.n > 0 && !d.e.has_interval; });
  });
  if (hollow) c.about += " Pale marks rest on one replication and have no interval.";
  c.columns = {"row", "design", chart.axis, "n"};
  c.data_columns = {"row", "design", "value", "low", "high", "n"};
  for (DotRow const& row : chart.rows) {
    for (Dot const& dot : row.dots) {
      c.drawn[dot.series] = true;
      c.rows.push_back({row.label, chart.series[dot.series], dot.words, std::to_string(dot.e.n)});
      c.data.push_back({row.label, chart.series[dot.series], digits(dot.e.n > 0, dot.e.value),
                        digits(dot.e.has_interval, dot.e.ci.low), digits(dot.e.has_interval, dot.e.ci.high),
                        std::to_string(dot.e.n)});
    }
  }
  return c;
}

}  // namespace ceaseline::report
