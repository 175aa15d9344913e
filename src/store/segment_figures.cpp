#include <algorithm>
#include <cmath>
#include <limits>

#include "ceaseline/store/planned_coverage.hpp"
#include "csv.hpp"

namespace ceaseline {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

double ratio(double part, double whole) { return whole > 0 ? part / whole : none; }

SegmentFigures figures_of(PlaceFigures const& p, std::array<double, 2> const& by_light) {
  using P = PlaceFigures;
  double const all = by_light[0] + by_light[1];
  double const average = (p[P::GapSquares] + p[P::CutGapSquares]) / all;
  double const corrected = ratio(p[P::GapSquares], p[P::GapHours]) * (1 - p.covered() / all);
  SegmentFigures f{};
  f.share = p.covered() / all;
  f.share_day = ratio(p[P::Day], by_light[0]);
  f.share_night = ratio(p[P::Night], by_light[1]);
  f.two_assets = p[P::TwoAssets] / all;
  f.three_assets = p[P::ThreeAssets] / all;
  f.assets = p[P::AssetHours] / all;
  f.accesses = p[P::Accesses];
  f.mean_gap = ratio(p[P::GapHours], p[P::Gaps]);
  f.longest_gap = p.longest;
  f.time_average_gap = average;
  f.response_time = average / 2;
  f.time_average_gap_corrected = corrected;
  f.response_time_corrected = corrected / 2;
  return f;
}

}  // namespace

std::vector<SegmentFigures> segment_figures(CoverageRaster const& raster, Channel channel) {
  auto const& places = raster.channel[static_cast<std::size_t>(channel)].places;
  std::vector<SegmentFigures> all;
  for (std::size_t s = 0; s < places.size(); ++s) all.push_back(figures_of(places[s], raster.hours[s]));
  auto const less = [](SegmentFigures const& a, SegmentFigures const& b) { return a.share < b.share; };
  if (!all.empty()) std::min_element(all.begin(), all.end(), less)->worst = true;
  return all;
}

std::vector<SegmentFigure> const& segment_figure_list() {
  using F = SegmentFigures;
  static std::vector<SegmentFigure> const all{
      {"share", &F::share, "covered share of the period, by one asset or more"},
      {"share_day", &F::share_day, "the same of its days (sun above -0.833 degrees)"},
      {"share_night", &F::share_night, "the same of its nights"},
      {"two_assets", &F::two_assets, "share of the period covered by two assets or more at once"},
      {"three_assets", &F::three_assets, "the same by three or more"},
      {"assets", &F::assets, "mean number of assets that cover the place"},
      {"accesses", &F::accesses, "number of spells of being covered by anybody"},
      {"mean_gap_h", &F::mean_gap, "mean of gaps that the period does not cut, hours (revisit time)"},
      {"longest_gap_h", &F::longest_gap, "longest gap, cut by the period or not, hours"},
      {"time_average_gap_h", &F::time_average_gap,
       "sum of squared gaps over the period, hours; gaps that the period cuts are taken as it ends them "
       "(naive)"},
      {"response_time_h", &F::response_time,
       "half of the time-average gap, hours: mean wait until the place is covered next; the age of data too"},
      {"time_average_gap_corrected_h", &F::time_average_gap_corrected,
       "what the complete gaps say of all uncovered time, hours (corrected)"},
      {"response_time_corrected_h", &F::response_time_corrected, "half of that, hours"}};
  return all;
}

std::string coverage_figures_csv(Study const& study, std::vector<PlannedCoverage> const& planned) {
  World const& world = *study.cases.front().world;
  std::string text = "study,design,channel,segment,from_km,to_km";
  for (SegmentFigure const& f : segment_figure_list()) text += std::string{","} + f.name;
  text += ",worst\n";
  double const step = world.spec().segment.kilometres();
  for (PlannedCoverage const& p : planned) {
    for (Channel const channel : {Channel::Sound, Channel::Sight}) {
      auto const figures = segment_figures(p.raster, channel);
      for (std::size_t s = 0; s < figures.size(); ++s) {
        double const from = static_cast<double>(s) * step;
        std::string line = csv_line(study.spec.id, p.design, name(channel), s, from,
                                    std::min(from + step, world.line().length().kilometres()));
        line.pop_back();
        for (SegmentFigure const& f : segment_figure_list()) {
          double const value = figures[s].*f.value;
          line += ',';
          if (!std::isnan(value)) line += csv_field(std::round(value * 1e6) / 1e6);
        }
        text += line + (figures[s].worst ? ",1\n" : ",0\n");
      }
    }
  }
  return text;
}

}  // namespace ceaseline
