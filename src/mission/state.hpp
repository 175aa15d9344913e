#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ceaseline/detection/fusion.hpp"
#include "ceaseline/engine/event_queue.hpp"
#include "ceaseline/geo/lane_reach.hpp"
#include "ceaseline/mission/picture.hpp"
#include "ceaseline/mission/simulation.hpp"
#include "ceaseline/model/weather.hpp"

namespace ceaseline {

// At one instant teams move before desks decide, and what is noticed by the clock comes last.
inline constexpr Priority team_first = 0;
inline constexpr Priority desk_second = 1;
inline constexpr Priority sighting_third = 2;
inline constexpr Priority probes_last = 3;

/// Nobody places anything better than this, m.
inline constexpr double least_error = 10;

/// What one team is doing.
struct TeamState {
  enum class Doing : std::uint8_t {
    Home,
    Denied,     ///< not allowed out
    Broken,     ///< no vehicle, or an aircraft that does not fly or sees nothing
    Withdrawn,  ///< away from a fire
    Patrol,
    Driving,
    Working,
    Returning
  };
  Doing doing{Doing::Home};
  Motion motion;
  SimTime until;             ///< end of the route under way
  std::uint32_t route{0};    ///< index of the route under way, or of the next one
  std::uint64_t leg{0};      ///< motions so far in this replication
  double leg_from{0};        ///< chainage where the leg under way began, m
  std::uint32_t request{0};  ///< of the visit under way
  bool refused{false};       ///< the visit under way will be refused
  bool blind{false};         ///< an aircraft that is jammed
  Duration way_back{};       ///< from a scene across the line
  bool across{false};        ///< the visit under way is on the other side of the line: it notices nothing
  std::uint32_t visit{0};    ///< index into Record::visits
  SimTime exposed_until{};   ///< near live fire
  SimTime lost_until{};      ///< of an aircraft: there is none before
  SimTime cached_at{Duration{-1}};  ///< when `cached` was computed
  Point cached;
  bool cached_moving{false}, cached_town{false};

  /// Off its own lane, so that the index of sensors near a kilometre does not find it.
  [[nodiscard]] bool away() const {
    return doing == Doing::Driving || doing == Doing::Working || doing == Doing::Returning;
  }
  [[nodiscard]] bool on_lane() const { return doing == Doing::Patrol; }
  /// It would be on its lane if it could.
  [[nodiscard]] bool kept_away() const { return doing == Doing::Denied || doing == Doing::Broken; }
  /// It notices what happens.
  [[nodiscard]] bool watches() const { return on_lane() || (away() && !across); }
};

/// A team away from its lane: where its road lies, so that most are passed over by one comparison.
struct Wanderer {
  std::uint32_t team;
  Point about;            ///< its road lies in a circle round this,
  double far_squared{0};  ///< and none of its sensors reaches farther from there, m^2
};

/// Truth about what sensors had to do with one incident; the mission knows none of it.
struct Sense {
  std::int32_t last_observation{-1};
  bool in_reach{false}, broken_in_reach{false}, denied_in_reach{false}, hidden_in_reach{false};
};

/// What the loop over acts asks of a mounted sensor, close together.
struct Watch {
  Key key;
  DetectionTable const* table;
  std::int32_t team;  ///< -1 when it is fixed
  Channel channel;
  Side side;
  std::uint32_t platform;
  LocationError error;
  double kind_right;
  bool looks_one_way;
  bool needs_sight;  ///< a fixed one that ground can hide things from
  bool town;
  bool always_off;  ///< a satellite: it notices nothing but at its passes
  double cosine_of_view;
  double height;
  Point place, heading;
};

/// What a sensor has to do with the incident it was last asked about. Acts of one incident follow each other,
/// so that this mostly spares a second draw, or all of them.
struct Acquaintance {
  std::uint32_t incident{~std::uint32_t{0}};
  bool drawn{false};             ///< `shared_luck` is known
  double shared_luck{0};         ///< the luck that acts of one incident share at one sensor
  std::int32_t observation{-1};  ///< the latest that it made of the incident
};

/// A sensor that may notice acts of the incident in question: fixed ones with their chance, teams' to be
/// asked anew.
struct Candidate {
  std::uint32_t sensor;
  std::int32_t team;           ///< -1 when it is fixed
  double chance{0}, range{0};  ///< of a fixed one, and its distance in m
  bool recognised{false}, identified{false};
  Point from{};  ///< where it stands
};

/// Where a notice really came from: for judging, and for what a visit finds. Policies never see it.
struct TrueSource {
  std::int32_t incident{-1};
  std::int32_t sensor{-1};
};

/// A notice on its way to the mission.
struct Letter {
  SimTime known;
  std::uint64_t order;  ///< among those of one instant
  Notice notice;
  TrueSource origin;
  bool names_scene{false};  ///< somebody points out where it struck; then:
  Side scene_side{Side::A};
  double scene_chainage{0}, scene_depth{0};  ///< m; depth not negative
};

/// What the mission has done about one report, beside what the fusion knows of it.
struct Dossier {
  std::int32_t request{-1};  ///< its latest, or -1
  double chainage{0};        ///< of its first observation, m; 0 where no policy asks for it
  std::uint32_t last{0};     ///< its latest observation
  SimTime known;
  SimTime evident{Motion::never};  ///< when something publishable was first known of it
  Verification verification{Verification::None};
  SimTime verified;
};

/// A report that asks for a visit to its scene.
struct Request {
  std::uint32_t report;
  std::int32_t incident;   ///< what is to be found there, -1 for nothing: seen by the visit only
  Side side;               ///< of the scene
  double chainage, depth;  ///< of the scene as it was told, m
  SimTime asked, due;
  std::uint8_t attempts{0};
  bool shared{false};  ///< several reports ask for it
  enum class State : std::uint8_t { Waiting, Under, Done, Lost } state{State::Waiting};
  Reason failed{Reason::None};
};

/// A thing that stays on the ground until `end`.
struct Object {
  std::uint32_t incident;
  SimTime end;
  Sky looked{};      ///< the sky under which fixed sensors looked last
  bool told{false};  ///< all of them were in order then: another look under that sky tells nothing
};

/// An object that a team may notice from its lane.
struct Nearby {
  std::uint32_t incident;
  std::uint32_t sensor;
  SimTime end;
  Approach approach;
};

/// The next pass of a team by an object it has not yet noticed.
struct Sighting {
  SimTime time{Motion::never};
  std::uint32_t sensor{0};
  std::uint32_t incident{0};
};

/// Where the next probe lies in its lattice.
struct ProbeLattice {
  double apart{0};                       ///< ms
  double time_shift{0}, place_shift{0};  ///< in [0, 1), of `apart` and of the line
  std::uint64_t turn{0};
};

/// A false alarm to come.
struct Alarm {
  SimTime at;
  std::uint32_t sensor;
  std::uint64_t turn;
};

class Simulation::State {
 public:
  State(World const& world, Mission const& mission);
  void begin(Draws draws, bool keep_tracks, Probing* probing);
  void day(TruthDay const& truth);
  Record& finish();
  void let_go(Closing& to);
  void explain(Key incident) { explained_ = incident; }
  [[nodiscard]] std::vector<Opportunity> const& opportunities() const { return opportunities_; }
  [[nodiscard]] std::vector<Track> const& tracks() const { return tracks_; }
  [[nodiscard]] Spans const& out_of_order(std::size_t i) const { return out_of_order_[i]; }
  [[nodiscard]] Weather const& weather() const { return weather_; }

 private:
  // simulation.cpp: the order of things
  void decide_until(SimTime end);
  void incident_starts(std::uint32_t index);
  void react(std::uint32_t index);
  void draw_closures();
  void draw_outages();
  void draw_vehicles();

  // sensing.cpp: what is noticed of an act
  void act(Act const& act);
  void ask_sensors(Act const& act, Sky sky);
  void gather(std::uint32_t incident, Sky sky);
  [[nodiscard]] bool within_view(Candidate& c, Incident const& incident, Sky sky, bool moving, bool town,
                                 Point from) const;
  bool could_notice(Candidate& c, Watch const& w, Act const& act, Sky sky);
  double luck_of(std::uint32_t sensor, std::uint32_t incident, std::uint32_t act);
  [[nodiscard]] bool follows(std::uint32_t sensor, std::uint32_t incident, SimTime t) const;
  [[nodiscard]] bool in_order(std::uint32_t sensor, SimTime t, Sense& sense) const;
  [[nodiscard]] bool hidden(Watch const& w, Point place, std::size_t kind) const;
  [[nodiscard]] Point beside(std::uint32_t team, Incident const& incident) const;
  Acquaintance& acquaint(std::uint32_t sensor, std::uint32_t incident);
  [[nodiscard]] Point place_of(std::uint32_t team, SimTime t);
  /// Within it light and moonlight are the same; `sky` holds no weather.
  struct LightSpell {
    SimTime from, until;
    Sky sky;
  };
  [[nodiscard]] Sky sky_at(double chainage, SimTime t);
  [[nodiscard]] LightSpell light_spell(double chainage, SimTime t) const;

  // probing.cpp: who would notice
  void start_probing(Probing* probing);
  void next_probe();
  void probe(SimTime now);
  [[nodiscard]] bool would_notice(Watch const& w, DetectionTable::Curve const& curve, Point from, Point place,
                                  double threshold) const;

  // noting.cpp: from what was noticed to what the mission knows
  void note(Candidate const& c, std::uint32_t incident, SimTime t, Point from, bool first_to_notice);
  void fill(Notice& notice, Candidate const& c, Incident const& incident, SimTime t, Point from) const;
  std::uint32_t deliver(Letter const& letter);
  void check_verified(std::uint32_t report, SimTime now);
  void point_out_scene(Letter& letter, std::uint32_t incident) const;
  [[nodiscard]] std::uint16_t guessed_kind(double right, Incident const& incident, Key sensor) const;
  [[nodiscard]] double side_odds(double right, bool says_b) const;

  // alarms.cpp: what did not happen; mail.cpp: what becomes known later
  void draw_alarms();
  void alarm_rings(SimTime now);
  void draw_invented_claims();
  void may_claim(std::uint32_t incident);
  void post(Letter letter);
  void mail_arrives(SimTime now);

  // objects.cpp: what is passed by; satellites.cpp
  void object_appears(std::uint32_t index, SimTime now);
  void plan_sighting(std::uint32_t team, SimTime now);
  void team_meets(std::uint32_t team, std::uint32_t sensor, Object const& object, SimTime now);
  void look_again(SimTime now);
  bool fixed_meets(std::uint32_t sensor, std::uint32_t incident, Sky sky, SimTime now);
  [[nodiscard]] Stretch abreast(std::uint32_t team, Incident const& incident) const;
  void plan_pass(std::uint32_t team, Nearby const& met, SimTime now);
  void sighting(std::uint32_t team, SimTime now);
  void object_noticed(Candidate const& c, std::uint32_t incident, SimTime now, Point from);
  [[nodiscard]] SimTime next_pass(std::uint32_t team, Nearby const& met, SimTime now);
  [[nodiscard]] bool observed_by(std::uint32_t incident, std::uint32_t sensor) const;
  [[nodiscard]] bool on_its_way(std::uint32_t incident, std::uint32_t sensor) const;
  void satellite_passes(std::uint32_t satellite, SimTime now);

  // patrol.cpp, flights.cpp: what teams decide
  void team_decides(std::uint32_t team, SimTime now);
  void route_begins(std::uint32_t team, SimTime now);
  void patrol_begins(std::uint32_t team, SimTime now);
  void route_ends(std::uint32_t team, SimTime now);
  void next_leg(std::uint32_t team, SimTime now);
  void back_on_lane(std::uint32_t team, SimTime now);
  void set_motion(std::uint32_t team, Motion const& motion, SimTime now, bool at_work);
  void close_track(std::uint32_t team, SimTime now);
  [[nodiscard]] bool recent_incident(Stretch where, Duration recent, SimTime now) const;
  [[nodiscard]] double refusal(Side side, Stretch where, SimTime now) const;
  [[nodiscard]] std::uint64_t route_number(std::uint32_t team) const;
  [[nodiscard]] OutingFate patrol_fate(std::uint32_t team, SimTime now) const;
  [[nodiscard]] OutingFate flight_fate(std::uint32_t team, SimTime now);
  [[nodiscard]] bool vehicles_in_order(std::uint32_t team, SimTime now) const;

  // danger.cpp: fire and mines
  void endanger(Act const& act);
  void near_fire(std::uint32_t team, Point fire, SimTime now);
  void withdraw(std::uint32_t team, SimTime now);
  enum class Mines : std::uint8_t { All, Known };
  [[nodiscard]] bool mines_beside(Mines which, Side side, double from, double to, SimTime now) const;
  [[nodiscard]] Duration slowed_by_mines(Mines which, Side side, double from, double to, SimTime now) const;

  // dispatch.cpp: who goes where; visits.cpp: what comes of it
  void ask_for_visit(std::uint32_t report, Letter const& letter);
  [[nodiscard]] std::int32_t request_for_scene(Letter const& letter) const;
  void desk_decides(SimTime now);
  void sort_waiting(SimTime now);
  void wake_desk(SimTime when);
  bool serve(std::uint32_t request, SimTime now);
  void find_able(Request const& request, SimTime now);
  void send(std::uint32_t request, AbleTeam const& able, SimTime now);
  void list_callable();
  void close_request(std::uint32_t request, Request::State as, Reason failed);
  void remember_way(std::uint32_t team, double from, double to);
  [[nodiscard]] std::vector<Wanderer>::iterator wanderer(std::uint32_t team);
  [[nodiscard]] AbleTeam way_across(double here, Request const& request) const;
  void arrive(std::uint32_t team, SimTime now);
  void scene_done(std::uint32_t team, SimTime now);
  void read_scene(std::uint32_t request, SimTime now);
  [[nodiscard]] Key address_of(Request const& request) const;

  // explaining.cpp: why one incident was missed
  void explain_act(Act const& act, Sky sky);

  // closing.cpp: how far each incident came; letting_go.cpp: what is over before the end
  enum class Detail : std::uint8_t { Whole, Chain };
  void close_reports(std::uint32_t end, std::size_t observations, Detail detail);
  void close(std::uint32_t index);
  void judge_reports(std::uint32_t end, std::size_t observations);
  void fill(Report& report, std::uint32_t index, Detail detail) const;
  void declare_side(Report& report, std::uint32_t index) const;
  struct Settled {
    std::size_t incidents, observations, reports;  ///< the first that may still change
  };
  [[nodiscard]] Settled settled(SimTime now) const;
  [[nodiscard]] std::size_t closed_visits() const;
  [[nodiscard]] Reason why_unverified(Incident const& incident, std::uint32_t report) const;
  [[nodiscard]] Reason why_missed(Sense const& sense) const;

  [[nodiscard]] std::uint32_t sighting_slot(std::uint32_t team) const { return team_count_ + team; }
  [[nodiscard]] std::uint32_t satellite_slot(std::uint32_t i) const { return 2 * team_count_ + i; }
  [[nodiscard]] std::uint32_t desk_slot() const { return 2 * team_count_ + satellite_count_; }
  [[nodiscard]] std::uint32_t mail_slot() const { return desk_slot() + 1; }
  [[nodiscard]] std::uint32_t alarm_slot() const { return desk_slot() + 2; }
  [[nodiscard]] std::uint32_t look_slot() const { return desk_slot() + 3; }
  [[nodiscard]] std::uint32_t probe_slot() const { return desk_slot() + 4; }
  [[nodiscard]] Team const& team(std::uint32_t i) const { return mission_.teams()[i]; }
  [[nodiscard]] Lane const& lane_of(Team const& t) const { return t.track ? *t.track : world_.lane(t.side); }

  World const& world_;
  Mission const& mission_;
  std::uint32_t team_count_, satellite_count_{0};
  std::vector<Watch> watches_;             ///< per sensor
  std::vector<std::uint32_t> satellites_;  ///< sensors, in the order of their keys
  bool objects_possible_, danger_possible_;
  bool claims_possible_{false}, reacts_{false};
  bool starts_matter_{true};                          ///< something hangs on the start of an incident
  bool picture_wanted_{false};                        ///< some policy looks at it
  bool settles_{false};                               ///< nothing stays and nothing comes late
  std::vector<double> farthest_;                      ///< per team: no sensor of it reaches farther, m
  std::vector<Lane const*> lanes_;                    ///< per team
  std::vector<std::vector<std::uint32_t>> callable_;  ///< by kilometre: teams that may be sent there
  Draws draws_{0, 0};
  bool keep_tracks_{false};
  EventQueue queue_;
  Record record_;
  Weather weather_;
  Fusion fusion_;
  Picture picture_;
  Series<Sense> senses_;           ///< one per incident
  Series<std::int32_t> previous_;  ///< per observation: the one before it of the same incident
  Series<Dossier> dossiers_;       ///< per report
  std::vector<TeamState> teams_;
  std::vector<Wanderer> wanderers_;
  Series<Request> requests_;
  std::vector<std::uint32_t> waiting_;  ///< requests not under way, oldest first
  std::vector<std::uint32_t> open_;     ///< requests waiting or under way, oldest first
  SimTime today_ends_{};
  std::vector<AbleTeam> able_;          ///< scratch
  std::vector<std::uint32_t> sharers_;  ///< scratch
  struct Belonging {
    std::uint32_t report, incident;
  };
  std::vector<Belonging> belongings_;  ///< scratch
  SimTime desk_due_{Motion::never};
  std::vector<Letter> letters_;  ///< a heap, soonest first
  std::uint64_t letters_posted_{0};
  std::vector<Alarm> alarms_;
  std::size_t next_alarm_{0};
  std::vector<Acquaintance> acquaintance_;  ///< per sensor
  std::vector<Candidate> candidates_;       ///< for `asked_for_` under the sky `asked_in_`
  std::vector<std::uint32_t> on_foot_;      ///< teams among them that are no aircraft, once each
  std::uint32_t asked_for_{0};
  Sky asked_in_;
  std::vector<Spans> closures_;               ///< per base
  std::vector<Spans> out_of_order_;           ///< per sensor, with what was shut and off watch
  std::vector<std::vector<Spans>> vehicles_;  ///< per team and vehicle: when it is broken
  std::vector<Span> stand_downs_;             ///< per launch site: the latest after a loss
  std::vector<std::uint16_t> alarm_kinds_;    ///< kinds of acts by key
  std::vector<LightSpell> lights_;            ///< per station of daylight: the spell last asked for
  std::vector<std::int64_t> last_incident_;   ///< per kilometre of the line, ms; -1 for none
  std::vector<Object> objects_;
  std::vector<Object> mines_;
  std::vector<std::vector<Nearby>> nearby_;  ///< per team
  std::vector<Sighting> sightings_;          ///< per team
  std::vector<Stretch> stretches_;           ///< scratch
  std::vector<Track> tracks_;
  std::vector<std::int32_t> open_track_;  ///< per team, index into tracks_ or -1
  Probing* probing_{nullptr};
  ProbeLattice probe_;
  Key explained_{};
  std::vector<Opportunity> opportunities_;
};

}  // namespace ceaseline
