#include "ceaseline/experiment/run_study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

#include "ceaseline/scoring/score_sheet.hpp"
#include "experiment/small_study.hpp"

namespace ceaseline {
namespace {

class RunStudy : public testing::Test {
 protected:
  RowsInMemory run(std::uint32_t first, std::uint32_t end, int threads) const {
    RowsInMemory rows;
    EXPECT_EQ(run_study(study_, plan_, {first, end, threads, {}, {}}, rows), end);
    return rows;
  }
  Study const study_ = small::study();
  Plan const plan_ = plan_study(study_, builtin_registries());
};

void expect_equal(ReplicationRows const& a, ReplicationRows const& b) {
  EXPECT_EQ(a.replication, b.replication);
  EXPECT_EQ(a.fingerprints, b.fingerprints) << "replication " << a.replication;
  EXPECT_EQ(a.rows, b.rows) << "replication " << a.replication;
}

TEST_F(RunStudy, GivesTheSameRowsFromOneAndFromFourThreads) {
  RowsInMemory const one = run(0, 6, 1);
  RowsInMemory const four = run(0, 6, 4);
  for (std::uint32_t r = 0; r < 6; ++r) expect_equal(one.replication(r), four.replication(r));
}

TEST_F(RunStudy, GivesTheFirstRowsWhateverFollows) {
  RowsInMemory const few = run(0, 2, 2);
  RowsInMemory const many = run(0, 6, 2);
  for (std::uint32_t r = 0; r < 2; ++r) expect_equal(few.replication(r), many.replication(r));
}

TEST_F(RunStudy, GoesOnFromWhatIsThere) {
  RowsInMemory const all = run(0, 6, 2);
  RowsInMemory const rest = run(4, 6, 2);
  for (std::uint32_t r = 0; r < 2; ++r) expect_equal(all.replication(4 + r), rest.replication(r));
}

TEST_F(RunStudy, RunsNothingWhenEverythingIsThere) { EXPECT_EQ(run(6, 6, 2).replications(), 0U); }

TEST_F(RunStudy, LivesThroughTheTruthThatEachMissionWouldMeetAlone) {
  RowsInMemory const rows =
      run(4, 6, 1);  // beyond the replications with coverage; the second one reuses buffers
  for (std::size_t a = 0; a < plan_.arms.size(); ++a)
    EXPECT_EQ(replay(study_, plan_.arms[a], 5).fingerprint(), rows.replication(1).fingerprints[a])
        << "arm " << a;
}

TEST_F(RunStudy, ReplicationsDiffer) {
  RowsInMemory const rows = run(0, 2, 1);
  EXPECT_NE(rows.replication(0).fingerprints[0], rows.replication(1).fingerprints[0]);
}

TEST_F(RunStudy, CoversOnlyTheFirstReplicationsAndNoVariants) {
  RowsInMemory const rows = run(0, 3, 2);
  ScoreSheet const sheet{*study_.cases.front().world};
  std::size_t const computed = sheet.find("replications_with_coverage").front();
  for (std::uint32_t r = 0; r < 3; ++r)
    for (std::size_t a = 0; a < plan_.arms.size(); ++a)
      EXPECT_EQ(rows.replication(r).rows[a][computed], r < 2 && plan_.arms[a].covers ? 1.0 : 0.0);
}

TEST_F(RunStudy, DeliversInOrderAndTellsHowFarItIs) {
  std::vector<std::uint32_t> told;
  RowsInMemory rows;
  run_study(study_, plan_, {0, 6, 4, {}, [&told](std::uint32_t n) { told.push_back(n); }}, rows);
  EXPECT_THAT(told, testing::ElementsAre(1, 2, 3, 4, 5, 6));
  for (std::uint32_t r = 0; r < 6; ++r) EXPECT_EQ(rows.replication(r).replication, r);
}

TEST_F(RunStudy, KeepsWhatIsFinishedWhenStopped) {
  std::atomic<int> asked{0};
  RowsInMemory rows;
  std::uint32_t const end = run_study(study_, plan_, {0, 100, 2, [&asked] { return ++asked > 3; }, {}}, rows);
  EXPECT_EQ(end, 3U);
  EXPECT_EQ(rows.replications(), 3U);
}

TEST_F(RunStudy, PassesOnTheFailureOfItsSink) {
  class Full : public RowSink {
   public:
    void take(ReplicationRows const& done) override {
      if (done.replication == 2) throw std::runtime_error("the disk is full");
      ++taken;
    }
    int taken{0};
  };
  Full sink;
  EXPECT_THROW(run_study(study_, plan_, {0, 50, 2, {}, {}}, sink), std::runtime_error);
  EXPECT_EQ(sink.taken, 2);
}

}  // namespace
}  // namespace ceaseline
