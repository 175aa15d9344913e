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

/// Shares the time of spells out over the hours of the local day and the days of the period.
class HoursAndDays {
 public:
  explicit HoursAndDays(World const& world, double end)
      : midnight_{static_cast<double>(world.local_start_of_day().count())},
        end_{end},
        asked_hour_(hours_a_day, 0),
        asked_day_(static_cast<std::size_t>(world.days()), 0) {
    each_part({0, end}, [&](std::size_t h, std::size_t d, double time) {
      asked_hour_[h] += time;
      asked_day_[d] += time;
    });
  }

  [[nodiscard]] std::size_t days() const { return asked_day_.size(); }

  void add(std::vector<Spell> const& spells, std::size_t column, std::size_t columns,
           CoverageRaster::OfChannel& to) const {
    for (Spell const& s : spells) {
      each_part(s, [&](std::size_t h, std::size_t d, double time) {
        to.by_hour[h * columns + column] += time / asked_hour_[h];
        to.by_day[d * columns + column] += time / asked_day_[d];
      });
    }
  }

 private:
  template <class Add>
  void each_part(Spell const& s, Add const& add) const {
    for (double from = s.from; from < std::min(s.to, end_);) {
      double const local = from + midnight_;
      double const next = (std::floor(local / hour) + 1) * hour - midnight_;
      double const tomorrow = (std::floor(from / (24 * hour)) + 1) * 24 * hour;
      double const to = std::min({s.to, end_, next, tomorrow});
      auto const of_day = static_cast<std::size_t>(std::floor(local / hour)) % hours_a_day;
      add(of_day, std::min(days() - 1, static_cast<std::size_t>(from / (24 * hour))), to - from);
      from = to;
    }
  }

  double midnight_, end_;
  std::vector<double> asked_hour_, asked_day_;
};

}  // namespace

CoverageRaster coverage_raster(World const& world, Mission const& mission, Presence const& presence,
                               std::size_t kind) {
  CoverageSpec const& spec = world.spec().coverage;
  SpellSolver solver(world, mission, presence, kind, spec.threshold,
                     static_cast<double>(spec.lasting.count()));
  HoursAndDays const cells(world, solver.end());
  CoverageRaster raster{static_cast<std::size_t>(world.segments()), {}, {}};
  for (CoverageRaster::OfChannel& c : raster.channel) {
    c.by_hour.assign(hours_a_day * raster.columns, 0);
    c.by_day.assign(cells.days() * raster.columns, 0);
  }
  PlaceSpells found;
  double const segment = world.spec().segment.metres();
  double const length = world.line().length().metres();
  SimTime const end = at_ms(static_cast<std::int64_t>(solver.end()));
  for (std::size_t column = 0; column < raster.columns; ++column) {
    double const from = static_cast<double>(column) * segment;
    double const middle = 0.5 * (from + std::min(length, from + segment));
    Spans const& days = world.daylight().days(middle);
    double const by_day = hours(days.within({SimTime{}, end}).total());
    raster.hours.push_back({by_day, solver.end() / hour - by_day});
    solver.solve(world.line().at(Length::metres(middle)), middle, false, found);
    for (std::size_t c = 0; c < raster.channel.size(); ++c) {
      auto const& assets = found.channel[c];
      cells.add(together(assets), column, raster.columns, raster.channel[c]);
      raster.channel[c].places.push_back(place_figures(assets, found.end, found.fold, &days));
    }
  }
  return raster;
}

}  // namespace ceaseline
