#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "drawn_designs.hpp"
#include "html.hpp"
#include "play.hpp"
#include "svg.hpp"

namespace ceaseline::report {
namespace {

constexpr double width = 760;

/// One drawing for all widths: it has few words.
std::string open_still(double height, std::string const& title) {
  std::string const both = svg_open(width, height, title, false);
  std::string const full = "chart full";
  std::string still = both;
  return still.replace(both.find(full), full.size(), "chart still");
}

/// Five steps of one hue: the more, the darker.
int shade(double share) { return static_cast<int>(std::lround(4 * std::clamp(share, 0.0, 1.0))); }
constexpr char const* shades[] = {"#d9e6f2", "#a6c8e0", "#6ba3cc", "#3176ad", "#08478a"};

}  // namespace

std::string static_map(ReportSource const& source) {
  World const& world = *source.study.cases.front().world;
  Line const& line = world.line();
  double west = 1e12, east = -1e12, south = 1e12, north = -1e12;
  auto const take = [&](Point p) {
    west = std::min(west, p.x);
    east = std::max(east, p.x);
    south = std::min(south, p.y);
    north = std::max(north, p.y);
  };
  for (Point const& p : line.vertices()) take(p);
  auto const& bases = source.study.cases.front().missions[source.view.baseline]->bases();
  for (Base const& b : bases) take(b.place);
  constexpr double edge = 30;
  double const scale = (width - 2 * edge) / std::max(east - west, 1.0);
  double const height = std::max(120.0, (north - south) * scale + 2 * edge);
  auto const x = [&](Point p) { return edge + (p.x - west) * scale; };
  auto const y = [&](Point p) { return height - edge - (p.y - south) * scale; };
  std::string out =
      svg_open(width, height, "Map of the line, coloured by the share of incidents detected", false);
  double const segment = world.spec().segment.metres();
  for (MetricResult const& r : source.comparison.cases.front().segments) {
    if (r.metric.id != "segment_incidents_detected") continue;
    Estimate const& e = r.estimates[source.view.baseline];
    double const from = segment * std::stod(r.metric.stratum.substr(8));
    std::string path;
    constexpr int pieces = 6;
    for (int i = 0; i <= pieces; ++i) {
      Point const p = line.at(Length::metres(from + segment * i / pieces));
      path += fmt::format("{}{},{}", i == 0 ? "M" : "L", px(x(p)), px(y(p)));
    }
    std::string const told =
        e.n == 0 ? "no incident" : fmt::format("{:.0f} % detected, n {}", 100 * e.value, e.n);
    out += fmt::format(
        "<path fill=\"none\" stroke=\"{}\" stroke-width=\"5\" d=\"{}\"><title>km {:.0f}: {}</title></path>",
        e.n == 0 ? "#999" : shades[shade(e.value)], path, from / 1000, told);
  }
  for (Base const& b : bases) {
    bool const at_edge = x(b.place) > width - 140;
    out += fmt::format("<rect class=\"z\" fill=\"#fff\" x=\"{}\" y=\"{}\" width=\"8\" height=\"8\"/>",
                       px(x(b.place) - 4), px(y(b.place) - 4)) +
           svg_text(x(b.place) + (at_edge ? -7 : 7), y(b.place) + 4, b.title.empty() ? b.id : b.title,
                    at_edge ? "end" : "start", "n");
  }
  return out + "</svg>";
}

std::string still_map_words(ReportSource const& source) {
  return fmt::format(
      "The line has the colour of the share of incidents that {} detected, in five steps from light (0) to "
      "dark "
      "(100 %); squares are its bases.",
      source.view.designs[source.view.baseline].id);
}

std::string static_hours(ComparisonView const& view, std::vector<PlannedCoverage> const& planned) {
  std::string out;
  DrawnDesigns const drawn{view};
  constexpr double row = 8;
  constexpr double top = 12;
  double const segment_km = view.segment_km;
  for (std::size_t s = 0; s < drawn.which.size(); ++s) {
    for (PlannedCoverage const& p : planned) {
      if (p.design != view.designs[drawn.which[s]].id) continue;
      std::vector<double> const& seen = p.raster.channel[static_cast<std::size_t>(Channel::Sight)].by_hour;
      double const column = (width - 60) / static_cast<double>(p.raster.columns);
      out += "<figure class=\"figure\"><figcaption><strong>" + escaped(drawn.names[s]) +
             "</strong></figcaption>" + open_still(24 * row + 44, "Planned coverage of " + drawn.names[s]);
      for (std::size_t h = 0; h < 24; ++h) {
        if (h % 6 == 0)
          out += svg_text(36, top + static_cast<double>(h) * row + 5, fmt::format("{:02}:00", h), "end", "n");
        for (std::size_t c = 0; c < p.raster.columns;) {
          int const level = shade(seen[h * p.raster.columns + c]);
          std::size_t end = c;
          while (end < p.raster.columns && shade(seen[h * p.raster.columns + end]) == level) ++end;
          out +=
              fmt::format("<rect fill=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>", shades[level],
                          px(40 + column * static_cast<double>(c)), px(top + static_cast<double>(h) * row),
                          px(column * static_cast<double>(end - c)), px(row));
          c = end;
        }
      }
      double const km = segment_km * static_cast<double>(p.raster.columns);
      for (double at = 0; at < km; at += 100)
        out += svg_text(40 + (width - 60) * at / km, top + 24 * row + 18, fmt::format("km {:.0f}", at),
                        "start", "n");
      out += "</svg></figure>\n";
    }
  }
  return out;
}

}  // namespace ceaseline::report
