// A side that shuts the mission out and complains of nothing, as India has since 1972 (S112): of what happens
// there remains what can be noticed from the other side.
#include <gtest/gtest.h>

#include <algorithm>

#include "runs.hpp"
#include "table.hpp"

namespace ceaseline::validation {
namespace {

constexpr std::uint32_t replications = 60;

Overrides with_access_b(char const* state) {
  Overrides all = nine_weeks();
  all.push_back({"world.access_b.state", state});
  for (char const* claims : {"share_a", "share_b", "invented_per_day_a", "invented_per_day_b"})
    all.push_back({std::string("world.claims.") + claims, "0.0"});
  return all;
}

/// A design without what it has on side B.
DesignSpec only_side_a(DesignSpec d, std::vector<MapPlace> const& places) {
  auto const lies_in_b = [&](std::string const& id) {
    return std::any_of(places.begin(), places.end(),
                       [&](MapPlace const& p) { return p.id == id && p.side == Side::B; });
  };
  auto const keep_a = [&](std::vector<std::string>& ids) { std::erase_if(ids, lies_in_b); };
  keep_a(d.siting.bases);
  keep_a(d.equipment.cameras);
  keep_a(d.equipment.listening);
  keep_a(d.equipment.arrays);
  for (AircraftSpec& a : d.aircraft) keep_a(a.sites);
  std::erase_if(d.aircraft, [](AircraftSpec const& a) { return a.sites.empty() && a.side == Side::B; });
  return d;
}

bool equal(Report const& a, Report const& b) {
  return a.first == b.first && a.last == b.last && a.place == b.place && a.half_axis == b.half_axis &&
         a.kind == b.kind && a.acts == b.acts && a.observations == b.observations &&
         a.declared == b.declared && a.verification == b.verification && a.published == b.published &&
         a.publishable == b.publishable && a.merged_into == b.merged_into && a.incident == b.incident;
}

bool same_reports(Record const& a, Record const& b) {
  return std::equal(a.reports.begin(), a.reports.end(), b.reports.begin(), b.reports.end(), equal);
}

TEST(Fact5, AShutSideIsRecordedFromTheOtherOne) {
  Bench const open(with_access_b("open"));
  Bench const shut(with_access_b("shut"));
  DesignSpec const design = open.design("civilian");
  Mission const in_open = open.set_up(design);
  Mission const in_shut = shut.set_up(design);
  Mission const half = open.set_up(only_side_a(design, open.places()));
  std::vector<double> fall, left, half_left;
  int different = 0;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Record const a = open.live(in_open, r);
    Record const b = shut.live(in_shut, r);
    Record const c = open.live(half, r);
    // What party B starts in its own area.
    auto const of_b = [](Incident const& i) { return i.side == Side::B; };
    fall.push_back(noticed(b, of_b) - noticed(a, of_b));
    left.push_back(noticed(b, of_b) / noticed(a, of_b));
    half_left.push_back(noticed(b, of_b) - noticed(c, of_b));
    different += same_reports(b, c) ? 0 : 1;
  }
  Estimate e = mean_estimate(fall);
  state({5, "acts noticed of what side B does, civilian mission, side B shut less open", "falls (S112)",
         with_interval(e, 0), runs(e), surely_below_zero(e)});
  e = mean_estimate(left);
  state({5, "the same, what is left of it as a share", "more than nothing, less than all",
         with_interval(e, 3), runs(e), within(e, 0.001, 0.999)});
  e = mean_estimate(half_left);
  state({5, "the same, side B shut less a mission that has nothing on side B", "exactly 0",
         with_interval(e, 0), runs(e), e.value == 0 && e.standard_error == 0});
  state({5, "runs in which those two missions make different reports", "exactly 0", std::to_string(different),
         runs(e), different == 0});
}

}  // namespace
}  // namespace ceaseline::validation
