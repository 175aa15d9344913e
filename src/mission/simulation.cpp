#include "ceaseline/mission/simulation.hpp"

#include <algorithm>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// Things that were seen at one place on days farther apart are two.
constexpr Duration object_memory = 5 * one_day;

std::uint32_t as_index(std::size_t n) { return static_cast<std::uint32_t>(n); }

bool any_object(World const& world) {
  return std::any_of(world.kinds().begin(), world.kinds().end(),
                     [](ViolationKind const& k) { return k.object; });
}

/// Somewhere, at some time, an outing may be refused; an incident before it makes that likelier.
bool may_refuse(World const& world) {
  auto const restricts = [](auto const& access) { return access.state == AccessState::Restricted; };
  auto const& rules = world.spec().access;
  return restricts(world.access(Side::A)) || restricts(world.access(Side::B)) ||
         std::any_of(rules.begin(), rules.end(), restricts);
}

/// Alternating spells of mean lengths `on` and `off`, exponential, from a start that is on; returns the off
/// spells.
Spans off_spells(Draws const& draws, Purpose purpose, Key entity, Duration on, Duration off, bool stationary,
                 SimTime end) {
  std::vector<Span> spells;
  SimTime now{};
  for (std::uint64_t turn = 0; now < end; ++turn) {
    Block const b = draws.at(purpose, entity, turn);
    double const first_on = exponential(b.open_unit(0)) * static_cast<double>(on.count());
    double const length = exponential(b.open_unit(1)) * static_cast<double>(off.count());
    bool const starts_off =
        turn == 0 && stationary &&
        draws.at(purpose, entity, ~std::uint64_t{0}).unit() * static_cast<double>((on + off).count()) <
            static_cast<double>(off.count());
    SimTime const from =
        starts_off ? now : now + Duration{static_cast<std::int64_t>(std::min(first_on, 1e15))};
    SimTime const to = from + Duration{static_cast<std::int64_t>(std::min(length, 1e15))};
    if (from < end) spells.push_back({from, std::min(to, end)});
    now = std::max(to, now + Duration{1});
  }
  return Spans(std::move(spells));
}

}  // namespace

Simulation::State::State(World const& world, Mission const& mission)
    : world_{world},
      mission_{mission},
      team_count_{as_index(mission.teams().size())},
      satellite_count_{as_index(mission.spec().satellites.size())},
      objects_possible_{any_object(world)},
      danger_possible_{world.spec().danger.near > Length{}},
      queue_{2 * mission.teams().size() + mission.spec().satellites.size() + 5},
      fusion_{world.kinds(), world.spec().evidence.association_window, world.spec().evidence.association_gate,
              object_memory},
      picture_{world.line().length()},
      teams_(mission.teams().size()),
      acquaintance_(mission.sensors().size()),
      closures_(mission.bases().size()),
      out_of_order_(mission.sensors().size()),
      vehicles_(mission.teams().size()),
      stand_downs_(mission.spec().aircraft.size()),
      last_incident_(static_cast<std::size_t>(world.line().length().kilometres()) + 1),
      nearby_(mission.teams().size()),
      sightings_(mission.teams().size()),
      open_track_(mission.teams().size()) {
  wanderers_.reserve(teams_.size());
  candidates_.reserve(mission.sensors().size());
  on_foot_.reserve(mission.teams().size());
  able_.reserve(teams_.size());
  for (Team const& t : mission.teams()) record_.team_ids.push_back(t.id);
  for (std::uint32_t i = 0; i < mission.sensors().size(); ++i) {
    Mounted const& m = mission.sensors()[i];
    record_.sensor_ids.push_back(m.id);
    bool const sight = m.sensor->channel() == Channel::Sight;
    watches_.push_back(Watch{m.key, &mission.table(m), m.team, m.sensor->channel(), m.side, m.platform,
                             m.sensor->location_error(), m.sensor->kind_right(), m.cosine_of_view > -1,
                             sight && m.team < 0 && world.terrain() != nullptr, m.town, m.satellite >= 0,
                             m.cosine_of_view, m.height, m.place, m.heading});
    if (m.satellite >= 0) satellites_.push_back(i);
  }
  for (Team const& t : mission.teams()) {
    lanes_.push_back(&lane_of(t));
    picture_wanted_ = picture_wanted_ || !t.policy->end_to_end();
    double& most = farthest_.emplace_back(-1);
    for (std::uint32_t const s : t.sensors)
      for (std::size_t k = 0; k < world.kinds().size(); ++k)
        for (Light const l : {Light::Day, Light::Night})
          most = std::max(most, mission.table(mission.sensors()[s]).reach(k, l));
  }
  ClaimSpec const& claims = world.spec().claims;
  bool const complaints =
      claims.share_a + claims.share_b + claims.invented_per_day_a + claims.invented_per_day_b > 0;
  claims_possible_ = claims.share_a + claims.share_b > 0;
  reacts_ = world.spec().violations.reaction.deterrence > 0;
  starts_matter_ = reacts_ || claims_possible_ || objects_possible_ || may_refuse(world);
  settles_ = !objects_possible_ && !complaints && satellites_.empty();
  if (settles_) fusion_.expect_late({});
  list_callable();
  for (std::uint16_t k = 0; k < world.kinds().size(); ++k) {
    if (!world.kinds()[k].object) alarm_kinds_.push_back(k);
  }
  std::sort(alarm_kinds_.begin(), alarm_kinds_.end(), [&](std::uint16_t a, std::uint16_t b) {
    return world.kinds()[a].key() < world.kinds()[b].key();
  });
}

void Simulation::State::begin(Draws draws, bool keep_tracks, Probing* probing) {
  draws_ = draws;
  keep_tracks_ = keep_tracks;
  explained_ = Key{};
  opportunities_.clear();
  queue_.clear();
  record_.incidents.clear();
  record_.fates.clear();
  record_.observations.clear();
  record_.reports.clear();
  record_.outings.clear();
  record_.visits.clear();
  record_.exposure = {};
  record_.coverage = CoverageFigures{};
  record_.period = world_.spec().period.length;
  record_.local_time = world_.spec().period.local_time;
  record_.start_of_day =
      world_.spec().period.start - std::chrono::floor<std::chrono::days>(world_.spec().period.start);
  weather_.draw(world_, draws);
  fusion_.reset();
  picture_.reset();
  senses_.clear();
  previous_.clear();
  dossiers_.clear();
  requests_.clear();
  waiting_.clear();
  open_.clear();
  today_ends_ = SimTime{};
  lights_.assign(world_.daylight().stations(), LightSpell{});
  desk_due_ = Motion::never;
  letters_.clear();
  letters_posted_ = 0;
  asked_for_ = ~std::uint32_t{0};
  wanderers_.clear();
  objects_.clear();
  mines_.clear();
  tracks_.clear();
  std::fill(acquaintance_.begin(), acquaintance_.end(), Acquaintance{});
  std::fill(last_incident_.begin(), last_incident_.end(), -1);
  std::fill(open_track_.begin(), open_track_.end(), -1);
  std::fill(stand_downs_.begin(), stand_downs_.end(), Span{});
  draw_closures();
  draw_outages();
  draw_vehicles();
  draw_alarms();
  draw_invented_claims();
  for (std::uint32_t i = 0; i < satellites_.size(); ++i) {
    SatelliteSpec const& s =
        mission_.spec().satellites[static_cast<std::size_t>(mission_.sensors()[satellites_[i]].satellite)];
    if (SimTime{s.first} < world_.end()) queue_.set(satellite_slot(i), SimTime{s.first}, sighting_third);
  }
  if (objects_possible_) queue_.set(look_slot(), SimTime{}, sighting_third);
  start_probing(probing);
  for (std::uint32_t i = 0; i < team_count_; ++i) {
    teams_[i] = TeamState{};
    sightings_[i] = Sighting{};
    nearby_[i].clear();
    auto const& routes = team(i).routes;
    if (!routes.empty()) queue_.set(i, routes.front().from, team_first);
  }
}

void Simulation::State::draw_closures() {
  for (std::size_t b = 0; b < closures_.size(); ++b) {
    Base const& base = mission_.bases()[b];
    AccessSpec const& access = world_.access(base.side);
    closures_[b] = Spans{};
    if (access.state != AccessState::Restricted || access.closure_every <= Duration{}) continue;
    closures_[b] = off_spells(draws_, purpose::closure, base.key, access.closure_every, access.closure_length,
                              false, world_.end());
  }
}

void Simulation::State::draw_outages() {
  for (std::size_t i = 0; i < out_of_order_.size(); ++i) {
    Mounted const& m = mission_.sensors()[i];
    out_of_order_[i] = Spans{};
    if (m.team >= 0) continue;
    if (m.up < 1) {
      Duration const works{static_cast<std::int64_t>(
          std::min(1e15, static_cast<double>(m.repair.count()) * m.up / (1 - m.up)))};
      out_of_order_[i] = off_spells(draws_, purpose::outage, m.key, works, m.repair, true, world_.end());
    }
    for (Spans const* more : {&m.shut, &m.off_watch, &m.disrupted}) {
      if (!more->empty()) out_of_order_[i] = out_of_order_[i] | *more;
    }
  }
}

void Simulation::State::draw_vehicles() {
  double const up = mission_.spec().driving.vehicle_up;
  if (up >= 1 || mission_.spec().rules.least_vehicles <= 0) return;
  Duration const repair = mission_.spec().driving.vehicle_repair;
  Duration const works{
      static_cast<std::int64_t>(std::min(1e15, static_cast<double>(repair.count()) * up / (1 - up)))};
  for (std::uint32_t i = 0; i < team_count_; ++i) {
    if (team(i).aircraft >= 0) continue;
    vehicles_[i].resize(static_cast<std::size_t>(mission_.spec().numbers.vehicles_per_patrol));
    for (std::size_t v = 0; v < vehicles_[i].size(); ++v)
      vehicles_[i][v] =
          off_spells(draws_, purpose::breakdown, key_of(team(i).key, v), works, repair, true, world_.end());
  }
}

void Simulation::State::day(TruthDay const& truth) {
  record_.incidents.append(truth.incidents.begin(), truth.incidents.end());
  record_.fates.resize(record_.incidents.size());
  senses_.resize(record_.incidents.size());
  today_ends_ += one_day;
  // Where nothing hangs on starts, acts alone are lived through.
  std::size_t next_incident = starts_matter_ ? 0 : truth.incidents.size();
  std::size_t next_act = 0;
  while (true) {
    SimTime const starts =
        next_incident < truth.incidents.size() ? truth.incidents[next_incident].start : Motion::never;
    SimTime const happens = next_act < truth.acts.size() ? truth.acts[next_act].time : Motion::never;
    SimTime const now = std::min(starts, happens);
    if (now == Motion::never) break;
    if (queue_.due_before(now + Duration{1})) decide_until(now + Duration{1});
    if (starts <= happens) {
      incident_starts(truth.first + as_index(next_incident++));
    } else {
      act(truth.acts[next_act++]);
    }
  }
}

void Simulation::State::incident_starts(std::uint32_t index) {
  Incident const& incident = record_.incidents[index];
  if (reacts_) react(index);
  if (record_.fates[index].prevented) return;
  auto const kilometre = static_cast<std::size_t>(std::max(0.0, incident.chainage / 1000));
  last_incident_[std::min(kilometre, last_incident_.size() - 1)] = ms_of(incident.start);
  if (claims_possible_) may_claim(index);
  if (world_.kinds()[incident.kind].object) object_appears(index, incident.start);
}

void Simulation::State::decide_until(SimTime end) {
  while (queue_.due_before(end)) {
    EventQueue::Event const e = queue_.pop();
    if (e.slot < team_count_) {
      team_decides(e.slot, e.time);
    } else if (e.slot < 2 * team_count_) {
      sighting(e.slot - team_count_, e.time);
    } else if (e.slot < desk_slot()) {
      satellite_passes(e.slot - 2 * team_count_, e.time);
    } else if (e.slot == desk_slot()) {
      desk_decides(e.time);
    } else if (e.slot == mail_slot()) {
      mail_arrives(e.time);
    } else if (e.slot == alarm_slot()) {
      alarm_rings(e.time);
    } else if (e.slot == look_slot()) {
      look_again(e.time);
    } else {
      probe(e.time);
    }
  }
}

Record& Simulation::State::finish() {
  decide_until(world_.end());
  for (std::uint32_t i = 0; i < team_count_; ++i) close_track(i, world_.end());
  today_ends_ = Motion::never;
  close_reports(as_index(dossiers_.size()), record_.observations.size(), Detail::Whole);
  for (std::size_t i = record_.incidents.first(); i < record_.incidents.size(); ++i) close(as_index(i));
  return record_;
}

Simulation::Simulation(World const& world, Mission const& mission)
    : state_{std::make_unique<State>(world, mission)} {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;
void Simulation::begin(Draws draws, bool keep_tracks, Probing* probing) {
  state_->begin(draws, keep_tracks, probing);
}
void Simulation::day(TruthDay const& truth) { state_->day(truth); }
void Simulation::let_go(Closing& to) { state_->let_go(to); }
Record& Simulation::finish() { return state_->finish(); }
void Simulation::explain(Key incident) { state_->explain(incident); }
std::vector<Opportunity> const& Simulation::opportunities() const { return state_->opportunities(); }
std::vector<Track> const& Simulation::tracks() const { return state_->tracks(); }
Spans const& Simulation::out_of_order(std::size_t i) const { return state_->out_of_order(i); }
Weather const& Simulation::weather() const { return state_->weather(); }

Record simulate(World const& world, ViolationProcess const& process, Mission const& mission, Draws draws) {
  Simulation simulation(world, mission);
  simulation.begin(draws);
  TruthStream truth(world, process, draws);
  TruthDay today;
  while (truth.next(today)) simulation.day(today);
  return simulation.finish();
}

}  // namespace ceaseline
