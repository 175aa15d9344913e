// Rules of access: which holds, and when they shut, by brute force.
#include "ceaseline/model/access.hpp"

#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

WorldSpec open_world(Duration period = 10 * one_day) {
  return straight_world(km(100), period, shot_kind(), 1);
}

AccessRule rule(Side side, AccessState state, Asset asset = Asset::Any) {
  AccessRule r;
  r.side = side;
  r.state = state;
  r.asset = asset;
  return r;
}

AccessState state(World const& world, Asset asset, double at_km, double at_hours,
                  std::string const& flag = "x", Side side = Side::A) {
  return Access(world, flag).at(asset, side, at_km * 1000, SimTime{hours_of(at_hours)}).state;
}

TEST(AccessRules, TheLastThatFitsHolds) {
  WorldSpec spec = open_world();
  spec.access_a.state = AccessState::Restricted;
  spec.access_a.refusal = 0.3;
  AccessRule half = rule(Side::A, AccessState::Restricted, Asset::Camera);
  half.refusal = 0.5;
  AccessRule here = rule(Side::A, AccessState::Open);
  here.from = km(20);
  here.to = km(30);
  spec.access = {rule(Side::A, AccessState::Shut), half, here};
  World const world = build(spec);
  EXPECT_EQ(state(world, Asset::Patrol, 50, 1), AccessState::Shut);
  EXPECT_EQ(state(world, Asset::Camera, 50, 1), AccessState::Restricted);
  EXPECT_EQ(Access(world, "").at(Asset::Camera, Side::A, 50'000, at_ms(0)).refusal, 0.5);
  EXPECT_EQ(state(world, Asset::Patrol, 20, 1), AccessState::Open);
  EXPECT_EQ(state(world, Asset::Camera, 30, 1), AccessState::Open);
  EXPECT_EQ(state(world, Asset::Camera, 30.001, 1), AccessState::Restricted);
  EXPECT_EQ(state(world, Asset::Patrol, 50, 1, "x", Side::B), AccessState::Open) << "the other side's own";
  spec.access.clear();
  World const plain = build(spec);
  Permission const own = Access(plain, "x").at(Asset::Patrol, Side::A, 0, at_ms(0));
  EXPECT_EQ(own.state, AccessState::Restricted);
  EXPECT_EQ(own.refusal, 0.3);
}

TEST(AccessRules, MeetOnlyTheOrganisationTheyName) {
  WorldSpec spec = open_world();
  AccessRule r = rule(Side::A, AccessState::Shut);
  r.organisation = "OTS";
  spec.access = {r};
  World const world = build(spec);
  EXPECT_EQ(state(world, Asset::Patrol, 1, 1, "OTS"), AccessState::Shut);
  EXPECT_EQ(state(world, Asset::Patrol, 1, 1, "GCC"), AccessState::Open);
  EXPECT_EQ(Access(world, "GCC").shut(Asset::Patrol, Side::A, 0), Spans{});
}

TEST(AccessRules, HoursRunOverMidnightInLocalTime) {
  WorldSpec spec = open_world();
  spec.period.local_time = 2 * one_hour;
  AccessRule night = rule(Side::A, AccessState::Shut);
  night.hours_from = 20 * one_hour;
  night.hours_to = 6 * one_hour;
  spec.access = {night};
  World const world = build(spec);
  EXPECT_EQ(state(world, Asset::Post, 1, 0), AccessState::Shut) << "02:00 local";
  EXPECT_EQ(state(world, Asset::Post, 1, 3.999), AccessState::Shut);
  EXPECT_EQ(state(world, Asset::Post, 1, 4), AccessState::Open);
  EXPECT_EQ(state(world, Asset::Post, 1, 17.999), AccessState::Open);
  EXPECT_EQ(state(world, Asset::Post, 1, 18), AccessState::Shut);
  Spans const shut = Access(world, "x").shut(Asset::Post, Side::A, 0);
  EXPECT_EQ(shut.total(), 100 * one_hour);
  EXPECT_EQ(shut.list().front(), (Span{at_ms(0), SimTime{4 * one_hour}}));
  EXPECT_EQ(shut.list().back(), (Span{SimTime{9 * one_day + 18 * one_hour}, world.end()}));
}

TEST(AccessRules, ShutIsExactlyWhereAtSaysShut) {
  std::uint64_t seed = 12345;
  auto const pick = [&seed](std::uint64_t n) { return (seed = mixed(seed + 1)) % n; };
  Asset const assets[] = {Asset::Any,    Asset::Patrol, Asset::Post,
                          Asset::Camera, Asset::Array,  Asset::Aircraft};
  AccessState const states[] = {AccessState::Open, AccessState::Restricted, AccessState::Shut};
  Duration const grid = 30 * one_minute;
  int shut_some = 0;
  for (int trial = 0; trial < 200; ++trial) {
    WorldSpec spec = open_world(3 * one_day + 5 * one_hour);
    spec.period.local_time = static_cast<int>(pick(24)) * one_hour;
    spec.access_a.state = states[pick(3)];
    for (std::uint64_t n = pick(5); n > 0; --n) {
      AccessRule r = rule(pick(4) == 0 ? Side::B : Side::A, states[pick(3)], assets[pick(6)]);
      if (pick(2) == 0) r.organisation = pick(2) == 0 ? "x" : "y";
      if (pick(2) == 0) {
        r.from = km(static_cast<double>(pick(50)));
        r.to = r.from + km(static_cast<double>(1 + pick(50)));
      }
      if (pick(2) == 0) {
        r.hours_from = static_cast<int>(pick(48)) * grid;
        r.hours_to = static_cast<int>(pick(48)) * grid;
      }
      if (pick(2) == 0) r.begins = static_cast<int>(pick(150)) * grid;
      if (pick(2) == 0) r.ends = r.begins + static_cast<int>(1 + pick(150)) * grid;
      spec.access.push_back(r);
    }
    World const world = build(spec);
    Access const access(world, "x");
    for (Asset const asset : assets) {
      double const chainage = 1000 * static_cast<double>(pick(101));
      Spans const shut = access.shut(asset, Side::A, chainage);
      bool ever_open = false;
      for (SimTime t{}; t < world.end(); t += grid) {
        // Just after each half hour, and just before the next.
        for (SimTime const now : {t, t + grid - Duration{1}}) {
          bool const says = access.at(asset, Side::A, chainage, now).state == AccessState::Shut;
          ASSERT_EQ(shut.contains(now), says) << "trial " << trial << " asset " << static_cast<int>(asset);
          ever_open = ever_open || !says;
        }
      }
      EXPECT_TRUE(!ever_open || access.ever_allowed(Side::A));
      shut_some += !shut.empty() && ever_open ? 1 : 0;
    }
  }
  EXPECT_GT(shut_some, 100) << "too tame";
}

TEST(AccessRules, AllShutIsNeverAllowed) {
  WorldSpec spec = open_world();
  spec.access_a.state = AccessState::Shut;
  spec.access = {rule(Side::A, AccessState::Shut, Asset::Camera), rule(Side::B, AccessState::Open)};
  World const world = build(spec);
  EXPECT_FALSE(Access(world, "x").ever_allowed(Side::A));
  EXPECT_TRUE(Access(world, "x").ever_allowed(Side::B));
}

}  // namespace
}  // namespace ceaseline
