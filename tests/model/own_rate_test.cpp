// Kinds with a rate of their own: how many, where and when, and that they move nobody else.
#include <map>

#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

WorldSpec mixed_world() {
  WorldSpec spec = straight_world(km(300), 60 * one_day, shot_kind(), 40);
  ViolationSpec& v = spec.violations;
  v.kinds[0].acts.mean = 5;
  v.kinds[0].depth = km(1);
  v.acts_per_day = 200;
  ViolationKind loud = v.kinds[0];
  loud.id = "loud";
  loud.share_of_acts = 0.4;
  v.kinds.push_back(loud);
  v.clock = Clock::NightShare;
  v.memory = 0.7;
  v.regions = {RegionSpec{"west", "", {}, km(100), 3, 0.7}, RegionSpec{"east", "", km(100), {}, 1, 1}};
  v.hotspots = {HotspotSpec{"hot", "", km(40), km(4), 0.5}};
  v.retaliation.branching = 0.3;
  v.regimes = {RegimeSpec{"truce", 20 * one_day, 0.3, {}, 0.5}};
  return spec;
}

ViolationKind mine(double per_day) {
  ViolationKind k = object_kind(hours_of(72));
  k.id = "mine";
  k.per_day = per_day;
  k.mined = true;
  return k;
}

TEST(OwnRate, AddingAKindMovesNoOtherIncident) {
  WorldSpec const spec = mixed_world();
  WorldSpec more = spec;
  more.violations.kinds.insert(more.violations.kinds.begin(), mine(12));
  World const before = build(spec);
  World const after = build(more);
  auto const a = drawn(before, 3);
  auto const b = drawn(after, 3);
  ASSERT_GT(b.size(), a.size() + 100);
  std::size_t next = 0;
  for (Incident const& i : b) {
    if (after.kinds()[i.kind].id == "mine") continue;
    ASSERT_LT(next, a.size());
    Incident const& same = a[next++];
    ASSERT_EQ(i.key, same.key);
    ASSERT_EQ(i.start, same.start);
    ASSERT_EQ(i.duration, same.duration);
    ASSERT_EQ(i.place.x, same.place.x);
    ASSERT_EQ(i.place.y, same.place.y);
    ASSERT_EQ(i.depth, same.depth);
    ASSERT_EQ(i.acts, same.acts);
    ASSERT_EQ(i.side, same.side);
    ASSERT_EQ(i.light, same.light);
    ASSERT_EQ(i.visitable, same.visitable);
    ASSERT_EQ(i.evidence, same.evidence);
    ASSERT_EQ(after.kinds()[i.kind].id, before.kinds()[same.kind].id);
  }
  EXPECT_EQ(next, a.size());
}

TEST(OwnRate, IsTheMeanBesideTheOthersAndFollowsTheirPlacesAndHours) {
  WorldSpec spec = mixed_world();
  spec.violations.regimes.clear();
  spec.violations.retaliation.branching = 0;
  spec.violations.night_share = 0.8;
  spec.violations.level = 2;
  spec.violations.regions[0].spread = spec.violations.regions[1].spread = 0;
  spec.violations.kinds.push_back(mine(6));
  ViolationKind flight = shot_kind();
  flight.id = "flight";
  flight.per_day = 1.5;
  spec.violations.kinds.push_back(flight);
  World const world = build(spec);
  std::map<std::string, double> n;
  double hot = 0;
  double west = 0;
  double night = 0;
  constexpr std::uint32_t replications = 40;
  for (std::uint32_t r = 0; r < replications; ++r) {
    for (Incident const& i : drawn(world, r)) {
      std::string const& id = world.kinds()[i.kind].id;
      n[id] += 1;
      if (id != "mine") continue;
      EXPECT_EQ(i.acts, 0U);
      EXPECT_EQ(i.duration, hours_of(72));
      hot += std::abs(i.chainage - 40'000) < 8000 ? 1 : 0;
      west += i.chainage < 100'000 ? 1 : 0;
      night += i.light == Light::Night ? 1 : 0;
    }
  }
  double const days = 60.0 * replications;
  EXPECT_NEAR(n["mine"], 12 * days, 4 * std::sqrt(12 * days));
  EXPECT_NEAR(n["flight"], 3 * days, 4 * std::sqrt(3 * days));
  // 200 acts at level 2, five an incident, one loud for 2.5 of the first kind.
  EXPECT_NEAR(n["shot"], 80 / 1.4 * days, 4 * std::sqrt(80 / 1.4 * days));
  EXPECT_NEAR(n["loud"], 80 * 0.4 / 1.4 * days, 4 * std::sqrt(80 * 0.4 / 1.4 * days));
  double const mines = n["mine"];
  EXPECT_NEAR(west / mines, 0.75, 4 * std::sqrt(0.75 * 0.25 / mines));
  EXPECT_NEAR(night / mines, 0.8, 4 * std::sqrt(0.8 * 0.2 / mines));
  // Two standard deviations of the hotspot, and 16 of 100 km of the even rest of the region.
  double const near = 0.5 * 0.9545 + 0.25 * 0.16;
  EXPECT_NEAR(hot / mines, near, 4 * std::sqrt(near * (1 - near) / mines));
}

TEST(OwnRate, SharesTheDailyLevelOfItsRegionButNotItsGaps) {
  WorldSpec spec = straight_world(km(100), 2000 * one_day, shot_kind(), 20);
  spec.violations.regions = {RegionSpec{"all", "", {}, {}, 1, 0.5}};
  ViolationKind own = shot_kind();
  own.id = "own";
  own.per_day = 20;
  spec.violations.kinds.push_back(own);
  World const world = build(spec);
  std::vector<double> covariances;
  for (std::uint32_t r = 0; r < 10; ++r) {
    std::vector<std::array<double, 2>> days(2000);
    for (Incident const& i : drawn(world, r)) days[static_cast<std::size_t>(in_days(i.start))][i.kind] += 1;
    for (auto const& d : days) covariances.push_back((d[0] - 20) * (d[1] - 20));
  }
  // Given the level, the two are independent: 20^2 (e^0.25 - 1).
  expect_mean(covariances, 400 * (std::exp(0.25) - 1), 0.06);
}

TEST(OwnRate, NeitherProvokesNorAnswersAndFollowsRegimes) {
  WorldSpec spec = straight_world(km(100), 20 * one_day, shot_kind(), 0);
  spec.violations.kinds.push_back(mine(100));
  spec.violations.retaliation.branching = 0.5;
  spec.violations.regimes = {RegimeSpec{"truce", 10 * one_day, 0.2, {}, 0}};
  std::vector<double> before, after;
  for (std::uint32_t r = 0; r < 100; ++r) {
    auto const all = drawn(build(spec), r);
    auto const half =
        std::count_if(all.begin(), all.end(), [](Incident const& i) { return in_days(i.start) < 10; });
    before.push_back(static_cast<double>(half));
    after.push_back(static_cast<double>(all.size()) - before.back());
  }
  expect_mean(before, 1000, 0.01);
  expect_variance(before, 1000, 0.2);
  expect_mean(after, 200, 0.02);
}

}  // namespace
}  // namespace ceaseline
