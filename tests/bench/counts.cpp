#include "bench/counts.hpp"

#include <sys/resource.h>

#include <chrono>
#include <cinttypes>
#include <cstdio>

#include "ceaseline/coverage/probes.hpp"
#include "ceaseline/experiment/run_study.hpp"
#include "toy/shipped_files.hpp"
#include "toy/tally.hpp"

namespace ceaseline::bench {
namespace {

/// Sums over replications, told as things close: no record is kept. `legs` are starts and ends of legs, which
/// a simulator of legs would have as events; here they are worked out, not lived through.
struct Counts : toy::Tally {
  std::uint64_t legs{0};
  [[nodiscard]] std::uint64_t events() const { return acts + legs + 3 * visits; }
};

/// Legs that teams on the road drive on their planned routes, by start and end.
std::uint64_t leg_events(Mission const& mission) {
  double legs = 0;
  for (Team const& t : mission.teams()) {
    if (t.aircraft >= 0) continue;
    Motion const there = Motion::leg(SimTime{}, t.lane.from.metres(), t.lane.to.metres(), t.gait);
    double const lasts = static_cast<double>((there.first_leg_end() - SimTime{} + t.dwell).count());
    for (Span const& route : t.routes)
      legs += static_cast<double>((route.to - route.from - t.first_leg_after).count()) / lasts;
  }
  return 2 * static_cast<std::uint64_t>(legs);
}

void count_replications(Study const& study, std::uint32_t replications, bool probed) {
  CaseWorld const& in = study.cases.front();
  Mission const& mission = *in.missions.front();
  Counts counts;
  Probes probes{*in.world};
  for (std::uint32_t r = 0; r < replications; ++r) {
    Simulation simulation(*in.world, mission);
    toy::tally(simulation, *in.world, *in.process, Draws{static_cast<std::uint32_t>(study.spec.seed), r},
               counts, probed ? &probes : nullptr);
    counts.legs += leg_events(mission);
  }
  double const kilometres = counts.hours_under_way * mission.transit_gait().speed * 3600;
  auto const share = [](double part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : part / static_cast<double>(whole);
  };
  std::printf("N=%" PRIu64 " D=%" PRIu64 " D/N=%.6f acts=%" PRIu64 " events=%" PRIu64 " visits=%" PRIu64
              " dropped=%" PRIu64 " mean_km=%.3f",
              counts.violations, counts.detected,
              share(static_cast<double>(counts.detected), counts.violations), counts.acts, counts.events(),
              counts.visits, counts.dropped, share(kilometres, counts.visits));
}

/// Keeps nothing but what tells two runs apart.
struct Folded : RowSink {
  std::uint64_t fingerprint{0};
  void take(ReplicationRows const& done) override {
    for (std::uint64_t const one : done.fingerprints) fingerprint = key_of(Key{fingerprint}, one).value;
  }
};

void count_rows(Study const& study, std::uint32_t replications, int threads) {
  Folded rows;
  RunOptions options;
  options.end = replications;
  options.threads = threads;
  run_study(study, plan_study(study, builtin_registries()), options, rows);
  std::printf("replications=%" PRIu32 " fingerprint=%016" PRIx64, replications, rows.fingerprint);
}

}  // namespace

void print_counts(CountsRequest const& request) {
  auto const begin = std::chrono::steady_clock::now();
  Study const study = load_study(request.file, toy::ShippedFiles{}, builtin_registries(), {});
  if (request.threads == 0) {
    count_replications(study, request.replications, request.probes);
  } else {
    count_rows(study, request.replications, request.threads);
  }
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begin;
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf(" seconds=%.3f peak_mib=%.1f\n", took.count(), static_cast<double>(used.ru_maxrss) / 1024);
}

}  // namespace ceaseline::bench
