#include "ceaseline/experiment/run_study.hpp"

#include <memory>
#include <vector>

#include "ceaseline/coverage/covered.hpp"
#include "ceaseline/coverage/probes.hpp"
#include "ceaseline/scoring/score_sheet.hpp"
#include "ordered_pool.hpp"

namespace ceaseline {
namespace {

/// Everything one thread needs for replications of a plan, built once and reused.
class Bench {
 public:
  Bench(Study const& study, Plan const& plan) : study_{study}, plan_{plan} {
    for (CaseWorld const& c : study.cases) sheets_.emplace_back(*c.world);
    simulations_.reserve(plan.arms.size());
    for (Arm const& arm : plan.arms) {
      simulations_.emplace_back(world(arm), *arm.mission);
      probes_.emplace_back(world(arm));
    }
  }

  void replicate(std::uint32_t replication, ReplicationRows& out) {
    Draws const draws{static_cast<std::uint32_t>(study_.spec.seed), replication};
    bool const covers = replication < static_cast<std::uint32_t>(study_.spec.coverage_replications);
    for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
      probes_[a].clear();
      simulations_[a].begin(draws, covers && plan_.arms[a].covers, &probes_[a]);
    }
    for (std::size_t c = 0; c < study_.cases.size(); ++c)
      if (plan_.truth_of[c] == c) live_through(c, draws);

    out.replication = replication;
    out.rows.resize(plan_.arms.size());
    out.fingerprints.resize(plan_.arms.size());
    for (std::size_t a = 0; a < plan_.arms.size(); ++a) close(a, covers, out);
  }

 private:
  [[nodiscard]] World const& world(Arm const& arm) const { return *study_.cases[arm.at_case].world; }

  /// All arms that share the truth of one case, side by side.
  void live_through(std::size_t at_case, Draws draws) {
    TruthStream truth{*study_.cases[at_case].world, *study_.cases[at_case].process, draws};
    while (truth.next(today_))
      for (std::size_t a = 0; a < plan_.arms.size(); ++a)
        if (plan_.truth_of[plan_.arms[a].at_case] == at_case) simulations_[a].day(today_);
  }

  void close(std::size_t a, bool covers, ReplicationRows& out) {
    Arm const& arm = plan_.arms[a];
    Record& record = simulations_[a].finish();
    if (covers && arm.covers) {
      Draws const draws{static_cast<std::uint32_t>(study_.spec.seed), out.replication};
      record.coverage =
          cover(world(arm), *arm.mission, Presence::lived(world(arm), *arm.mission, simulations_[a], draws));
    }
    record.coverage.probes = probes_[a].found();
    out.rows[a] = sheets_[arm.at_case].score(record, world(arm));
    out.fingerprints[a] = record.fingerprint();
  }

  Study const& study_;
  Plan const& plan_;
  std::vector<ScoreSheet> sheets_;       // by case
  std::vector<Simulation> simulations_;  // by arm
  std::vector<Probes> probes_;           // by arm
  TruthDay today_;
};

}  // namespace

std::uint32_t run_study(Study const& study, Plan const& plan, RunOptions const& options, RowSink& sink) {
  auto const make = [&study, &plan]() -> ReplicationTask {
    auto const bench = std::make_shared<Bench>(study, plan);
    return [bench](std::uint32_t replication, ReplicationRows& out) { bench->replicate(replication, out); };
  };
  auto const deliver = [&options, &sink](ReplicationRows const& done) {
    sink.take(done);
    if (options.progress) options.progress(done.replication + 1);
  };
  return run_in_order(options.first, options.end, options.threads, make, options.stopped, deliver);
}

Record replay(Study const& study, Arm const& arm, std::uint32_t replication) {
  CaseWorld const& in = study.cases[arm.at_case];
  return simulate(*in.world, *in.process, *arm.mission,
                  Draws{static_cast<std::uint32_t>(study.spec.seed), replication});
}

Replayed replay_with_tracks(Study const& study, Arm const& arm, std::uint32_t replication) {
  CaseWorld const& in = study.cases[arm.at_case];
  Draws const draws{static_cast<std::uint32_t>(study.spec.seed), replication};
  Simulation simulation{*in.world, *arm.mission};
  simulation.begin(draws, true);
  TruthStream truth{*in.world, *in.process, draws};
  TruthDay today;
  while (truth.next(today)) simulation.day(today);
  Record const record = simulation.finish();
  return {record, simulation.tracks()};
}

}  // namespace ceaseline
