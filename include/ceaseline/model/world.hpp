#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <vector>

#include "ceaseline/base/spans.hpp"
#include "ceaseline/geo/lane.hpp"
#include "ceaseline/geo/line.hpp"
#include "ceaseline/geo/sun.hpp"
#include "ceaseline/geo/terrain.hpp"
#include "ceaseline/model/world_spec.hpp"

namespace ceaseline {

/// Light at stations along the line, at most 50 km of chainage apart.
class Daylight {
 public:
  Daylight() = default;
  Daylight(Line const& line, PeriodSpec const& period);
  /// \param chainage m
  [[nodiscard]] Light at(double chainage, SimTime t) const {
    Station const& s = stations_[station(chainage)];
    auto const day = static_cast<std::size_t>(std::max<std::int64_t>(0, ms_of(t)) / one_day.count());
    auto const& spans = s.days.list();
    std::size_t i = s.first_of_day[std::min(day, s.first_of_day.size() - 1)];
    while (i < spans.size() && spans[i].to <= t) ++i;
    return i < spans.size() && spans[i].from <= t ? Light::Day : Light::Night;
  }
  [[nodiscard]] Spans const& days(double chainage) const { return stations_[station(chainage)].days; }
  [[nodiscard]] std::size_t stations() const { return stations_.size(); }
  /// Middle of a station, m of chainage.
  [[nodiscard]] double middle(std::size_t station) const {
    return (static_cast<double>(station) + 0.5) * spacing_;
  }
  [[nodiscard]] std::size_t station(double chainage) const {
    double const i = chainage * per_metre_;
    return i > 0 ? std::min(static_cast<std::size_t>(i), stations_.size() - 1) : 0;
  }

 private:
  struct Station {
    Spans days;
    std::vector<std::uint32_t> first_of_day;  ///< first span that ends after the start of each 24 h
  };
  std::vector<Station> stations_;
  double spacing_{1}, per_metre_{1};
};

/// A season of the weather chain, ready to draw from.
struct WeatherSeason {
  int first_month{1};
  double persistence{0};
  std::vector<std::uint8_t> states;  ///< in the order of their ids
  std::vector<double> cumulative;    ///< shares of the time
};

/// What the sky is like: what all sensors at one place and time have in common.
struct Sky {
  Light light{Light::Day};
  bool moonless{false};     ///< by night
  std::uint8_t weather{0};  ///< index into World::weather_states()
  friend bool operator==(Sky const& a, Sky const& b) {
    return a.light == b.light && a.moonless == b.moonless && a.weather == b.weather;
  }
};

/// Everything the mission cannot choose, ready to run: shared by all threads, never written.
class World {
 public:
  /// \throws InputError when the parts contradict each other (a region outside the line, shares above 1, no
  /// kind)
  World(WorldSpec spec, Line line, std::shared_ptr<Terrain const> terrain = nullptr);

  /// The same line with another spec. Lanes, daylight and moonlight are taken over where the spec leaves them
  /// as they are: working them out is most of what a world costs. \throws InputError as the constructor does
  [[nodiscard]] std::shared_ptr<World const> changed(WorldSpec spec,
                                                     std::shared_ptr<Terrain const> terrain) const {
    return std::shared_ptr<World const>(new World(std::move(spec), line_, std::move(terrain), this));
  }

  [[nodiscard]] WorldSpec const& spec() const { return spec_; }
  [[nodiscard]] Line const& line() const { return line_; }
  [[nodiscard]] Lane const& lane(Side s) const { return s == Side::A ? lane_a_ : lane_b_; }
  [[nodiscard]] Length lane_depth(Side s) const {
    return s == Side::A ? spec_.lane_depth_a : spec_.lane_depth_b;
  }
  [[nodiscard]] AccessSpec const& access(Side s) const {
    return s == Side::A ? spec_.access_a : spec_.access_b;
  }
  [[nodiscard]] std::vector<ViolationKind> const& kinds() const { return spec_.violations.kinds; }
  [[nodiscard]] std::size_t reference_kind() const { return reference_kind_; }
  /// Kinds that coverage is judged for: the reference kind, then the further ones.
  [[nodiscard]] std::vector<std::size_t> coverage_kinds() const;
  [[nodiscard]] Daylight const& daylight() const { return daylight_; }
  [[nodiscard]] Light light(double chainage, SimTime t) const { return daylight_.at(chainage, t); }
  /// By night without a moon that lights the ground; by day always false.
  [[nodiscard]] bool moonless(double chainage, SimTime t) const;
  /// When the moon lights the ground at a chainage (m); empty when no distance depends on it.
  [[nodiscard]] Spans const& moonlight(double chainage) const;
  /// Never empty: without a spec it is always clear and calm.
  [[nodiscard]] std::vector<WeatherState> const& weather_states() const { return weather_states_; }
  /// Index of the state in which one sees and hears farthest.
  [[nodiscard]] std::uint8_t clearest_weather() const;
  /// By the month in UTC. \pre the weather has a season
  [[nodiscard]] WeatherSeason const& season_at(SimTime t) const;
  /// Ground, or nullptr where it is flat.
  [[nodiscard]] Terrain const* terrain() const { return terrain_.get(); }
  [[nodiscard]] std::shared_ptr<Terrain const> const& ground() const { return terrain_; }
  [[nodiscard]] bool in_town(Point place) const { return !towns_.empty() && in_some_town(place); }
  [[nodiscard]] SimTime end() const { return SimTime{spec_.period.length}; }
  [[nodiscard]] int days() const;
  [[nodiscard]] int segments() const;
  /// \param chainage m, clamped to the line
  [[nodiscard]] int segment_of(double chainage) const;
  /// Local time of day at the start of the period.
  [[nodiscard]] Duration local_start_of_day() const;

 private:
  /// \param like  a world of the same line, or nullptr
  World(WorldSpec spec, Line line, std::shared_ptr<Terrain const> terrain, World const* like);
  [[nodiscard]] Lane lane_like(World const* like, Side side) const;
  [[nodiscard]] Daylight daylight_like(World const* like) const;
  void find_moonlight(World const* like);
  [[nodiscard]] bool in_some_town(Point place) const;

  WorldSpec spec_;
  Line line_;
  Lane lane_a_, lane_b_;
  Daylight daylight_;
  std::vector<WeatherState> weather_states_;
  std::vector<WeatherSeason> seasons_;
  std::vector<Spans> moonlight_;  ///< by station of daylight; empty when no distance depends on the moon
  struct Town {
    Point middle;
    double radius_squared;
  };
  std::vector<Town> towns_;  ///< from west to east
  double largest_town_{0};   ///< no radius is as large, m
  std::shared_ptr<Terrain const> terrain_;
  std::size_t reference_kind_{0};
};

}  // namespace ceaseline
