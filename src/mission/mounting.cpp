#include <algorithm>
#include <cmath>

#include "builder.hpp"

namespace ceaseline {

void Mission::Builder::mount_all() {
  mount_teams();
  mount_fixed();
  mount_posts();
  mount_satellites();
  sort_by_key(m_.sensors_);
  for (std::size_t i = 1; i < m_.sensors_.size(); ++i) {
    if (m_.sensors_[i].id == m_.sensors_[i - 1].id)
      wrong("equipment", "\"" + m_.sensors_[i].id + "\" is set up twice");
  }
  for (std::uint32_t i = 0; i < m_.sensors_.size(); ++i) {
    if (m_.sensors_[i].team >= 0)
      m_.teams_[static_cast<std::size_t>(m_.sensors_[i].team)].sensors.push_back(i);
  }
}

void Mission::Builder::mount_teams() {
  for (std::size_t i = 0; i < m_.teams_.size(); ++i, ++platform_) {
    Team const& team = m_.teams_[i];
    Mounted on;
    on.team = static_cast<std::int32_t>(i);
    on.base = team.base;
    on.side = team.side;
    on.platform = platform_;
    if (team.aircraft >= 0) {
      on.asset = Asset::Aircraft;
      AircraftSpec const& spec = m_.spec_.aircraft[static_cast<std::size_t>(team.aircraft)];
      mount(on, team.id, spec.sensor, "aircraft.sensor");
      continue;
    }
    on.asset = Asset::Patrol;
    auto const& given = sensors_of(team.id);
    for (std::string const& s : given.empty() ? m_.spec_.equipment.patrol_sensors : given)
      mount(on, team.id, s, "equipment.patrol_sensors");
  }
}

/// What the lists of the design set up: bases, cameras, listening posts, arrays.
void Mission::Builder::mount_fixed() {
  Equipment const& e = m_.spec_.equipment;
  for (std::size_t i = 0; i < m_.bases_.size(); ++i) {
    if (!m_.spec_.rules.staffed_bases_listen) break;
    Mounted on = fixed_at(m_.bases_[i].place, m_.bases_[i].side, Asset::Post);
    on.base = static_cast<std::int32_t>(i);
    on.height = e.observer_height.metres();
    for (std::string const& s : e.base_sensors) mount(on, m_.bases_[i].id, s, "equipment.base_sensors");
  }
  auto const at = [&](std::string const& id, char const* key, Asset asset) {
    MapPlace const* p = find_place(key, id);
    return p == nullptr ? Mounted{} : fixed_at(world_.line().frame().to_local(p->at), p->side, asset);
  };
  for (std::string const& id : e.cameras) {
    Mounted on = at(id, "equipment.cameras", Asset::Camera);
    on.up = e.camera_up;
    on.repair = e.camera_repair;
    on.height = e.camera_height.metres();
    for (Disruption const& d : m_.spec_.disruptions) {
      // Which cameras go hangs on their ids alone: more of them go, never others.
      double const turn = static_cast<double>(key_of(id).value >> 11U) * 0x1p-53;
      if (d.what == DisruptionKind::CamerasOut && turn < d.share)
        on.disrupted = on.disrupted | Spans({during(d)});
    }
    mount(on, id, e.camera_sensor, "equipment.camera_sensor");
  }
  for (std::string const& id : e.listening) {
    Mounted on = at(id, "equipment.listening", Asset::Post);
    on.height = e.observer_height.metres();
    for (std::string const& s : e.listening_sensors) mount(on, id, s, "equipment.listening_sensors");
  }
  for (std::string const& id : e.arrays) {
    Mounted on = at(id, "equipment.arrays", Asset::Array);
    on.up = e.array_up;
    on.repair = e.array_repair;
    mount(on, id, e.array_sensor, "equipment.array_sensor");
  }
}

/// Fixed sensors given one by one, with their watches.
void Mission::Builder::mount_posts() {
  for (PostSpec const& p : m_.spec_.posts) {
    Point at = world_.line().at(LinePlace{p.chainage, p.side == Side::A ? -p.depth : p.depth});
    Side side = p.side;
    if (!p.place.empty()) {
      MapPlace const* named = find_place("posts.place", p.place);
      if (named == nullptr) continue;
      at = world_.line().frame().to_local(named->at);
      side = named->side;
    }
    Mounted on = fixed_at(at, side, Asset::Post);
    on.up = p.up;
    on.repair = p.repair;
    on.height = p.height.metres();
    if (p.watch_from != p.watch_to) {
      std::vector<Span> watches;
      Duration const length = (p.watch_to - p.watch_from + one_day) % one_day;
      for (SimTime midnight{-world_.local_start_of_day() - one_day}; midnight < world_.end();
           midnight += one_day)
        watches.push_back({midnight + p.watch_from, midnight + p.watch_from + length});
      on.off_watch = Spans(std::move(watches)).gaps({SimTime{}, world_.end()});
    }
    mount(on, p.id, p.sensor, "posts.sensor");
  }
}

void Mission::Builder::mount_satellites() {
  for (std::size_t i = 0; i < m_.spec_.satellites.size(); ++i) {
    SatelliteSpec const& s = m_.spec_.satellites[i];
    Mounted on;
    on.platform = platform_++;
    on.satellite = static_cast<std::int32_t>(i);
    on.asset = Asset::Aircraft;
    for (Disruption const& d : m_.spec_.disruptions) {
      if (d.what == DisruptionKind::MissionEnds) on.off_watch = on.off_watch | Spans({during(d)});
    }
    mount(on, s.id, s.sensor, "satellites.sensor");
  }
}

std::vector<std::string> const& Mission::Builder::sensors_of(std::string const& team) const {
  static std::vector<std::string> const none;
  for (TeamSpec const& t : m_.spec_.teams) {
    if (t.id == team) return t.sensors;
  }
  return none;
}

Mounted Mission::Builder::fixed_at(Point place, Side side, Asset asset) {
  Mounted on;
  on.place = place;
  on.side = side;
  on.asset = asset;
  on.platform = platform_++;
  LinePlace const near = world_.line().nearest(place);
  Point ahead = world_.line().at(near.chainage);
  if (distance(place, ahead) < Length::metres(1))
    ahead = world_.line().at(LinePlace{near.chainage, Length::metres(side == Side::A ? 100 : -100)});
  double const far = distance(place, ahead).metres();
  on.heading = {(ahead.x - place.x) / far, (ahead.y - place.y) / far};
  on.town = world_.in_town(place);
  on.shut = m_.access_.shut(asset, side, near.chainage.metres());
  for (Disruption const& d : m_.spec_.disruptions) {
    if (d.what == DisruptionKind::MissionEnds) on.off_watch = on.off_watch | Spans({during(d)});
  }
  return on;
}

void Mission::Builder::mount(Mounted on, std::string const& platform, std::string const& name,
                             char const* key) {
  auto const spec = m_.spec_.sensors.find(name);
  if (spec == m_.spec_.sensors.end()) {
    wrong(key, "there is no sensor \"" + name + "\"; describe it in a [sensors." + name + "] table");
    return;
  }
  on.id = platform + "/" + name;
  on.key = key_of(on.id);
  on.sensor = spec->second.sensor.get();
  Angle const view = on.sensor->field_of_view();
  // Rounded: the last bit of the C library's cosine differs between processors.
  on.cosine_of_view =
      view >= Angle::degrees(360) ? -1.0 : std::round(std::cos(view.radians() / 2) * 1e12) / 1e12;
  if (!(on.up > 0) || on.up > 1)
    wrong(key, "\"" + on.id + "\": the share of time in order must be more than 0 and at most 1");
  if (on.up < 1 && on.repair < one_minute) wrong(key, "\"" + on.id + "\": a repair takes at least a minute");
  auto const table = table_of_.find(name);
  if (table == table_of_.end()) {
    on.table = static_cast<std::uint32_t>(m_.tables_.size());
    table_of_[name] = on.table;
    m_.tables_.push_back(survey_.table(spec->second.sensor, world_));
  } else {
    on.table = table->second;
  }
  m_.sensors_.push_back(std::move(on));
}

}  // namespace ceaseline
