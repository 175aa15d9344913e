#include <fmt/format.h>

#include <algorithm>

#include "ceaseline/mission/simulation.hpp"
#include "lived.hpp"

namespace ceaseline::report {
namespace {

constexpr std::size_t most_explained = 3;
constexpr std::size_t most_lines = 8;

/// The chances of one sensor that ended alike.
struct Chances {
  Opportunity first;
  std::uint32_t acts{0};
  double best{0};
};

std::vector<Chances> together(std::vector<Opportunity> const& all) {
  std::vector<Chances> found;
  for (Opportunity const& o : all) {
    auto const same = std::find_if(found.begin(), found.end(), [&](Chances const& c) {
      return c.first.sensor == o.sensor && c.first.why == o.why;
    });
    Chances& of = same == found.end() ? found.emplace_back(Chances{o, 0, 0}) : *same;
    ++of.acts;
    of.best = std::max(of.best, o.chance);
  }
  // Nearest first: what could almost have noticed it is of most interest.
  std::stable_sort(found.begin(), found.end(),
                   [](Chances const& a, Chances const& b) { return a.first.range < b.first.range; });
  return found;
}

std::vector<std::string> lines_of(std::vector<Opportunity> const& all,
                                  std::vector<std::string> const& sensors) {
  std::vector<std::string> lines;
  std::size_t far = 0;
  std::size_t more = 0;
  for (Chances const& c : together(all)) {
    if (c.first.why == Chance::TooFar) {
      ++far;
    } else if (lines.size() >= most_lines) {
      ++more;
    } else {
      lines.push_back(
          fmt::format("{}, {:.1f} km: {}, {} act{}{}", sensors[static_cast<std::size_t>(c.first.sensor)],
                      c.first.range / 1000, name(c.first.why), c.acts, c.acts == 1 ? "" : "s",
                      c.first.why == Chance::Unlucky ? fmt::format(", chance {:.0f} %", 100 * c.best) : ""));
    }
  }
  if (more > 0) lines.push_back(fmt::format("and {} more", more));
  if (far > 0) lines.push_back(fmt::format("{} sensors within 30 km were too far to notice anything", far));
  if (lines.empty()) lines.emplace_back("no sensor was within 30 km");
  return lines;
}

}  // namespace

std::vector<ExplainedMiss> explained_misses(Study const& study, LivedDesign const& lived,
                                            std::uint32_t replication) {
  std::vector<std::size_t> missed;
  Record const& record = lived.record;
  for (std::size_t i = 0; i < record.fates.size(); ++i)
    if (!record.fates[i].prevented && record.fates[i].step == Step::Missed) missed.push_back(i);
  std::stable_sort(missed.begin(), missed.end(), [&](std::size_t a, std::size_t b) {
    return record.incidents[a].acts > record.incidents[b].acts;
  });
  missed.resize(std::min(missed.size(), most_explained));
  CaseWorld const& base = study.cases.front();
  Draws const draws{static_cast<std::uint32_t>(study.spec.seed), replication};
  Simulation simulation{*base.world, *lived.mission};
  std::vector<ExplainedMiss> all;
  for (std::size_t const i : missed) {
    simulation.begin(draws);
    simulation.explain(record.incidents[i].key);
    TruthStream stream{*base.world, *base.process, draws};
    // What comes after the incident has ended changes none of its chances.
    SimTime const after = record.incidents[i].end();
    TruthDay today;
    for (SimTime day{}; day <= after && stream.next(today); day += one_day) simulation.day(today);
    all.push_back({i, lines_of(simulation.opportunities(), record.sensor_ids)});
  }
  return all;
}

}  // namespace ceaseline::report
