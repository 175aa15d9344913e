#include "ceaseline/model/hotspot_process.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "ceaseline/model/clock.hpp"
#include "ceaseline/model/purpose.hpp"
#include "daily_level.hpp"
#include "incident_places.hpp"
#include "kind_law.hpp"
#include "regime_factor.hpp"

namespace ceaseline {
namespace {

std::uint64_t numbered(int day, std::uint32_t i) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(day)) << 32U) | i;
}

/// Of one day and stream: a calm year never needs more, so that a replication allocates nothing per incident.
constexpr std::size_t room_for_incidents = 1U << 12U;

/// Days before the period in which retaliation is let run in: what is left of its start is then below e^-30.
int run_in_days(RetaliationSpec const& r) {
  if (!(r.branching > 0)) return 0;
  constexpr double mean_delays = 30;
  double const day = static_cast<double>(r.delay.count()) / static_cast<double>(one_day.count());
  return static_cast<int>(std::ceil(mean_delays * day / (1 - r.branching)));
}

/// Incidents of one law at one region, with gaps of their own.
struct Stream {
  Key key;
  double per_day;  ///< at level 1, without answers
  int kind;        ///< -1: drawn by the shares of acts
};

struct Region {
  PlaceLaw places;
  std::vector<double> level;  ///< mean 1, by day from the first of the run-in
  ViolationClock clock;
  std::vector<Stream> streams;
};

/// Whether there is a scene to be visited, and for how long it can be read.
void read_scene(Incident& incident, World const& world, Block scene) {
  ViolationKind const& kind = world.kinds()[incident.kind];
  incident.visitable = scene.unit() < kind.visitable_share;
  Duration least{};
  double lasting{};
  if (world.spec().evidence.evidence_law == EvidenceLaw::Exponential) {
    lasting = exponential(scene.open_unit(1)) * static_cast<double>(kind.evidence_longest.count());
  } else {
    least = kind.evidence_shortest;
    lasting = scene.unit(1) * static_cast<double>((kind.evidence_longest - least).count());
  }
  incident.evidence = least + Duration{static_cast<std::int64_t>(lasting)};
}

/// Every incident of the kind is one act of a fixed duration: there is nothing to draw.
bool single(ViolationKind const& k) {
  return !k.object && k.acts.mean <= 1 && k.acts.large_share <= 0 && k.duration_law == DurationLaw::Fixed;
}

class HotspotSource : public IncidentSource {
 public:
  HotspotSource(World const& world, Draws draws);
  void day(int day, std::vector<Incident>& out) override { live(day, out); }

 private:
  struct ClockDay {
    int day;  ///< of the clock; -1: an even one
    double weight;
  };
  [[nodiscard]] ClockDay clock_day(Region const& r, int day) const;
  void live(int day, std::vector<Incident>& out);
  void draw_own(int day, Region const& r, Stream const& s, std::vector<Incident>& out);
  void draw_starts(int day, Region const& r, Stream const& s, Incident like, std::vector<Incident>& out);
  void answer(Incident const& provoking, SimTime tomorrow, std::vector<Incident>& out);
  void draw_all_sizes(std::vector<Incident>::iterator begin, std::vector<Incident>::iterator end);
  void draw_size(Incident& incident, Block size) const;
  void finish(Incident& incident) const;
  void finish(Incident& incident, Block scene) const;
  std::vector<Block> const& fill(Purpose purpose, std::vector<Block>& out) const {
    draws_.fill(purpose, about_, out);
    return out;
  }

  World const& world_;
  Draws draws_;
  KindLaw kinds_;
  RegimeFactor regimes_;
  RetaliationSpec retaliation_;
  int run_in_;
  double side_a_share_;  ///< of incidents that answer nothing
  std::vector<Region> regions_;
  std::vector<Incident> later_;  ///< answers on days to come
  bool any_depth_{false}, any_size_{false}, any_scene_{false};
  std::vector<Subject> about_;  ///< what the next draws are about
  std::vector<Block> drawn_, places_, depths_;
};

/// Answers come from the other side. So that side A is responsible for a share p of all incidents, it must be
/// for (p (1 + n) - n) / (1 - n) of those that answer nothing, n the branching.
double share_unprovoked(ViolationSpec const& v) {
  double const n = v.retaliation.branching;
  return n > 0 ? (v.side_a_share * (1 + n) - n) / (1 - n) : v.side_a_share;
}

HotspotSource::HotspotSource(World const& world, Draws draws)
    : world_{world},
      draws_{draws},
      kinds_{world.kinds()},
      regimes_{world.spec().violations.regimes},
      retaliation_{world.spec().violations.retaliation},
      run_in_{run_in_days(retaliation_)},
      side_a_share_{share_unprovoked(world.spec().violations)} {
  ViolationSpec const& v = world.spec().violations;
  double region_total = 0;
  for (RegionSpec const& r : v.regions) region_total += r.share_of_acts;
  auto levels = daily_levels(world, draws, run_in_);
  auto laws = draw_place_laws(world, draws);
  for (std::size_t i = 0; i < v.regions.size(); ++i) {
    RegionSpec const& r = v.regions[i];
    Key const key = key_of(r.id);
    double const middle = 0.5 * (r.from.metres() + r.to.metres());
    double const mixed_per_day =
        v.acts_per_day * v.level * kinds_.incidents_per_act() * r.share_of_acts / region_total;
    std::vector<Stream> streams{{key, mixed_per_day * (1 - retaliation_.branching), -1}};
    for (std::size_t k = 0; k < v.kinds.size(); ++k) {
      ViolationKind const& kind = v.kinds[k];
      if (!(kind.per_day > 0)) continue;
      double const per_day = kind.per_day * v.level * r.share_of_acts / region_total;
      streams.push_back({key_of(key, kind.key().value), per_day, static_cast<int>(k)});
    }
    regions_.push_back(
        Region{std::move(laws[i]), std::move(levels[i]), ViolationClock(world, middle), std::move(streams)});
  }
  for (ViolationKind const& k : v.kinds) {
    any_depth_ = any_depth_ || k.depth > Length{};
    any_size_ = any_size_ || !single(k);
    any_scene_ = any_scene_ || k.visitable_share > 0;
  }
  about_.reserve(room_for_incidents);
  for (auto* const drawn : {&drawn_, &places_, &depths_}) drawn->reserve(room_for_incidents);
  std::vector<Incident> past;
  for (int d = -run_in_; d < 0; ++d) {
    past.clear();
    live(d, past);
  }
}

/// Before the period the clock runs as on the days of the period in reverse; whole days only, and evenly when
/// the period has none.
HotspotSource::ClockDay HotspotSource::clock_day(Region const& r, int day) const {
  if (r.clock.flat()) return {-1, 1.0};
  if (day >= 0) return {day, r.clock.weight(day)};
  auto const whole_days = static_cast<int>(world_.end().time_since_epoch() / one_day);
  if (whole_days == 0) return {-1, 1.0};
  int const mirrored = (-1 - day) % whole_days;
  return {mirrored, r.clock.weight(mirrored)};
}

void HotspotSource::live(int day, std::vector<Incident>& out) {
  std::size_t const first = out.size();
  for (Region const& r : regions_) {
    for (Stream const& s : r.streams) draw_own(day, r, s, out);
  }
  if (!(retaliation_.branching > 0)) return;
  SimTime const tomorrow{(day + 1) * one_day};
  auto const due =
      std::partition(later_.begin(), later_.end(), [&](Incident const& i) { return i.start >= tomorrow; });
  out.insert(out.end(), due, later_.end());
  later_.erase(due, later_.end());
  // What is answered today may be answered again today.
  for (std::size_t i = first; i < out.size(); ++i) answer(Incident{out[i]}, tomorrow, out);
}

/// Incidents of one stream on one day, all draws of one purpose together.
void HotspotSource::draw_own(int day, Region const& r, Stream const& s, std::vector<Incident>& out) {
  auto const first = static_cast<std::ptrdiff_t>(out.size());
  double const side_a_share = s.kind < 0 ? side_a_share_ : world_.spec().violations.side_a_share;
  bool const certain = (s.kind >= 0 || kinds_.one()) && (side_a_share <= 0 || side_a_share >= 1);
  auto const make = [&](Incident& i, Block what) {
    i.kind = s.kind < 0 ? kinds_.kind_at(what.unit()) : static_cast<std::uint16_t>(s.kind);
    i.side = what.unit(1) < side_a_share ? Side::A : Side::B;
  };
  Incident like;
  if (certain) make(like, Block{});
  if (certain && !any_size_) like.duration = world_.kinds()[like.kind].duration;
  draw_starts(day, r, s, like, out);
  auto const begin = out.begin() + first;
  about_.resize(static_cast<std::size_t>(out.end() - begin));
  for (std::size_t n = 0; n < about_.size(); ++n) about_[n] = {begin[static_cast<std::ptrdiff_t>(n)].key, 0};
  if (!certain) {
    auto what = fill(purpose::incident_kind, drawn_).begin();
    for (auto i = begin; i != out.end(); ++i) make(*i, *what++);
  }
  if (!certain || any_size_) draw_all_sizes(begin, out.end());
  fill(purpose::incident_place, places_);
  if (any_depth_) fill(purpose::incident_depth, depths_);
  if (any_scene_) fill(purpose::incident_scene, drawn_);
  for (auto i = begin; i != out.end(); ++i) {
    auto const n = static_cast<std::size_t>(i - begin);
    if (any_depth_ || !r.places.hotspots.empty()) {
      place_in(*i, r.places, world_, draws_, places_[n], any_depth_ ? depths_[n] : Block{});
    } else {
      place_evenly(*i, r.places, world_, places_[n]);
    }
    finish(*i, any_scene_ ? drawn_[n] : Block{});
  }
}

void HotspotSource::draw_starts(int day, Region const& r, Stream const& s, Incident like,
                                std::vector<Incident>& out) {
  constexpr std::uint32_t at_once = 16;
  SimTime const midnight{day * one_day};
  ClockDay const clock = clock_day(r, day);
  // Where a regime changes the rate within the day, incidents are drawn at the day's highest rate and kept by
  // their own (thinning): exact, and the incidents of a quieter day are some of those of a louder one.
  double const most = regimes_.most(midnight, midnight + one_day);
  double const expected = s.per_day * r.level[static_cast<std::size_t>(run_in_ + day)] * clock.weight * most;
  double passed = 0;
  for (std::uint32_t begin = 0;; begin += at_once) {
    about_.resize(at_once);
    for (std::uint32_t i = 0; i < at_once; ++i) about_[i] = {s.key, numbered(day, begin + i)};
    fill(purpose::incident_gap, drawn_);
    for (std::uint32_t i = 0; i < at_once; ++i) {
      Block const gap = drawn_[i];
      std::uint64_t const number = about_[i].part;
      passed += exponential(gap.open_unit());
      if (passed >= expected) return;
      double const share = passed / expected;
      auto const offset = [&]() {
        if (clock.day >= 0) return r.clock.inverse(clock.day, share);
        return Duration{static_cast<std::int64_t>(share * static_cast<double>(one_day.count()))};
      };
      SimTime const start = midnight + offset();
      if (regimes_.any() && gap.unit(1) * most >= regimes_.at(start)) continue;
      like.key = key_of(s.key, number);
      like.start = start;
      out.push_back(like);
    }
  }
}

/// Draws the answers to an incident: a Poisson process of mean measure n (1 - exp(-t / delay)), whose points
/// are those of a unit Poisson process below n, taken back through that measure.
void HotspotSource::answer(Incident const& provoking, SimTime tomorrow, std::vector<Incident>& out) {
  if (world_.kinds()[provoking.kind].per_day > 0) return;
  double const n = retaliation_.branching;
  double passed = 0;
  for (std::uint64_t child = 0;; ++child) {
    passed += exponential(draws_.at(purpose::retaliation, provoking.key, child).open_unit());
    if (passed >= n) break;
    double const delays = -portable_log(1 - passed / n);
    Incident incident;
    incident.start =
        provoking.start +
        Duration{static_cast<std::int64_t>(delays * static_cast<double>(retaliation_.delay.count()))};
    if (incident.start >= world_.end()) break;  // the next answers come later still
    incident.key = key_of(provoking.key, child);
    incident.kind = kinds_.kind_at(draws_.at(purpose::retaliation_kind, provoking.key, child).unit());
    incident.side = provoking.side == Side::A ? Side::B : Side::A;
    draw_size(incident, draws_.at(purpose::incident_size, incident.key, 0));
    place_near(incident, provoking.chainage, retaliation_.spread.metres(), world_, draws_);
    finish(incident);
    (incident.start < tomorrow ? out : later_).push_back(incident);
  }
}

/// \pre `about_` names the incidents
void HotspotSource::draw_all_sizes(std::vector<Incident>::iterator begin,
                                   std::vector<Incident>::iterator end) {
  if (any_size_) fill(purpose::incident_size, drawn_);
  for (auto i = begin; i != end; ++i) {
    ViolationKind const& kind = world_.kinds()[i->kind];
    if (!single(kind)) {
      draw_size(*i, drawn_[static_cast<std::size_t>(i - begin)]);
    } else {
      i->duration = kind.duration;
    }
  }
}

void HotspotSource::draw_size(Incident& incident, Block size) const {
  ViolationKind const& kind = world_.kinds()[incident.kind];
  if (kind.object) {
    incident.acts = 0;
  } else {
    double const large = kind.acts.large_share;
    double const u = size.open_unit();
    double const ordinary = kind.acts.mean * (1 - large * kind.acts.large_factor) / (1 - large);
    incident.acts =
        static_cast<std::uint32_t>(u < large ? geometric(u / large, kind.acts.mean * kind.acts.large_factor)
                                             : geometric((u - large) / (1 - large), ordinary));
  }
  double const times = kind.duration_law == DurationLaw::Fixed ? 1.0 : exponential(size.open_unit(1));
  incident.duration = Duration{static_cast<std::int64_t>(times * static_cast<double>(kind.duration.count()))};
}

void HotspotSource::finish(Incident& incident) const {
  bool const any = world_.kinds()[incident.kind].visitable_share > 0;
  finish(incident, any ? draws_.at(purpose::incident_scene, incident.key, 0) : Block{});
}

void HotspotSource::finish(Incident& incident, Block scene) const {
  incident.light = world_.light(incident.chainage, incident.start);
  if (any_scene_ && world_.kinds()[incident.kind].visitable_share > 0) read_scene(incident, world_, scene);
}

}  // namespace

void draw_scene(Incident& incident, World const& world, Draws const& draws) {
  read_scene(incident, world, draws.at(purpose::incident_scene, incident.key, 0));
}

std::unique_ptr<IncidentSource> HotspotProcess::start(World const& world, Draws draws) const {
  return std::make_unique<HotspotSource>(world, draws);
}

}  // namespace ceaseline
