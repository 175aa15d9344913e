// The program does not know which side is which: whole-program property 3.
#include <gtest/gtest.h>

#include <set>

#include "toy/busy_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

void expect_mirrored(Point a, Point b) {
  EXPECT_NEAR(a.x, b.x, 1e-6);
  EXPECT_NEAR(a.y, -b.y, 1e-6);
}

DeclaredSide swapped(DeclaredSide s) {
  return s == DeclaredSide::A ? DeclaredSide::B : s == DeclaredSide::B ? DeclaredSide::A : s;
}

void expect_swapped(Fate const& a, Fate const& b) {
  EXPECT_EQ(a.acts_noticed, b.acts_noticed);
  EXPECT_EQ(a.acts_heard, b.acts_heard);
  EXPECT_EQ(a.acts_seen, b.acts_seen);
  EXPECT_EQ(a.first_notice, b.first_notice);
  EXPECT_EQ(a.last_notice, b.last_notice);
  EXPECT_EQ(a.claimed, b.claimed);
  EXPECT_EQ(a.verification, b.verification);
  EXPECT_EQ(a.verified, b.verified);
  EXPECT_EQ(a.time_to_scene, b.time_to_scene);
  EXPECT_EQ(a.read_by_visit, b.read_by_visit);
  EXPECT_EQ(a.reported, b.reported);
  EXPECT_EQ(a.step, b.step);
  EXPECT_EQ(a.reason, b.reason);
  EXPECT_EQ(a.report, b.report);
  EXPECT_EQ(a.duplicates, b.duplicates);
  EXPECT_EQ(a.declared, swapped(b.declared));
  EXPECT_NEAR(a.p_side_b, 1 - b.p_side_b, 1e-12);
  EXPECT_NEAR(a.half_axis, b.half_axis, 1e-6);
  if (a.report >= 0) expect_mirrored(a.estimate, b.estimate);
}

void expect_swapped(Observation const& a, Observation const& b) {
  EXPECT_EQ(a.incident, b.incident);
  EXPECT_EQ(a.sensor, b.sensor);
  EXPECT_EQ(a.report, b.report);
  EXPECT_EQ(a.at, b.at);
  EXPECT_EQ(a.known, b.known);
  EXPECT_EQ(a.kind, b.kind);
  expect_mirrored(a.place, b.place);
}

void expect_swapped(Visit const& a, Visit const& b) {
  EXPECT_EQ(a.incident, b.incident);
  EXPECT_EQ(a.report, b.report);
  EXPECT_EQ(a.team, b.team);
  EXPECT_EQ(a.side, other(b.side));
  EXPECT_EQ(a.due, b.due);
  EXPECT_EQ(a.sent, b.sent);
  EXPECT_EQ(a.arrived, b.arrived);
  EXPECT_EQ(a.done, b.done);
  EXPECT_EQ(a.allowed, b.allowed);
  EXPECT_EQ(a.in_time, b.in_time);
}

void expect_swapped(Outing const& a, Outing const& b) {
  EXPECT_EQ(a.team, b.team);
  EXPECT_EQ(a.side, other(b.side));
  EXPECT_EQ(a.light, b.light);
  EXPECT_EQ(a.from, b.from);
  EXPECT_EQ(a.to, b.to);
  EXPECT_EQ(a.fate, b.fate);
}

void expect_swapped(Incident const& a, Incident const& b) {
  EXPECT_EQ(a.key, b.key);
  EXPECT_EQ(a.side, other(b.side));
  EXPECT_EQ(a.visitable, b.visitable);
  expect_mirrored(a.place, b.place);
}

/// Stops at the first that differs: what follows would say the same again.
template <class List>
void expect_all_swapped(List const& a, List const& b, char const* what) {
  ASSERT_EQ(a.size(), b.size()) << what;
  for (std::size_t i = 0; i < a.size() && !testing::Test::HasFailure(); ++i) {
    SCOPED_TRACE(std::string(what) + " " + std::to_string(i));
    expect_swapped(a[i], b[i]);
  }
}

void expect_swapped(Record const& a, Record const& b) {
  expect_all_swapped(a.incidents, b.incidents, "incident");
  expect_all_swapped(a.observations, b.observations, "observation");
  expect_all_swapped(a.visits, b.visits, "visit");
  expect_all_swapped(a.outings, b.outings, "outing");
  expect_all_swapped(a.fates, b.fates, "fate");
  for (std::size_t side : {0U, 1U}) {
    EXPECT_DOUBLE_EQ(a.exposure[side].near_fire, b.exposure[1 - side].near_fire);
    EXPECT_EQ(a.exposure[side].withdrawals, b.exposure[1 - side].withdrawals);
    EXPECT_EQ(a.exposure[side].mined_outings, b.exposure[1 - side].mined_outings);
  }
}

/// What happens in a record, by what the comparison would be empty without.
void expect_rich(Record const& r) {
  std::set<Reason> reasons;
  std::set<Verification> verifications;
  std::set<OutingFate> outings;
  std::set<Channel> channels;
  std::set<DeclaredSide> declared;
  for (Fate const& f : r.fates) {
    reasons.insert(f.reason);
    verifications.insert(f.verification);
    declared.insert(f.declared);
  }
  for (Outing const& o : r.outings) outings.insert(o.fate);
  for (Observation const& o : r.observations) channels.insert(o.channel);
  std::size_t across = 0;
  for (Visit const& v : r.visits) {
    for (Outing const& o : r.outings)
      across += o.team == v.team && o.side != v.side && o.from <= v.sent ? 1U : 0U;
  }
  EXPECT_EQ(verifications.size(), 4U) << "by two sources, by visit, by recognition";
  EXPECT_EQ(channels.size(), 3U);
  EXPECT_EQ(declared.size(), 3U);
  EXPECT_GE(outings.size(), 4U);
  EXPECT_GE(reasons.size(), 8U);
  EXPECT_GE(r.visits.size(), 20U);
  EXPECT_GT(across, 0U) << "visits to the other side of the line";
  EXPECT_GT(r.exposure[0].withdrawals + r.exposure[1].withdrawals, 0);
}

TEST(Property3, SidesSwappedEverywhereSwapTheWholeRecord) {
  Setting const one = busy_mission();
  Setting const two = swapped(one);
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    Record const a = one.run(replication);
    Record const b = two.run(replication);
    if (replication == 0) expect_rich(a);
    expect_swapped(a, b);
    if (HasFailure()) break;
  }
}

TEST(Property3, FalseAlarmsSwapWithTheirSensors) {
  Setting one = busy_mission();
  AcousticArray array;
  array.false_alarms = 20;
  one.design.sensors["acoustic-array"].sensor = std::make_shared<AcousticArray>(array);
  Camera camera;
  camera.false_alarms = 10;
  one.design.sensors["camera"].sensor = std::make_shared<Camera>(camera);
  Ear ear;
  ear.false_alarms = 5;
  one.design.sensors["ear"].sensor = std::make_shared<Ear>(ear);
  Record const a = one.run();
  std::size_t false_ones = 0;
  for (Observation const& o : a.observations) false_ones += o.incident < 0 ? 1U : 0U;
  EXPECT_GT(false_ones, 100U);
  expect_swapped(a, swapped(one).run());
}

}  // namespace
}  // namespace ceaseline
