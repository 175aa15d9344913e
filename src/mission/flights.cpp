#include <algorithm>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {

/// What comes of one sortie. An aircraft that is lost flies until then; one that is jammed flies and sees
/// nothing.
OutingFate Simulation::State::flight_fate(std::uint32_t i, SimTime now) {
  TeamState& ts = teams_[i];
  ts.blind = false;
  Team const& t = team(i);
  auto const site = static_cast<std::size_t>(t.aircraft);
  AircraftSpec const& spec = mission_.spec().aircraft[site];
  double const middle = 0.5 * (t.lane.from.metres() + t.lane.to.metres());
  if (mission_.access().at(Asset::Aircraft, t.side, middle, now).state == AccessState::Shut)
    return OutingFate::Closed;
  bool kept_down = false;
  for (std::size_t other = 0; other < stand_downs_.size(); ++other) {
    bool const together = mission_.spec().aircraft[other].group == spec.group && !spec.group.empty();
    if (other != site && !together) continue;
    kept_down = kept_down || (now >= stand_downs_[other].from && now < stand_downs_[other].to);
  }
  bool const gale = world_.weather_states()[weather_.at(now)].wind > spec.wind_limit;
  if (now < ts.lost_until || kept_down || gale) return OutingFate::Grounded;
  Block const luck = draws_.at(purpose::flight, t.key, route_number(i));
  ts.blind = luck.unit() < spec.jammed;
  if (luck.unit(1) < spec.lost) {
    double const when = draws_.at(purpose::flight_loss, t.key, route_number(i)).unit();
    ts.until =
        now + Duration{static_cast<std::int64_t>(when * static_cast<double>((ts.until - now).count()))};
    ts.lost_until = ts.until + spec.replacement;
    stand_downs_[site] = {ts.until, ts.until + spec.stand_down};
    return OutingFate::Lost;
  }
  return ts.blind ? OutingFate::Jammed : OutingFate::Went;
}

}  // namespace ceaseline
