#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/mission/mission.hpp"

namespace ceaseline {

/// Sets a design up step by step, collecting what is wrong with it.
class Mission::Builder {
 public:
  Builder(Mission& mission, World const& world, std::vector<MapPlace> const& places,
          PolicyRegistry const& policies, DispatchRegistry const& dispatch, Survey& survey)
      : m_{mission},
        world_{world},
        places_{places},
        registry_{policies},
        dispatch_{dispatch},
        survey_{survey} {}

  void build();

 private:
  // mission.cpp
  void wrong(std::string key, std::string what);
  MapPlace const* find_place(std::string const& key, std::string const& id);
  void set_gaits();
  void set_dispatch();
  void establish();

  // bases.cpp
  void add_bases();
  void cut_sectors(Side side);
  void find_crossings();

  // crew.cpp
  void add_teams();
  void add_team(TeamSpec const& spec);
  PatrolPolicy const* policy(std::string const& name, std::string const& key);
  void add_aircraft();
  void add_aircraft_of(AircraftSpec const& spec, std::size_t index);
  void fly_from(AircraftSpec const& spec, std::size_t index, LinePlace site, Side side,
                std::string const& id);

  // disruptions.cpp
  void ramp_up();
  void disrupt();
  void disrupt_teams(Disruption const& d, Span when);
  [[nodiscard]] double share_leaving() const;
  [[nodiscard]] Span during(Disruption const& d) const;

  // mounting.cpp
  void mount_all();
  void mount_teams();
  void mount_fixed();
  void mount_posts();
  void mount_satellites();
  [[nodiscard]] std::vector<std::string> const& sensors_of(std::string const& team) const;
  [[nodiscard]] Mounted fixed_at(Point place, Side side, Asset asset);
  void mount(Mounted on, std::string const& platform, std::string const& name, char const* key);

  Mission& m_;
  World const& world_;
  std::vector<MapPlace> const& places_;
  PolicyRegistry const& registry_;
  DispatchRegistry const& dispatch_;
  Survey& survey_;
  std::map<std::string, PatrolPolicy const*> named_;
  std::map<std::string, std::uint32_t> table_of_;
  std::uint32_t platform_{0};
  std::vector<Diagnostic> problems_;
};

template <class T>
void sort_by_key(std::vector<T>& all) {
  std::sort(all.begin(), all.end(), [](T const& a, T const& b) { return a.key < b.key; });
}

}  // namespace ceaseline
