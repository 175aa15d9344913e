#include "ceaseline/mission/reach_index.hpp"

#include <algorithm>
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
  struct AtDepth {
    std::size_t kind;
    double depth;
  };
  std::vector<AtDepth> asked;
  for (std::size_t k = 0; k < world.kinds().size(); ++k) asked.push_back({k, deepest(world, k)});
  CoverageSpec const& coverage = world.spec().coverage;
  double const bands = coverage.probed() ? std::max(coverage.near, coverage.deep).metres() : -1;
  asked.push_back({world.reference_kind(), bands});
  std::vector<Asked> all;
  for (Mounted const& m : sensors) {
    Asked& of = all.emplace_back(Asked{&survey.stands(world, m, teams), {}});
    double const margin = Survey::margin(m);
    for (AtDepth const& a : asked) {
      for (Light const light : {Light::Day, Light::Night}) {
        double const reach = tables[m.table].reach(a.kind, light);
        of.limits.push_back(reach < 0 || a.depth < 0 ? -1.0 : reach + a.depth + margin);
      }
    }
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
