#pragma once

#include <cstdint>
#include <vector>

#include "ceaseline/engine/event_queue.hpp"
#include "ceaseline/mission/simulation.hpp"

namespace ceaseline {

/// What one team is doing.
struct TeamState {
  enum class Doing : std::uint8_t { Home, Denied, Patrol, Driving, Working, Returning };
  Doing doing{Doing::Home};
  Motion motion;
  SimTime until;                    ///< end of the route under way
  std::uint32_t route{0};           ///< index of the route under way, or of the next one
  std::uint64_t leg{0};             ///< motions so far in this replication
  std::uint32_t scene{0};           ///< incident of the visit under way
  bool refused{false};              ///< the visit under way will be refused
  std::uint32_t visit{0};           ///< index into Record::visits
  SimTime cached_at{Duration{-1}};  ///< when `cached` was computed
  Point cached;
  bool cached_moving{false};

  /// Off its own lane, so that the index of sensors near a kilometre does not find it.
  [[nodiscard]] bool away() const {
    return doing == Doing::Driving || doing == Doing::Working || doing == Doing::Returning;
  }
  [[nodiscard]] bool out() const { return doing != Doing::Home && doing != Doing::Denied; }
};

/// What has been sensed of one incident, as sums that grow with each observation.
struct Sense {
  double ixx{0}, ixy{0}, iyy{0};  ///< information matrix, 1/m^2
  double bx{0}, by{0};            ///< information times place
  double log_odds_b{0};           ///< that side B is responsible, from sight and visit
  std::int32_t last_observation{-1};
  std::uint32_t first_platform{0};
  std::uint8_t attempts{0};
  bool several_platforms{false}, by_sight{false};
  bool in_reach{false}, broken_in_reach{false}, denied_in_reach{false};
  bool visit_due{false};  ///< a visit waits at a desk or is under way
  Reason visit_failed{Reason::None};
};

/// What the loop over acts asks of a mounted sensor, close together.
struct Watch {
  Key key;
  DetectionTable const* table;
  std::int32_t team;  ///< -1 when it is fixed
  Channel channel;
  Side side;
  bool shut;  ///< its side lets it nowhere
  bool looks_one_way;
  double cosine_of_view;
  Point place, heading;
};

/// What a sensor has to do with the incident it was last asked about. Acts of one incident follow each other,
/// so that this mostly spares a second draw, or all of them.
struct Acquaintance {
  std::uint32_t incident{~std::uint32_t{0}};
  bool drawn{false};      ///< `shared_luck` is known
  bool noted{false};      ///< it has noticed an act of it
  double shared_luck{0};  ///< the luck that acts of one incident share at one sensor
};

/// A sensor that may notice acts of the incident in question: fixed ones with their chance, teams' to be
/// asked anew.
struct Candidate {
  std::uint32_t sensor;
  std::int32_t team;     ///< -1 when it is fixed
  double chance, range;  ///< of a fixed one, and its distance in m
};

/// A report that waits at a base for a team to visit its scene.
struct PendingVisit {
  std::uint32_t incident;
  SimTime due;
};

/// A thing that stays on the ground until `end`.
struct Object {
  std::uint32_t incident;
  SimTime end;
};

/// The next pass of a team by an object it has not yet noticed.
struct Sighting {
  SimTime time{Motion::never};
  std::uint32_t sensor{0};
  std::uint32_t incident{0};
};

class Simulation::State {
 public:
  State(World const& world, Mission const& mission);
  void begin(Draws draws, bool keep_tracks);
  void day(TruthDay const& truth);
  Record& finish();
  [[nodiscard]] std::vector<Track> const& tracks() const { return tracks_; }
  [[nodiscard]] Spans const& out_of_order(std::size_t i) const { return out_of_order_[i]; }

 private:
  // simulation.cpp: the order of things
  void decide_until(SimTime end);
  void incident_starts(std::uint32_t index);
  void draw_closures();
  void draw_outages();

  // sensing.cpp: what is noticed of an act
  void act(Act const& act);
  void gather(std::uint32_t incident, Light light);
  [[nodiscard]] bool within_view(Candidate& c, Incident const& incident, Light light, bool moving,
                                 Point from) const;
  bool try_notice(Candidate c, std::uint32_t incident, Light light, std::uint64_t act_key, SimTime t);
  [[nodiscard]] Point beside(std::uint32_t team, Incident const& incident) const;
  void note(std::uint32_t sensor, std::uint32_t incident, SimTime t, Point from, double range);
  Acquaintance& acquaint(std::uint32_t sensor, std::uint32_t incident);
  [[nodiscard]] Point place_of(TeamState& team, Side side, SimTime t);

  // objects.cpp: what is passed by
  void object_appears(std::uint32_t index, SimTime now);
  void plan_sighting(std::uint32_t team, SimTime now);
  void plan_pass(std::uint32_t team, std::uint32_t sensor, Object const& object, SimTime now);
  void sighting(std::uint32_t team, SimTime now);
  [[nodiscard]] SimTime next_pass(std::uint32_t team, std::uint32_t sensor, Object const& object,
                                  SimTime now);

  // patrol.cpp: what teams decide
  void team_decides(std::uint32_t team, SimTime now);
  void route_begins(std::uint32_t team, SimTime now);
  void route_ends(std::uint32_t team, SimTime now);
  void next_leg(std::uint32_t team, SimTime now);
  void set_motion(std::uint32_t team, Motion const& motion, SimTime now, bool at_work);
  void close_track(std::uint32_t team, SimTime now);
  [[nodiscard]] bool recent_incident(Stretch where, Duration recent, SimTime now) const;
  [[nodiscard]] double refusal(Side side, Stretch where, SimTime now) const;

  // dispatch.cpp: what bases decide
  void ask_for_visit(std::uint32_t incident, SimTime now);
  void desk_decides(std::uint32_t base, SimTime now);
  bool send_nearest(std::uint32_t base, PendingVisit& pending, SimTime now);
  void arrive(std::uint32_t team, SimTime now);
  void scene_done(std::uint32_t team, SimTime now);
  void schedule_desk(std::uint32_t base);

  // closing.cpp: how far each incident came
  void close(std::uint32_t index);
  [[nodiscard]] Reason why_unverified(Incident const& incident, Sense const& sense) const;

  [[nodiscard]] std::uint32_t desk_slot(std::uint32_t base) const { return team_count_ + base; }
  [[nodiscard]] std::uint32_t sighting_slot(std::uint32_t team) const {
    return team_count_ + base_count_ + team;
  }
  [[nodiscard]] Team const& team(std::uint32_t i) const { return mission_.teams()[i]; }

  World const& world_;
  Mission const& mission_;
  std::uint32_t team_count_, base_count_;
  std::vector<Watch> watches_;  ///< per sensor
  bool objects_possible_;
  Draws draws_{0, 0};
  bool keep_tracks_{false};
  EventQueue queue_;
  Record record_;
  std::vector<Sense> senses_;           ///< one per incident
  std::vector<std::int32_t> previous_;  ///< per observation: the one before it of the same incident
  std::vector<TeamState> teams_;
  std::vector<std::uint32_t> wanderers_;  ///< teams away from their lane
  std::vector<std::vector<PendingVisit>> desks_;
  std::vector<Acquaintance> acquaintance_;  ///< per sensor
  std::vector<Candidate> candidates_;       ///< for `asked_for_` in the light `asked_in_`
  std::uint32_t asked_for_{0};
  Light asked_in_{Light::Day};
  std::vector<Spans> closures_;              ///< per base
  std::vector<Spans> out_of_order_;          ///< per sensor
  std::vector<std::int64_t> last_incident_;  ///< per kilometre of the line, ms; -1 for none
  std::vector<Object> objects_;
  std::vector<Sighting> sightings_;  ///< per team
  std::vector<Stretch> stretches_;   ///< scratch
  LastVisits visits_;
  std::vector<Track> tracks_;
  std::vector<std::int32_t> open_track_;  ///< per team, index into tracks_ or -1
};

}  // namespace ceaseline
