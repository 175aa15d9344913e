// A list that is played again: every incident once, at its time, from a list in any order.
#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

ReplaySpec entry(std::string id, Duration at, double chainage_km, int acts) {
  ReplaySpec r;
  r.id = std::move(id);
  r.at = at;
  r.chainage = km(chainage_km);
  r.kind = "shot";
  r.acts = acts;
  return r;
}

TEST(Replay, TheRecordOf2020ComesOutAsItWentIn) {
  // Validation 1: 623 a day to 26 July, 33 from then on; the year's record is 134,767.
  WorldSpec spec = straight_world(km(420), 366 * one_day, shot_kind(), 0);
  spec.period.start = UtcTime{std::chrono::sys_days{std::chrono::year{2020} / 1 / 1}};
  for (int d = 0; d < 366; ++d) {
    ReplaySpec r = entry("day " + std::to_string(d), d * one_day + 9 * one_hour, d, d < 208 ? 623 : 33);
    r.duration = 8 * one_hour;
    spec.violations.incidents.push_back(r);
  }
  World const world = build(spec);
  TruthStream truth(world, ReplayProcess(), Draws(1, 0));
  TruthDay today;
  std::vector<std::size_t> days;
  while (truth.next(today)) days.push_back(today.acts.size());
  ASSERT_EQ(days.size(), 366U);
  std::size_t total = 0;
  for (std::size_t d = 0; d < days.size(); ++d) {
    EXPECT_EQ(days[d], d < 208 ? 623U : 33U);
    total += days[d];
  }
  EXPECT_EQ(total, 134'798U);
  EXPECT_NEAR(static_cast<double>(total), 134'767, 0.001 * 134'767);
}

TEST(Replay, TheSameLevelsDrawnGiveTheSameYearOnAverage) {
  WorldSpec spec = straight_world(km(420), 366 * one_day, shot_kind(), 623);
  spec.violations.regimes = {RegimeSpec{"27 July", 208 * one_day, 33.0 / 623, {}, 0}};
  std::vector<double> years;
  for (std::uint32_t r = 0; r < 20; ++r) years.push_back(static_cast<double>(drawn(build(spec), r).size()));
  expect_mean(years, 134'798, 0.001);
}

TEST(Replay, ALongListInAnyOrderIsPlayedOnceInOrder) {
  WorldSpec spec = straight_world(km(100), 365 * one_day, shot_kind(), 0);
  constexpr int n = 100'000;
  for (int i = 0; i < n; ++i) {
    // A multiplier prime to n shuffles the list; some lie after the period.
    std::int64_t const place = (i * std::int64_t{76'543}) % n;
    spec.violations.incidents.push_back(
        entry("log " + std::to_string(place), Duration{place * 400'000}, static_cast<double>(i % 101), 2));
  }
  World const world = build(spec);
  auto const all = drawn(world, 0, ReplayProcess());
  ASSERT_EQ(all.size(), 78'840U);  // one every 400 s
  for (std::size_t i = 0; i < all.size(); ++i) {
    ASSERT_EQ(all[i].key, key_of("log " + std::to_string(i)));
    ASSERT_EQ(all[i].start, at_ms(static_cast<std::int64_t>(i) * 400'000));
  }
}

TEST(Evidence, LastsAsTheLawOfTheWorldSays) {
  WorldSpec spec = straight_world(km(100), 100 * one_day, shot_kind(), 300);
  spec.violations.kinds[0].visitable_share = 0.25;
  spec.violations.kinds[0].evidence_shortest = 24 * one_hour;
  spec.violations.kinds[0].evidence_longest = 72 * one_hour;
  for (EvidenceLaw const law : {EvidenceLaw::Uniform, EvidenceLaw::Exponential}) {
    bool const uniform = law == EvidenceLaw::Uniform;
    spec.evidence.evidence_law = law;
    std::vector<double> lasting;
    double visitable = 0;
    for (Incident const& i : drawn(build(spec), 0)) {
      lasting.push_back(hours(i.evidence));
      visitable += i.visitable ? 1 : 0;
    }
    auto const n = static_cast<double>(lasting.size());
    expect_mean(lasting, uniform ? 48 : 72, 0.01);
    expect_variance(lasting, uniform ? 48 * 48 / 12.0 : 72 * 72, 0.03);
    EXPECT_NEAR(visitable / n, 0.25, 4 * std::sqrt(0.25 * 0.75 / n));
    auto const [least, most] = std::minmax_element(lasting.begin(), lasting.end());
    if (uniform) {
      EXPECT_GE(*least, 24);
      EXPECT_LE(*most, 72);
    } else {
      EXPECT_LT(*least, 1);
      EXPECT_GT(*most, 400);
    }
  }
}

}  // namespace
}  // namespace ceaseline
