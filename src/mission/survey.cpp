#include "ceaseline/mission/survey.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/mission/mission.hpp"
#include "roster.hpp"

namespace ceaseline {
namespace {

constexpr double sample = 250;       // m between points that stand for a bin
constexpr double lane_sample = 500;  // m between points that stand for a lane

/// A circle that holds all points; not the smallest.
Survey::Circle circle_round(std::vector<Point> const& points) {
  Survey::Circle c{{0, 0}, 0};
  for (Point const& p : points) {
    c.centre.x += p.x / static_cast<double>(points.size());
    c.centre.y += p.y / static_cast<double>(points.size());
  }
  for (Point const& p : points) c.radius = std::max(c.radius, distance(c.centre, p).metres());
  return c;
}

std::vector<Point> points_along(Lane const& lane, Stretch const& stretch) {
  double const from = stretch.from.metres();
  double const to = stretch.to.metres();
  auto const n = static_cast<int>(std::ceil((to - from) / lane_sample)) + 1;
  std::vector<Point> points;
  for (int i = 0; i <= n; ++i) points.push_back(lane.at(from + (to - from) * i / n));
  return points;
}

}  // namespace

Survey::Survey(Line const& line) : line_{line} {
  double const length = line.length().metres();
  auto const bins = static_cast<std::size_t>(std::max(1.0, std::ceil(length / bin_length)));
  bin_points_.resize(bins);
  for (double c = 0; c < length + sample; c += sample) {
    double const at = std::min(c, length);
    Point const p = line.at(Length::metres(at));
    // A point on the border of two bins stands for both.
    bin_points_[std::min(bins - 1, static_cast<std::size_t>(at / bin_length))].push_back(p);
    if (at > 0) bin_points_[std::min(bins - 1, static_cast<std::size_t>((at - 1) / bin_length))].push_back(p);
  }
  for (auto const& points : bin_points_) bin_circles_.push_back(circle_round(points));
}

std::shared_ptr<Lane const> Survey::track(Side side, Length depth) {
  for (auto const& [key, lane] : tracks_) {
    if (key.first == side && key.second == depth) return lane;
  }
  tracks_.push_back({{side, depth}, std::make_shared<Lane const>(line_, side, depth)});
  return tracks_.back().second;
}

DetectionTable const& Survey::table(std::shared_ptr<Sensor const> const& sensor, World const& world) {
  bool const towns = !world.spec().towns.empty();
  for (Tabulated const& t : tables_) {
    bool const same = t.sensor == sensor && t.towns == towns && t.sensing == world.spec().sensing &&
                      t.weather == world.weather_states() && t.kinds == world.kinds();
    if (same) return t.table;
  }
  tables_.push_back({sensor, world.kinds(), world.weather_states(), world.spec().sensing, towns,
                     DetectionTable{*sensor, world}});
  return tables_.back().table;
}

std::vector<Span> const& Survey::sorties(AircraftSpec const& spec, Team const& team, int turn, Length way,
                                         World const& world) {
  PeriodSpec const& period = world.spec().period;
  Flights const key{0.5 * (team.lane.from.metres() + team.lane.to.metres()),
                    period.start,
                    period.length,
                    period.local_time,
                    seconds_to_duration(way.metres() / spec.speed.metres_per_second()),
                    spec.endurance,
                    spec.turnaround,
                    turn,
                    spec.fleet,
                    spec.flights_per_day,
                    spec.by_day,
                    spec.by_night};
  auto const known = sorties_.find(key);
  if (known != sorties_.end()) return known->second;
  return sorties_.emplace(key, planned_sorties(spec, team, turn, way, world)).first->second;
}

Survey::Stands& Survey::stands(World const& world, Mounted const& sensor, std::vector<Team> const& teams) {
  constexpr int place = 2;
  constexpr int track = 3;
  Address address{place, 0, nullptr, sensor.place.x, sensor.place.y};
  Lane const* lane = nullptr;
  Stretch stretch{};
  if (sensor.team >= 0) {
    Team const& team = teams[static_cast<std::size_t>(sensor.team)];
    stretch = team.lane;
    lane = team.track ? team.track.get() : &world.lane(team.side);
    double const from = stretch.from.metres();
    double const to = stretch.to.metres();
    address = team.track ? Address{track, 0, lane, from, to}
                         : Address{static_cast<int>(team.side), world.lane_depth(team.side).metres(), nullptr,
                                   from, to};
  }
  Stands& stands = stands_[address];
  if (!stands.points.empty()) return stands;
  stands.points = lane == nullptr ? std::vector<Point>{sensor.place} : points_along(*lane, stretch);
  stands.around = circle_round(stands.points);
  for (Circle const& round : bin_circles_) {
    double const apart = distance(stands.around.centre, round.centre).metres();
    stands.at_least.push_back(apart - stands.around.radius - round.radius);
  }
  stands.nearest.assign(bins(), -1);
  return stands;
}

/// What an index was made of, and the index.
struct Survey::Reach {
  std::vector<ReachIndex::Asked> asked;
  ReachIndex index;
};

std::shared_ptr<ReachIndex const> Survey::reach(World const& world, std::vector<Mounted> const& sensors,
                                                std::vector<Team> const& teams,
                                                std::vector<DetectionTable> const& tables) {
  auto asked = ReachIndex::ask(world, sensors, teams, tables, *this);
  auto const found =
      std::find_if(reaches_.begin(), reaches_.end(), [&](auto const& r) { return r->asked == asked; });
  if (found != reaches_.end()) return {*found, &(*found)->index};
  ReachIndex index(asked, world.kinds().size(), *this);
  reaches_.push_back(std::make_shared<Reach const>(Reach{std::move(asked), std::move(index)}));
  return {reaches_.back(), &reaches_.back()->index};
}

double Survey::nearest(Stands& stands, std::size_t bin) const {
  if (stands.nearest[bin] >= 0) return stands.nearest[bin];
  Circle const& round = bin_circles_[bin];
  double nearest = 1e150;
  double limit_squared = nearest;
  auto const look = [&](std::size_t i) {
    Point const p = stands.points[i];
    // A stand that the circle round the bin keeps farther off than what is found already is passed over.
    if (squared_distance(p, round.centre) > limit_squared) return;
    for (Point const& q : bin_points_[bin]) {
      double const d2 = squared_distance(p, q);
      if (d2 >= nearest * nearest) continue;
      nearest = std::sqrt(d2);
      stands.likely = i;
    }
    limit_squared = (nearest + round.radius) * (nearest + round.radius);
  };
  look(stands.likely);
  for (std::size_t i = 0; i < stands.points.size(); ++i) look(i);
  return stands.nearest[bin] = nearest;
}

double Survey::margin(Mounted const& sensor) { return sample / 2 + (sensor.team < 0 ? 0 : lane_sample / 2); }

}  // namespace ceaseline
