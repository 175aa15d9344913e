#include "ceaseline/mission/reach_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "ceaseline/mission/mission.hpp"

namespace ceaseline {
namespace {

constexpr double sample = 250;       // m between points that stand for a bin
constexpr double lane_sample = 500;  // m between points that stand for a lane

/// The deepest place an act of this kind can come from, m.
double deepest(World const& world, std::size_t kind) {
  double most = 4 * world.kinds()[kind].depth.metres();
  for (ReplaySpec const& r : world.spec().violations.incidents) {
    if (r.kind == world.kinds()[kind].id) most = std::max(most, r.depth.metres());
  }
  return most;
}

struct Circle {
  Point centre;
  double radius;
};

/// A circle that holds all points; not the smallest.
Circle circle_round(std::vector<Point> const& points) {
  Circle c{{0, 0}, 0};
  for (Point const& p : points) {
    c.centre.x += p.x / static_cast<double>(points.size());
    c.centre.y += p.y / static_cast<double>(points.size());
  }
  for (Point const& p : points) c.radius = std::max(c.radius, distance(c.centre, p).metres());
  return c;
}

/// Least distance between two sets of points. A stand that the circle round the others keeps farther off than
/// what is found already is passed over.
double nearest_between(std::vector<Point> const& stands, std::vector<Point> const& points,
                       Circle const& round) {
  double nearest = 1e150;
  for (Point const& p : stands) {
    double const limit = nearest + round.radius;
    if (squared_distance(p, round.centre) > limit * limit) continue;
    for (Point const& q : points) {
      double const d2 = squared_distance(p, q);
      if (d2 < nearest * nearest) nearest = std::sqrt(d2);
    }
  }
  return nearest;
}

/// Where a sensor can be, and how near that comes to each bin: worked out once for all sensors of one lane.
struct Stands {
  std::vector<Point> points;
  Circle around;
  std::vector<double> nearest;  ///< by bin; negative when not asked for yet
};

std::vector<Point> stands_at(World const& world, Mounted const& m, std::vector<Team> const& teams) {
  if (m.team < 0) return {m.place};
  Team const& team = teams[static_cast<std::size_t>(m.team)];
  Lane const& lane = team.track ? *team.track : world.lane(team.side);
  double const from = team.lane.from.metres();
  double const to = team.lane.to.metres();
  auto const n = static_cast<int>(std::ceil((to - from) / lane_sample)) + 1;
  std::vector<Point> points;
  for (int i = 0; i <= n; ++i) points.push_back(lane.at(from + (to - from) * i / n));
  return points;
}

/// What decides where a sensor can be: a lane and a stretch of it, or a place.
using Address = std::tuple<void const*, double, double>;

Address address_of(World const& world, Mounted const& m, std::vector<Team> const& teams) {
  if (m.team < 0) return {nullptr, m.place.x, m.place.y};
  Team const& team = teams[static_cast<std::size_t>(m.team)];
  Lane const& lane = team.track ? *team.track : world.lane(team.side);
  return {&lane, team.lane.from.metres(), team.lane.to.metres()};
}

}  // namespace

ReachIndex::ReachIndex(World const& world, std::vector<Mounted> const& sensors,
                       std::vector<Team> const& teams, std::vector<DetectionTable> const& tables) {
  double const length = world.line().length().metres();
  bins_ = static_cast<std::size_t>(std::max(1.0, std::ceil(length / bin_length)));
  std::size_t const kinds = world.kinds().size();

  std::vector<std::vector<Point>> bin_points(bins_);
  for (double c = 0; c < length + sample; c += sample) {
    double const at = std::min(c, length);
    Point const p = world.line().at(Length::metres(at));
    // A point on the border of two bins stands for both.
    bin_points[std::min(bins_ - 1, static_cast<std::size_t>(at / bin_length))].push_back(p);
    if (at > 0) bin_points[std::min(bins_ - 1, static_cast<std::size_t>((at - 1) / bin_length))].push_back(p);
  }

  std::vector<double> depths;
  for (std::size_t k = 0; k < kinds; ++k) depths.push_back(deepest(world, k));

  std::vector<Circle> bin_circles;
  for (auto const& points : bin_points) bin_circles.push_back(circle_round(points));

  // Nearest distance of each sensor to each bin, then one comparison per kind.
  std::vector<std::vector<std::uint32_t>> lists(kinds * 2 * bins_);
  std::map<Address, Stands> known;
  for (std::uint32_t s = 0; s < sensors.size(); ++s) {
    Stands& stands = known[address_of(world, sensors[s], teams)];
    if (stands.points.empty()) {
      stands.points = stands_at(world, sensors[s], teams);
      stands.around = circle_round(stands.points);
      stands.nearest.assign(bins_, -1);
    }
    double const margin = sample / 2 + (sensors[s].team < 0 ? 0 : lane_sample / 2);
    std::vector<double> limits;
    for (std::size_t k = 0; k < kinds; ++k) {
      for (Light const light : {Light::Day, Light::Night}) {
        double const reach = tables[sensors[s].table].reach(k, light);
        limits.push_back(reach < 0 ? -1.0 : reach + depths[k] + margin);
      }
    }
    double const farthest = *std::max_element(limits.begin(), limits.end());
    for (std::size_t b = 0; b < bins_; ++b) {
      double const at_least =
          distance(stands.around.centre, bin_circles[b].centre).metres() - stands.around.radius -
          bin_circles[b].radius;
      if (at_least > farthest) continue;
      double& nearest = stands.nearest[b];
      if (nearest < 0) nearest = nearest_between(stands.points, bin_points[b], bin_circles[b]);
      for (std::size_t k = 0; k < limits.size(); ++k) {
        if (nearest <= limits[k]) lists[k * bins_ + b].push_back(s);
      }
    }
  }
  begin_.push_back(0);
  for (auto const& list : lists) {
    entries_.insert(entries_.end(), list.begin(), list.end());
    begin_.push_back(static_cast<std::uint32_t>(entries_.size()));
  }
}

}  // namespace ceaseline
