#include "lived.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/coverage/spells.hpp"
#include "ceaseline/mission/simulation.hpp"

namespace ceaseline::report {
namespace {

constexpr double hour = 3.6e6;
constexpr int levels = 15;

Draws draws_of(Study const& study, std::uint32_t replication) {
  return Draws{static_cast<std::uint32_t>(study.spec.seed), replication};
}

/// Time of each hour in which any asset covers the place, ms.
std::vector<double> covered_hours(std::vector<AssetSpells> const& assets, double end) {
  std::vector<Spell> all;
  for (AssetSpells const& a : assets) all.insert(all.end(), a.spells.begin(), a.spells.end());
  std::sort(all.begin(), all.end(), [](Spell const& a, Spell const& b) { return a.from < b.from; });
  std::vector<double> hours(static_cast<std::size_t>(std::ceil(end / hour)), 0);
  double until = 0;
  for (Spell const& s : all) {
    for (double from = std::max({s.from, until, 0.0}); from < std::min(s.to, end);) {
      auto const h = static_cast<std::size_t>(from / hour);
      double const to = std::min({s.to, end, static_cast<double>(h + 1) * hour});
      hours[h] += to - from;
      from = to;
    }
    until = std::max(until, s.to);
  }
  return hours;
}

void append_packed(std::string& to, std::vector<double> const& hours) {
  auto const level = [&](std::size_t h) {
    return h < hours.size() ? static_cast<int>(std::lround(levels * std::min(1.0, hours[h] / hour))) : 0;
  };
  for (std::size_t h = 0; h < hours.size(); h += 2) to += static_cast<char>(level(h) | level(h + 1) << 4);
}

}  // namespace

LivedTruth lived_truth(Study const& study, std::uint32_t replication) {
  CaseWorld const& base = study.cases.front();
  TruthStream stream{*base.world, *base.process, draws_of(study, replication)};
  LivedTruth truth;
  TruthDay today;
  while (stream.next(today)) {
    truth.incidents.insert(truth.incidents.end(), today.incidents.begin(), today.incidents.end());
    truth.acts.resize(truth.incidents.size());
    for (Act const& a : today.acts) truth.acts[a.incident].push_back(a.time);
  }
  return truth;
}

LivedDesign lived_design(Study const& study, std::size_t design, std::uint32_t replication) {
  CaseWorld const& base = study.cases.front();
  World const& world = *base.world;
  Mission const& mission = *base.missions[design];
  Draws const draws = draws_of(study, replication);
  Simulation simulation{world, mission};
  simulation.begin(draws, true);
  TruthStream stream{world, *base.process, draws};
  TruthDay today;
  while (stream.next(today)) simulation.day(today);
  LivedDesign lived;
  lived.design = design;
  lived.mission = &mission;
  lived.record = simulation.finish();
  lived.presence = std::make_shared<Presence const>(Presence::lived(world, mission, simulation, draws));
  SpellSolver solver{world,
                     mission,
                     *lived.presence,
                     world.reference_kind(),
                     world.spec().coverage.threshold,
                     static_cast<double>(world.spec().coverage.lasting.count())};
  double const segment = world.spec().segment.metres();
  double const length = world.line().length().metres();
  PlaceSpells found;
  for (int s = 0; s < world.segments(); ++s) {
    double const from = s * segment;
    double const middle = 0.5 * (from + std::min(length, from + segment));
    solver.solve(world.line().at(Length::metres(middle)), middle, false, found);
    append_packed(lived.heard,
                  covered_hours(found.channel[static_cast<std::size_t>(Channel::Sound)], solver.end()));
    append_packed(lived.seen,
                  covered_hours(found.channel[static_cast<std::size_t>(Channel::Sight)], solver.end()));
  }
  return lived;
}

}  // namespace ceaseline::report
