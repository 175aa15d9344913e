#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ceaseline/geo/map_place.hpp"
#include "ceaseline/mission/design_spec.hpp"
#include "ceaseline/mission/dispatch_policy.hpp"
#include "ceaseline/mission/motion.hpp"
#include "ceaseline/mission/policy.hpp"
#include "ceaseline/mission/reach_index.hpp"
#include "ceaseline/model/access.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// A base as it stands in the world.
struct Base {
  std::string id;
  std::string title;
  Key key;
  Side side{Side::A};
  Point place;
  LinePlace at;
  Stretch sector;
};

/// A team as it works in the world, on the road or in the air. Teams stand in the order of their keys.
struct Team {
  std::string id;
  Key key;
  Side side{Side::A};
  std::int32_t base{-1};  ///< index of its base, or -1
  Stretch lane;
  bool always_out{false};
  bool night{false};
  Duration first_leg_after{};
  Duration dwell{};
  PatrolPolicy const* policy{nullptr};
  std::vector<std::uint32_t> sensors;  ///< indices into Mission::sensors()
  std::vector<Span> routes;            ///< when it is on its lane, planned; ascending
  std::int32_t aircraft{-1};           ///< index into DesignSpec::aircraft, or -1 for a patrol
  std::shared_ptr<Lane const> track;   ///< of an aircraft; a patrol drives the world's lane of its side
  Gait gait;                           ///< on its lane
  int people{0};                       ///< on the road, protection included
};

/// A sensor on its platform: a team, or a fixed place. Sensors stand in the order of their keys.
struct Mounted {
  std::string id;  ///< "<platform>/<sensor>"
  Key key;
  Sensor const* sensor{nullptr};
  std::int32_t team{-1};      ///< its team, or -1 when it is fixed
  std::int32_t base{-1};      ///< the base it belongs to, or -1
  std::uint32_t platform{0};  ///< sensors of one platform are not independent sources
  Side side{Side::A};
  Point place;                ///< of a fixed sensor
  Point heading;              ///< unit vector it looks along: towards the line and beyond
  double cosine_of_view{-1};  ///< of half its field of view; -1 when it looks all round
  std::uint32_t table{0};     ///< index into Mission::tables()
  double up{1};               ///< share of time in order
  Duration repair{};
  Asset asset{Asset::Post};
  std::int32_t satellite{-1};  ///< index into DesignSpec::satellites, or -1
  bool town{false};            ///< of a fixed sensor: it stands in a town
  double height{2};            ///< of a fixed sensor above ground, m
  Spans shut;                  ///< of a fixed sensor: when its side does not allow it
  Spans off_watch;             ///< when nobody is meant to watch
  Spans disrupted;             ///< when it is out of order for certain: a stress set's cameras
};

/// What a mission is on paper: the first rows of the comparison.
struct Establishment {
  int on_books{0};
  int protection_on_books{0};
  double in_field{0};  ///< people
  int patrol_shifts_a{0}, patrol_shifts_b{0};
  int day_shifts{0}, night_shifts{0};
  int bases{0}, cameras{0}, listening{0};
  int arrays{0}, aircraft{0}, satellites{0};
  double weeks_to_strength{0};  ///< at the ramp-up of its numbers
  Money monitors, protection, base_costs, camera_costs, array_costs, aircraft_costs;
  [[nodiscard]] Money total() const {
    return monitors + protection + base_costs + camera_costs + array_costs + aircraft_costs;
  }
};

/// A design set up in a world, ready to run: shared by all threads, never written.
class Mission {
 public:
  /// \throws InputError when a place is not on the map, a team has no base, a sensor is not named, ...
  Mission(World const& world, std::vector<MapPlace> const& places, DesignSpec spec,
          PolicyRegistry const& policies, DispatchRegistry const& dispatch = builtin_dispatch());
  /// The same by a survey that other missions on this line have used.
  Mission(World const& world, std::vector<MapPlace> const& places, DesignSpec spec,
          PolicyRegistry const& policies, DispatchRegistry const& dispatch, Survey& survey);

  [[nodiscard]] DesignSpec const& spec() const { return spec_; }
  [[nodiscard]] std::vector<Base> const& bases() const { return bases_; }
  [[nodiscard]] std::vector<Team> const& teams() const { return teams_; }
  [[nodiscard]] std::vector<Mounted> const& sensors() const { return sensors_; }
  [[nodiscard]] Establishment const& establishment() const { return establishment_; }
  [[nodiscard]] DetectionTable const& table(Mounted const& m) const { return tables_[m.table]; }
  [[nodiscard]] ReachIndex const& reach() const { return *reach_; }
  [[nodiscard]] Access const& access() const { return access_; }
  [[nodiscard]] DispatchPolicy const& dispatch() const { return *dispatch_; }
  /// Where the line can be crossed, chainage in m.
  [[nodiscard]] std::vector<double> const& crossings() const { return crossings_; }
  /// Gait of a patrol on its lane, and of a team on its way to a scene.
  [[nodiscard]] Gait patrol_gait() const { return patrol_gait_; }
  [[nodiscard]] Gait transit_gait() const { return transit_gait_; }
  /// Index of the base in whose sector a place of that side lies, or -1 when the side has no base.
  [[nodiscard]] std::int32_t base_for(Side side, double chainage) const;

 private:
  class Builder;

  DesignSpec spec_;
  Access access_;
  std::vector<std::shared_ptr<PatrolPolicy const>> policies_;
  std::shared_ptr<DispatchPolicy const> dispatch_;
  std::vector<double> crossings_;
  std::vector<Base> bases_;
  std::vector<Team> teams_;
  std::vector<Mounted> sensors_;
  Establishment establishment_;
  std::vector<DetectionTable> tables_;
  std::shared_ptr<ReachIndex const> reach_;
  Gait patrol_gait_, transit_gait_;
};

}  // namespace ceaseline
