#include "ceaseline/coverage/spells.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ceaseline/geo/lane_reach.hpp"
#include "course_spells.hpp"

namespace ceaseline {

namespace {

double real(SimTime t) { return static_cast<double>(ms_of(t)); }

/// A state of the sky as far as one kind of sensor can tell, until the next one.
struct Since {
  double from;  ///< ms
  std::size_t sky;
};

/// The skies over one station of daylight, one after the other, by `digit`: a number for each sky.
template <class Digit>
std::vector<Since> skies(World const& world, Presence const& presence, std::size_t station, Digit digit) {
  double const chainage = world.daylight().middle(station);
  std::vector<double> changes{0};
  for (Presence::Air const& a : presence.weather()) changes.push_back(a.from);
  for (Spans const* spans : {&world.daylight().days(chainage), &world.moonlight(chainage)}) {
    for (Span const& s : spans->list()) {
      changes.push_back(real(s.from));
      changes.push_back(real(s.to));
    }
  }
  std::sort(changes.begin(), changes.end());
  std::vector<Since> all;
  std::size_t air = 0;
  for (double const at : changes) {
    if (at >= real(world.end())) break;
    while (air + 1 < presence.weather().size() && presence.weather()[air + 1].from <= at) ++air;
    SimTime const t = at_ms(static_cast<std::int64_t>(at));
    Sky sky{world.light(chainage, t), false, presence.weather()[air].state};
    sky.moonless = sky.light == Light::Night && world.moonless(chainage, t);
    std::size_t const now = digit(sky);
    if (!all.empty() && all.back().from == at) all.pop_back();
    if (all.empty() || all.back().sky != now) all.push_back({at, now});
  }
  return all;
}

}  // namespace

/// How far sensors that share a table reach in the kinds of sky that differ to them.
struct SpellSolver::Reaches {
  struct Ranges {
    double range[2][2];  ///< m, by moving and town; negative: nothing is covered
    friend bool operator==(Ranges const& a, Ranges const& b) {
      return std::equal(&a.range[0][0], &a.range[0][0] + 4, &b.range[0][0]);
    }
  };
  std::vector<Ranges> skies;
  std::vector<std::vector<Since>> over;  ///< by station
  double most{-1};
};

/// A sensor that covers the place at some time, surveyed but not yet written out.
struct SpellSolver::Found {
  std::uint32_t sensor{0};
  std::vector<Since> const* skies{nullptr};
  std::vector<LaneZones> zones;  ///< of a team's: by kind of sky
  std::vector<Spell> spells;     ///< of others: all of them
  bool always{false};            ///< of others: without a break
};

SpellSolver::~SpellSolver() = default;

SpellSolver::SpellSolver(World const& world, Mission const& mission, Presence const& presence,
                         std::size_t kind, double threshold, double lasting)
    : world_{world},
      mission_{mission},
      presence_{presence},
      kind_{kind},
      lasting_{lasting},
      end_{std::max(0.0, real(world.end()) - lasting)} {
  std::size_t tables = 0;
  for (Mounted const& m : mission.sensors()) tables = std::max<std::size_t>(tables, m.table + 1);
  reaches_.resize(tables);
  for (Mounted const& m : mission.sensors()) {
    Reaches& r = reaches_[m.table];
    if (!r.skies.empty()) continue;
    auto const digit = [&](Sky sky) {
      Reaches::Ranges now{};
      for (bool const moving : {false, true}) {
        for (bool const town : {false, true}) {
          double const range = mission.table(m).curve(kind, sky, moving, town).range_where(threshold);
          now.range[moving ? 1 : 0][town ? 1 : 0] = range;
          r.most = std::max(r.most, range);
        }
      }
      auto const known = std::find(r.skies.begin(), r.skies.end(), now);
      auto const index = static_cast<std::size_t>(known - r.skies.begin());
      if (known == r.skies.end()) r.skies.push_back(now);
      return index;
    };
    for (std::size_t s = 0; s < world.daylight().stations(); ++s)
      r.over.push_back(skies(world, presence, s, digit));
  }
  Stretch const whole{Length{}, world.line().length()};
  for (Team const& t : mission.teams()) {
    Lane const& lane = t.track ? *t.track : world.lane(t.side);
    lanes_.push_back(&lane);
    std::vector<Stretch>& in_town = towns_.emplace_back();
    std::vector<Stretch> one;
    if (t.aircraft >= 0) continue;
    for (TownSpec const& town : world.spec().towns) {
      Point const middle =
          world.line().at(LinePlace{town.chainage, town.side == Side::A ? -town.depth : town.depth});
      stretches_within(world.lane(t.side), whole, middle, town.radius, one);
      in_town.insert(in_town.end(), one.begin(), one.end());
    }
    std::sort(in_town.begin(), in_town.end(),
              [](Stretch const& a, Stretch const& b) { return a.from < b.from; });
  }
}

SpellSolver::Reaches const& SpellSolver::reaches(Mounted const& m) const { return reaches_[m.table]; }

void SpellSolver::survey(Point place, double chainage) {
  found_count_ = 0;
  for (std::uint32_t i = 0; i < mission_.sensors().size(); ++i) {
    Mounted const& m = mission_.sensors()[i];
    if (reaches(m).most < 0) continue;
    if (m.team >= 0) {
      survey_team(i, place, chainage);
    } else {
      survey_fixed(i, place, chainage);
    }
  }
}

void SpellSolver::survey_fixed(std::uint32_t i, Point place, double chainage) {
  Mounted const& m = mission_.sensors()[i];
  Reaches const& r = reaches(m);
  std::vector<Since> const& over = r.over[world_.daylight().station(chainage)];
  if (found_count_ == found_.size()) found_.emplace_back();
  Found& found = found_[found_count_];
  found.sensor = i;
  found.skies = &over;
  found.spells.clear();
  found.always = false;
  if (m.satellite >= 0) {
    SatelliteSpec const& spec = mission_.spec().satellites[static_cast<std::size_t>(m.satellite)];
    std::size_t sky = 0;
    for (std::int64_t const n : presence_.passes()[i]) {
      Stretch const seen = seen_in_pass(spec, world_.line().length(), n);
      if (chainage < seen.from.metres() || chainage > seen.to.metres()) continue;
      double const at = real(SimTime{spec.first} + n * spec.revisit);
      while (sky + 1 < over.size() && over[sky + 1].from <= at) ++sky;
      if (r.skies[over[sky].sky].range[0][0] >= 0) found.spells.push_back({at, at});
    }
  } else {
    double const d2 = squared_distance(m.place, place);
    if (d2 > r.most * r.most) return;
    double const d = std::sqrt(d2);
    double const along = m.heading.x * (place.x - m.place.x) + m.heading.y * (place.y - m.place.y);
    if (m.cosine_of_view > -1 && along < m.cosine_of_view * d) return;
    double const height = world_.kinds()[kind_].height.metres();
    if (m.sensor->channel() == Channel::Sight && world_.terrain() != nullptr &&
        !world_.terrain()->clear(m.place, m.height, place, height, world_.spec().terrain.refraction))
      return;
    auto const& off = presence_.out_of_order()[i].list();
    double const end = real(world_.end());
    std::size_t broken = 0;
    for (std::size_t s = 0; s < over.size(); ++s) {
      double const range = r.skies[over[s].sky].range[0][m.town ? 1 : 0];
      if (range < d) continue;
      double from = over[s].from;
      double const to = s + 1 < over.size() ? over[s + 1].from : end;
      while (broken < off.size() && real(off[broken].to) <= from) ++broken;
      for (std::size_t b = broken; b < off.size() && real(off[b].from) < to; ++b) {
        if (real(off[b].from) > from) append(found.spells, from, real(off[b].from));
        from = std::max(from, real(off[b].to));
      }
      if (from < to) append(found.spells, from, to);
    }
    found.always = found.spells.size() == 1 && found.spells[0].from <= 0 && found.spells[0].to >= end;
  }
  if (!found.spells.empty()) ++found_count_;
}

void SpellSolver::survey_team(std::uint32_t i, Point place, double chainage) {
  Mounted const& m = mission_.sensors()[i];
  auto const t = static_cast<std::size_t>(m.team);
  Presence::OfTeam const& of = presence_.teams()[t];
  // A team's sensor has no heading: one that does not look all round sees only what it stands on.
  if (of.stays.empty() || m.cosine_of_view > 0) return;
  Reaches const& r = reaches(m);
  Stretch const window{Length::metres(of.low), Length::metres(of.high)};
  near_parts(*lanes_[t], window, place, r.most, near_);
  if (near_.empty()) return;
  if (found_count_ == found_.size()) found_.emplace_back();
  Found& found = found_[found_count_];
  found.sensor = i;
  found.spells.clear();
  found.always = false;
  found.skies = &r.over[world_.daylight().station(chainage)];
  found.zones.resize(r.skies.size());
  bool any = false;
  ZoneFinder finder(*lanes_[t], near_, place, towns_[t]);
  for (std::size_t s = 0; s < r.skies.size(); ++s) {
    found.zones[s].standing = finder.zone(r.skies[s].range[0][0], r.skies[s].range[0][1]);
    found.zones[s].moving = finder.zone(r.skies[s].range[1][0], r.skies[s].range[1][1]);
    any = any || !found.zones[s].standing.empty() || !found.zones[s].moving.empty();
  }
  if (any) ++found_count_;
}

/// Whether all that covers the place repeats itself with one period, from when on and how often.
Fold SpellSolver::fold() const {
  double period = 0;
  double from = 0;
  for (std::size_t f = 0; f < found_count_; ++f) {
    Found const& found = found_[f];
    Mounted const& m = mission_.sensors()[found.sensor];
    if (m.team < 0) {
      if (!found.always) return {};
      continue;
    }
    Presence::OfTeam const& of = presence_.teams()[static_cast<std::size_t>(m.team)];
    if (of.stays.size() != 1 || found.skies->size() != 1) return {};
    Presence::Stay const& stay = of.stays[0];
    Course const& course = of.courses[stay.course];
    bool const whole = stay.to >= real(world_.end()) && course.period > 0;
    if (!whole || (period > 0 && course.period != period)) return {};
    period = course.period;
    from = std::max(from, stay.origin + course.arrives);
  }
  if (period <= 0) return {};
  double const periods = std::floor((end_ - from) / period);
  return periods < 4 ? Fold{} : Fold{from, period, periods - 1};
}

void SpellSolver::emit_team(Found& found, double horizon, std::vector<Spell>& out) {
  Mounted const& m = mission_.sensors()[found.sensor];
  Presence::OfTeam const& of = presence_.teams()[static_cast<std::size_t>(m.team)];
  std::vector<Since> const& skies = *found.skies;
  CourseSpells solved(of.courses, found.zones);
  std::size_t sky = 0;
  for (Presence::Stay const& stay : of.stays) {
    double const to = std::min(stay.to, horizon);
    for (double now = stay.from; now < to;) {
      while (sky + 1 < skies.size() && skies[sky + 1].from <= now) ++sky;
      double const until = sky + 1 < skies.size() ? std::min(to, skies[sky + 1].from) : to;
      solved.write(stay, skies[sky].sky, now, until, out);
      now = until;
    }
  }
}

void SpellSolver::solve(Point place, double chainage, bool folds, PlaceSpells& out) {
  survey(place, chainage);
  out.fold = folds ? fold() : Fold{};
  double const left_out = out.fold.period > 0 ? (out.fold.repeats - 1) * out.fold.period : 0;
  out.end = end_ - left_out;
  double const horizon = out.end + lasting_;
  std::array<std::size_t, 2> used{};
  for (std::size_t f = 0; f < found_count_; ++f) {
    Found& found = found_[f];
    Mounted const& m = mission_.sensors()[found.sensor];
    auto const c = static_cast<std::size_t>(m.sensor->channel());
    auto& assets = out.channel[c];
    if (used[c] == assets.size()) assets.emplace_back();
    AssetSpells& asset = assets[used[c]];
    asset.platform = m.platform;
    asset.asset = m.asset;
    asset.side = m.side;
    asset.up = presence_.up()[found.sensor];
    asset.spells.clear();
    if (m.team >= 0) {
      emit_team(found, horizon, asset.spells);
    } else {
      for (Spell const& s : found.spells)
        if (s.from < horizon) append(asset.spells, s.from, std::min(s.to, horizon));
    }
    if (lasting_ > 0) begin_earlier(asset.spells, lasting_);
    // Sensors of one platform are one asset.
    AssetSpells* same = nullptr;
    for (std::size_t a = 0; a < used[c]; ++a)
      if (assets[a].platform == asset.platform) same = &assets[a];
    if (same != nullptr) {
      same->spells = joined(same->spells, asset.spells);
    } else if (!asset.spells.empty()) {
      ++used[c];
    }
  }
  for (std::size_t c = 0; c < 2; ++c) out.channel[c].resize(used[c]);
}

std::vector<double> SpellSolver::bends(double depth) const {
  std::vector<double> all;
  auto const around = [&](double at, double off, double range) {
    if (range < std::abs(off)) return;
    double const reach = std::sqrt(range * range - off * off);
    all.insert(all.end(), {at - reach, at + reach});
  };
  for (Mounted const& m : mission_.sensors()) {
    Reaches const& r = reaches(m);
    if (r.most < 0 || m.satellite >= 0) continue;
    LinePlace const at = m.team < 0 ? world_.line().nearest(m.place) : LinePlace{};
    for (Reaches::Ranges const& ranges : r.skies) {
      for (bool const moving : {false, true}) {
        for (bool const town : {false, true}) {
          double const range = ranges.range[moving ? 1 : 0][town ? 1 : 0];
          if (m.team < 0) {
            if (!moving && town == m.town) around(at.chainage.metres(), at.depth.metres() - depth, range);
            continue;
          }
          Team const& team = mission_.teams()[static_cast<std::size_t>(m.team)];
          double const lane_depth =
              team.aircraft >= 0
                  ? mission_.spec().aircraft[static_cast<std::size_t>(team.aircraft)].depth.metres()
                  : world_.lane_depth(team.side).metres();
          double const off = (team.side == Side::A ? -lane_depth : lane_depth) - depth;
          for (Length const end : {team.lane.from, team.lane.to}) {
            all.push_back(end.metres());
            around(end.metres(), off, range);
          }
        }
      }
    }
    double const cosine = m.cosine_of_view;
    if (m.team < 0 && cosine > 0) {
      double const aside = std::abs(at.depth.metres() - depth) * std::sqrt(1 - cosine * cosine) / cosine;
      all.insert(all.end(), {at.chainage.metres() - aside, at.chainage.metres() + aside});
    }
  }
  return all;
}

}  // namespace ceaseline
