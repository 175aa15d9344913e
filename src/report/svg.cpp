#include "svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "ceaseline/report/text_table.hpp"
#include "chart.hpp"
#include "html.hpp"

namespace ceaseline::report {
namespace {

constexpr double letter = 6.9;  ///< mean width of a letter at 13 px

/// 1, 2 or 5 times a power of ten, at least `step`.
double round_step(double step) {
  double const power = std::pow(10.0, std::floor(std::log10(step)));
  for (double const factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

}  // namespace

Scale::Scale(double low, double high, double from, double to, int steps) : Scale{from, to} {
  if (!(high > low)) {
    low -= 0.5;
    high = low + 1;
  }
  set(low, high, round_step((high - low) / steps));
}

Scale Scale::stepped(double low, double high, double from, double to, double step) {
  Scale scale{from, to};
  scale.set(low, high, step);
  return scale;
}

void Scale::set(double low, double high, double step) {
  auto const first = static_cast<long>(std::floor(low / step + 1e-9));
  auto const last = static_cast<long>(std::ceil(high / step - 1e-9));
  for (long i = first; i <= last; ++i) ticks_.push_back(static_cast<double>(i) * step);
  low_ = ticks_.front();
  high_ = ticks_.back();
  decimals_ = std::max(0, -static_cast<int>(std::floor(std::log10(step) + 1e-9)));
}

std::string Scale::text(double tick) const {
  std::string text = fmt::format("{:.{}f}", tick, decimals_);
  return text.find_first_not_of("-0.") == std::string::npos ? "0" : text;
}

std::string px(double coordinate) {
  std::string text = fmt::format("{:.1f}", coordinate);
  if (text.size() > 2 && text.compare(text.size() - 2, 2, ".0") == 0) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

std::string svg_open(double width, double height, std::string const& title, bool narrow) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {}\" viewBox=\"0 0 {} {}\" role=\"img\" "
      "aria-label=\"{}\">\n",
      narrow ? "narrow" : "full", px(width), px(height), escaped(title));
}

std::string svg_line(double x1, double y1, double x2, double y2, char const* style) {
  return fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>", style, px(x1), px(y1),
                     px(x2), px(y2));
}

std::string svg_text(double x, double y, std::string const& text, char const* anchor, char const* style) {
  return fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>", style, px(x), px(y),
                     anchor, escaped(text));
}

std::string svg_mark(double x, double y, std::size_t series) {
  auto const polygon = [&](std::vector<std::pair<double, double>> const& corners) {
    std::string points;
    for (auto const& [dx, dy] : corners)
      points += fmt::format("{}{},{}", points.empty() ? "" : " ", px(x + dx), px(y + dy));
    return fmt::format("<polygon class=\"m\" points=\"{}\"/>", points);
  };
  switch (series % series_styles) {
    case 0:
      return fmt::format("<circle class=\"m\" cx=\"{}\" cy=\"{}\" r=\"4.5\"/>", px(x), px(y));
    case 1:
      return polygon({{-4, -4}, {4, -4}, {4, 4}, {-4, 4}});
    case 2:
      return polygon({{0, -5.5}, {5, 4}, {-5, 4}});
    case 3:
      return polygon({{0, -6}, {6, 0}, {0, 6}, {-6, 0}});
    case 4:
      return polygon({{-5, -4}, {5, -4}, {0, 5.5}});
    default:
      return polygon({{-2, -5},
                      {2, -5},
                      {2, -2},
                      {5, -2},
                      {5, 2},
                      {2, 2},
                      {2, 5},
                      {-2, 5},
                      {-2, 2},
                      {-5, 2},
                      {-5, -2},
                      {-2, -2}});
  }
}

std::vector<std::string> in_lines(std::string const& text, double width) {
  return wrapped(text, static_cast<std::size_t>(std::max(width / letter, 8.0)));
}

}  // namespace ceaseline::report
