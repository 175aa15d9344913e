#include "ceaseline/detection/fusion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "notices.hpp"

namespace ceaseline {
namespace {

constexpr Draws draws{5, 1};

TEST(Fusion, NoticesOfOneEventMakeOneReport) {
  Fusion f = usual_fusion();
  EXPECT_EQ(f.take(heard(0, {0, 0}, 300, 1)), 0U);
  EXPECT_EQ(f.take(seen(0, {200, -100}, 100, 1)), 0U);
  EXPECT_FALSE(f.events()[0].several_platforms) << "ear and eye of one team";
  EXPECT_EQ(f.take(heard(4, {-300, 100}, 300, 2)), 0U);
  ASSERT_EQ(f.events().size(), 1U);
  Fusion::Event const& e = f.events()[0];
  EXPECT_TRUE(e.several_platforms && e.heard && e.seen && e.publishable);
  EXPECT_FALSE(e.claimed || e.recognised || e.object);
  EXPECT_EQ(e.observations, 3U);
  EXPECT_EQ(e.first, at_minutes(0));
  EXPECT_EQ(e.last, at_minutes(4));
}

TEST(Fusion, TwoFarEventsAreTwoReportsAndSoIsAFalseAlarm) {
  Fusion f = usual_fusion();
  EXPECT_EQ(f.take(heard(0, {0, 0}, 300, 1)), 0U);
  EXPECT_EQ(f.take(heard(0, {5'000, 0}, 300, 2)), 1U);
  // What appears where and when nothing is known opens a report, true or not.
  EXPECT_EQ(f.take(heard(1, {0, 9'000}, 300, 1)), 2U);
  EXPECT_EQ(f.take(heard(2, {5'100, 0}, 300, 1)), 1U);
  EXPECT_EQ(standing(f), 3);
}

TEST(Fusion, ActsAreCountedOnce) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 300, 1));
  f.take(heard(0, {0, 0}, 300, 2));  // the same act
  EXPECT_EQ(f.events()[0].acts, 1U);
  f.again(0, at_minutes(1), true);
  f.again(0, at_minutes(1), false);  // both follow it
  EXPECT_EQ(f.events()[0].acts, 2U);
  f.take(seen(3, {0, 0}, 300, 3));  // a third comes in with an act that nobody else noticed
  EXPECT_EQ(f.events()[0].acts, 3U);
  f.take(seen(2, {0, 0}, 300, 4));  // known later, within what is covered
  EXPECT_EQ(f.events()[0].acts, 3U);
  EXPECT_EQ(f.events()[0].last, at_minutes(3));
  EXPECT_EQ(f.events()[0].observations, 4U);
}

TEST(Fusion, AnObjectIsOneHoweverOftenItIsPassedAndIsNoAct) {
  Fusion f = usual_fusion();
  Notice tank = seen(0, {0, 0}, 100, 1);
  tank.object = true;
  EXPECT_EQ(f.take(tank), 0U);
  EXPECT_EQ(f.take(seen(0, {0, 0}, 100, 1)), 1U) << "a shot from there is another thing";
  tank.at = at_minutes(9 * 24 * 60);
  EXPECT_EQ(f.take(tank), 0U) << "within its memory";
  EXPECT_EQ(f.events()[0].acts, 1U);
  EXPECT_EQ(f.events()[0].last, tank.at);
  tank.at = tank.at + 10 * one_day + Duration{1};
  EXPECT_EQ(f.take(tank), 2U) << "forgotten";
}

TEST(Fusion, TheWindowIsCountedFromTheLastAct) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 300));
  EXPECT_EQ(f.take(heard(20, {0, 0}, 300)), 0U) << "at the edge";
  f.again(0, at_minutes(35), true);
  EXPECT_EQ(f.take(heard(55, {0, 0}, 300)), 0U);
  Notice const late = heard(75, {0, 0}, 300);
  Notice too_late = late;
  too_late.at = late.at + Duration{1};
  EXPECT_EQ(f.take(too_late), 1U);
  EXPECT_EQ(standing(f), 2);
  EXPECT_EQ(f.take(late), 0U) << "an act in between, known afterwards, is the link";
  EXPECT_EQ(standing(f), 1);
}

TEST(Fusion, TrueDuplicatesAreAsRareAsTheGateSays) {
  constexpr int n = 40'000;
  for (double const gate : {0.9, 0.99}) {
    Fusion f(3, 20 * one_minute, gate, one_day);
    int duplicates = 0;
    for (std::uint64_t i = 0; i < n; ++i) {
      f.reset();
      f.take(with_error(looking(heard(0, {7'000, 1'000}, 1, 1), 10, 800, 350), draws, key_of("ear"), i));
      f.take(with_error(looking(heard(0, {7'000, 1'000}, 1, 2), 70, 200, 90), draws, key_of("array"), i));
      duplicates += f.events().size() == 2 ? 1 : 0;
    }
    EXPECT_NEAR(duplicates / double{n}, 1 - gate, 4 * std::sqrt(gate * (1 - gate) / n));
  }
}

TEST(Fusion, JoinsTheMostProbableReport) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 100, 1));
  f.take(heard(0, {2'000, 0}, 100, 2));
  EXPECT_EQ(f.take(heard(1, {900, 0}, 800, 3)), 0U);
  EXPECT_EQ(f.take(heard(1, {1'100, 0}, 800, 3)), 1U);
  EXPECT_EQ(standing(f), 2);
  // A vague report is near to everything and probable nowhere: the density decides, not the distance alone.
  Fusion g = usual_fusion();
  g.take(heard(0, {0, 0}, 5'000, 1));
  g.take(heard(0, {30'000, 0}, 100, 2));
  EXPECT_EQ(g.take(heard(1, {29'700, 0}, 100, 3)), 1U);
}

TEST(Fusion, JoinsDuplicatesWhenANoticeFitsBoth) {
  Fusion f = usual_fusion();
  Notice first = heard(0, {0, 0}, 100, 1);
  first.log_odds_b = 1;
  first.kind = 2;
  first.kind_right = 0.6;
  Notice second = seen(1, {450, 0}, 100, 2);  // chi-squared 10.1 apart: beyond the gate of 9.21
  second.log_odds_b = 2;
  second.kind = 2;
  second.kind_right = 0.6;
  second.recognised = true;
  EXPECT_EQ(f.take(first), 0U);
  EXPECT_EQ(f.take(second), 1U);
  f.again(1, at_minutes(2), true);
  Notice third = heard(3, {240, 0}, 200, 1);
  third.kind = 1;
  third.kind_right = 0.5;
  EXPECT_EQ(f.take(third), 0U) << "the older stands for the younger";
  EXPECT_EQ(f.events()[1].merged_into, 0);
  EXPECT_EQ(f.standing_for(1), 0U);
  EXPECT_EQ(standing(f), 1);
  Fusion::Event const& e = f.events()[0];
  EXPECT_NEAR(e.place().x, (450 + 0.25 * 240) / 2.25, 1e-9);
  EXPECT_DOUBLE_EQ(e.log_odds_b, 3);
  EXPECT_TRUE(e.several_platforms && e.heard && e.seen && e.recognised);
  EXPECT_EQ(e.acts, 4U);
  EXPECT_EQ(e.observations, 3U);
  EXPECT_EQ(e.last, at_minutes(3));
  // Likelihoods of the three kinds: 0.2 0.2 0.25, 0.2 0.2 0.5, 0.6 0.6 0.25.
  EXPECT_EQ(f.likeliest_kind(1).kind, 2);
  EXPECT_NEAR(f.likeliest_kind(1).probability, 0.09 / (0.01 + 0.02 + 0.09), 1e-12);
  // What comes for the younger one goes to the older.
  f.again(1, at_minutes(4), true);
  f.read_side(1, 0.5);
  EXPECT_EQ(f.events()[0].acts, 5U);
  EXPECT_DOUBLE_EQ(f.events()[0].log_odds_b, 3.5);
  EXPECT_EQ(f.take(seen(4, {400, 0}, 100, 2)), 0U);
}

TEST(Fusion, AVagueSoundDoesNotMakeOnePlaceOfTwoSharpOnes) {
  Fusion f = usual_fusion();
  f.take(seen(0, {0, 0}, 50, 1));
  f.take(seen(0, {1'500, 0}, 50, 2));
  EXPECT_EQ(f.take(heard(1, {700, 0}, 1'500, 3)), 0U) << "it fits both";
  EXPECT_EQ(standing(f), 2);
  EXPECT_NEAR(f.events()[0].place().x, 0, 1);
}

TEST(Fusion, TheOrderOfSimultaneousNoticesIsIrrelevant) {
  std::vector<Notice> notices{heard(0, {0, 0}, 300, 1), seen(0, {100, -200}, 80, 2),
                              heard(0, {150, 120}, 400, 3), claimed(0, {-200, 50}, 500)};
  notices[0].kind = 1;
  notices[0].kind_right = 0.7;
  notices[1].log_odds_b = -1;
  Fusion reference = usual_fusion();
  for (Notice const& n : notices) reference.take(n);
  Fusion::Event const& r = reference.events()[0];
  std::vector<std::size_t> order(notices.size());
  std::iota(order.begin(), order.end(), 0);
  do {
    Fusion f = usual_fusion();
    for (std::size_t const i : order) f.take(notices[i]);
    ASSERT_EQ(f.events().size(), 1U);
    Fusion::Event const& e = f.events()[0];
    EXPECT_NEAR(e.place().x, r.place().x, 1e-9);
    EXPECT_NEAR(e.place().y, r.place().y, 1e-9);
    EXPECT_NEAR(e.half_axis(), r.half_axis(), 1e-9);
    EXPECT_NEAR(f.likeliest_kind(0).probability, reference.likeliest_kind(0).probability, 1e-12);
    EXPECT_EQ(e.log_odds_b, r.log_odds_b);
    EXPECT_EQ(e.acts, 1U);
    EXPECT_EQ(e.observations, 4U);
    EXPECT_EQ(e.first, r.first);
    EXPECT_EQ(e.last, r.last);
    EXPECT_TRUE(e.several_platforms && e.heard && e.seen && e.claimed && e.publishable);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST(Fusion, AComplaintGivesPlaceAndKindAndIsNoSource) {
  Fusion f = usual_fusion();
  Notice complaint = claimed(5, {0, 0}, 1'000);
  complaint.log_odds_b = 50;
  complaint.recognised = true;
  complaint.platform = 9;
  complaint.kind = 2;
  EXPECT_EQ(f.take(complaint), 0U);
  Fusion::Event const& e = f.events()[0];
  EXPECT_TRUE(e.claimed);
  EXPECT_FALSE(e.heard || e.seen || e.recognised || e.publishable || e.several_platforms);
  EXPECT_EQ(e.acts, 0U);
  EXPECT_EQ(e.observations, 1U);
  EXPECT_EQ(e.log_odds_b, 0);
  EXPECT_EQ(f.likeliest_kind(0).kind, 2);
  EXPECT_NEAR(e.half_axis(), 2447.746830680816, 1e-9);
  // The first that notices something sets the times and is the first source.
  EXPECT_EQ(f.take(heard(1, {0, 0}, 1'000, 4)), 0U);
  EXPECT_EQ(f.events()[0].acts, 1U);
  EXPECT_EQ(f.events()[0].first, at_minutes(1));
  EXPECT_EQ(f.events()[0].last, at_minutes(1));
  EXPECT_EQ(f.events()[0].first_platform, 4U);
  EXPECT_FALSE(f.events()[0].several_platforms);
  EXPECT_TRUE(f.events()[0].publishable);
  // A further complaint moves nothing but the place.
  EXPECT_EQ(f.take(claimed(9, {300, 0}, 1'000)), 0U);
  EXPECT_EQ(f.events()[0].last, at_minutes(1));
  EXPECT_NEAR(f.events()[0].place().x, 100, 1e-9);
}

TEST(Fusion, WhatIsStillFollowedIsNotSetAside) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 300, 1));
  for (double const minutes :
       {100.0, 10'000.0}) {  // beyond the window, and beyond the latest of late notices
    f.take(heard(minutes, {50'000, 0}, 300, 1));
    f.again(0, at_minutes(minutes + 1), true);
    EXPECT_EQ(f.take(heard(minutes + 2, {0, 0}, 300, 2)), 0U);
  }
}

TEST(Fusion, ALateNoticeFindsItsReport) {
  Fusion f = usual_fusion();
  f.take(heard(0, {0, 0}, 300, 1));
  for (int hour = 1; hour <= 60; ++hour) f.take(heard(60.0 * hour, {0, 0}, 300, 1));
  EXPECT_EQ(f.events().size(), 61U);
  EXPECT_EQ(f.take(claimed(61, {0, 0}, 300)), 1U);
  EXPECT_EQ(f.take(claimed(0, {0, 0}, 300)), 0U);
  EXPECT_EQ(f.take(claimed(30, {0, 0}, 300)), 61U) << "between the windows of two";
  f.take(heard(24 * 60 * 10, {0, 0}, 300, 1));
  EXPECT_EQ(f.take(claimed(60, {0, 0}, 300)), 63U) << "too late for any";
  f.reset();
  EXPECT_EQ(f.take(claimed(60, {0, 0}, 300)), 0U) << "nothing is left of before";
}

}  // namespace
}  // namespace ceaseline
