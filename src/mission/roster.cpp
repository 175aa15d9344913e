#include "roster.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

/// Splits `total` by weight, largest remainders first, earlier ones first among equals.
std::vector<int> apportion(int total, std::vector<double> const& weights) {
  double sum = 0;
  for (double const w : weights) sum += w;
  std::vector<int> parts(weights.size(), 0);
  std::vector<std::size_t> order;
  std::vector<double> rest(weights.size());
  int given = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double const exact = sum > 0 ? total * weights[i] / sum : 0;
    parts[i] = static_cast<int>(exact);
    rest[i] = exact - parts[i];
    given += parts[i];
    order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rest[a] > rest[b] + 1e-12; });
  for (std::size_t n = 0; given < total && n < order.size(); ++n, ++given) ++parts[order[n]];
  return parts;
}

void add_teams(std::vector<Team>& out, Base const& base, std::size_t base_index, int count, bool night) {
  double const width = base.sector.length().metres() / std::max(1, count);
  for (int i = 0; i < count; ++i) {
    Team t;
    t.id = base.id + (night ? "-night-" : "-day-") + std::to_string(i + 1);
    t.side = base.side;
    t.base = static_cast<std::int32_t>(base_index);
    t.night = night;
    t.lane = {base.sector.from + Length::metres(i * width),
              base.sector.from + Length::metres((i + 1) * width)};
    out.push_back(std::move(t));
  }
}

}  // namespace

Shifts shifts(Numbers const& n, Hours const& h) {
  Shifts s;
  if (n.people_per_patrol <= 0) return s;
  // A patrol goes out with its protection or not at all. The small term undoes binary fractions such as 0.6.
  int total = static_cast<int>(n.on_books * n.in_field / n.people_per_patrol + 1e-9);
  if (n.protection_per_patrol > 0) {
    total = std::min(total,
                     static_cast<int>(n.protection_on_books * n.in_field / n.protection_per_patrol + 1e-9));
  }
  int const a = static_cast<int>(std::ceil(total * n.side_a_share - 1e-9));
  int const night = static_cast<int>(total * h.night_share + 1e-9);
  int const night_a = total > 0 ? static_cast<int>(std::lround(static_cast<double>(night) * a / total)) : 0;
  s.night[0] = night_a;
  s.night[1] = night - night_a;
  s.day[0] = a - night_a;
  s.day[1] = total - a - s.night[1];
  return s;
}

std::vector<Team> teams_from_numbers(Shifts const& s, std::vector<Base> const& bases) {
  std::vector<Team> teams;
  for (Side const side : {Side::A, Side::B}) {
    std::vector<double> weights;
    for (Base const& b : bases) weights.push_back(b.side == side ? b.sector.length().metres() : 0.0);
    if (std::none_of(bases.begin(), bases.end(), [&](Base const& b) { return b.side == side; })) continue;
    auto const by_day = apportion(s.day[static_cast<int>(side)], weights);
    auto const by_night = apportion(s.night[static_cast<int>(side)], weights);
    for (std::size_t i = 0; i < bases.size(); ++i) {
      if (bases[i].side != side) continue;
      add_teams(teams, bases[i], i, by_day[i], false);
      add_teams(teams, bases[i], i, by_night[i], true);
    }
  }
  return teams;
}

std::vector<Span> planned_routes(Team const& team, Base const* base, DesignSpec const& design,
                                 World const& world) {
  if (team.always_out) return {Span{SimTime{}, world.end()}};
  std::vector<Span> routes;
  double const middle = 0.5 * (team.lane.from.metres() + team.lane.to.metres());
  double const off = std::abs(std::abs(base->at.depth.metres()) - world.lane_depth(team.side).metres());
  double const road = off * design.driving.detour / design.driving.transit_speed.metres_per_second();
  Duration const journey = seconds_to_duration(road);
  Duration const leave_at = team.night ? design.hours.night_start : design.hours.day_start;
  bool const by_daylight = !team.night && !design.rules.drives_after_dusk;
  Spans const& light = world.daylight().days(middle);

  std::size_t sunny = 0;
  for (SimTime midnight{-world.local_start_of_day()}; midnight < world.end(); midnight += one_day) {
    Span out{midnight + leave_at, midnight + leave_at + design.hours.route};
    if (by_daylight) {
      auto const& days = light.list();
      while (sunny < days.size() && days[sunny].to <= out.from) ++sunny;
      if (sunny == days.size()) break;
      out = {std::max(out.from, days[sunny].from), std::min(out.to, days[sunny].to)};
    }
    out = {std::max(out.from + journey, SimTime{}), std::min(out.to - journey, world.end())};
    if (out.from < out.to) routes.push_back(out);
  }
  return routes;
}

std::vector<Span> planned_sorties(AircraftSpec const& spec, Team const& team, int turn, Length way,
                                  World const& world) {
  std::vector<Span> sorties;
  Duration const transit = seconds_to_duration(way.metres() / spec.speed.metres_per_second());
  Duration const cycle = spec.endurance + spec.turnaround;
  if (2 * transit >= spec.endurance) return sorties;
  double const middle = 0.5 * (team.lane.from.metres() + team.lane.to.metres());
  SimTime take_off{cycle * turn / std::max(1, spec.fleet)};
  Duration const start_of_day = world.local_start_of_day();
  auto const& days = world.daylight().days(middle).list();
  std::size_t sunny = 0;
  std::int64_t day = 0;
  int flown = 0;
  for (; take_off < world.end(); take_off += cycle) {
    std::int64_t const today = (take_off.time_since_epoch() + start_of_day) / one_day;
    if (today != day) flown = 0;
    day = today;
    while (sunny < days.size() && days[sunny].to <= take_off) ++sunny;
    bool const lit = sunny < days.size() && days[sunny].from <= take_off;
    // The last turn before the next instant at which it may go again; the loop adds one.
    auto const skip_to = [&](SimTime when) {
      if (when > take_off) take_off += cycle * ((when - take_off - Duration{1}) / cycle);
    };
    if (!(lit ? spec.by_day : spec.by_night)) {
      bool const any_more = sunny < days.size();
      skip_to(!any_more ? world.end() : lit ? days[sunny].to : days[sunny].from);
      continue;
    }
    if (spec.flights_per_day > 0 && flown >= spec.flights_per_day) {
      skip_to(SimTime{(today + 1) * one_day - start_of_day});
      continue;
    }
    ++flown;
    Span over{take_off + transit, std::min(take_off + spec.endurance - transit, world.end())};
    if (over.from >= over.to) continue;
    // One that flies by day alone is back by dusk.
    if (!spec.by_night) over.to = std::min(over.to, days[sunny].to);
    if (over.from < over.to) sorties.push_back(over);
  }
  return sorties;
}

}  // namespace ceaseline
