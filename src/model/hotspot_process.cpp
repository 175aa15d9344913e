#include "ceaseline/model/hotspot_process.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/clock.hpp"
#include "ceaseline/model/purpose.hpp"

namespace ceaseline {
namespace {

constexpr int placing_tries = 64;
/// Depths beyond this many means are redrawn: 1.8 % of an exponential.
constexpr double deepest_in_means = 4;

std::uint64_t numbered(int day, std::uint32_t i) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(day)) << 32U) | i;
}

struct Hotspot {
  double share;  ///< of its region's acts
  double centre, width;
};

struct Region {
  Key key;
  double from, to;
  double incidents_per_day;
  std::vector<Hotspot> hotspots;
  std::vector<double> level;  ///< per day, mean 1
  ViolationClock clock;
};

class HotspotSource : public IncidentSource {
 public:
  HotspotSource(World const& world, Draws draws);
  void day(int day, std::vector<Incident>& out) override;

 private:
  void set_levels();
  void set_hotspots();
  [[nodiscard]] Incident make(Region const& r, Key key, SimTime start) const;
  void place(Incident& incident, Region const& r, double mean_depth) const;
  [[nodiscard]] double chainage(Region const& r, Block const& b) const;
  [[nodiscard]] std::size_t kind_at(double u) const;

  World const& world_;
  Draws draws_;
  std::vector<std::size_t> kind_order_;  ///< by key: the order in the file must not matter
  std::vector<double> kind_cumulative_;  ///< of incidents, not acts, in kind_order_
  std::vector<Region> regions_;
};

HotspotSource::HotspotSource(World const& world, Draws draws) : world_{world}, draws_{draws} {
  ViolationSpec const& v = world.spec().violations;
  double acts_total = 0;
  double incidents_total = 0;
  for (std::size_t i = 0; i < v.kinds.size(); ++i) kind_order_.push_back(i);
  std::sort(kind_order_.begin(), kind_order_.end(),
            [&](std::size_t a, std::size_t b) { return v.kinds[a].key() < v.kinds[b].key(); });
  for (std::size_t const i : kind_order_) {
    ViolationKind const& k = v.kinds[i];
    acts_total += k.share_of_acts;
    incidents_total += k.share_of_acts / k.acts.mean;
    kind_cumulative_.push_back(incidents_total);
  }
  for (double& c : kind_cumulative_) c /= incidents_total;
  double region_total = 0;
  for (RegionSpec const& r : v.regions) region_total += r.share_of_acts;
  double const incidents_per_act = incidents_total / acts_total;
  for (RegionSpec const& r : v.regions) {
    double const per_day = v.acts_per_day * v.level * incidents_per_act * r.share_of_acts / region_total;
    double const middle = 0.5 * (r.from.metres() + r.to.metres());
    regions_.push_back(
        Region{key_of(r.id), r.from.metres(), r.to.metres(), per_day, {}, {}, ViolationClock(world, middle)});
  }
  set_levels();
  set_hotspots();
}

void HotspotSource::set_levels() {
  ViolationSpec const& v = world_.spec().violations;
  double const keep = v.memory;
  double const renew = std::sqrt(1 - keep * keep);
  double const shared = std::sqrt(v.regions_together);
  double const own = std::sqrt(1 - v.regions_together);
  Key const all = key_of("all regions");
  for (std::size_t i = 0; i < regions_.size(); ++i) {
    double const s = v.regions[i].spread;
    double z = 0;
    for (int d = 0; d < world_.days(); ++d) {
      auto const subject = static_cast<std::uint64_t>(d);
      double const common = normal_quantile(draws_.at(purpose::level_common, all, subject).open_unit());
      double const mine = normal_quantile(draws_.at(purpose::level, regions_[i].key, subject).open_unit());
      double const innovation = shared * common + own * mine;
      z = d == 0 ? innovation : keep * z + renew * innovation;
      regions_[i].level.push_back(portable_exp(s * z - 0.5 * s * s));
    }
  }
}

void HotspotSource::set_hotspots() {
  ViolationSpec const& v = world_.spec().violations;
  struct Rank {
    double u;
    std::uint64_t key;
    std::size_t index;
  };
  std::vector<Rank> ranks;
  for (std::size_t i = 0; i < v.hotspots.size(); ++i) {
    Key const key = key_of(v.hotspots[i].id);
    ranks.push_back({draws_.at(purpose::hotspot_moved, key, 0).unit(), key.value, i});
  }
  std::sort(ranks.begin(), ranks.end(),
            [](Rank const& a, Rank const& b) { return a.u != b.u ? a.u < b.u : a.key < b.key; });
  auto const moved =
      static_cast<std::size_t>(std::lround(v.hotspots_moved * static_cast<double>(ranks.size())));
  double region_total = 0;
  for (RegionSpec const& r : v.regions) region_total += r.share_of_acts;
  for (std::size_t n = 0; n < ranks.size(); ++n) {
    HotspotSpec const& h = v.hotspots[ranks[n].index];
    for (std::size_t i = 0; i < regions_.size(); ++i) {
      Region& r = regions_[i];
      double const known = h.centre.metres();
      if (known < r.from || known >= r.to) continue;
      double const u = draws_.at(purpose::hotspot_moved, key_of(h.id), 0).unit(1);
      double const centre = n < moved ? r.from + u * (r.to - r.from) : known;
      r.hotspots.push_back(
          {h.share_of_acts / (v.regions[i].share_of_acts / region_total), centre, h.width.metres()});
    }
  }
}

void HotspotSource::day(int day, std::vector<Incident>& out) {
  for (Region const& r : regions_) {
    double const expected =
        r.incidents_per_day * r.level[static_cast<std::size_t>(day)] * r.clock.weight(day);
    double passed = 0;
    for (std::uint32_t i = 0;; ++i) {
      passed += exponential(draws_.at(purpose::incident_gap, r.key, numbered(day, i)).open_unit());
      if (passed >= expected) break;
      SimTime const start = SimTime{day * one_day} + r.clock.inverse(day, passed / expected);
      out.push_back(make(r, key_of(r.key, numbered(day, i)), start));
    }
  }
}

std::size_t HotspotSource::kind_at(double u) const {
  auto const it = std::upper_bound(kind_cumulative_.begin(), kind_cumulative_.end() - 1, u);
  return kind_order_[static_cast<std::size_t>(it - kind_cumulative_.begin())];
}

Incident HotspotSource::make(Region const& r, Key key, SimTime start) const {
  Incident incident;
  incident.key = key;
  incident.start = start;
  Block const what = draws_.at(purpose::incident_kind, key, 0);
  incident.kind = static_cast<std::uint16_t>(kind_at(what.unit()));
  incident.side = what.unit(1) < world_.spec().violations.side_a_share ? Side::A : Side::B;
  ViolationKind const& kind = world_.kinds()[incident.kind];

  Block const size = draws_.at(purpose::incident_size, key, 0);
  if (!kind.object) {
    double const large = kind.acts.large_share;
    double const u = size.open_unit();
    double const ordinary = kind.acts.mean * (1 - large * kind.acts.large_factor) / (1 - large);
    incident.acts =
        static_cast<std::uint32_t>(u < large ? geometric(u / large, kind.acts.mean * kind.acts.large_factor)
                                             : geometric((u - large) / (1 - large), ordinary));
  }
  double const times = kind.duration_law == DurationLaw::Fixed ? 1.0 : exponential(size.open_unit(1));
  incident.duration = Duration{static_cast<std::int64_t>(times * static_cast<double>(kind.duration.count()))};

  place(incident, r, kind.depth.metres());
  incident.light = world_.light(incident.chainage, start);
  draw_scene(incident, kind, draws_);
  return incident;
}

double HotspotSource::chainage(Region const& r, Block const& b) const {
  double u = b.open_unit();
  for (Hotspot const& h : r.hotspots) {
    if (u < h.share) return h.centre + h.width * normal_quantile(b.open_unit(1));
    u -= h.share;
  }
  return r.from + b.unit(1) * (r.to - r.from);
}

void HotspotSource::place(Incident& incident, Region const& r, double mean_depth) const {
  for (int n = 0; n < placing_tries; ++n) {
    auto const subject = static_cast<std::uint64_t>(n);
    double const c = chainage(r, draws_.at(purpose::incident_place, incident.key, subject));
    if (c < r.from || c > r.to) continue;
    incident.chainage = c;
    incident.depth = 0;
    incident.place = world_.line().at(Length::metres(c));
    if (mean_depth <= 0) return;
    double const depths = exponential(draws_.at(purpose::incident_depth, incident.key, subject).open_unit());
    if (depths > deepest_in_means) continue;
    double const signed_depth = depths * mean_depth * (incident.side == Side::A ? -1 : 1);
    Point const p = world_.line().at(LinePlace{Length::metres(c), Length::metres(signed_depth)});
    LinePlace const really = world_.line().nearest(p);
    // Where the line folds, the place may be nearer to another stretch of it, or across it.
    bool const true_depth =
        std::abs(really.depth.metres() - signed_depth) <= 0.001 * std::abs(signed_depth) + 0.01;
    if (!true_depth) continue;
    incident.place = p;
    incident.chainage = really.chainage.metres();
    incident.depth = really.depth.metres();
    return;
  }
}

}  // namespace

void draw_scene(Incident& incident, ViolationKind const& kind, Draws const& draws) {
  Block const scene = draws.at(purpose::incident_scene, incident.key, 0);
  incident.visitable = scene.unit() < kind.visitable_share;
  Duration const range = kind.evidence_longest - kind.evidence_shortest;
  incident.evidence = kind.evidence_shortest +
                      Duration{static_cast<std::int64_t>(scene.unit(1) * static_cast<double>(range.count()))};
}

std::unique_ptr<IncidentSource> HotspotProcess::start(World const& world, Draws draws) const {
  return std::make_unique<HotspotSource>(world, draws);
}

}  // namespace ceaseline
