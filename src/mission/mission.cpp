#include "ceaseline/mission/mission.hpp"

#include <algorithm>
#include <cmath>

#include "builder.hpp"
#include "ceaseline/base/silent_fields.hpp"

namespace ceaseline {

void Mission::Builder::build() {
  set_gaits();
  set_dispatch();
  add_bases();
  find_crossings();
  add_teams();
  mount_all();
  establish();
  if (!problems_.empty()) throw InputError(std::move(problems_));
  m_.reach_ = survey_.reach(world_, m_.sensors_, m_.teams_, m_.tables_);
}

void Mission::Builder::wrong(std::string key, std::string what) {
  problems_.push_back(Diagnostic{"", 0, 0, "designs." + m_.spec_.id + "." + key, std::move(what)});
}

void Mission::Builder::set_gaits() {
  Driving const& d = m_.spec_.driving;
  if (!(d.detour >= 1))
    wrong("driving.detour", "a road is never shorter than the line it follows; give 1 or more");
  if (!(d.speed > Speed{})) wrong("driving.speed", "must be more than 0");
  bool const frantic = d.drive_between_stops > Duration{} && d.drive_between_stops < one_minute;
  if (frantic) wrong("driving.drive_between_stops", "must be at least a minute, or 0 for no stops");
  if (!(d.transit_speed > Speed{})) wrong("driving.transit_speed", "must be more than 0");
  double const detour = std::max(1.0, d.detour);
  double const standing = world_.spec().sensing.standing_share;
  m_.patrol_gait_.speed = d.speed.metres_per_second() / detour / 1000;
  m_.transit_gait_.speed = d.transit_speed.metres_per_second() / detour / 1000;
  if (d.drive_between_stops > Duration{} && standing < 1) {
    m_.patrol_gait_.drive_ms = d.drive_between_stops.count();
    m_.patrol_gait_.stop_ms =
        std::llround(static_cast<double>(m_.patrol_gait_.drive_ms) * standing / (1 - standing));
  }
}

MapPlace const* Mission::Builder::find_place(std::string const& key, std::string const& id) {
  for (MapPlace const& p : places_) {
    if (p.id == id && p.course.empty()) return &p;
  }
  wrong(key, "there is no place \"" + id + "\" on the map");
  return nullptr;
}

void Mission::Builder::set_dispatch() {
  std::string const& name = m_.spec_.rules.dispatch;
  auto const* entry = dispatch_.find(name);
  SilentFields none;
  if (entry != nullptr) {
    m_.dispatch_ = entry->make(none);
    return;
  }
  std::string all;
  for (auto const& e : dispatch_.entries()) all += (all.empty() ? "\"" : ", \"") + e.name + "\"";
  wrong("rules.dispatch", "there is no dispatch policy \"" + name + "\"; there are " + all);
}

void Mission::Builder::establish() {
  Establishment& e = m_.establishment_;
  DesignSpec const& d = m_.spec_;
  e.on_books = d.numbers.on_books;
  e.protection_on_books = d.numbers.protection_on_books;
  e.in_field = (d.numbers.on_books + d.numbers.protection_on_books) * d.numbers.in_field;
  for (Team const& t : m_.teams_) {
    if (t.aircraft >= 0) {
      ++e.aircraft;
      continue;
    }
    ++(t.side == Side::A ? e.patrol_shifts_a : e.patrol_shifts_b);
    ++(t.night ? e.night_shifts : e.day_shifts);
  }
  e.bases = static_cast<int>(m_.bases_.size());
  e.cameras = static_cast<int>(d.equipment.cameras.size());
  e.listening = static_cast<int>(d.equipment.listening.size());
  e.arrays = static_cast<int>(d.equipment.arrays.size());
  e.satellites = static_cast<int>(d.satellites.size());
  double const people = d.numbers.on_books + d.numbers.protection_on_books;
  e.weeks_to_strength = d.numbers.ramp_up > 0 ? people / d.numbers.ramp_up : 0;
  e.array_costs = d.costs.array_year * e.arrays;
  for (AircraftSpec const& a : d.aircraft)
    e.aircraft_costs =
        e.aircraft_costs + a.cost_year * static_cast<double>(std::max<std::size_t>(1, a.sites.size()));
  for (SatelliteSpec const& s : d.satellites) e.aircraft_costs = e.aircraft_costs + s.cost_year;
  e.monitors = d.costs.monitor_year * d.numbers.on_books;
  e.protection = d.costs.protection_year * d.numbers.protection_on_books;
  e.base_costs = d.costs.base_year * e.bases;
  e.camera_costs = d.costs.camera_year * e.cameras;
}

Mission::Mission(World const& world, std::vector<MapPlace> const& places, DesignSpec spec,
                 PolicyRegistry const& policies, DispatchRegistry const& dispatch)
    : Mission(world, places, std::move(spec), policies, dispatch, *std::make_unique<Survey>(world.line())) {}

Mission::Mission(World const& world, std::vector<MapPlace> const& places, DesignSpec spec,
                 PolicyRegistry const& policies, DispatchRegistry const& dispatch, Survey& survey)
    : spec_{std::move(spec)}, access_{world, spec_.flag} {
  Builder(*this, world, places, policies, dispatch, survey).build();
}

std::int32_t Mission::base_for(Side side, double chainage) const {
  std::int32_t found = -1;
  for (std::size_t i = 0; i < bases_.size(); ++i) {
    if (bases_[i].side != side) continue;
    bool const inside =
        chainage >= bases_[i].sector.from.metres() && chainage <= bases_[i].sector.to.metres();
    if (inside || found < 0) found = static_cast<std::int32_t>(i);
    if (inside) break;
  }
  return found;
}

}  // namespace ceaseline
