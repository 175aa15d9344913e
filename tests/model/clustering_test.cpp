// Oracle V5: no clustering where there is none, by Knox's count of pairs near in space and time.
#include "drawn.hpp"

namespace ceaseline {
namespace {

using namespace toy;

struct Knox {
  double near{0}, pairs{0};
};

Knox knox(std::vector<Incident> const& all) {
  Knox k;
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      bool const near =
          std::abs(all[i].chainage - all[j].chainage) < 5000 && all[i].start - all[j].start < one_day;
      k.near += near ? 1 : 0;
    }
  }
  auto const n = static_cast<double>(all.size());
  k.pairs = n * (n - 1) / 2;
  return k;
}

// 200 uniform incidents on 500 km x 30 days: two are near with 0.0199 in space and 0.0655556 in time.
constexpr double chance = 0.0199 * 0.0655556;

TEST(OracleV5, UniformIncidentsMeetAsOftenAsChanceSays) {
  ASSERT_NEAR(19'900 * chance, 25.9607, 1e-4);
  World const world = build(straight_world(km(500), 30 * one_day, shot_kind(), 200.0 / 30));
  std::vector<double> near, beyond_chance;
  for (std::uint32_t r = 0; r < 3000; ++r) {
    Knox const k = knox(drawn(world, r));
    near.push_back(k.near);
    beyond_chance.push_back(k.near - k.pairs * chance);
  }
  // 200 on average: E n (n - 1) / 2 = 200^2 / 2.
  expect_mean(near, 20'000 * chance, 0.005);
  Moments const m = moments(beyond_chance);
  EXPECT_NEAR(m.mean, 0, 4 * m.error);
  EXPECT_NEAR(m.variance / 25.96, 1, 0.15) << "variance near the mean";
}

TEST(OracleV5, AnsweredIncidentsMeetMoreOften) {
  WorldSpec spec = straight_world(km(500), 30 * one_day, shot_kind(), 200.0 / 30);
  spec.violations.retaliation.branching = 0.3;
  World const world = build(spec);
  std::vector<double> beyond_chance;
  for (std::uint32_t r = 0; r < 300; ++r) {
    Knox const k = knox(drawn(world, r));
    beyond_chance.push_back(k.near - k.pairs * chance);
  }
  Moments const m = moments(beyond_chance);
  EXPECT_GT(m.mean, 20 * m.error);
}

}  // namespace
}  // namespace ceaseline
