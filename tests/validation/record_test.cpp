// A series whose counts are known day by day, through a log, the replaying process, a mission that notices
// everything, and the reports it publishes.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "runs.hpp"
#include "table.hpp"
#include "toy/toy_world.hpp"

namespace ceaseline::validation {
namespace {

constexpr int days_before = 208;  // 1 January to 26 July 2020
constexpr int days_after = 158;
constexpr int acts_before = 623;
constexpr int acts_after = 33;
constexpr double reported_in_2020 = 134'767;

/// The year 2020 as a log: each day's acts in incidents of up to ten, 22 minutes and 13 km from one to the
/// next.
class YearOfTruce : public toy::ShippedFiles {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override {
    return path.find("2020.csv") == std::string::npos ? ShippedFiles::text(path) : "";
  }
  [[nodiscard]] std::vector<std::vector<std::string>> table(std::string const&) const override {
    std::vector<std::vector<std::string>> rows{
        {"id", "at", "chainage_km", "kind", "side", "acts", "duration_min"}};
    for (int day = 0; day < days_before + days_after; ++day) {
      int left = day < days_before ? acts_before : acts_after;
      for (int i = 0; left > 0; ++i, left -= 10) {
        rows.push_back({std::to_string(day) + "-" + std::to_string(i),
                        std::to_string(day * 1440 + i * 22) + " min",
                        std::to_string(5 + (day + i * 13) % 400), "small-arms", i % 2 == 0 ? "A" : "B",
                        std::to_string(std::min(left, 10)), "5"});
      }
    }
    return rows;
  }
};

DesignSpec hears_everything() {
  DesignSpec d = toy::watchful(toy::km(1));
  d.sensors["all"] = toy::definite(toy::km(5000), Channel::Sound);
  PostSpec post;
  post.id = "post";
  post.sensor = "all";
  post.chainage = toy::km(200);
  d.posts = {post};
  return d;
}

int day_of(SimTime t) { return static_cast<int>(t.time_since_epoch() / one_day); }

TEST(Fact1, ReplayOf2020IsPublishedAsItWas) {
  Bench const bench({{"world.violations.process", "replay"},
                     {"world.violations.log", "2020.csv"},
                     {"world.period.start", "2020-01-01"},
                     {"world.period.length", "366 days"}},
                    YearOfTruce{});
  Record const record = bench.live(bench.set_up(hears_everything()), 0);
  std::vector<double> recorded(days_before + days_after);
  for (Report const& r : record.reports) {
    if (r.publishable && r.merged_into < 0) recorded[static_cast<std::size_t>(day_of(r.first))] += r.acts;
  }
  int wrong_days = 0;
  double total = 0;
  for (int day = 0; day < days_before + days_after; ++day) {
    double const acts = recorded[static_cast<std::size_t>(day)];
    total += acts;
    wrong_days += acts == (day < days_before ? acts_before : acts_after) ? 0 : 1;
  }
  state({1, "acts published of 208 days of 623 and 158 of 33, replayed from a log and all noticed",
         "134,767 ± 0.1 % (S19)", fixed(total, 0), "1 run",
         std::abs(total - reported_in_2020) <= 0.001 * reported_in_2020});
  state({1, "days of that year published with another count than happened", "exactly 0",
         std::to_string(wrong_days), "366 days", wrong_days == 0});
}

}  // namespace
}  // namespace ceaseline::validation
