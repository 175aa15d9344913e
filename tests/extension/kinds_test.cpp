#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "detection/sensor_promises.hpp"
#include "outsiders_study.hpp"

// A study made of kinds from outside, an organisation and a tabulated sensor. Each must show in what happens,
// in a way that the design beside it, of built-in kinds alone, does not.

namespace outsiders {
namespace {

using namespace ceaseline;
using ::testing::ElementsAre;

Study const& study() {
  static Study const read = load();
  return read;
}
Runs insiders() { return run(study(), 0); }
Runs outsiders() { return run(study(), 1); }

/// What one mounted sensor noticed.
std::vector<Observation> noticed_by(Record const& record, std::string const& sensor) {
  std::vector<Observation> found;
  for (Observation const& o : record.observations)
    if (o.sensor >= 0 && record.sensor_ids[static_cast<std::size_t>(o.sensor)] == sensor) found.push_back(o);
  return found;
}

Point place_of(Mission const& mission, std::string const& sensor) {
  for (Mounted const& m : mission.sensors())
    if (m.id == sensor) return m.place;
  ADD_FAILURE() << "no " << sensor;
  return {};
}

TEST(Kinds, IncidentsKeepTheTimetableOfTheProcess) {
  std::set<double> places;
  for (Record const& record : insiders().records) {
    ASSERT_EQ(record.incidents.size(), 60U);
    for (std::size_t i = 0; i < 60; ++i) {
      Incident const& salvo = record.incidents[i];
      EXPECT_EQ(salvo.start, SimTime{static_cast<int>(i) * 4 * one_hour + 2 * one_hour});
      EXPECT_EQ(salvo.acts, 8U);
      places.insert(salvo.chainage);
    }
  }
  EXPECT_EQ(places.size(), 180U) << "each replication draws anew";
}

TEST(Kinds, GeophonesFeelWhatIsNearEnough) {
  Runs const runs = outsiders();
  std::size_t felt = 0;
  for (Record const& record : runs.records) {
    for (Observation const& o : noticed_by(record, "dugout/geophone")) {
      ++felt;
      EXPECT_EQ(o.channel, Channel::Sound);
      Point const where = record.incidents[static_cast<std::size_t>(o.incident)].place;
      EXPECT_LE(distance(where, place_of(runs.mission, "dugout/geophone")), Length::kilometres(4.5));
    }
  }
  EXPECT_GT(felt, 10U);
}

TEST(Kinds, TheTabulatedSensorSeesByNightAlone) {
  Runs const runs = outsiders();
  std::size_t seen = 0;
  Length farthest;
  for (Record const& record : runs.records) {
    for (Observation const& o : noticed_by(record, "tower/flash-spotter")) {
      ++seen;
      Incident const& salvo = record.incidents[static_cast<std::size_t>(o.incident)];
      EXPECT_EQ(o.channel, Channel::Sight);
      EXPECT_EQ(study().cases[0].world->light(salvo.chainage, o.at), Light::Night);
      farthest = std::max(farthest, distance(salvo.place, place_of(runs.mission, "tower/flash-spotter")));
    }
  }
  EXPECT_GT(seen, 10U);
  EXPECT_LE(farthest, Length::kilometres(8));
  EXPECT_GT(farthest, Length::kilometres(3)) << "farther than an eye sees";
}

/// Where patrols drove to, in parts of their lane from its beginning.
std::set<double> targets(Runs const& runs) {
  std::set<double> found;
  for (auto const& tracks : runs.tracks) {
    for (Track const& track : tracks) {
      if (!track.at_work || track.from == track.to) continue;
      Stretch const lane = runs.mission.teams()[track.team].lane;
      double const target = track.motion.at(track.motion.first_leg_end()).chainage;
      found.insert((target - lane.from.metres()) / lane.length().metres());
    }
  }
  return found;
}

TEST(Kinds, PatrolsDriveWhereTheirPolicySaysSo) {
  EXPECT_THAT(targets(outsiders()), ElementsAre(0.25, 0.75));
  EXPECT_THAT(targets(insiders()), ElementsAre(0, 1));
}

/// Visits by how long they had been due when somebody was sent.
std::pair<int, int> soon_and_late(Runs const& runs) {
  std::pair<int, int> n{0, 0};
  for (Record const& record : runs.records)
    for (Visit const& v : record.visits) ++(v.sent - v.due <= 3 * one_hour ? n.first : n.second);
  return n;
}

TEST(Kinds, NobodyIsSentToWhatHasWaitedLong) {
  auto const [soon, late] = soon_and_late(outsiders());
  EXPECT_GT(soon, 10);
  EXPECT_EQ(late, 0);
  EXPECT_GT(soon_and_late(insiders()).second, 10);
}

/// Outings begun and visits sent in the dark.
std::pair<int, int> by_night(Runs const& runs, World const& world) {
  std::pair<int, int> n{0, 0};
  for (Record const& record : runs.records) {
    for (Outing const& o : record.outings) n.first += o.light == Light::Night ? 1 : 0;
    for (Visit const& v : record.visits) n.second += world.light(20'000, v.sent) == Light::Night ? 1 : 0;
  }
  return n;
}

TEST(Kinds, TheOrganisationSendsItsPeopleByNight) {
  EXPECT_EQ(study().designs[1].organisation, "Watch by Night");
  auto const [outings, visits] = by_night(outsiders(), *study().cases[0].world);
  EXPECT_GT(outings, 10);
  EXPECT_GT(visits, 10);
  EXPECT_EQ(by_night(insiders(), *study().cases[0].world), std::make_pair(0, 0));
}

TEST(Kinds, TheGeophoneKeepsThePromisesOfASensor) {
  expect_keeps_sensor_promises(*study().designs[1].sensors.at("geophone").sensor);
}

TEST(Kinds, ReplicationsAreTheSameAgain) {
  Runs const once = outsiders();
  Runs const again = run(load(), 1);
  for (std::size_t r = 0; r < once.records.size(); ++r)
    EXPECT_EQ(once.records[r].fingerprint(), again.records[r].fingerprint());
  EXPECT_NE(once.records[0].fingerprint(), once.records[1].fingerprint());
}

}  // namespace
}  // namespace outsiders
