#include "ceaseline/model/access.hpp"

#include <algorithm>

namespace ceaseline {

Access::Access(World const& world, std::string const& flag) : world_{&world} {
  for (AccessRule const& r : world.spec().access) {
    if (r.organisation.empty() || r.organisation == flag) rules_.push_back(r);
  }
}

bool Access::holds(AccessRule const& r, Asset asset, Side side, double chainage, SimTime t) const {
  if (r.side != side || (r.asset != Asset::Any && asset != Asset::Any && r.asset != asset)) return false;
  if (r.to > Length{} && (chainage < r.from.metres() || chainage > r.to.metres())) return false;
  if (t < SimTime{r.begins} || (r.ends > Duration{} && t >= SimTime{r.ends})) return false;
  if (r.hours_from == r.hours_to) return true;
  Duration const clock = (world_->local_start_of_day() + t.time_since_epoch()) % one_day;
  return r.hours_from < r.hours_to ? clock >= r.hours_from && clock < r.hours_to
                                   : clock >= r.hours_from || clock < r.hours_to;
}

Permission Access::at(Asset asset, Side side, double chainage, SimTime t) const {
  AccessSpec const& own = world_->access(side);
  Permission p{own.state, own.refusal};
  for (AccessRule const& r : rules_) {
    if (holds(r, asset, side, chainage, t)) p = {r.state, r.refusal};
  }
  return p;
}

Spans Access::shut(Asset asset, Side side, double chainage) const {
  bool const by_rule = std::any_of(rules_.begin(), rules_.end(), [&](AccessRule const& r) {
    return r.side == side && (r.asset == Asset::Any || asset == Asset::Any || r.asset == asset);
  });
  if (!by_rule) {
    bool const shut = world_->access(side).state == AccessState::Shut;
    return shut ? Spans({Span{SimTime{}, world_->end()}}) : Spans{};
  }
  // A permission can change only where a rule begins or ends, or at its hours of the day.
  std::vector<SimTime> changes{SimTime{}, world_->end()};
  for (AccessRule const& r : rules_) {
    changes.push_back(SimTime{r.begins});
    if (r.ends > Duration{}) changes.push_back(SimTime{r.ends});
    if (r.hours_from == r.hours_to) continue;
    for (SimTime midnight{-world_->local_start_of_day()}; midnight < world_->end(); midnight += one_day) {
      changes.push_back(midnight + r.hours_from);
      changes.push_back(midnight + r.hours_to);
    }
  }
  std::sort(changes.begin(), changes.end());
  std::vector<Span> shut;
  for (std::size_t i = 0; i + 1 < changes.size(); ++i) {
    if (changes[i] < SimTime{} || changes[i] >= world_->end()) continue;
    if (at(asset, side, chainage, changes[i]).state == AccessState::Shut)
      shut.push_back({changes[i], std::min(changes[i + 1], world_->end())});
  }
  return Spans(std::move(shut));
}

bool Access::ever_allowed(Side side) const {
  if (world_->access(side).state != AccessState::Shut) return true;
  return std::any_of(rules_.begin(), rules_.end(),
                     [&](AccessRule const& r) { return r.side == side && r.state != AccessState::Shut; });
}

}  // namespace ceaseline
