#include "incident_places.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/purpose.hpp"

namespace ceaseline {
namespace {

constexpr int placing_tries = 64;
/// Depths beyond this many means are redrawn: 1.8 % of an exponential.
constexpr double deepest_in_means = 4;

/// Puts the incident at that chainage, and off the line.
/// \returns false when it should be tried again; it is then on the line
bool put(Incident& incident, double chainage, Block depth, World const& world) {
  double const mean_depth = world.kinds()[incident.kind].depth.metres();
  incident.chainage = chainage;
  incident.depth = 0;
  incident.place = world.line().at(Length::metres(chainage));
  if (mean_depth <= 0) return true;
  double const depths = exponential(depth.open_unit());
  if (depths > deepest_in_means) return false;
  double const signed_depth = depths * mean_depth * (incident.side == Side::A ? -1 : 1);
  Point const p = world.line().at(LinePlace{Length::metres(chainage), Length::metres(signed_depth)});
  LinePlace const really = world.line().nearest(p);
  // Where the line folds, the place may be nearer to another stretch of it, or across it.
  bool const true_depth =
      std::abs(really.depth.metres() - signed_depth) <= 0.001 * std::abs(signed_depth) + 0.01;
  if (!true_depth) return false;
  incident.place = p;
  incident.chainage = really.chainage.metres();
  incident.depth = really.depth.metres();
  return true;
}

double chainage_in(PlaceLaw const& s, Block const& b) {
  double u = b.open_unit();
  for (Hotspot const& h : s.hotspots) {
    if (u < h.share) return h.centre + h.width * normal_quantile(b.open_unit(1));
    u -= h.share;
  }
  return s.from + b.unit(1) * (s.to - s.from);
}

double reflected(double chainage, double length) {
  double const twice = std::fmod(std::abs(chainage), 2 * length);
  return twice <= length ? twice : 2 * length - twice;
}

}  // namespace

std::vector<PlaceLaw> draw_place_laws(World const& world, Draws const& draws) {
  ViolationSpec const& v = world.spec().violations;
  struct Rank {
    double u;
    std::uint64_t key;
    std::size_t index;
  };
  std::vector<Rank> ranks;
  for (std::size_t i = 0; i < v.hotspots.size(); ++i) {
    Key const key = key_of(v.hotspots[i].id);
    ranks.push_back({draws.at(purpose::hotspot_moved, key, 0).unit(), key.value, i});
  }
  std::sort(ranks.begin(), ranks.end(),
            [](Rank const& a, Rank const& b) { return a.u != b.u ? a.u < b.u : a.key < b.key; });
  auto const moved =
      static_cast<std::size_t>(std::lround(v.hotspots_moved * static_cast<double>(ranks.size())));
  double region_total = 0;
  for (RegionSpec const& r : v.regions) region_total += r.share_of_acts;
  std::vector<PlaceLaw> laws;
  for (RegionSpec const& r : v.regions) laws.push_back({r.from.metres(), r.to.metres(), {}});
  for (std::size_t n = 0; n < ranks.size(); ++n) {
    HotspotSpec const& h = v.hotspots[ranks[n].index];
    for (std::size_t i = 0; i < laws.size(); ++i) {
      PlaceLaw& s = laws[i];
      double const known = h.centre.metres();
      if (known < s.from || known >= s.to) continue;
      double const u = draws.at(purpose::hotspot_moved, key_of(h.id), 0).unit(1);
      double const centre = n < moved ? s.from + u * (s.to - s.from) : known;
      s.hotspots.push_back(
          {h.share_of_acts / (v.regions[i].share_of_acts / region_total), centre, h.width.metres()});
    }
  }
  return laws;
}

void place_in(Incident& incident, PlaceLaw const& places, World const& world, Draws const& draws, Block place,
              Block depth) {
  for (std::uint64_t n = 0; n < placing_tries; ++n) {
    if (n > 0) place = draws.at(purpose::incident_place, incident.key, n);
    double const c = chainage_in(places, place);
    if (c < places.from || c > places.to) continue;
    if (n > 0) depth = draws.at(purpose::incident_depth, incident.key, n);
    if (put(incident, c, depth, world)) return;
  }
}

void place_near(Incident& incident, double chainage, double spread, World const& world, Draws const& draws) {
  double const length = world.line().length().metres();
  for (std::uint64_t n = 0; n < placing_tries; ++n) {
    double const z = normal_quantile(draws.at(purpose::incident_place, incident.key, n).open_unit());
    Block const depth = draws.at(purpose::incident_depth, incident.key, n);
    if (put(incident, reflected(chainage + spread * z, length), depth, world)) return;
  }
}

}  // namespace ceaseline
