// What flies and orbits: images of things and their delay, cloud, wind, jamming, losses; and recognition.
#include <gtest/gtest.h>

#include "ceaseline/detection/satellite_imager.hpp"
#include "toy/listed_world.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// Things that stay for three days, one every six hours, along 100 km; and a satellite that passes twice a
/// day.
struct Orbit {
  WorldSpec w;
  DesignSpec d = watchful(Length{});
  SatelliteImager imager;
  explicit Orbit(ViolationKind kind = object_kind(hours_of(72))) {
    kind.visitable_share = 1;
    std::vector<Shot> shots;
    for (int i = 0; i < 400; ++i) shots.push_back({6.0 * i, std::fmod(7.3 * i, 100.0), 1, Side::B});
    w = listed_world(100, one_day * 110, kind, shots);
    SatelliteSpec s;
    s.id = "eye in the sky";
    s.sensor = "imager";
    s.revisit = hours_of(12);
    s.first = hours_of(3);
    s.latency_shortest = hours_of(8);
    s.latency_longest = hours_of(20);
    d.satellites = {s};
    imager.chance = 1;
  }
  [[nodiscard]] Record run() const {
    DesignSpec design = d;
    design.sensors["imager"] = SensorSpec{"imager", std::make_shared<SatelliteImager>(imager), "imager"};
    World const world = build(w);
    return live(world, set_up(world, design));
  }
};

TEST(Satellite, SeesThingsAtItsPassesAndTellsOfThemHoursLater) {
  Orbit o;
  Record const r = o.run();
  for (Fate const& f : r.fates) EXPECT_TRUE(f.detected());
  std::vector<double> late;
  for (Observation const& s : r.observations) {
    EXPECT_EQ((s.at - SimTime{hours_of(3)}) % hours_of(12), Duration{});
    late.push_back(hours(s.known - s.at));
  }
  EXPECT_GE(*std::min_element(late.begin(), late.end()), 8);
  EXPECT_LE(*std::max_element(late.begin(), late.end()), 20);
  double sum = 0;
  for (double const l : late) sum += l;
  auto const n = static_cast<double>(late.size());
  EXPECT_NEAR(sum / n, 14, 4 * 12 / std::sqrt(12 * n));
  ViolationKind acts = shot_kind();
  acts.seen_by_day = acts.seen_by_night = km(50);
  for (Fate const& f : Orbit(acts).run().fates) EXPECT_FALSE(f.detected()) << "no image shows an act";
}

TEST(Satellite, WhatMayNotBePublishedIsACueUntilAVisit) {
  Orbit o;
  for (Fate const& f : o.run().fates) EXPECT_EQ(f.reason, Reason::CueOnly);
  TeamSpec const team = shuttle("team", km(50), km(50), Side::B);
  o.d.teams = {team};
  o.d.rules.visits_after_dusk = true;
  std::size_t visited = 0;
  for (Fate const& f : o.run().fates) {
    visited += f.verification == Verification::Visit ? 1 : 0;
    EXPECT_EQ(f.verification == Verification::Visit, f.reason != Reason::CueOnly);
  }
  EXPECT_GT(visited, 100U);
  o.d.rules.visits_cues = false;
  EXPECT_TRUE(o.run().visits.empty());
  o.d.satellites[0].publishable = true;
  EXPECT_FALSE(o.run().visits.empty());
  o.d.teams.clear();
  for (Fate const& f : o.run().fates) EXPECT_NE(f.reason, Reason::CueOnly);
}

TEST(Satellite, OneImageThatTellsWhatItIsVerifies) {
  Orbit o;
  o.d.satellites[0].publishable = true;
  for (Fate const& f : o.run().fates) EXPECT_EQ(f.verification, Verification::None);
  o.imager.recognise = true;
  for (Fate const& f : o.run().fates) EXPECT_EQ(f.verification, Verification::Recognition);
  o.d.satellites[0].publishable = false;
  for (Fate const& f : o.run().fates) EXPECT_EQ(f.reason, Reason::CueOnly) << "no evidence, however sharp";
  o.d.satellites[0].publishable = true;
  o.w.evidence.recognition_verifies = false;
  for (Fate const& f : o.run().fates) EXPECT_EQ(f.verification, Verification::None);
}

WeatherSpec always(WeatherState state) {
  WeatherSpec weather;
  state.id = "so";
  weather.states = {state};
  SeasonSpec season;
  season.id = "year";
  season.shares = {{"so", 1}};
  weather.seasons = {season};
  return weather;
}

TEST(Satellite, CloudHidesItsShareOfPassesUnlessItIsRadar) {
  // Things that stand for one pass only: 12 h, a pass every 12 h.
  Orbit o(object_kind(hours_of(12)));
  WeatherState cloudy;
  cloudy.cloud = 0.6;
  o.w.weather = always(cloudy);
  double seen = 0;
  Record const r = o.run();
  for (Fate const& f : r.fates) {
    seen += f.detected() ? 1 : 0;
    EXPECT_TRUE(f.detected() || f.reason == Reason::OutOfSight);
  }
  // Two things share each pass: 200 passes.
  EXPECT_NEAR(seen / 400, 0.4, 4 * std::sqrt(0.24 / 200));
  o.d.satellites[0].through_cloud = true;
  for (Fate const& f : o.run().fates) EXPECT_TRUE(f.detected());
}

/// One aircraft that is over the whole line for two hours of every three, and a shot every quarter of an
/// hour.
struct Hangar {
  WorldSpec w = listed_world(40, one_day * 250, shot_kind(), every(0.25, 6000, {0.1, 20, 0}));
  DesignSpec d = watchful(km(100));
  Hangar() {
    AircraftSpec a;
    a.id = "plane";
    a.sensor = "watch";
    a.endurance = hours_of(2);
    a.turnaround = hours_of(1);
    a.transit = Length::metres(1);
    a.from = km(0);
    a.to = km(40);
    a.replacement = one_day * 2;
    d.aircraft = {a};
  }
  AircraftSpec& plane() { return d.aircraft[0]; }
  [[nodiscard]] Record run() const {
    World const world = build(w);
    return live(world, set_up(world, d));
  }
};

std::size_t count(Record const& r, OutingFate fate) {
  return static_cast<std::size_t>(
      std::count_if(r.outings.begin(), r.outings.end(), [&](Outing const& o) { return o.fate == fate; }));
}

bool any_noticed(Record const& r) {
  return std::any_of(r.fates.begin(), r.fates.end(), [](Fate const& f) { return f.detected(); });
}

TEST(Aircraft, StayOnTheGroundInTooMuchWind) {
  Hangar h;
  WeatherState gale;
  gale.wind = Speed::metres_per_second(12);
  h.w.weather = always(gale);
  h.plane().wind_limit = Speed::metres_per_second(11);
  Record const r = h.run();
  EXPECT_EQ(count(r, OutingFate::Grounded), r.outings.size());
  EXPECT_FALSE(any_noticed(r));
  EXPECT_EQ(r.fates[0].reason, Reason::Failed);
  h.plane().wind_limit = Speed::metres_per_second(13);
  Record const able = h.run();
  EXPECT_EQ(count(able, OutingFate::Went), able.outings.size());
  EXPECT_TRUE(any_noticed(able));
}

TEST(Aircraft, AreJammedAndLostAsOftenAsStated) {
  Hangar h;
  h.plane().jammed = 0.3;
  Record const jammed = h.run();
  auto const n = static_cast<double>(jammed.outings.size());
  ASSERT_EQ(jammed.outings.size(), 2000U);
  EXPECT_NEAR(static_cast<double>(count(jammed, OutingFate::Jammed)) / n, 0.3, 4 * std::sqrt(0.21 / n));
  for (std::size_t i = 0; i < jammed.fates.size(); ++i) {
    auto const sortie = static_cast<std::size_t>(hours(jammed.incidents[i].start - SimTime{}) / 3);
    bool const up = hours(jammed.incidents[i].start - SimTime{}) - 3 * static_cast<double>(sortie) < 1.99;
    bool const sees = jammed.outings[sortie].fate == OutingFate::Went;
    ASSERT_EQ(jammed.fates[i].detected(), up && sees) << i;
  }
  h.plane().jammed = 0;
  h.plane().lost = 0.1;
  h.plane().replacement = one_hour;
  Record const lost = h.run();
  double const flown = static_cast<double>(count(lost, OutingFate::Lost) + count(lost, OutingFate::Went));
  EXPECT_NEAR(static_cast<double>(count(lost, OutingFate::Lost)) / flown, 0.1, 4 * std::sqrt(0.09 / flown));
}

TEST(Aircraft, ALostOneIsMissedFromItsLossToItsReplacement) {
  Hangar h;
  h.plane().lost = 0.05;
  Record const r = h.run();
  std::size_t losses = 0;
  for (std::size_t i = 0; i < r.outings.size(); ++i) {
    if (r.outings[i].fate != OutingFate::Lost) continue;
    ++losses;
    // It is lost within its sortie, and there is none for two days from then on.
    for (std::size_t j = i + 1; j < r.outings.size(); ++j) {
      Duration const since = r.outings[j].from - r.outings[i].from;
      if (since > one_day * 2 + hours_of(2)) break;
      if (since < one_day * 2) {
        EXPECT_EQ(r.outings[j].fate, OutingFate::Grounded) << i << " " << j;
      }
    }
    std::size_t j = i + 1;
    while (j < r.outings.size() && r.outings[j].fate == OutingFate::Grounded) ++j;
    if (j < r.outings.size()) {
      EXPECT_LE(r.outings[j].from - r.outings[i].from, one_day * 2 + hours_of(5));
    }
  }
  EXPECT_GT(losses, 15U);
  // A site that stands down after a loss keeps its others at home as well.
  h.plane().fleet = 2;
  h.plane().stand_down = one_day;
  Record const two = h.run();
  for (Outing const& a : two.outings) {
    if (a.fate != OutingFate::Lost) continue;
    for (Outing const& b : two.outings) {
      Duration const since = b.from - a.to;
      if (since >= Duration{} && since < hours_of(22)) {
        EXPECT_EQ(b.fate, OutingFate::Grounded);
      }
    }
  }
}

}  // namespace
}  // namespace ceaseline
