// What a world refuses, word for word where the way out is in the words.
#include <functional>
#include <limits>

#include "ceaseline/base/input_error.hpp"
#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

/// All complaints about a world that is sound but for one change, as "key: what" lines.
std::string complaint(std::function<void(WorldSpec&)> const& spoil) {
  WorldSpec spec = straight_world(km(100), 30 * one_day, shot_kind(), 20);
  spoil(spec);
  try {
    build(spec);
  } catch (InputError const& e) {
    std::string all;
    for (Diagnostic const& d : e.diagnostics()) all += d.key + ": " + d.what + "\n";
    return all;
  }
  return "";
}

TEST(WorldRefuses, Nothing) {
  EXPECT_EQ(complaint([](WorldSpec&) {}), "");
}

TEST(WorldRefuses, TooManyKinds) {
  auto const of = [](int n) {
    return complaint([n](WorldSpec& w) {
      w.violations.kinds.clear();
      for (int i = 0; i < n; ++i) {
        w.violations.kinds.push_back(shot_kind());
        w.violations.kinds.back().id = "kind " + std::to_string(i);
      }
    });
  };
  EXPECT_EQ(of(16), "");
  EXPECT_EQ(of(17), "world.violations.kinds: there are 17 kinds; at most 16 can be told apart\n");
}

TEST(WorldRefuses, KindsThatNobodyCanDraw) {
  auto const alone = [](double acts_per_day) {
    return complaint([acts_per_day](WorldSpec& w) {
      w.violations.acts_per_day = acts_per_day;
      w.violations.kinds[0].per_day = 2;
    });
  };
  EXPECT_EQ(alone(0), "");
  EXPECT_EQ(alone(5),
            "world.violations.kinds: all kinds have a per_day of their own, so acts_per_day must be 0\n");
  EXPECT_EQ(complaint([](WorldSpec& w) { w.violations.kinds[0].share_of_acts = 0; }),
            "world.violations.kinds: the shares of acts add up to nothing\n");
}

TEST(WorldRefuses, MoreThanCanBeSimulated) {
  EXPECT_EQ(
      complaint([](WorldSpec& w) { w.violations.acts_per_day = 2e6; }),
      "world.violations: about 60 million incidents are expected in the period; at most 50 million can be "
      "simulated: lower acts_per_day, per_day, level or the regimes\n");
  EXPECT_NE(complaint([](WorldSpec& w) { w.violations.level = 1e5; }), "");
  EXPECT_NE(complaint([](WorldSpec& w) { w.violations.kinds[0].per_day = 2e6; }), "");
  EXPECT_NE(complaint([](WorldSpec& w) { w.violations.regimes = {{"war", one_day, 1e6, {}, 0}}; }), "");
  EXPECT_EQ(complaint([](WorldSpec& w) { w.violations.regimes = {{"brief", one_day, 1e3, {}, 0.5}}; }), "");
  EXPECT_EQ(complaint([](WorldSpec& w) {
              w.violations.acts_per_day = 6e7;
              w.violations.kinds[0].acts.mean = 1000;
            }),
            "world.violations.acts_per_day: more than 50 million acts on one day are too many to be meant\n");
  double const nan = std::numeric_limits<double>::quiet_NaN();
  double const infinity = std::numeric_limits<double>::infinity();
  for (double const x : {nan, infinity, -1.0}) {
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.acts_per_day = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.level = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.kinds[0].per_day = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.kinds[0].share_of_acts = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.kinds[0].acts.mean = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.regimes = {{"odd", one_day, x, {}, 0}}; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) {
                w.violations.regimes = {{"odd", one_day, 0.5, {}, x}};
              }),
              "")
        << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.regions = {{"all", "", {}, {}, 1, x}}; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.violations.retaliation.branching = x; }), "") << x;
    EXPECT_NE(complaint([x](WorldSpec& w) { w.claims.invented_per_day_a = x; }), "") << x;
  }
}

TEST(WorldRefuses, RegimesThatCannotRun) {
  EXPECT_EQ(
      complaint([](WorldSpec& w) {
        w.violations.regimes = {{"end", one_day, 0, one_day, 0}};
      }),
      "world.violations.regimes[0].ramp: nothing is never reached by equal steps downward; give ramp 0 or a "
      "factor above 0\n");
  EXPECT_EQ(complaint([](WorldSpec& w) {
              w.violations.regimes = {{"end", one_day, 0, {}, 0.5}};
            }),
            "world.violations.regimes[0].rebound: nothing cannot grow back; give a factor above 0\n");
  EXPECT_EQ(complaint([](WorldSpec& w) {
              w.violations.regimes = {{"a", {}, 1, {}, 0}, {"a", {}, 1, {}, 0}};
            }),
            "world.violations.regimes[1].id: \"a\" is already the id of another regime\n");
}

TEST(WorldRefuses, RetaliationWithoutEndOrBalance) {
  auto const with = [](double branching, Duration delay, double side_a) {
    return complaint([&](WorldSpec& w) {
      w.violations.retaliation.branching = branching;
      w.violations.retaliation.delay = delay;
      w.violations.side_a_share = side_a;
    });
  };
  EXPECT_EQ(with(0.5, 12 * one_hour, 0.34), "");
  EXPECT_EQ(
      with(1, one_hour, 0.5),
      "world.violations.retaliation.branching: every incident would provoke another for ever; give less than "
      "1\n");
  EXPECT_EQ(with(0.5, {}, 0.5), "world.violations.retaliation.delay: must be more than 0\n");
  EXPECT_EQ(
      with(0.99, 2 * one_day, 0.5),
      "world.violations.retaliation.delay: with this branching a chain of answers goes on for years, and the "
      "stream would not be steady at the start of the period; make delay or branching smaller\n");
  EXPECT_EQ(
      with(0.5, one_hour, 0.3),
      "world.violations.side_a_share: answers come from the other side, so with this branching neither side "
      "can be responsible for less than 34 % of the incidents\n");
}

TEST(WorldRefuses, AListThatCannotBePlayed) {
  auto const with = [](char const* second, double at_km, char const* kind) {
    return complaint([&](WorldSpec& w) {
      w.violations.incidents.resize(2);
      for (ReplaySpec& r : w.violations.incidents) r.kind = "shot";
      w.violations.incidents[0].id = "one";
      w.violations.incidents[1].id = second;
      w.violations.incidents[1].chainage = km(at_km);
      w.violations.incidents[1].kind = kind;
    });
  };
  EXPECT_EQ(with("two", 100, "shot"), "");
  EXPECT_EQ(with("one", 5, "shot"), "world.violations.incidents: \"one\" is the id of two incidents\n");
  EXPECT_EQ(with("two", 5, "shout"),
            "world.violations.incidents[1].kind: incident \"two\": there is no kind \"shout\"\n");
  EXPECT_EQ(
      with("two", 101, "shot"),
      "world.violations.incidents[1].chainage: incident \"two\" lies beyond the end of the line, which is "
      "100.0 km long\n");
  std::string const many = complaint([](WorldSpec& w) {
    w.violations.incidents.resize(1000);
    for (std::size_t i = 0; i < 1000; ++i) w.violations.incidents[i].id = std::to_string(i);
  });
  EXPECT_NE(many.find("world: and 980 more like these\n"), std::string::npos);
}

TEST(WorldRefuses, TownsAndRulesOffTheLine) {
  EXPECT_EQ(complaint([](WorldSpec& w) {
              w.towns.push_back({"town", "", Side::A, km(101), km(1), km(2)});
              w.towns.push_back({"town", "", Side::A, km(5), km(1), {}});
            }),
            "world.towns[0].chainage: lies beyond the end of the line, which is 100.0 km long\n"
            "world.towns[1].id: \"town\" is already the id of another town\n"
            "world.towns[1].radius: must be more than 0\n");
  EXPECT_EQ(complaint([](WorldSpec& w) {
              w.access.emplace_back();
              w.access[0].from = km(200);
              w.access[0].to = km(300);
            }),
            "world.access[0].from: lies beyond the end of the line, which is 100.0 km long\n");
}

TEST(WorldRefuses, WeatherThatCannotBeDrawn) {
  auto const with = [](std::vector<WeatherShare> shares, int month) {
    return complaint([&](WorldSpec& w) {
      w.weather.states.resize(2);
      w.weather.states[1].id = "fog";
      w.weather.seasons = {SeasonSpec{"all", 1, 0.5, {{"clear", 1}}}, SeasonSpec{"odd", month, 0.5, shares}};
    });
  };
  EXPECT_EQ(with({{"clear", 1}, {"fog", 0}}, 6), "");
  EXPECT_EQ(with({{"clear", 0}}, 6), "world.weather.seasons[1].shares: add up to nothing\n");
  EXPECT_EQ(with({{"clear", 1}, {"clear", 1}}, 6),
            "world.weather.seasons[1].shares: name each state of the weather at most once, and no other\n");
  EXPECT_EQ(with({{"clear", 1}, {"hail", 1}}, 6),
            "world.weather.seasons[1].shares: name each state of the weather at most once, and no other\n");
  EXPECT_EQ(with({{"clear", 1}}, 1),
            "world.weather.seasons[1].first_month: another season begins in the same month\n");
  EXPECT_EQ(with({{"clear", 1}}, 13), "world.weather.seasons[1].first_month: is no month; give 1 to 12\n");
}

TEST(Towns, AreRoundAndLieOnTheirSide) {
  WorldSpec spec = straight_world(km(100), one_day, shot_kind(), 1);
  spec.towns = {{"town", "", Side::A, km(50), km(3), km(2)}};
  World const world = build(spec);
  auto const at = [&](double chainage, double depth) {
    return world.line().at(LinePlace{km(chainage), km(depth)});
  };
  EXPECT_TRUE(world.in_town(at(50, -3)));
  EXPECT_TRUE(world.in_town(at(51.9, -3)));
  EXPECT_FALSE(world.in_town(at(52.1, -3)));
  EXPECT_TRUE(world.in_town(at(50, -1.1)));
  EXPECT_FALSE(world.in_town(at(50, 3)));
}

}  // namespace
}  // namespace ceaseline
