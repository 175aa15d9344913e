#include <algorithm>
#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

// Probes: places and instants of a rank-1 lattice at which it is asked who would notice an act there and
// then. They change nothing.

namespace ceaseline {
namespace {

/// (sqrt(5) - 1) / 2: multiples of it are spread more evenly over [0, 1) than those of any other number.
constexpr double golden = 0.6180339887498948;

constexpr double rounding = 1e-3;  ///< m

}  // namespace

void Simulation::State::start_probing(Probing* probing) {
  probing_ = probing;
  CoverageSpec const& spec = world_.spec().coverage;
  if (probing == nullptr || !spec.probed()) return;
  Block const shift = draws_.at(purpose::probe, Key{}, 0);
  probe_ = ProbeLattice{};
  probe_.apart = static_cast<double>(one_day.count()) / spec.probes_per_day;
  probe_.time_shift = shift.unit(0);
  probe_.place_shift = shift.unit(1);
  next_probe();
}

void Simulation::State::next_probe() {
  double const ms = (static_cast<double>(probe_.turn) + probe_.time_shift) * probe_.apart;
  SimTime const at = at_ms(static_cast<std::int64_t>(ms));
  if (at < world_.end()) queue_.set(probe_slot(), at, probes_last);
}

void Simulation::State::probe(SimTime now) {
  double const along = static_cast<double>(probe_.turn) * golden + probe_.place_shift;
  double const chainage = (along - std::floor(along)) * world_.line().length().metres();
  CoverageSpec const& spec = world_.spec().coverage;
  double const near = spec.near.metres();
  double const deep = spec.deep.metres();
  Sky const sky = sky_at(chainage, now);
  Probe p{now, chainage, sky.light, {}};
  std::array<Point, Probe::bands> places;
  std::size_t band = 0;
  for (double const depth : {0.0, -near, -deep, near, deep})
    places[band++] = world_.line().at(LinePlace{Length::metres(chainage), Length::metres(depth)});

  std::size_t const kind = world_.reference_kind();
  double const outermost = std::max(near, deep) + rounding;  // no place is farther from the one on the line
  auto const look = [&](Watch const& w, Point from, bool moving, bool town) {
    DetectionTable::Curve const& curve = w.table->curve(kind, sky, moving, town);
    double const far = curve.reach + outermost;
    if (squared_distance(from, places[0]) > far * far) return;
    for (std::size_t b = 0; b < Probe::bands; ++b) {
      bool& noticed = p.noticed[b][static_cast<std::size_t>(w.channel)];
      if (!noticed) noticed = would_notice(w, curve, from, places[b], spec.threshold);
    }
  };
  auto const of_team = [&](Watch const& w) {
    auto const i = static_cast<std::uint32_t>(w.team);
    Point const from = place_of(i, now);
    look(w, from, teams_[i].cached_moving, teams_[i].cached_town);
  };
  Sense nobody;
  for (std::uint32_t const s : mission_.reach().of_probes(sky.light, chainage)) {
    Watch const& w = watches_[s];
    if (w.always_off) continue;
    if (w.team < 0) {
      if (in_order(s, now, nobody)) look(w, w.place, false, w.town);
    } else if (teams_[static_cast<std::size_t>(w.team)].on_lane()) {
      of_team(w);
    }
  }
  for (Wanderer const& w : wanderers_) {
    if (!teams_[w.team].watches()) continue;
    for (std::uint32_t const s : team(w.team).sensors) of_team(watches_[s]);
  }
  probing_->probe(p);
  ++probe_.turn;
  next_probe();
}

bool Simulation::State::would_notice(Watch const& w, DetectionTable::Curve const& curve, Point from,
                                     Point place, double threshold) const {
  double const d2 = squared_distance(from, place);
  if (d2 > curve.reach_squared || curve.at_squared(d2) < threshold) return false;
  if (w.looks_one_way) {
    double const along = w.heading.x * (place.x - from.x) + w.heading.y * (place.y - from.y);
    if (along < w.cosine_of_view * std::sqrt(d2)) return false;
  }
  return !hidden(w, place, world_.reference_kind());
}

}  // namespace ceaseline
