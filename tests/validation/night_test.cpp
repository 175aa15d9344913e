// Most fire is by night, and the patrols of a civilian mission are not: by night it hears what its bases
// hear, and cameras that never sleep change what is recorded where they stand.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "runs.hpp"
#include "table.hpp"

namespace ceaseline::validation {
namespace {

constexpr std::uint32_t replications = 60;
constexpr Duration dusk = one_hour;
constexpr double camera_site = 5000;  ///< m of line to either side of a camera

DesignSpec patrols_and_bases(DesignSpec d) {
  d.equipment.cameras.clear();
  d.equipment.arrays.clear();
  d.equipment.listening.clear();
  d.aircraft.clear();
  return d;
}

DesignSpec bases_alone(DesignSpec d) {
  d.numbers.people_per_patrol = 2 * d.numbers.on_books;
  return d;
}

/// Whether an incident lies in the night with an hour to spare.
bool deep_in_night(World const& world, Incident const& i) {
  auto const dark = [&](SimTime t) { return world.light(i.chainage, t) == Light::Night; };
  return dark(i.start) && dark(i.start - dusk) && dark(i.end() + dusk) && i.duration < 4 * one_hour;
}

std::vector<double> camera_chainages(Bench const& bench, DesignSpec const& design) {
  std::vector<double> all;
  for (MapPlace const& p : bench.places()) {
    auto const& sites = design.equipment.cameras;
    if (std::find(sites.begin(), sites.end(), p.id) == sites.end()) continue;
    Line const& line = bench.world().line();
    all.push_back(line.nearest(line.frame().to_local(p.at)).chainage.metres());
  }
  return all;
}

TEST(Fact6, NightIsHeardFromBasesAndSeenByCameras) {
  Bench const bench(Overrides{{"world.period.length", "63 days"}});
  DesignSpec const civilian = bench.design("civilian");
  DesignSpec const by_day = patrols_and_bases(civilian);
  DesignSpec watched = by_day;
  watched.equipment.cameras = civilian.equipment.cameras;
  Mission const patrols = bench.set_up(by_day);
  Mission const bases = bench.set_up(bases_alone(by_day));
  Mission const cameras = bench.set_up(watched);
  ASSERT_TRUE(std::none_of(bases.teams().begin(), bases.teams().end(), [](Team const&) { return true; }));
  std::vector<double> const sites = camera_chainages(bench, civilian);

  // Things that stay are found by day whenever they came.
  auto const fire = [&](Incident const& i) { return !bench.world().kinds()[i.kind].object; };
  auto const by_night = [&](Incident const& i) { return fire(i) && i.light == Light::Night; };
  auto const deep = [&](Incident const& i) { return fire(i) && deep_in_night(bench.world(), i); };
  auto const at_site = [&](Incident const& i) {
    return fire(i) && std::any_of(sites.begin(), sites.end(),
                                  [&](double s) { return std::abs(s - i.chainage) <= camera_site; });
  };
  auto const night_at_site = [&](Incident const& i) { return by_night(i) && at_site(i); };
  std::vector<double> true_share, deep_difference, deep_heard, dusk_margin, day_gain, before, gain;
  for (std::uint32_t r = 0; r < replications; ++r) {
    Record const p = bench.live(patrols, r);
    Record const b = bench.live(bases, r);
    Record const c = bench.live(cameras, r);
    auto const nights = std::count_if(p.incidents.begin(), p.incidents.end(), by_night);
    auto const fires = std::count_if(p.incidents.begin(), p.incidents.end(), fire);
    true_share.push_back(static_cast<double>(nights) / static_cast<double>(fires));
    deep_heard.push_back(noticed(b, deep));
    deep_difference.push_back(noticed(p, deep) - noticed(b, deep));
    dusk_margin.push_back((noticed(p, by_night) - noticed(b, by_night)) / noticed(p, by_night));
    auto const day = [&](Incident const& i) { return fire(i) && !by_night(i); };
    day_gain.push_back(noticed(p, day) - noticed(b, day));
    before.push_back(noticed(p, night_at_site) / noticed(p, at_site));
    gain.push_back(noticed(c, night_at_site) / noticed(c, at_site) - before.back());
  }
  Estimate e = mean_estimate(true_share);
  state({6, "share of incidents of fire by night, as they happen", "0.59 (S81), within 0.01",
         with_interval(e, 4), runs(e), within(e, 0.58, 0.60)});
  e = mean_estimate(deep_heard);
  state({6, "acts heard from bases, of incidents an hour and more from daylight", "some", with_interval(e, 0),
         runs(e), surely_above_zero(e)});
  e = mean_estimate(deep_difference);
  state({6, "the same, patrols by day and bases less bases alone", "exactly 0", with_interval(e, 0), runs(e),
         e.value == 0 && e.standard_error == 0});
  e = mean_estimate(dusk_margin);
  state({6, "what patrols add by night at dusk and dawn, share of acts noticed", "below 0.02 (choice)",
         with_interval(e, 4), runs(e), within(e, -0.02, 0.02)});
  e = mean_estimate(day_gain);
  state(
      {6, "acts that patrols add by day", "more than 0", with_interval(e, 0), runs(e), surely_above_zero(e)});
  e = mean_estimate(before);
  Estimate const more = mean_estimate(gain);
  state({6, "night share of acts noticed within 5 km of camera sites, without cameras", "below the true 0.59",
         with_interval(e, 3), runs(e), within(e, 0, 0.58)});
  state({6, "the same, with cameras less without", "rises", with_interval(more, 3), runs(more),
         surely_above_zero(more)});
}

}  // namespace
}  // namespace ceaseline::validation
