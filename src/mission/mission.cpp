#include "ceaseline/mission/mission.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/base/silent_fields.hpp"
#include "roster.hpp"

namespace ceaseline {
namespace {

/// A base farther from the line than this belongs to another map.
constexpr double farthest_base_km = 150;
/// Ten times what any mission has had on any line (UNIFIL: some 480 activities a day).
constexpr int most_shifts = 5000;

template <class T>
void sort_by_key(std::vector<T>& all) {
  std::sort(all.begin(), all.end(), [](T const& a, T const& b) { return a.key < b.key; });
}

}  // namespace

/// Sets a design up step by step, collecting what is wrong with it.
class Mission::Builder {
 public:
  Builder(Mission& mission, World const& world, std::vector<MapPlace> const& places,
          PolicyRegistry const& policies)
      : m_{mission}, world_{world}, places_{places}, registry_{policies} {}

  void build() {
    set_gaits();
    add_bases();
    add_teams();
    mount_all();
    establish();
    if (!problems_.empty()) throw InputError(std::move(problems_));
    m_.reach_ = ReachIndex(world_, m_.sensors_, m_.teams_, m_.tables_);
  }

 private:
  void wrong(std::string key, std::string what) {
    problems_.push_back(Diagnostic{"", 0, 0, "designs." + m_.spec_.id + "." + key, std::move(what)});
  }

  void set_gaits() {
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

  MapPlace const* find_place(std::string const& key, std::string const& id) {
    for (MapPlace const& p : places_) {
      if (p.id == id) return &p;
    }
    wrong(key, "there is no place \"" + id + "\" on the map");
    return nullptr;
  }

  void add_bases() {
    for (std::string const& id : m_.spec_.siting.bases) {
      MapPlace const* p = find_place("siting.bases", id);
      if (p == nullptr) continue;
      Base b;
      b.id = p->id;
      b.title = p->title;
      b.key = key_of(p->id);
      b.side = p->side;
      b.place = world_.line().frame().to_local(p->at);
      b.at = world_.line().nearest(b.place);
      if (std::abs(b.at.depth.kilometres()) > farthest_base_km) {
        wrong("siting.bases",
              "\"" + id + "\" lies " + std::to_string(std::lround(std::abs(b.at.depth.kilometres()))) +
                  " km off the line; is the line of another map? Give its places with world.line.places");
      }
      m_.bases_.push_back(std::move(b));
    }
    sort_by_key(m_.bases_);
    for (std::size_t i = 1; i < m_.bases_.size(); ++i) {
      if (m_.bases_[i].id == m_.bases_[i - 1].id)
        wrong("siting.bases", "\"" + m_.bases_[i].id + "\" is listed twice");
    }
    for (Side const side : {Side::A, Side::B}) cut_sectors(side);
  }

  /// Sectors reach half-way, in chainage, to the next base of the side.
  void cut_sectors(Side side) {
    std::vector<Base*> along;
    for (Base& b : m_.bases_) {
      if (b.side == side) along.push_back(&b);
    }
    std::stable_sort(along.begin(), along.end(),
                     [](Base const* a, Base const* b) { return a->at.chainage < b->at.chainage; });
    for (std::size_t i = 0; i < along.size(); ++i) {
      Length const at = along[i]->at.chainage;
      along[i]->sector.from = i == 0 ? Length{} : (along[i - 1]->at.chainage + at) * 0.5;
      along[i]->sector.to =
          i + 1 == along.size() ? world_.line().length() : (along[i + 1]->at.chainage + at) * 0.5;
    }
  }

  void add_teams() {
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
      if (t.policy == nullptr) t.policy = policy(m_.spec_.driving.policy, "driving.policy");
      if (t.base < 0 && !t.always_out) continue;
      t.routes = planned_routes(t, t.base < 0 ? nullptr : &m_.bases_[static_cast<std::size_t>(t.base)],
                                m_.spec_, world_);
    }
    sort_by_key(m_.teams_);
  }

  void add_team(TeamSpec const& spec) {
    Team t;
    t.id = spec.id;
    t.side = spec.side;
    t.always_out = spec.always_out;
    t.night = spec.night;
    t.first_leg_after = spec.first_leg_after;
    t.dwell = spec.dwell;
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

  PatrolPolicy const* policy(std::string const& name, std::string const& key) {
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

  void mount_all() {
    Equipment const& e = m_.spec_.equipment;
    std::uint32_t platform = 0;
    for (std::size_t i = 0; i < m_.teams_.size(); ++i, ++platform) {
      Mounted on;
      on.team = static_cast<std::int32_t>(i);
      on.base = m_.teams_[i].base;
      on.side = m_.teams_[i].side;
      on.platform = platform;
      auto const& given = sensors_of(m_.teams_[i].id);
      for (std::string const& s : given.empty() ? e.patrol_sensors : given)
        mount(on, m_.teams_[i].id, s, "equipment.patrol_sensors");
    }
    for (std::size_t i = 0; i < m_.bases_.size(); ++i, ++platform) {
      if (!m_.spec_.rules.staffed_bases_listen) continue;
      Mounted on = fixed_at(m_.bases_[i].place, m_.bases_[i].side, platform);
      on.base = static_cast<std::int32_t>(i);
      for (std::string const& s : e.base_sensors) mount(on, m_.bases_[i].id, s, "equipment.base_sensors");
    }
    for (std::string const& id : e.cameras) {
      MapPlace const* p = find_place("equipment.cameras", id);
      if (p == nullptr) continue;
      Mounted on = fixed_at(world_.line().frame().to_local(p->at), p->side, platform++);
      on.up = e.camera_up;
      on.repair = e.camera_repair;
      mount(on, id, e.camera_sensor, "equipment.camera_sensor");
    }
    for (std::string const& id : e.listening) {
      MapPlace const* p = find_place("equipment.listening", id);
      if (p == nullptr) continue;
      Mounted const on = fixed_at(world_.line().frame().to_local(p->at), p->side, platform++);
      for (std::string const& s : e.listening_sensors) mount(on, id, s, "equipment.listening_sensors");
    }
    for (PostSpec const& p : m_.spec_.posts) {
      Point at = world_.line().at(LinePlace{p.chainage, p.side == Side::A ? -p.depth : p.depth});
      Side side = p.side;
      if (!p.place.empty()) {
        MapPlace const* named = find_place("posts.place", p.place);
        if (named == nullptr) continue;
        at = world_.line().frame().to_local(named->at);
        side = named->side;
      }
      Mounted on = fixed_at(at, side, platform++);
      on.up = p.up;
      on.repair = p.repair;
      mount(on, p.id, p.sensor, "posts.sensor");
    }
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

  [[nodiscard]] std::vector<std::string> const& sensors_of(std::string const& team) const {
    static std::vector<std::string> const none;
    for (TeamSpec const& t : m_.spec_.teams) {
      if (t.id == team) return t.sensors;
    }
    return none;
  }

  [[nodiscard]] Mounted fixed_at(Point place, Side side, std::uint32_t platform) const {
    Mounted on;
    on.place = place;
    on.side = side;
    on.platform = platform;
    LinePlace const near = world_.line().nearest(place);
    Point ahead = world_.line().at(near.chainage);
    if (distance(place, ahead) < Length::metres(1))
      ahead = world_.line().at(LinePlace{near.chainage, Length::metres(side == Side::A ? 100 : -100)});
    double const far = distance(place, ahead).metres();
    on.heading = {(ahead.x - place.x) / far, (ahead.y - place.y) / far};
    return on;
  }

  void mount(Mounted on, std::string const& platform, std::string const& name, char const* key) {
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
    if (on.up < 1 && on.repair < one_minute)
      wrong(key, "\"" + on.id + "\": a repair takes at least a minute");
    auto const table = table_of_.find(name);
    if (table == table_of_.end()) {
      on.table = static_cast<std::uint32_t>(m_.tables_.size());
      table_of_[name] = on.table;
      m_.tables_.emplace_back(*on.sensor, world_.kinds(), world_.spec().sensing);
    } else {
      on.table = table->second;
    }
    m_.sensors_.push_back(std::move(on));
  }

  void establish() {
    Establishment& e = m_.establishment_;
    DesignSpec const& d = m_.spec_;
    e.on_books = d.numbers.on_books;
    e.protection_on_books = d.numbers.protection_on_books;
    e.in_field = (d.numbers.on_books + d.numbers.protection_on_books) * d.numbers.in_field;
    for (Team const& t : m_.teams_) {
      ++(t.side == Side::A ? e.patrol_shifts_a : e.patrol_shifts_b);
      ++(t.night ? e.night_shifts : e.day_shifts);
    }
    e.bases = static_cast<int>(m_.bases_.size());
    e.cameras = static_cast<int>(d.equipment.cameras.size());
    e.listening = static_cast<int>(d.equipment.listening.size());
    e.monitors = d.costs.monitor_year * d.numbers.on_books;
    e.protection = d.costs.protection_year * d.numbers.protection_on_books;
    e.base_costs = d.costs.base_year * e.bases;
    e.camera_costs = d.costs.camera_year * e.cameras;
  }

  Mission& m_;
  World const& world_;
  std::vector<MapPlace> const& places_;
  PolicyRegistry const& registry_;
  std::map<std::string, PatrolPolicy const*> named_;
  std::map<std::string, std::uint32_t> table_of_;
  std::vector<Diagnostic> problems_;
};

Mission::Mission(World const& world, std::vector<MapPlace> const& places, DesignSpec spec,
                 PolicyRegistry const& policies)
    : spec_{std::move(spec)} {
  Builder(*this, world, places, policies).build();
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
