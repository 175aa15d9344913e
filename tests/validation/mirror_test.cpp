// The Donbas laid straight, and its mirror image: sides, access, places and incidents change hands, and so
// must all that comes of it, to the last bit.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "runs.hpp"
#include "table.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline::validation {
namespace {

constexpr std::uint32_t replications = 3;

struct Setting {
  WorldSpec world;
  std::vector<std::pair<MapPlace, Point>> places;
  DesignSpec design;
};

Line straight(WorldSpec const& w) {
  return Line::straight(w.line.straight, Frame(LonLat{w.line.centre_lon, w.line.centre_lat}));
}

/// A month of the shipped world's incidents, on a straight line of the same length.
WorldSpec straightened(Bench const& bench) {
  WorldSpec w = bench.world().spec();
  w.line.file.clear();
  w.line.straight = Length::metres(std::floor(bench.world().line().length().metres()));
  w.line.centre_lat = 48;
  w.violations.process = "replay";
  // Invented complaints have draws of their own for each party, so these are not each other's mirror images.
  w.claims.invented_per_day_a = w.claims.invented_per_day_b = 0;
  w.claims.share_a = 0.3;
  w.claims.share_b = 0.1;
  TruthStream truth(bench.world(), bench.process(), Bench::draws(0));
  TruthDay today;
  while (truth.next(today)) {
    for (Incident const& i : today.incidents) {
      ReplaySpec r;
      r.id = std::to_string(i.key.value);
      r.at = i.start.time_since_epoch();
      r.chainage = std::min(Length::metres(std::round(i.chainage)), w.line.straight);
      r.depth = Length::metres(std::round(std::abs(i.depth)));
      r.kind = bench.world().kinds()[i.kind].id;
      r.side = i.side;
      r.acts = static_cast<int>(i.acts);
      r.duration = i.duration;
      w.violations.incidents.push_back(r);
    }
  }
  return w;
}

Setting original() {
  Bench const bench(Overrides{{"world.period.length", "30 days"}});
  Setting s{straightened(bench), {}, bench.design("civilian")};
  s.design.numbers.on_books = 560;  // an even number of patrols, the same on both sides
  Line const line = straight(s.world);
  for (MapPlace p : bench.places()) {
    Line const& winding = bench.world().line();
    LinePlace near = winding.nearest(winding.frame().to_local(p.at));
    near.chainage = std::min(near.chainage, s.world.line.straight);
    Point const at = line.at(near);
    // Whole metres, so that a place is found again where it was put.
    Point const put{std::round(at.x), std::round(at.y)};
    p.at = line.frame().to_geographic(put);
    s.places.push_back({p, put});
  }
  return s;
}

Setting mirrored(Setting s) {
  WorldSpec& w = s.world;
  std::swap(w.access_a, w.access_b);
  std::swap(w.lane_depth_a, w.lane_depth_b);
  std::swap(w.claims.share_a, w.claims.share_b);
  std::swap(w.claims.invented_per_day_a, w.claims.invented_per_day_b);
  w.violations.side_a_share = 1 - w.violations.side_a_share;
  for (AccessRule& r : w.access) r.side = other(r.side);
  for (TownSpec& t : w.towns) t.side = other(t.side);
  for (ReplaySpec& i : w.violations.incidents) i.side = other(i.side);
  Line const line = straight(w);
  for (auto& [place, at] : s.places) {
    at.y = -at.y;
    place.side = other(place.side);
    place.at = line.frame().to_geographic(at);
  }
  s.design.numbers.side_a_share = 1 - s.design.numbers.side_a_share;
  for (AircraftSpec& a : s.design.aircraft) a.side = other(a.side);
  return s;
}

class Ready {
 public:
  explicit Ready(Setting const& s) : world_{toy::build(s.world)}, mission_{make(s)} {}
  [[nodiscard]] Record live(std::uint32_t replication) const {
    return toy::live(world_, mission_, replication);
  }

 private:
  [[nodiscard]] Mission make(Setting const& s) const {
    std::vector<MapPlace> places;
    for (auto const& [place, at] : s.places) {
      EXPECT_EQ(world_.line().frame().to_local(place.at), at) << place.id;
      places.push_back(place);
    }
    return toy::set_up(world_, s.design, places);
  }
  World world_;
  Mission mission_;
};

Point flipped(Point p) { return {p.x, -p.y}; }

DeclaredSide flipped(DeclaredSide d) {
  return d == DeclaredSide::A ? DeclaredSide::B : d == DeclaredSide::B ? DeclaredSide::A : d;
}

bool swapped(Incident const& a, Incident const& b) {
  return a.key == b.key && a.start == b.start && a.acts == b.acts && a.side == other(b.side) &&
         a.place == flipped(b.place);
}

bool swapped(Fate const& a, Fate const& b) {
  bool const noticed = a.acts_noticed == b.acts_noticed && a.acts_heard == b.acts_heard &&
                       a.acts_seen == b.acts_seen && a.first_notice == b.first_notice;
  bool const chain = a.step == b.step && a.reason == b.reason && a.verification == b.verification &&
                     a.verified == b.verified && a.reported == b.reported;
  return noticed && chain && a.estimate == flipped(b.estimate) && a.half_axis == b.half_axis &&
         a.declared == flipped(b.declared) && a.p_side_b == 1 - b.p_side_b && a.report == b.report;
}

bool swapped(Report const& a, Report const& b) {
  return a.first == b.first && a.last == b.last && a.acts == b.acts && a.kind == b.kind &&
         a.place == flipped(b.place) && a.declared == flipped(b.declared) && a.published == b.published &&
         a.incident == b.incident && a.merged_into == b.merged_into && a.claimed == b.claimed;
}

bool swapped(Observation const& a, Observation const& b) {
  return a.at == b.at && a.sensor == b.sensor && a.report == b.report && a.place == flipped(b.place);
}

bool swapped(Outing const& a, Outing const& b) {
  return a.team == b.team && a.side == other(b.side) && a.from == b.from && a.to == b.to && a.fate == b.fate;
}

bool swapped(Visit const& a, Visit const& b) {
  return a.team == b.team && a.side == other(b.side) && a.arrived == b.arrived && a.allowed == b.allowed &&
         a.in_time == b.in_time && a.incident == b.incident;
}

/// How many of two lists differ, counting what only one has.
template <class List>
std::size_t differing(List const& a, List const& b) {
  std::size_t const both = std::min(a.size(), b.size());
  std::size_t n = std::max(a.size(), b.size()) - both;
  for (std::size_t i = 0; i < both; ++i) n += swapped(a[i], b[i]) ? 0 : 1;
  return n;
}

bool swapped(std::array<Exposure, 2> const& a, std::array<Exposure, 2> const& b) {
  auto const equal = [](Exposure const& x, Exposure const& y) {
    return x.near_fire == y.near_fire && x.withdrawals == y.withdrawals && x.mined_outings == y.mined_outings;
  };
  return equal(a[0], b[1]) && equal(a[1], b[0]);
}

TEST(Fact12, AMirroredWorldHasMirroredResults) {
  Setting const here = original();
  Ready const one(here);
  Ready const two(mirrored(here));
  std::size_t all = 0;
  std::size_t wrong = 0;
  std::size_t visits = 0;
  std::size_t declared = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Record const a = one.live(r);
    Record const b = two.live(r);
    all += a.incidents.size() + a.fates.size() + a.reports.size() + a.observations.size() + a.outings.size() +
           a.visits.size() + a.exposure.size();
    wrong += differing(a.incidents, b.incidents) + differing(a.fates, b.fates) +
             differing(a.reports, b.reports) + differing(a.observations, b.observations) +
             differing(a.outings, b.outings) + differing(a.visits, b.visits) +
             (swapped(a.exposure, b.exposure) ? 0 : 1);
    visits += a.visits.size();
    for (Fate const& f : a.fates) declared += f.side_known() ? 1 : 0;
  }
  EXPECT_GT(visits, 20U) << "nothing to be mirrored";
  EXPECT_GT(declared, 100U) << "nothing to be mirrored";
  state({12, "entries of the record that are not mirrored, of " + std::to_string(all), "exactly 0",
         std::to_string(wrong), std::to_string(replications) + " runs", wrong == 0});
}

}  // namespace
}  // namespace ceaseline::validation
