#include "ceaseline/mission/reach_index.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>

#include "ceaseline/mission/mission.hpp"
#include "ceaseline/mission/survey.hpp"

namespace ceaseline {
namespace {

/// The deepest place an act of this kind can come from, m.
double deepest(World const& world, std::size_t kind) {
  double most = 4 * world.kinds()[kind].depth.metres();
  for (ReplaySpec const& r : world.spec().violations.incidents) {
    if (r.kind == world.kinds()[kind].id) most = std::max(most, r.depth.metres());
  }
  return most;
}

}  // namespace

std::vector<ReachIndex::Asked> ReachIndex::ask(World const& world, std::vector<Mounted> const& sensors,
                                               std::vector<Team> const& teams,
                                               std::vector<DetectionTable> const& tables, Survey& survey) {
  std::vector<double> depths;
  for (std::size_t k = 0; k < world.kinds().size(); ++k) depths.push_back(deepest(world, k));
  CoverageSpec const& coverage = world.spec().coverage;
  double const bands = std::max(coverage.near, coverage.deep).metres();
  std::vector<std::array<double, 2>> of_probes;  // by table and light
  for (DetectionTable const& t : tables) {
    auto& ranges = of_probes.emplace_back(std::array<double, 2>{-1, -1});
    if (!coverage.probed()) continue;
    for (Light const light : {Light::Day, Light::Night})
      ranges[static_cast<std::size_t>(light)] =
          t.range_where(world.reference_kind(), light, coverage.threshold);
  }
  std::vector<Asked> all;
  for (Mounted const& m : sensors) {
    Asked& of = all.emplace_back(Asked{&survey.stands(world, m, teams), {}});
    double const margin = Survey::margin(m);
    for (std::size_t k = 0; k < depths.size(); ++k) {
      for (Light const light : {Light::Day, Light::Night}) {
        double const reach = tables[m.table].reach(k, light);
        of.limits.push_back(reach < 0 ? -1.0 : reach + depths[k] + margin);
      }
    }
    for (double const range : of_probes[m.table])
      of.limits.push_back(range < 0 ? -1.0 : range + bands + margin);
  }
  return all;
}

ReachIndex::ReachIndex(std::vector<Asked> const& sensors, std::size_t kinds, Survey const& survey)
    : bins_{survey.bins()}, kinds_{kinds} {
  // Nearest distance of each sensor to each bin, then one comparison per kind.
  std::vector<std::pair<std::size_t, std::uint32_t>> found;  // list and sensor, by sensor
  for (std::uint32_t s = 0; s < sensors.size(); ++s) {
    std::vector<double> const& limits = sensors[s].limits;
    double const farthest = *std::max_element(limits.begin(), limits.end());
    for (std::size_t b = 0; b < bins_; ++b) {
      if (sensors[s].stands->at_least[b] > farthest) continue;
      double const nearest = survey.nearest(*sensors[s].stands, b);
      for (std::size_t k = 0; k < limits.size(); ++k) {
        if (nearest <= limits[k]) found.emplace_back(k * bins_ + b, s);
      }
    }
  }
  // Laid out list by list; within a list sensors keep their order.
  begin_.assign((kinds + 1) * 2 * bins_ + 1, 0);
  for (auto const& [list, sensor] : found) ++begin_[list + 1];
  std::partial_sum(begin_.begin(), begin_.end(), begin_.begin());
  entries_.resize(found.size());
  std::vector<std::uint32_t> next{begin_.begin(), begin_.end() - 1};
  for (auto const& [list, sensor] : found) entries_[next[list]++] = sensor;
}

}  // namespace ceaseline
