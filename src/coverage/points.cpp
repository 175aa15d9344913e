#include "ceaseline/coverage/points.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/geo/lane_reach.hpp"

namespace ceaseline {
namespace {

constexpr int points_per_hotspot = 11;
constexpr std::size_t line_set = 0;
constexpr std::size_t hotspot_set = 1;

struct Probe {
  Point place;
  double chainage;
  std::size_t set;
  int segment;                 ///< -1 for hotspots
  std::vector<Span> spans[2];  ///< by channel
};

std::vector<Probe> probes(World const& world) {
  std::vector<Probe> all;
  auto const add = [&](double chainage, std::size_t set, int segment) {
    all.push_back(Probe{world.line().at(Length::metres(chainage)), chainage, set, segment, {}});
  };
  double const length = world.line().length().metres();
  double const segment = world.spec().segment.metres();
  for (int i = 0; i < world.segments(); ++i) {
    double const from = i * segment;
    add(0.5 * (from + std::min(length, from + segment)), line_set, i);
  }
  for (HotspotSpec const& h : world.spec().violations.hotspots) {
    for (int i = 0; i < points_per_hotspot; ++i) {
      double const offset = (2.0 * i / (points_per_hotspot - 1) - 1) * 2 * h.width.metres();
      add(std::clamp(h.centre.metres() + offset, 0.0, length), hotspot_set, -1);
    }
  }
  return all;
}

/// For one probe and one team's sensors of a channel: where on the lane, driving or standing, by day or
/// night, it is covered from.
struct Views {
  std::vector<Stretch> standing[2];  ///< by light
  std::vector<Stretch> moving[2];
  bool same{false};  ///< standing and moving alike
};

void cover_while(Motion::Piece const& piece, Span window, std::vector<Stretch> const& from,
                 std::vector<Span>& out) {
  for (Stretch const& s : from) {
    SimTime const in = piece.first_within(s.from.metres(), s.to.metres(), window.from);
    if (in >= window.to) continue;
    // It leaves where it reaches the far end of the stretch, if the piece goes on beyond it.
    bool const up = piece.end > piece.start;
    double const far = up ? s.to.metres() : s.from.metres();
    bool const goes_beyond = piece.start != piece.end && (up ? piece.end > far : piece.end < far);
    SimTime leave = window.to;
    if (goes_beyond) leave = std::min(leave, std::max(in, piece.first_within(far, far, in)));
    out.push_back({in, leave});
  }
}

bool meets(Motion::Piece const& piece, std::vector<Stretch> const& stretches) {
  double const low = std::min(piece.start, piece.end);
  double const high = std::max(piece.start, piece.end);
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](Stretch const& s) { return s.to.metres() >= low && s.from.metres() <= high; });
}

/// Stops and drives of a piece are told apart only where the ear needs it.
void cover_piece(Motion::Piece const& piece, Span window, Views const& views, Light light,
                 std::vector<Span>& out) {
  auto const l = static_cast<std::size_t>(light);
  if (!meets(piece, views.standing[l]) && !meets(piece, views.moving[l])) return;
  std::int64_t const cycle = piece.gait.drive_ms + piece.gait.stop_ms;
  bool const stops = piece.start != piece.end && piece.gait.stop_ms > 0 && piece.gait.drive_ms > 0;
  if (views.same || !stops) {
    cover_while(piece, window, piece.start == piece.end ? views.standing[l] : views.moving[l], out);
    return;
  }
  std::int64_t const first = std::max<std::int64_t>(0, (window.from - piece.from).count() / cycle);
  for (std::int64_t n = first;; ++n) {
    SimTime const drive = piece.from + Duration{n * cycle};
    SimTime const stop = drive + Duration{piece.gait.drive_ms};
    SimTime const next = drive + Duration{cycle};
    if (drive >= window.to) break;
    if (!views.moving[l].empty()) {
      Span const part{std::max(drive, window.from), std::min(stop, window.to)};
      if (part.from < part.to) cover_while(piece, part, views.moving[l], out);
    }
    Span const part{std::max(stop, window.from), std::min(next, window.to)};
    if (part.from >= part.to) continue;
    double const here = piece.at(part.from).chainage;
    for (Stretch const& s : views.standing[l]) {
      if (here >= s.from.metres() && here <= s.to.metres()) out.push_back(part);
    }
  }
}

class Coverage {
 public:
  Coverage(World const& world, Mission const& mission, Simulation const& run, double threshold)
      : world_{world}, mission_{mission}, run_{run}, threshold_{threshold}, probes_{probes(world)} {}

  CoverageFigures figures() {
    cover_by_fixed();
    cover_by_teams();
    return add_up();
  }

 private:
  [[nodiscard]] Lane const& lane_of(Team const& t) const { return t.track ? *t.track : world_.lane(t.side); }
  [[nodiscard]] double range(Mounted const& m, Light light, bool moving) const {
    return mission_.table(m)
        .curve(world_.reference_kind(), Sky{light, false, world_.clearest_weather()}, moving, m.town)
        .range_where(threshold_);
  }

  void cover_by_fixed() {
    Span const period{SimTime{}, world_.end()};
    for (std::size_t i = 0; i < mission_.sensors().size(); ++i) {
      Mounted const& m = mission_.sensors()[i];
      if (m.team >= 0 || m.satellite >= 0) continue;
      double const by_day = range(m, Light::Day, false);
      double const by_night = range(m, Light::Night, false);
      Spans works;
      bool known = false;
      for (Probe& p : probes_) {
        double const d = distance(m.place, p.place).metres();
        if (d > std::max(by_day, by_night)) continue;
        double const along = m.heading.x * (p.place.x - m.place.x) + m.heading.y * (p.place.y - m.place.y);
        if (m.cosine_of_view > -1 && along < m.cosine_of_view * d) continue;
        if (!known) works = run_.out_of_order(i).gaps(period);
        known = true;
        Spans covered = works;
        if (d > by_night) covered = works & world_.daylight().days(p.chainage);
        if (d > by_day) covered = works & world_.daylight().days(p.chainage).gaps(period);
        auto& out = p.spans[static_cast<std::size_t>(m.sensor->channel())];
        out.insert(out.end(), covered.list().begin(), covered.list().end());
      }
    }
  }

  void cover_by_teams() {
    std::vector<Track const*> of_team;
    for (std::uint32_t t = 0; t < mission_.teams().size(); ++t) {
      Team const& team = mission_.teams()[t];
      of_team.clear();
      for (Track const& track : run_.tracks()) {
        if (track.team == t) of_team.push_back(&track);
      }
      if (of_team.empty()) continue;
      for (std::uint32_t const s : team.sensors) {
        Mounted const& m = mission_.sensors()[s];
        for (Probe& p : probes_) {
          if (near_lane(team, m, p)) cover_by_team(team, m, p, of_team);
        }
      }
    }
  }

  /// Quick refusal by straight distance to the lane's points, so that only near probes are solved.
  [[nodiscard]] bool near_lane(Team const& team, Mounted const& m, Probe const& p) const {
    double most = -1;
    for (Light const l : {Light::Day, Light::Night})
      most = std::max({most, range(m, l, false), range(m, l, true)});
    if (most < 0) return false;
    Lane const& lane = lane_of(team);
    double const reach = most + 2 * lane.step();
    for (double c = team.lane.from.metres();; c += lane.step()) {
      double const at = std::min(c, team.lane.to.metres());
      if (squared_distance(lane.at(at), p.place) <= reach * reach) return true;
      if (at >= team.lane.to.metres()) return false;
    }
  }

  void cover_by_team(Team const& team, Mounted const& m, Probe& p, std::vector<Track const*> const& tracks) {
    Views v;
    Stretch const whole{Length{}, world_.line().length()};
    for (Light const l : {Light::Day, Light::Night}) {
      auto const i = static_cast<std::size_t>(l);
      stretches_within(lane_of(team), whole, p.place, Length::metres(range(m, l, false)), v.standing[i]);
      stretches_within(lane_of(team), whole, p.place, Length::metres(range(m, l, true)), v.moving[i]);
    }
    v.same = v.standing[0] == v.moving[0] && v.standing[1] == v.moving[1];
    bool const light_matters = !(v.standing[0] == v.standing[1] && v.moving[0] == v.moving[1]);
    auto& out = p.spans[static_cast<std::size_t>(m.sensor->channel())];
    auto const& days = world_.daylight().days(p.chainage).list();
    std::size_t day = 0;
    for (Track const* track : tracks) {
      for (SimTime now = track->from; now < track->to;) {
        Motion::Piece const piece = track->motion.piece_at(std::max(now, track->motion.begins()));
        SimTime until = std::min(piece.to, track->to);
        if (now < piece.from) {
          until = std::min(piece.from, track->to);
        }
        Light light = Light::Day;
        if (light_matters) {
          while (day < days.size() && days[day].to <= now) ++day;
          bool const lit = day < days.size() && days[day].from <= now;
          light = lit ? Light::Day : Light::Night;
          if (day < days.size()) until = std::min(until, lit ? days[day].to : days[day].from);
        }
        Motion::Piece const part =
            now < piece.from ? Motion::Piece{now, until, piece.start, piece.start, piece.gait, piece.number}
                             : piece;
        cover_piece(part, {now, until}, v, light, out);
        now = until;
      }
    }
  }

  CoverageFigures add_up() {
    CoverageFigures f;
    f.computed = true;
    f.segment_seen.assign(static_cast<std::size_t>(world_.segments()), 0);
    f.segment_heard = f.segment_seen;
    Span const period{SimTime{}, world_.end()};
    double const whole = static_cast<double>(world_.spec().period.length.count()) / 1000;
    for (Probe& p : probes_) {
      Spans const& days = world_.daylight().days(p.chainage);
      double const by_day = static_cast<double>(days.total().count()) / 1000;
      f.total[p.set][0] += by_day;
      f.total[p.set][1] += whole - by_day;
      for (std::size_t channel = 0; channel < 2; ++channel) {
        Spans const covered(std::move(p.spans[channel]));
        double const seconds = static_cast<double>(covered.total().count()) / 1000;
        double const lit = static_cast<double>((covered & days).total().count()) / 1000;
        f.covered[channel][p.set][0] += lit;
        f.covered[channel][p.set][1] += seconds - lit;
        bool const sight = channel == static_cast<std::size_t>(Channel::Sight);
        if (p.segment >= 0)
          (sight ? f.segment_seen : f.segment_heard)[static_cast<std::size_t>(p.segment)] = seconds / whole;
        if (p.set == hotspot_set && sight) add_gaps(covered.gaps(period), period, f);
      }
    }
    std::sort(f.gaps.begin(), f.gaps.end());
    std::sort(f.censored_gaps.begin(), f.censored_gaps.end());
    return f;
  }

  static void add_gaps(Spans const& gaps, Span period, CoverageFigures& f) {
    for (Span const& g : gaps.list()) {
      bool const cut = g.from == period.from || g.to == period.to;
      (cut ? f.censored_gaps : f.gaps).push_back(hours(g.length()));
    }
  }

  World const& world_;
  Mission const& mission_;
  Simulation const& run_;
  double threshold_;
  std::vector<Probe> probes_;
};

}  // namespace

CoverageFigures cover_points(World const& world, Mission const& mission, Simulation const& run,
                             double threshold) {
  return Coverage(world, mission, run, threshold).figures();
}

}  // namespace ceaseline
