#include <algorithm>
#include <cmath>

#include "state.hpp"

namespace ceaseline {
namespace {

constexpr Duration ask_again = one_hour;
/// A thing that nobody could go to see for so long has gone, as far as the desk knows.
constexpr Duration object_given_up = 14 * one_day;

}  // namespace

void Simulation::State::ask_for_visit(std::uint32_t report, Letter const& letter) {
  Rules const& rules = mission_.spec().rules;
  Dossier& d = dossiers_[report];
  if (d.request >= 0 || d.verification == Verification::Visit) return;
  if (letter.notice.channel == Channel::Claim && !rules.visits_claims) return;
  if (!letter.notice.publishable && !rules.visits_cues) return;
  if (std::int32_t const same = request_for_scene(letter); same >= 0) {
    d.request = same;
    requests_[static_cast<std::size_t>(same)].shared = true;
    return;
  }
  d.request = static_cast<std::int32_t>(requests_.size());
  Request r;
  r.report = report;
  r.incident = letter.origin.incident;
  r.side = letter.scene_side;
  r.chainage = letter.scene_chainage;
  r.depth = letter.scene_depth;
  r.asked = letter.known;
  r.due = letter.known + world_.spec().evidence.visit_after;
  requests_.push_back(r);
  auto const index = static_cast<std::uint32_t>(d.request);
  open_.push_back(index);
  bool const reachable = mission_.base_for(r.side, r.chainage) >= 0 || mission_.spec().rules.crosses_line ||
                         !mission_.spec().teams.empty();
  if (!reachable) {
    close_request(index, Request::State::Lost, Reason::NoTeam);
    return;
  }
  waiting_.push_back(index);
  wake_desk(r.due);
}

void Simulation::State::close_request(std::uint32_t request, Request::State as, Reason failed) {
  requests_[request].state = as;
  requests_[request].failed = failed;
  open_.erase(std::lower_bound(open_.begin(), open_.end(), request));
}

/// Two reports of one day that point to the same scene ask for one visit.
std::int32_t Simulation::State::request_for_scene(Letter const& letter) const {
  double const near = world_.spec().evidence.same_scene.metres();
  for (std::size_t n = near > 0 ? open_.size() : 0; n-- > 0;) {
    Request const& r = requests_[open_[n]];
    if (r.asked < letter.known - one_day) break;
    bool const same = r.side == letter.scene_side && std::abs(r.chainage - letter.scene_chainage) < near &&
                      std::abs(r.depth - letter.scene_depth) < near;
    if (same) return static_cast<std::int32_t>(open_[n]);
  }
  return -1;
}

void Simulation::State::wake_desk(SimTime when) {
  if (when >= desk_due_ || when >= world_.end()) return;
  desk_due_ = when;
  queue_.set(desk_slot(), when, desk_second);
}

void Simulation::State::desk_decides(SimTime now) {
  desk_due_ = Motion::never;
  if (waiting_.size() > 1) sort_waiting(now);
  EvidenceSpec const& evidence = world_.spec().evidence;
  SimTime next = Motion::never;
  for (std::uint32_t const i : waiting_) {
    Request& r = requests_[i];
    std::uint32_t const report = fusion_.standing_for(r.report);
    SimTime const last = fusion_.events()[report].last;
    Duration const lasts = world_.kinds()[fusion_.likeliest_kind(report).kind].evidence_longest;
    bool const by_chance = evidence.evidence_law == EvidenceLaw::Exponential;
    Duration const given_up = fusion_.events()[report].object ? object_given_up
                              : by_chance                     ? 20 * lasts
                                                              : lasts;
    r.due = std::max(r.due, last + evidence.visit_after);
    if (now > last + given_up) {
      close_request(i, Request::State::Lost, r.failed == Reason::None ? Reason::NoTeam : r.failed);
    } else if (r.due > now) {
      next = std::min(next, r.due);
    } else if (!serve(i, now)) {
      if (mission_.spec().rules.waits_for_team) {
        next = std::min(next, now + ask_again);
      } else {
        close_request(i, Request::State::Lost, Reason::NoTeam);
      }
    }
  }
  waiting_.erase(
      std::remove_if(waiting_.begin(), waiting_.end(),
                     [&](std::uint32_t i) { return requests_[i].state != Request::State::Waiting; }),
      waiting_.end());
  wake_desk(next);
}

/// The most urgent first, then the one asked first.
void Simulation::State::sort_waiting(SimTime now) {
  DispatchPolicy const& policy = mission_.dispatch();
  std::sort(waiting_.begin(), waiting_.end(), [&](std::uint32_t a, std::uint32_t b) {
    double const ua = policy.urgency(fusion_.events()[fusion_.standing_for(requests_[a].report)], now);
    double const ub = policy.urgency(fusion_.events()[fusion_.standing_for(requests_[b].report)], now);
    if (ua != ub) return ua > ub;
    return requests_[a].asked != requests_[b].asked ? requests_[a].asked < requests_[b].asked : a < b;
  });
}

bool Simulation::State::serve(std::uint32_t i, SimTime now) {
  Request const& r = requests_[i];
  bool const dark = !mission_.spec().rules.visits_after_dusk && world_.light(r.chainage, now) == Light::Night;
  if (dark) return false;
  find_able(r, now);
  if (able_.empty()) return false;
  Fusion::Event const& report = fusion_.events()[fusion_.standing_for(r.report)];
  std::int32_t const chosen = mission_.dispatch().choose(DispatchView{report, r.due, now, able_});
  if (chosen < 0 || static_cast<std::size_t>(chosen) >= able_.size()) return false;
  send(i, able_[static_cast<std::size_t>(chosen)], now);
  return true;
}

/// Patrols that can be at the scene, work there and be done before their route ends, in light where that is
/// asked for.
void Simulation::State::find_able(Request const& r, SimTime now) {
  able_.clear();
  Rules const& rules = mission_.spec().rules;
  AccessSpec const& access = world_.access(r.side);
  // Distance from lane to scene, at the speed of the road; the longest delay at checkpoints must fit too.
  double const off_lane = std::abs(world_.lane_depth(r.side).metres() - r.depth);
  double const farthest = rules.dispatch_within > Length{} ? rules.dispatch_within.metres() : 1e300;
  auto const kilometre = static_cast<std::size_t>(std::max(0.0, r.chainage / 1000));
  for (std::uint32_t const i : callable_[std::min(kilometre, callable_.size() - 1)]) {
    Team const& t = team(i);
    if (!teams_[i].on_lane()) continue;
    bool const crosses = t.side != r.side;
    if (crosses && (!rules.crosses_line || mission_.crossings().empty())) continue;
    double const here = teams_[i].motion.at(now).chainage;
    AbleTeam able =
        crosses ? way_across(here, r) : AbleTeam{i, std::abs(here - r.chainage) + off_lane, {}, false};
    if (able.way > farthest) continue;
    able.team = i;
    able.travel = Duration{static_cast<std::int64_t>(able.way / mission_.transit_gait().speed + 0.5)};
    if (!crosses) able.travel += slowed_by_mines(Mines::Known, r.side, here, r.chainage, now);
    SimTime const there = now + able.travel + access.checkpoint_longest;
    Duration const back = crosses ? able.travel : Duration{};
    bool const light = rules.visits_after_dusk || world_.light(r.chainage, there) == Light::Day;
    if (there + world_.spec().evidence.visit_work + back > teams_[i].until || !light) continue;
    able_.push_back(able);
  }
}

/// For each kilometre of the line the patrols that could be sent there: all of them, or those whose lane
/// comes near enough.
void Simulation::State::list_callable() {
  Rules const& rules = mission_.spec().rules;
  bool const limited = rules.dispatch_within > Length{} && !rules.crosses_line;
  double const within = rules.dispatch_within.metres();
  callable_.resize(limited ? last_incident_.size() : 1);
  for (std::size_t k = 0; k < callable_.size(); ++k) {
    double const from = static_cast<double>(k) * 1000;
    for (std::uint32_t i = 0; i < team_count_; ++i) {
      Stretch const lane = team(i).lane;
      bool const near = lane.from.metres() - within <= from + 1000 && lane.to.metres() + within >= from;
      if (team(i).aircraft < 0 && (!limited || near)) callable_[k].push_back(i);
    }
  }
}

/// By the crossing point that makes the shortest way, from lane to lane.
AbleTeam Simulation::State::way_across(double here, Request const& r) const {
  double const both_lanes = world_.lane_depth(Side::A).metres() + world_.lane_depth(Side::B).metres() +
                            std::abs(world_.lane_depth(r.side).metres() - r.depth);
  double best = 1e300;
  for (double const at : mission_.crossings())
    best = std::min(best, std::abs(here - at) + std::abs(at - r.chainage));
  return {0, best + both_lanes, {}, true};
}

}  // namespace ceaseline
