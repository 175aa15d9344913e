#include <algorithm>
#include <cmath>

#include "builder.hpp"
#include "ceaseline/base/silent_fields.hpp"
#include "roster.hpp"

namespace ceaseline {
namespace {

/// Ten times what any mission has had on any line (UNIFIL: some 480 activities a day).
constexpr int most_shifts = 5000;
/// Of one launch site.
constexpr int most_aircraft = 100;

}  // namespace

void Mission::Builder::add_teams() {
  if (m_.spec_.rules.least_vehicles > m_.spec_.numbers.vehicles_per_patrol)
    wrong("rules.least_vehicles", "no patrol has that many vehicles: numbers.vehicles_per_patrol is " +
                                      std::to_string(m_.spec_.numbers.vehicles_per_patrol));
  Shifts const s = shifts(m_.spec_.numbers, m_.spec_.hours);
  int const all = s.of(Side::A) + s.of(Side::B);
  if (m_.spec_.teams.empty() && all > most_shifts) {
    wrong("numbers.on_books", "makes " + std::to_string(all) + " patrol-shifts a day; more than " +
                                  std::to_string(most_shifts) + " is too many to be meant");
  } else if (m_.spec_.teams.empty()) {
    m_.teams_ = teams_from_numbers(s, m_.bases_);
    if (m_.bases_.empty() && s.of(Side::A) + s.of(Side::B) > 0) {
      wrong("siting.bases", "there are people but no base they could work from; list at least one base");
    }
  } else {
    for (TeamSpec const& t : m_.spec_.teams) add_team(t);
  }
  for (Team& t : m_.teams_) {
    t.key = key_of(t.id);
    if (!(t.gait.speed > 0)) t.gait = m_.patrol_gait_;
    t.people = m_.spec_.numbers.people_per_patrol + m_.spec_.numbers.protection_per_patrol;
    if (t.policy == nullptr) t.policy = policy(m_.spec_.driving.policy, "driving.policy");
    if (t.base < 0 && !t.always_out) continue;
    t.routes = planned_routes(t, t.base < 0 ? nullptr : &m_.bases_[static_cast<std::size_t>(t.base)],
                              m_.spec_, world_);
  }
  add_aircraft();
  sort_by_key(m_.teams_);
  ramp_up();
  disrupt();
}

void Mission::Builder::add_team(TeamSpec const& spec) {
  Team t;
  t.id = spec.id;
  t.side = spec.side;
  t.always_out = spec.always_out;
  t.night = spec.night;
  t.first_leg_after = spec.first_leg_after;
  t.dwell = spec.dwell;
  if (spec.speed > Speed{}) {
    t.gait = m_.patrol_gait_;
    t.gait.speed = spec.speed.metres_per_second() / std::max(1.0, m_.spec_.driving.detour) / 1000;
  }
  t.lane = {spec.from, std::min(spec.to, world_.line().length())};
  for (std::size_t i = 0; i < m_.bases_.size(); ++i) {
    if (m_.bases_[i].id == spec.base) t.base = static_cast<std::int32_t>(i);
  }
  if (t.base >= 0) {
    Base const& b = m_.bases_[static_cast<std::size_t>(t.base)];
    t.side = b.side;
    if (t.lane.to <= t.lane.from) t.lane = b.sector;
  } else if (!spec.always_out) {
    wrong("teams", "team \"" + spec.id + "\" has no base" +
                       (spec.base.empty() ? "" : ": \"" + spec.base + "\" is not among siting.bases") +
                       "; name one of siting.bases, or set always_out = true");
  }
  if (t.base < 0 && t.lane.to < t.lane.from)
    wrong("teams", "team \"" + spec.id + "\": its lane ends before it begins");
  if (!spec.policy.empty()) t.policy = policy(spec.policy, "teams.policy");
  for (Team const& other_team : m_.teams_) {
    if (other_team.id == t.id) wrong("teams", "two teams have the id \"" + t.id + "\"");
  }
  m_.teams_.push_back(std::move(t));
}

PatrolPolicy const* Mission::Builder::policy(std::string const& name, std::string const& key) {
  auto const known = named_.find(name);
  if (known != named_.end()) return known->second;
  auto const* entry = registry_.find(name);
  if (entry == nullptr) {
    std::string all;
    for (auto const& e : registry_.entries()) all += (all.empty() ? "\"" : ", \"") + e.name + "\"";
    wrong(key, "there is no patrol policy \"" + name + "\"; there are " + all);
    return nullptr;
  }
  SilentFields none;
  m_.policies_.push_back(entry->make(none));
  return named_[name] = m_.policies_.back().get();
}

void Mission::Builder::add_aircraft() {
  for (std::size_t i = 0; i < m_.spec_.aircraft.size(); ++i) {
    AircraftSpec const& a = m_.spec_.aircraft[i];
    if (a.fleet > most_aircraft) {
      wrong("aircraft", "\"" + a.id + "\" has a fleet of more than 100; that is too many to be meant");
    } else {
      add_aircraft_of(a, i);
    }
  }
}

/// Each aircraft of a site is a team of its own that flies its share of the sorties.
void Mission::Builder::add_aircraft_of(AircraftSpec const& spec, std::size_t index) {
  Line const& line = world_.line();
  for (std::string const& id : spec.sites) {
    MapPlace const* place = find_place("aircraft.sites", id);
    if (place == nullptr) continue;
    fly_from(spec, index, line.nearest(line.frame().to_local(place->at)), place->side, spec.id + "-" + id);
  }
  if (spec.sites.empty()) fly_from(spec, index, LinePlace{spec.chainage, Length{}}, spec.side, spec.id);
}

void Mission::Builder::fly_from(AircraftSpec const& spec, std::size_t index, LinePlace site, Side side,
                                std::string const& id) {
  Line const& line = world_.line();
  Team t;
  t.side = side;
  t.aircraft = static_cast<std::int32_t>(index);
  t.lane = spec.to > Length{} ? Stretch{spec.from, std::min(spec.to, line.length())}
                              : Stretch{std::max(Length{}, site.chainage - spec.radius),
                                        std::min(line.length(), site.chainage + spec.radius)};
  if (t.lane.to < t.lane.from) {
    wrong("aircraft", "\"" + spec.id + "\": its stretch lies beyond the end of the line");
    return;
  }
  t.track = survey_.track(side, spec.depth);
  t.gait = {spec.speed.metres_per_second() / 1000, 0, 0};
  t.policy = policy("fixed-rounds", "aircraft");
  Length way = spec.transit;
  if (way == Length{}) {
    Length const along = std::max({Length{}, t.lane.from - site.chainage, site.chainage - t.lane.to});
    way = along + Length::metres(std::abs(std::abs(site.depth.metres()) - spec.depth.metres()));
  }
  if (seconds_to_duration(2 * way.metres() / spec.speed.metres_per_second()) >= spec.endurance) {
    wrong("aircraft",
          "\"" + id + "\" must turn back before it arrives: the way there and back takes its endurance");
    return;
  }
  for (int n = 0; n < spec.fleet; ++n) {
    t.id = id + "-" + std::to_string(n + 1);
    t.key = key_of(t.id);
    t.routes = survey_.sorties(spec, t, n, way, world_);
    m_.teams_.push_back(t);
  }
}

}  // namespace ceaseline
