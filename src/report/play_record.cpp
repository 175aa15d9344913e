#include "play_record.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace ceaseline::report {
namespace {

using Json = nlohmann::ordered_json;
using Column = std::vector<std::int64_t>;

/// An incident that a mission's presence prevented has no step.
constexpr std::int64_t prevented = -1;

std::int64_t whole(double v) { return std::llround(v); }
std::int64_t seconds(Duration d) { return d.count() / 1000; }
std::int64_t seconds(SimTime t) { return ms_of(t) / 1000; }

Json fates_json(Record const& record, Pack& pack) {
  Column step, reason, heard, seen, noticed, verified, reported, how, report;
  for (std::size_t i = 0; i < record.fates.size(); ++i) {
    Fate const& f = record.fates[i];
    SimTime const start = record.incidents[i].start;
    // Delays since the incident began: small numbers; -1 for what did not happen.
    auto const since = [start](bool happened, SimTime t) {
      return happened ? seconds(t - start) : std::int64_t{-1};
    };
    step.push_back(f.prevented ? prevented : static_cast<std::int64_t>(f.step));
    reason.push_back(static_cast<std::int64_t>(f.reason));
    heard.push_back(f.acts_heard);
    seen.push_back(f.acts_seen);
    noticed.push_back(since(f.acts_noticed > 0, f.first_notice));
    verified.push_back(since(f.verification != Verification::None, f.verified));
    reported.push_back(since(f.detected() && f.report >= 0, f.reported));
    how.push_back(static_cast<std::int64_t>(f.verification));
    report.push_back(f.report);
  }
  return {{"step", pack.column(step)},         {"reason", pack.column(reason)},
          {"heard", pack.column(heard)},       {"seen", pack.column(seen)},
          {"noticed", pack.column(noticed)},   {"verified", pack.column(verified)},
          {"reported", pack.column(reported)}, {"how", pack.column(how)},
          {"report", pack.column(report)}};
}

/// Reports as the mission has them; `incident` is truth, for judging only.
Json reports_json(Record const& record, Pack& pack) {
  Column known, first, x, y, half_axis, kind, declared, acts, by, verified, published, incident;
  for (std::size_t i = 0; i < record.reports.size(); ++i) {
    Report const& r = record.reports[i];
    if (r.merged_into >= 0) continue;
    known.push_back(seconds(r.known));
    first.push_back(seconds(r.first));
    x.push_back(whole(r.place.x));
    y.push_back(whole(r.place.y));
    half_axis.push_back(whole(std::min(r.half_axis, 1e6)));
    kind.push_back(r.kind);
    declared.push_back(static_cast<std::int64_t>(r.declared));
    acts.push_back(r.acts);
    by.push_back((r.heard ? 1 : 0) | (r.seen ? 2 : 0) | (r.claimed ? 4 : 0));
    verified.push_back(r.verification == Verification::None ? -1 : seconds(r.verified));
    published.push_back(r.publishable ? seconds(r.published) : -1);
    incident.push_back(r.incident);
  }
  return {{"known", pack.steps(known)},
          {"first", pack.steps(first)},
          {"x", pack.column(x)},
          {"y", pack.column(y)},
          {"half_axis", pack.column(half_axis)},
          {"kind", pack.column(kind)},
          {"declared", pack.column(declared)},
          {"acts", pack.column(acts)},
          {"by", pack.column(by)},
          {"verified", pack.column(verified)},
          {"published", pack.column(published)},
          {"incident", pack.column(incident)}};
}

/// Ways that teams go, each written once.
class Courses {
 public:
  std::int64_t number(Course const& course) {
    for (auto const n : by_length_[course.arrives])
      if (all_[static_cast<std::size_t>(n)] == course) return n;
    auto const n = static_cast<std::int64_t>(all_.size());
    by_length_[course.arrives].push_back(n);
    all_.push_back(course);
    return n;
  }

  [[nodiscard]] Json json(Pack& pack) const {
    Column first, round;
    std::vector<double> arrives, period, from, to, start, end, drive, stop, driven;
    for (Course const& c : all_) {
      first.push_back(static_cast<std::int64_t>(c.first.size()));
      round.push_back(static_cast<std::int64_t>(c.round.size()));
      arrives.push_back(c.arrives);
      period.push_back(c.period);
      for (auto const* pieces : {&c.first, &c.round}) {
        for (Course::Piece const& p : *pieces) {
          from.push_back(p.from);
          to.push_back(p.to);
          start.push_back(p.start);
          end.push_back(p.end);
          drive.push_back(p.drive);
          stop.push_back(p.stop);
          driven.push_back(p.driven);
        }
      }
    }
    return {{"first", pack.column(first)},  {"round", pack.column(round)}, {"arrives", pack.reals(arrives)},
            {"period", pack.reals(period)}, {"from", pack.reals(from)},    {"to", pack.reals(to)},
            {"start", pack.reals(start)},   {"end", pack.reals(end)},      {"drive", pack.reals(drive)},
            {"stop", pack.reals(stop)},     {"driven", pack.reals(driven)}};
  }

 private:
  std::vector<Course> all_;
  std::map<double, std::vector<std::int64_t>> by_length_;
};

/// Roads and air routes that teams keep to, by the teams that use them.
class Lanes {
 public:
  explicit Lanes(World const& world) : world_{world} {}
  std::size_t number(Team const& team) {
    Lane const* const lane = team.track ? team.track.get() : &world_.lane(team.side);
    for (std::size_t i = 0; i < all_.size(); ++i)
      if (all_[i] == lane) return i;
    all_.push_back(lane);
    return all_.size() - 1;
  }
  /// In decimetres: a team is then put where it was to a hand's breadth.
  [[nodiscard]] Json json(Pack& pack) const {
    Json lanes = Json::array();
    for (Lane const* lane : all_) {
      Column x, y;
      for (Point const& p : lane->points()) {
        x.push_back(whole(p.x * 10));
        y.push_back(whole(p.y * 10));
      }
      lanes.push_back({{"step", lane->step()}, {"x", pack.steps(x)}, {"y", pack.steps(y)}});
    }
    return lanes;
  }

 private:
  World const& world_;
  std::vector<Lane const*> all_;
};

Json teams_json(LivedDesign const& lived, World const& world, Pack& pack) {
  Json teams = Json::array();
  Courses courses;
  Lanes lanes{world};
  Column gap, to, origin, course;
  std::vector<Presence::OfTeam> const& were = lived.presence->teams();
  for (std::size_t t = 0; t < were.size(); ++t) {
    Team const& who = lived.mission->teams()[t];
    teams.push_back({{"id", who.id},
                     {"side", name(who.side)},
                     {"aircraft", who.aircraft >= 0},
                     {"people", who.people},
                     {"lane", lanes.number(who)},
                     {"stays", were[t].stays.size()}});
    double until = 0;
    for (Presence::Stay const& s : were[t].stays) {
      gap.push_back(whole(s.from - until));
      until = s.to;
      to.push_back(whole(s.to - s.from));
      origin.push_back(whole(s.origin - s.from));
      course.push_back(courses.number(were[t].courses[s.course]));
    }
  }
  return {{"teams", teams},
          {"stay_gap", pack.column(gap)},
          {"stay_length", pack.column(to)},
          {"stay_origin", pack.column(origin)},
          {"stay_course", pack.column(course)},
          {"courses", courses.json(pack)},
          {"lanes", lanes.json(pack)}};
}

}  // namespace

Json truth_json(LivedTruth const& truth, Pack& pack) {
  Column start, duration, x, y, chainage, depth, kind, side, light, acts, act;
  for (std::size_t i = 0; i < truth.incidents.size(); ++i) {
    Incident const& what = truth.incidents[i];
    start.push_back(seconds(what.start));
    duration.push_back(seconds(what.duration));
    x.push_back(whole(what.place.x));
    y.push_back(whole(what.place.y));
    chainage.push_back(whole(what.chainage));
    depth.push_back(whole(what.depth));
    kind.push_back(what.kind);
    side.push_back(static_cast<std::int64_t>(what.side));
    light.push_back(static_cast<std::int64_t>(what.light));
    acts.push_back(static_cast<std::int64_t>(truth.acts[i].size()));
    SimTime before = what.start;
    for (SimTime const t : truth.acts[i]) {
      act.push_back(seconds(t) - seconds(before));
      before = t;
    }
  }
  return {{"start", pack.steps(start)},
          {"duration", pack.column(duration)},
          {"x", pack.column(x)},
          {"y", pack.column(y)},
          {"chainage", pack.column(chainage)},
          {"depth", pack.column(depth)},
          {"kind", pack.column(kind)},
          {"side", pack.column(side)},
          {"light", pack.column(light)},
          {"acts", pack.column(acts)},
          {"act", pack.column(act)}};
}

Json design_json(LivedDesign const& lived, World const& world, Pack& pack) {
  return {{"fates", fates_json(lived.record, pack)},
          {"reports", reports_json(lived.record, pack)},
          {"motion", teams_json(lived, world, pack)},
          {"heard", pack.bytes(lived.heard)},
          {"seen", pack.bytes(lived.seen)}};
}

}  // namespace ceaseline::report
