#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

#include "ceaseline/detection/detection_table.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

struct AircraftSpec;
struct Mounted;
class ReachIndex;
struct Team;

/// What missions on one line have in common and is dear to work out: tracks and sorties of aircraft, how near
/// sensors can come to each kilometre, and tables of sensors. Missions of several worlds on one line may
/// share a survey while they are set up, one after the other; it gives them the same answers as one of their
/// own.
class Survey {
 public:
  static constexpr double bin_length = 1000;  ///< m of chainage

  /// \param line  outlives the survey
  explicit Survey(Line const& line);

  /// Tracks of one side and depth are one.
  [[nodiscard]] std::shared_ptr<Lane const> track(Side side, Length depth);

  /// Of one and the same sensor in worlds where it meets the same kinds, weather and towns.
  [[nodiscard]] DetectionTable const& table(std::shared_ptr<Sensor const> const& sensor, World const& world);

  /// planned_sorties of one aircraft, worked out once.
  [[nodiscard]] std::vector<Span> const& sorties(AircraftSpec const& spec, Team const& team, int turn,
                                                 Length way, World const& world);

  struct Circle {
    Point centre;
    double radius{0};
  };
  /// Where a sensor can be: its place, or the lane of its team.
  struct Stands {
    std::vector<Point> points;
    Circle around;
    std::vector<double> at_least;  ///< by bin: no point of it is nearer than this, m
    std::vector<double> nearest;   ///< by bin; negative when not asked for yet
    std::size_t likely{0};         ///< the point that was nearest to the bin last asked for
  };
  [[nodiscard]] Stands& stands(World const& world, Mounted const& sensor, std::vector<Team> const& teams);

  /// Missions whose sensors stand and reach alike share one index.
  [[nodiscard]] std::shared_ptr<ReachIndex const> reach(World const& world,
                                                        std::vector<Mounted> const& sensors,
                                                        std::vector<Team> const& teams,
                                                        std::vector<DetectionTable> const& tables);

  [[nodiscard]] std::size_t bins() const { return bin_points_.size(); }
  /// Least distance between the points of stands and of a bin, m. Both stand in for what lies between them,
  /// within `margin`.
  [[nodiscard]] double nearest(Stands& stands, std::size_t bin) const;
  [[nodiscard]] static double margin(Mounted const& sensor);

 private:
  /// What decides where a sensor can be: side and depth of a road, or a track; and a stretch of it; or a
  /// place.
  using Address = std::tuple<int, double, void const*, double, double>;

  /// What decides of sorties: where and when, the aircraft and its place in the fleet.
  struct Flights {
    double middle;  ///< of its stretch, m of chainage
    UtcTime start;
    Duration length, local_time, transit, endurance, turnaround;
    int turn, fleet, flights_per_day;
    bool by_day, by_night;
    friend auto operator<=>(Flights const&, Flights const&) = default;
  };

  struct Tabulated {
    std::shared_ptr<Sensor const> sensor;
    std::vector<ViolationKind> kinds;
    std::vector<WeatherState> weather;
    SensingSpec sensing;
    bool towns;
    DetectionTable table;
  };

  Line const& line_;
  std::vector<std::vector<Point>> bin_points_;
  std::vector<Circle> bin_circles_;
  std::vector<std::pair<std::pair<Side, Length>, std::shared_ptr<Lane const>>> tracks_;
  std::map<Address, Stands> stands_;
  std::map<Flights, std::vector<Span>> sorties_;
  std::vector<Tabulated> tables_;
  struct Reach;
  std::vector<std::shared_ptr<Reach const>> reaches_;
};

}  // namespace ceaseline
