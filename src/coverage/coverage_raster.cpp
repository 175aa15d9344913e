#include "ceaseline/coverage/coverage_raster.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/coverage/spells.hpp"
#include "course_spells.hpp"

namespace ceaseline {
namespace {

constexpr double hour = 3.6e6;
constexpr std::size_t hours_a_day = 24;

/// Time in which any of the assets covers the place, ascending and apart.
std::vector<Spell> together(std::vector<AssetSpells> const& assets) {
  std::vector<Spell> all;
  for (AssetSpells const& a : assets) all = joined(all, a.spells);
  return all;
}

}  // namespace

CoverageRaster coverage_raster(World const& world, Mission const& mission, Presence const& presence,
                               std::size_t kind, Channel channel) {
  CoverageSpec const& spec = world.spec().coverage;
  SpellSolver solver(world, mission, presence, kind, spec.threshold,
                     static_cast<double>(spec.lasting.count()));
  auto const days = static_cast<std::size_t>(world.days());
  auto const midnight = static_cast<double>(world.local_start_of_day().count());
  double const end = solver.end();
  CoverageRaster raster{static_cast<std::size_t>(world.segments()), {}, {}};
  raster.by_hour.assign(hours_a_day * raster.columns, 0);
  raster.by_day.assign(days * raster.columns, 0);
  // Each hour of the period is shared out over its hour of the local day and its day.
  std::vector<double> asked_hour(hours_a_day, 0);
  std::vector<double> asked_day(days, 0);
  auto const each_part = [&](Spell const& s, auto const& add) {
    for (double from = s.from; from < std::min(s.to, end);) {
      double const local = from + midnight;
      double const next = (std::floor(local / hour) + 1) * hour - midnight;
      double const tomorrow = (std::floor(from / (24 * hour)) + 1) * 24 * hour;
      double const to = std::min({s.to, end, next, tomorrow});
      auto const of_day = static_cast<std::size_t>(std::floor(local / hour)) % hours_a_day;
      auto const day = std::min(days - 1, static_cast<std::size_t>(from / (24 * hour)));
      add(of_day, day, to - from);
      from = to;
    }
  };
  each_part({0, end}, [&](std::size_t h, std::size_t d, double time) {
    asked_hour[h] += time;
    asked_day[d] += time;
  });
  PlaceSpells found;
  double const segment = world.spec().segment.metres();
  double const length = world.line().length().metres();
  for (std::size_t c = 0; c < raster.columns; ++c) {
    double const from = static_cast<double>(c) * segment;
    double const middle = 0.5 * (from + std::min(length, from + segment));
    solver.solve(world.line().at(Length::metres(middle)), middle, false, found);
    for (Spell const& s : together(found.channel[static_cast<std::size_t>(channel)])) {
      each_part(s, [&](std::size_t h, std::size_t d, double time) {
        raster.by_hour[h * raster.columns + c] += time / asked_hour[h];
        raster.by_day[d * raster.columns + c] += time / asked_day[d];
      });
    }
  }
  return raster;
}

}  // namespace ceaseline
