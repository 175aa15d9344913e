#include "ceaseline/model/world.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ceaseline/geo/moon.hpp"
#include "weather_seasons.hpp"
#include "world_checks.hpp"

namespace ceaseline {
namespace {

constexpr double rounding = 1e-3;  ///< m

}  // namespace

World::World(WorldSpec spec, Line line, std::shared_ptr<Terrain const> terrain)
    : World(std::move(spec), std::move(line), std::move(terrain), nullptr) {}

World::World(WorldSpec spec, Line line, std::shared_ptr<Terrain const> terrain, World const* like)
    : spec_{of_sane_size(std::move(spec), line.length())},
      line_{std::move(line)},
      lane_a_{lane_like(like, Side::A)},
      lane_b_{lane_like(like, Side::B)},
      daylight_{daylight_like(like)},
      terrain_{std::move(terrain)} {
  Complaints c;
  weather_states_ = ceaseline::weather_states(spec_.weather, c);
  seasons_ = weather_seasons(spec_.weather, weather_states_, c);
  check_violations(spec_, line_.length(), c);
  check_surroundings(spec_, line_.length(), c);
  c.raise();
  for (TownSpec const& t : spec_.towns) {
    Point const middle = line_.at(LinePlace{t.chainage, t.side == Side::A ? -t.depth : t.depth});
    towns_.push_back({middle, t.radius.metres() * t.radius.metres()});
    largest_town_ = std::max(largest_town_, t.radius.metres() + rounding);
  }
  std::sort(towns_.begin(), towns_.end(),
            [](Town const& a, Town const& b) { return a.middle.x < b.middle.x; });
  if (spec_.sensing.moonless_seeing < 1) find_moonlight(like);
  for (std::size_t i = 0; i < kinds().size(); ++i) {
    ViolationKind& kind = spec_.violations.kinds[i];
    if (kind.title.empty()) kind.title = kind.id;
    if (kind.id == spec_.reference_kind) reference_kind_ = i;
  }
}

Lane World::lane_like(World const* like, Side side) const {
  bool const same = like != nullptr && like->lane_depth(side) == lane_depth(side);
  return same ? like->lane(side) : Lane{line_, side, lane_depth(side)};
}

Daylight World::daylight_like(World const* like) const {
  bool const same = like != nullptr && like->spec_.period == spec_.period;
  return same ? like->daylight_ : Daylight{line_, spec_.period};
}

void World::find_moonlight(World const* like) {
  if (like != nullptr && like->spec_.period == spec_.period) moonlight_ = like->moonlight_;
  if (moonlight_.size() == daylight_.stations()) return;
  MoonOfPeriod const moon(spec_.period.start, spec_.period.length);
  for (std::size_t i = 0; i < daylight_.stations(); ++i) {
    Point const middle = line_.at(Length::metres(daylight_.middle(i)));
    moonlight_.push_back(ceaseline::moonlight(moon, line_.frame().to_geographic(middle)));
  }
}

std::vector<std::size_t> World::coverage_kinds() const {
  std::vector<std::size_t> all{reference_kind_};
  for (std::string const& id : spec_.coverage.kinds) {
    for (std::size_t k = 0; k < kinds().size(); ++k)
      if (kinds()[k].id == id && std::find(all.begin(), all.end(), k) == all.end()) all.push_back(k);
  }
  return all;
}

std::uint8_t World::clearest_weather() const {
  auto const sight = [](WeatherState const& s) {
    return s.visibility > Length{} ? s.visibility.metres() : 1e9;
  };
  auto const best = std::max_element(
      weather_states_.begin(), weather_states_.end(), [&](WeatherState const& a, WeatherState const& b) {
        return std::pair{sight(a), a.listening} < std::pair{sight(b), b.listening};
      });
  return static_cast<std::uint8_t>(best - weather_states_.begin());
}

bool World::moonless(double chainage, SimTime t) const {
  return !moonlight_.empty() && light(chainage, t) == Light::Night &&
         !moonlight_[daylight_.station(chainage)].contains(t);
}

Spans const& World::moonlight(double chainage) const {
  static Spans const none;
  return moonlight_.empty() ? none : moonlight_[daylight_.station(chainage)];
}

WeatherSeason const& World::season_at(SimTime t) const {
  auto const day = std::chrono::floor<std::chrono::days>(spec_.period.start + t.time_since_epoch());
  auto const month = static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day{day}.month()));
  // Before the first season of a year its last one goes on.
  WeatherSeason const* found = &seasons_.back();
  for (WeatherSeason const& s : seasons_) {
    if (s.first_month <= month) found = &s;
  }
  return *found;
}

bool World::in_some_town(Point place) const {
  double const west = place.x - largest_town_;
  auto t = std::partition_point(towns_.begin(), towns_.end(),
                                [&](Town const& town) { return town.middle.x < west; });
  for (; t != towns_.end() && t->middle.x <= place.x + largest_town_; ++t)
    if (squared_distance(t->middle, place) <= t->radius_squared) return true;
  return false;
}

int World::days() const {
  return static_cast<int>((spec_.period.length.count() + one_day.count() - 1) / one_day.count());
}

int World::segments() const {
  return std::max(1, static_cast<int>(std::ceil(line_.length() / spec_.segment - 1e-9)));
}

int World::segment_of(double chainage) const {
  auto const i = static_cast<int>(chainage / spec_.segment.metres());
  return std::clamp(i, 0, segments() - 1);
}

Duration World::local_start_of_day() const {
  auto const midnight = std::chrono::floor<std::chrono::days>(spec_.period.start);
  auto const t = (Duration{spec_.period.start - midnight} + spec_.period.local_time) % one_day;
  return t < Duration{} ? t + one_day : t;
}

}  // namespace ceaseline
