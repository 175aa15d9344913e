#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ceaseline/base/fields.hpp"
#include "ceaseline/detection/sensor.hpp"
#include "ceaseline/geo/place.hpp"
#include "ceaseline/mission/assets_spec.hpp"

namespace ceaseline {

/// Who is there. People are monitors (or observers); protection comes on top.
struct Numbers {
  int on_books{0};
  double in_field{0.6};  ///< share of those on the books in the field at once
  int people_per_patrol{6};
  int protection_on_books{0};  ///< armed protection
  int protection_per_patrol{0};
  int vehicles_per_patrol{2};
  double side_a_share{0.5};  ///< of the patrol-shifts; an odd one goes to side A
  double ramp_up{6};         ///< people a week that can be brought in
  bool at_strength{true};    ///< from the first day; otherwise it begins with nobody and grows by ramp_up
  friend bool operator==(Numbers const&, Numbers const&) = default;
};

/// When patrols are out. Times of day are local mission time.
struct Hours {
  double night_share{0};  ///< of the patrol-shifts
  Duration day_start{8 * one_hour};
  Duration night_start{20 * one_hour};
  Duration route{6 * one_hour};  ///< out of the base, journeys to and from the lane included
  friend bool operator==(Hours const&, Hours const&) = default;
};

enum class Posture { UnarmedCivilian, UnarmedMilitary, ArmedForce };

/// What teams may do.
struct Rules {
  Posture posture{Posture::UnarmedCivilian};
  bool drives_after_dusk{false};  ///< of day patrols: otherwise they are home by dusk
  bool visits_after_dusk{false};
  bool staffed_bases_listen{true};      ///< day and night
  int visit_attempts{2};                ///< journeys to one scene before it is given up
  bool withdraws{true};                 ///< leaves fire, unless the posture is armed-force
  bool crosses_line{false};             ///< visits scenes of the other side, by crossing points
  int least_vehicles{0};                ///< in order, or a patrol stays at home
  bool visits_cues{true};               ///< what may not be published may still send a visit
  bool visits_claims{true};             ///< so may a party's complaint
  std::string dispatch{"nearest"};      ///< who goes where, found by name
  Length dispatch_within{};             ///< nobody farther from a scene is sent; 0: no limit
  bool waits_for_team{true};            ///< a scene waits for a free team; otherwise it is given up at once
  Duration report_delay{2 * one_hour};  ///< from the last piece of evidence to publication
  friend bool operator==(Rules const&, Rules const&) = default;
};

/// How a team moves. Lengths are chainage; the road is `detour` times longer.
struct Driving {
  Speed speed{Speed::kilometres_per_hour(40)};          ///< on the road
  Speed transit_speed{Speed::kilometres_per_hour(50)};  ///< between base and lane, and to a scene
  double detour{1.35};                                  ///< road length over distance along the line
  Duration drive_between_stops{10 *
                               one_minute};  ///< then it stands, as long as the world's standing share asks
  std::string policy{"fixed-rounds"};
  double vehicle_up{1};                  ///< share of time a vehicle is in order
  Duration vehicle_repair{7 * one_day};  ///< mean
  friend bool operator==(Driving const&, Driving const&) = default;
};

/// What is set up. Each list names places of the map; sensors are named in `sensors` of the design.
struct Equipment {
  std::vector<std::string> patrol_sensors{"ear", "eye"};
  std::vector<std::string> base_sensors{"ear"};
  std::vector<std::string> cameras;  ///< place ids
  std::string camera_sensor{"camera"};
  double camera_up{0.93};                ///< share of time in order
  Duration camera_repair{14 * one_day};  ///< mean
  std::vector<std::string> listening;    ///< place ids
  std::vector<std::string> listening_sensors{"ear"};
  std::vector<std::string> arrays;  ///< place ids of acoustic arrays
  std::string array_sensor{"acoustic-array"};
  double array_up{1};
  Duration array_repair{7 * one_day};
  Length camera_height{Length::metres(25)};   ///< above ground, for sight lines
  Length observer_height{Length::metres(2)};  ///< of the eyes of posts
  friend bool operator==(Equipment const&, Equipment const&) = default;
};

/// Where the mission lives.
struct Siting {
  std::vector<std::string> bases;  ///< place ids; sectors reach half-way to the next base of the side
  friend bool operator==(Siting const&, Siting const&) = default;
};

/// What a contributor or the whole costs; itemised, never added to an all-in rate.
struct Costs {
  Money monitor_year;
  Money protection_year;
  Money base_year;
  Money camera_year;
  Money array_year;
  friend bool operator==(Costs const&, Costs const&) = default;
};

/// Who sends people. Names have no effect; shares matter when one leaves.
struct Contributor {
  std::string id;
  std::string title;
  int people{0};
  std::string bloc;     ///< contributors of one bloc leave together
  bool several{false};  ///< stands for many small ones, which do not leave together
  friend bool operator==(Contributor const&, Contributor const&) = default;
};

/// A team given one by one, instead of those that follow from `Numbers`.
struct TeamSpec {
  std::string id;
  std::string base;  ///< place id or `[[base]]` id; empty only for a team that is always out
  Side side{Side::A};
  Length from, to;             ///< its lane, chainage; both 0: its base's sector
  bool always_out{false};      ///< never goes home: for toy worlds
  Duration first_leg_after{};  ///< of a team that is always out: waits at `from` until then
  Duration dwell{};            ///< stands this long at each end of its lane
  bool night{false};
  std::string policy;                ///< empty: the design's
  std::vector<std::string> sensors;  ///< empty: the design's
  Speed speed;                       ///< 0: the design's
  friend bool operator==(TeamSpec const&, TeamSpec const&) = default;
};

/// A fixed sensor given one by one.
struct PostSpec {
  std::string id;
  std::string sensor;
  std::string place;  ///< place id of the map; or:
  Side side{Side::A};
  Length chainage, depth;             ///< depth not negative, on `side`
  double up{1};                       ///< share of time in order
  Duration repair{one_day};           ///< mean
  Length height{Length::metres(2)};   ///< of the sensor above ground
  Duration watch_from{}, watch_to{};  ///< local time of day; equal: day and night
  friend bool operator==(PostSpec const&, PostSpec const&) = default;
};

/// A named sensor of a design: its kind and a shared, immutable instance.
struct SensorSpec {
  std::string type;
  std::shared_ptr<Sensor const> sensor;
  std::string text;  ///< its fields as resolved text; what equality of designs compares
  friend bool operator==(SensorSpec const& a, SensorSpec const& b) {
    return a.type == b.type && a.text == b.text;
  }
};

/// One mission composition. Drivers of a difference are found by setting one group to another design's.
struct DesignSpec {
  std::string id;
  std::string title;
  std::string organisation;  ///< its title; has no effect
  std::string flag;          ///< by which an access rule may name it; has no effect of its own
  Numbers numbers;
  Hours hours;
  Rules rules;
  Driving driving;
  Equipment equipment;
  Siting siting;
  Costs costs;
  std::vector<Contributor> contributors;
  std::map<std::string, SensorSpec> sensors;
  std::vector<TeamSpec> teams;  ///< when not empty, Numbers make no teams
  std::vector<PostSpec> posts;
  std::vector<AircraftSpec> aircraft;
  std::vector<SatelliteSpec> satellites;
  std::vector<Disruption> disruptions;
};

/// Visits everything but `sensors`, which need a registry, and `id`.
void visit(Fields& f, DesignSpec& d);

}  // namespace ceaseline
