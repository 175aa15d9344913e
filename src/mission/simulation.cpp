#include "ceaseline/mission/simulation.hpp"

#include <algorithm>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

// At one instant teams move before desks decide, and things are seen last.
constexpr Priority team_first = 0;
constexpr std::size_t desk_room = 256;

std::uint32_t as_index(std::size_t n) { return static_cast<std::uint32_t>(n); }

bool any_object(World const& world) {
  return std::any_of(world.kinds().begin(), world.kinds().end(),
                     [](ViolationKind const& k) { return k.object; });
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
      base_count_{as_index(mission.bases().size())},
      objects_possible_{any_object(world)},
      queue_{std::max<std::size_t>(1, 2 * mission.teams().size() + mission.bases().size())},
      teams_(mission.teams().size()),
      desks_(mission.bases().size()),
      acquaintance_(mission.sensors().size()),
      closures_(mission.bases().size()),
      out_of_order_(mission.sensors().size()),
      last_incident_(static_cast<std::size_t>(world.line().length().kilometres()) + 1),
      sightings_(mission.teams().size()),
      visits_(world.line().length()),
      open_track_(mission.teams().size()) {
  wanderers_.reserve(teams_.size());
  candidates_.reserve(mission.sensors().size());
  for (auto& desk : desks_) desk.reserve(desk_room);
  for (Team const& t : mission.teams()) record_.team_ids.push_back(t.id);
  for (Mounted const& m : mission.sensors()) {
    record_.sensor_ids.push_back(m.id);
    bool const shut = m.team < 0 && world.access(m.side).state == AccessState::Shut;
    watches_.push_back(Watch{m.key, &mission.table(m), m.team, m.sensor->channel(), m.side, shut,
                             m.cosine_of_view > -1, m.cosine_of_view, m.place, m.heading});
  }
}

void Simulation::State::begin(Draws draws, bool keep_tracks) {
  draws_ = draws;
  keep_tracks_ = keep_tracks;
  queue_.clear();
  record_.incidents.clear();
  record_.fates.clear();
  record_.observations.clear();
  record_.outings.clear();
  record_.visits.clear();
  record_.coverage = CoverageFigures{};
  record_.period = world_.spec().period.length;
  record_.local_time = world_.spec().period.local_time;
  record_.start_of_day =
      world_.spec().period.start - std::chrono::floor<std::chrono::days>(world_.spec().period.start);
  senses_.clear();
  previous_.clear();
  asked_for_ = ~std::uint32_t{0};
  wanderers_.clear();
  objects_.clear();
  tracks_.clear();
  visits_.reset();
  for (auto& desk : desks_) desk.clear();
  std::fill(acquaintance_.begin(), acquaintance_.end(), Acquaintance{});
  std::fill(last_incident_.begin(), last_incident_.end(), -1);
  std::fill(open_track_.begin(), open_track_.end(), -1);
  draw_closures();
  draw_outages();
  for (std::uint32_t i = 0; i < team_count_; ++i) {
    teams_[i] = TeamState{};
    sightings_[i] = Sighting{};
    auto const& routes = team(i).routes;
    if (!routes.empty()) queue_.set(i, routes.front().from, team_first);
  }
}

void Simulation::State::draw_closures() {
  for (std::uint32_t b = 0; b < base_count_; ++b) {
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
    if (world_.access(m.side).state == AccessState::Shut) {
      out_of_order_[i] = Spans({Span{SimTime{}, world_.end()}});
    } else if (m.up < 1) {
      Duration const works{
          static_cast<std::int64_t>(static_cast<double>(m.repair.count()) * m.up / (1 - m.up))};
      out_of_order_[i] = off_spells(draws_, purpose::outage, m.key, works, m.repair, true, world_.end());
    }
  }
}

void Simulation::State::day(TruthDay const& truth) {
  record_.incidents.insert(record_.incidents.end(), truth.incidents.begin(), truth.incidents.end());
  record_.fates.resize(record_.incidents.size());
  senses_.resize(record_.incidents.size());
  std::size_t next_incident = 0;
  std::size_t next_act = 0;
  while (true) {
    SimTime const starts =
        next_incident < truth.incidents.size() ? truth.incidents[next_incident].start : Motion::never;
    SimTime const happens = next_act < truth.acts.size() ? truth.acts[next_act].time : Motion::never;
    SimTime const now = std::min(starts, happens);
    if (now == Motion::never) break;
    decide_until(now + Duration{1});
    if (starts <= happens) {
      incident_starts(truth.first + as_index(next_incident++));
    } else {
      act(truth.acts[next_act++]);
    }
  }
}

void Simulation::State::incident_starts(std::uint32_t index) {
  Incident const& incident = record_.incidents[index];
  auto const kilometre = static_cast<std::size_t>(std::max(0.0, incident.chainage / 1000));
  last_incident_[std::min(kilometre, last_incident_.size() - 1)] = ms_of(incident.start);
  if (world_.kinds()[incident.kind].object) object_appears(index, incident.start);
}

void Simulation::State::decide_until(SimTime end) {
  while (queue_.next_time() < end) {
    EventQueue::Event const e = queue_.pop();
    if (e.slot < team_count_) {
      team_decides(e.slot, e.time);
    } else if (e.slot < team_count_ + base_count_) {
      desk_decides(e.slot - team_count_, e.time);
    } else {
      sighting(e.slot - team_count_ - base_count_, e.time);
    }
  }
}

Record& Simulation::State::finish() {
  decide_until(world_.end());
  for (std::uint32_t i = 0; i < team_count_; ++i) close_track(i, world_.end());
  for (std::uint32_t i = 0; i < record_.incidents.size(); ++i) close(i);
  return record_;
}

Simulation::Simulation(World const& world, Mission const& mission)
    : state_{std::make_unique<State>(world, mission)} {}
Simulation::~Simulation() = default;
Simulation::Simulation(Simulation&&) noexcept = default;
Simulation& Simulation::operator=(Simulation&&) noexcept = default;
void Simulation::begin(Draws draws, bool keep_tracks) { state_->begin(draws, keep_tracks); }
void Simulation::day(TruthDay const& truth) { state_->day(truth); }
Record& Simulation::finish() { return state_->finish(); }
std::vector<Track> const& Simulation::tracks() const { return state_->tracks(); }
Spans const& Simulation::out_of_order(std::size_t i) const { return state_->out_of_order(i); }

Record simulate(World const& world, ViolationProcess const& process, Mission const& mission, Draws draws) {
  Simulation simulation(world, mission);
  simulation.begin(draws);
  TruthStream truth(world, process, draws);
  TruthDay today;
  while (truth.next(today)) simulation.day(today);
  return simulation.finish();
}

}  // namespace ceaseline
