// Coverage of the shipped line against brute force: places and instants one by one, asked of the simulation's
// own positions, weather and detection tables.
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "ceaseline/coverage/coverage_raster.hpp"
#include "ceaseline/coverage/covered.hpp"
#include "toy/shipped_files.hpp"

namespace ceaseline {
namespace {

constexpr double threshold = 0.5;
using Overrides = std::vector<std::pair<std::string, std::string>>;

/// A replication of the civilian design, thirty days long.
class Lived {
 public:
  explicit Lived(Overrides overrides = {})
      : study_{thirty_days(std::move(overrides))},
        world_{*study_.cases[0].world},
        mission_{*study_.cases[0].missions[0]},
        run_{world_, mission_},
        draws_{2021, 0} {
    run_.begin(draws_, true);
    TruthStream truth(world_, *study_.cases[0].process, draws_);
    TruthDay today;
    while (truth.next(today)) run_.day(today);
    run_.finish();
    for (Track const& t : run_.tracks()) tracks_[t.team].push_back(t);
  }

  [[nodiscard]] bool covers(std::size_t sensor, Point place, double chainage, SimTime t,
                            std::size_t kind) const {
    Mounted const& m = mission_.sensors()[sensor];
    if (m.satellite >= 0) return false;
    Sky sky{world_.light(chainage, t), false, run_.weather().at(t)};
    sky.moonless = sky.light == Light::Night && world_.moonless(chainage, t);
    Point from = m.place;
    bool moving = false;
    bool town = m.town;
    if (m.team >= 0) {
      Track const* on = track(static_cast<std::size_t>(m.team), t);
      if (on == nullptr) return false;
      Team const& team = mission_.teams()[static_cast<std::size_t>(m.team)];
      Motion::State const s = on->motion.at(t);
      from = (team.track ? *team.track : world_.lane(team.side)).at(s.chainage);
      moving = s.moving;
      town = team.aircraft < 0 && world_.in_town(from);
    } else if (run_.out_of_order(sensor).contains(t)) {
      return false;
    }
    double const d2 = squared_distance(from, place);
    auto const& curve = mission_.table(m).curve(kind, sky, moving, town);
    if (d2 > curve.reach_squared || curve.at_squared(d2) < threshold) return false;
    double const along = m.heading.x * (place.x - from.x) + m.heading.y * (place.y - from.y);
    if (m.cosine_of_view > -1 && along < m.cosine_of_view * std::sqrt(d2)) return false;
    double const height = world_.kinds()[kind].height.metres();
    return m.team >= 0 || m.sensor->channel() == Channel::Sound || world_.terrain() == nullptr ||
           world_.terrain()->clear(from, m.height, place, height, world_.spec().terrain.refraction);
  }

  [[nodiscard]] bool covers(Channel channel, Point place, double chainage, SimTime t,
                            std::size_t kind) const {
    for (std::size_t i = 0; i < mission_.sensors().size(); ++i)
      if (mission_.sensors()[i].sensor->channel() == channel && covers(i, place, chainage, t, kind))
        return true;
    return false;
  }
  [[nodiscard]] Presence presence() const { return Presence::lived(world_, mission_, run_, draws_); }
  [[nodiscard]] World const& world() const { return world_; }
  [[nodiscard]] Mission const& mission() const { return mission_; }

 private:
  static Study thirty_days(Overrides overrides) {
    overrides.emplace_back("world.period.length", "30 days");
    return toy::shipped_study(overrides);
  }
  [[nodiscard]] Track const* track(std::size_t team, SimTime t) const {
    auto const of = tracks_.find(static_cast<std::uint32_t>(team));
    if (of == tracks_.end()) return nullptr;
    for (Track const& track : of->second)
      if (track.from <= t && t < track.to) return &track;
    return nullptr;
  }

  Study study_;
  World const& world_;
  Mission const& mission_;
  Simulation run_;
  Draws draws_;
  std::map<std::uint32_t, std::vector<Track>> tracks_;
};

bool holds(std::vector<AssetSpells> const& assets, double t) {
  for (AssetSpells const& a : assets)
    for (Spell const& s : a.spells)
      if (s.from <= t && t < s.to) return true;
  return false;
}

/// The share of a grid that shifts by golden sections from place to place, so that it fills the plane evenly.
TEST(BruteForce, PlacesAndInstantsOneByOneAgreeOnTheShippedLine) {
  Lived const lived;
  World const& world = lived.world();
  Presence const presence = lived.presence();
  SpellSolver solver(world, lived.mission(), presence, world.reference_kind(), threshold);
  PlaceSpells found;
  constexpr int places = 840;
  constexpr int instants = 40;
  double const length = world.line().length().metres();
  double share[2] = {0, 0};
  int wrong = 0;
  for (int p = 0; p < places; ++p) {
    double const chainage = (p + 0.5) * length / places;
    for (double const depth : {0.0, 1000.0, -1000.0}) {
      Point const place = world.line().at(LinePlace{Length::metres(chainage), Length::metres(depth)});
      solver.solve(place, chainage, false, found);
      double const turn = p * 0.6180339887498948;
      for (int i = 0; i < (depth == 0 ? instants : instants / 10); ++i) {
        double const of_period = (i + turn - std::floor(turn)) / (depth == 0 ? instants : instants / 10);
        SimTime const t{Duration{std::llround(of_period * solver.end())}};
        for (Channel const c : {Channel::Sound, Channel::Sight}) {
          bool const covered = lived.covers(c, place, chainage, t, world.reference_kind());
          if (covered != holds(found.channel[static_cast<std::size_t>(c)], static_cast<double>(ms_of(t))))
            ++wrong;
          if (depth == 0 && covered) share[static_cast<std::size_t>(c)] += 1.0 / places / instants;
        }
      }
    }
  }
  EXPECT_EQ(wrong, 0) << "of " << 2 * places * instants;
  BandCoverage const band = covered(world, lived.mission(), presence, world.reference_kind(), 0,
                                    resolution_of(world.spec().coverage));
  CoverageFigures::Judged const& line = band.sets[0];
  for (std::size_t c = 0; c < 2; ++c) {
    double const exact =
        (line.channel[c].covered[0] + line.channel[c].covered[1]) / (line.hours[0] + line.hours[1]);
    // 33,600 points of the plane: a standard error of 0.002, and what the resolution leaves.
    EXPECT_NEAR(share[c], exact, 0.01) << c;
    EXPECT_GT(exact, 0.02) << c;
  }
}

/// \returns the share of places and instants on the line that are seen, by brute force; fails where the
/// solver says otherwise
double seen_share(Lived const& lived, std::size_t kind) {
  World const& world = lived.world();
  Presence const presence = lived.presence();
  SpellSolver solver(world, lived.mission(), presence, kind, threshold);
  PlaceSpells found;
  constexpr int places = 300;
  constexpr int instants = 12;
  int wrong = 0;
  int seen = 0;
  for (int p = 0; p < places; ++p) {
    double const chainage = (p + 0.5) * world.line().length().metres() / places;
    Point const place = world.line().at(Length::metres(chainage));
    solver.solve(place, chainage, false, found);
    double const turn = p * 0.6180339887498948;
    for (int i = 0; i < instants; ++i) {
      SimTime const t{Duration{std::llround((i + turn - std::floor(turn)) / instants * solver.end())}};
      for (Channel const c : {Channel::Sound, Channel::Sight}) {
        bool const covered = lived.covers(c, place, chainage, t, kind);
        if (covered != holds(found.channel[static_cast<std::size_t>(c)], static_cast<double>(ms_of(t))))
          ++wrong;
        if (c == Channel::Sight && covered) ++seen;
      }
    }
  }
  EXPECT_EQ(wrong, 0) << "of " << 2 * places * instants;
  return seen / static_cast<double>(places * instants);
}

TEST(BruteForce, AgreesForAKindThatIsSeenLessFar) {
  Lived const lived(Overrides{{"world.coverage.kinds", R"(["small-arms"])"}});
  World const& world = lived.world();
  auto const kinds = world.coverage_kinds();
  ASSERT_EQ(kinds.size(), 2U);
  ASSERT_EQ(world.kinds()[kinds[1]].id, "small-arms");
  double const reference = seen_share(lived, kinds[0]);
  double const further = seen_share(lived, kinds[1]);
  EXPECT_LT(further, reference);
  CoverageFigures const all = cover(world, lived.mission(), lived.presence());
  for (std::size_t k = 0; k < 2; ++k) {
    CoverageFigures::Judged const& line = all.kinds[k][0];
    double const exact =
        (line.channel[1].covered[0] + line.channel[1].covered[1]) / (line.hours[0] + line.hours[1]);
    // 3,600 points: four standard errors of 0.0066 at most, and what the resolution leaves.
    EXPECT_NEAR(k == 0 ? reference : further, exact, 4 * 0.0066 + 0.0075) << k;
  }
}

TEST(BruteForce, AgreesWhereTheGroundHides) {
  Overrides const hills{{"world.terrain.relief", "60 m"}, {"world.terrain.cell", "500 m"}};
  Lived const hilly(hills);
  ASSERT_NE(hilly.world().terrain(), nullptr);
  double const hidden = seen_share(hilly, hilly.world().reference_kind());
  Lived const flat;
  EXPECT_LT(hidden, seen_share(flat, flat.world().reference_kind()) - 0.01);
}

TEST(BruteForce, TheDefaultResolutionIsFineEnough) {
  Lived const lived;
  World const& world = lived.world();
  Presence const presence = lived.presence();
  Resolution fine = resolution_of(world.spec().coverage);
  fine.step = fine.finest = 400;
  auto const share = [&](Resolution const& how, std::size_t set, std::size_t channel) {
    auto const s = covered(world, lived.mission(), presence, world.reference_kind(), 0, how).sets[set];
    return (s.channel[channel].covered[0] + s.channel[channel].covered[1]) / (s.hours[0] + s.hours[1]);
  };
  for (std::size_t const set : {0U, 1U, 2U})
    for (std::size_t const channel : {0U, 1U})
      EXPECT_NEAR(share(resolution_of(world.spec().coverage), set, channel), share(fine, set, channel),
                  0.0075)
          << set << ' ' << channel;
}

TEST(CoverageRaster, ItsHoursAndItsDaysAddUpToTheSame) {
  Lived const lived;
  World const& world = lived.world();
  CoverageRaster const raster =
      coverage_raster(world, lived.mission(), lived.presence(), world.reference_kind());
  CoverageRaster::OfChannel const& sight = raster.channel[static_cast<std::size_t>(Channel::Sight)];
  ASSERT_EQ(sight.by_hour.size(), 24 * raster.columns);
  ASSERT_EQ(sight.by_day.size(), 30 * raster.columns);
  ASSERT_EQ(sight.places.size(), raster.columns);
  double seen = 0;
  for (std::size_t c = 0; c < raster.columns; ++c) {
    double by_hour = 0;
    double by_day = 0;
    for (std::size_t h = 0; h < 24; ++h) by_hour += sight.by_hour[h * raster.columns + c] / 24;
    for (std::size_t d = 0; d < 30; ++d) by_day += sight.by_day[d * raster.columns + c] / 30;
    EXPECT_NEAR(by_hour, by_day, 1e-9) << c;
    EXPECT_NEAR(sight.places[c].covered(), by_day * 720, 1e-6) << c;
    EXPECT_NEAR(raster.hours[c][0] + raster.hours[c][1], 720, 1e-9);
    seen += by_day;
  }
  EXPECT_GT(seen, 1);
}

}  // namespace
}  // namespace ceaseline
