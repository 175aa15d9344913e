#include "ceaseline/store/journal.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "ceaseline/store/disk.hpp"
#include "store/scratch_folder.hpp"

namespace ceaseline {
namespace {

ReplicationRows rows_of(std::uint32_t r) {
  double const x = r;
  return {r, {{x, 0, 0, 1000 * x, 0.1 * x}, {x + 1}}, {0xfeedULL + r, ~std::uint64_t{r}}};
}

void expect_equal(ReplicationRows const& a, ReplicationRows const& b) {
  EXPECT_EQ(a.replication, b.replication);
  EXPECT_EQ(a.rows, b.rows);
  EXPECT_EQ(a.fingerprints, b.fingerprints);
}

class JournalTest : public testing::Test {
 protected:
  void write(std::uint32_t n) const {
    Journal journal{path_, "study"};
    for (std::uint32_t r = journal.replications(); r < n; ++r) journal.take(rows_of(r));
  }
  ScratchFolder const folder_;
  std::string const path_ = folder_ / "journal";
};

TEST_F(JournalTest, GivesBackWhatItTook) {
  write(3);
  Journal const journal{path_, "study"};
  ASSERT_EQ(journal.replications(), 3U);
  for (std::uint32_t r = 0; r < 3; ++r) expect_equal(journal.replication(r), rows_of(r));
  EXPECT_EQ(journal.rows(0, 2), (ScoreRows{rows_of(0).rows[0], rows_of(1).rows[0]}));
}

TEST_F(JournalTest, KeepsEveryBitOfAValue) {
  std::vector<double> const values{0,
                                   -0.0,
                                   1,
                                   127,
                                   128,
                                   1e15,
                                   0x1p53,
                                   -3,
                                   0.1,
                                   1e-310,
                                   1.0 / 3,
                                   1e300,
                                   std::numeric_limits<double>::max()};
  {
    Journal journal{path_, "study"};
    journal.take({0, {values}, {1}});
  }
  std::vector<double> const back = Journal{path_, "study"}.rows(0, 1).front();
  ASSERT_EQ(back.size(), values.size());
  EXPECT_EQ(std::memcmp(back.data(), values.data(), values.size() * sizeof(double)), 0);
}

TEST_F(JournalTest, CutsOffABlockTornAnywhere) {
  write(2);
  std::size_t const two = contents(path_).size();
  write(3);
  std::string const whole = contents(path_);
  for (std::size_t size = two; size < whole.size(); ++size) {
    put(path_, whole.substr(0, size));
    EXPECT_EQ((Journal{path_, "study"}.replications()), 2U) << "torn after " << size << " bytes";
    write(3);
    EXPECT_EQ(contents(path_), whole) << "torn after " << size << " bytes";
  }
}

TEST_F(JournalTest, DropsABlockThatWasChanged) {
  write(2);
  std::size_t const two = contents(path_).size();
  write(3);
  std::string const whole = contents(path_);
  for (std::size_t at = two; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    put(path_, changed);
    EXPECT_EQ((Journal{path_, "study"}.replications()), 2U) << "changed at byte " << at;
  }
}

TEST_F(JournalTest, StartsAnewForAnotherStudy) {
  write(3);
  EXPECT_EQ((Journal{path_, "another"}.replications()), 0U);
}

TEST_F(JournalTest, BelongsToOneRunAtATime) {
  Journal const first{path_, "study"};
  EXPECT_THROW((Journal{path_, "study"}), std::runtime_error);
}

TEST_F(JournalTest, SaysWhyItCannotBeWritten) {
  try {
    Journal const journal{folder_ / "nowhere/journal", "study"};
    FAIL() << "a file in no folder was opened";
  } catch (DiskError const& e) {
    EXPECT_EQ(std::string{e.what()},
              "cannot write " + (folder_ / "nowhere/journal") + ": No such file or directory");
  }
}

}  // namespace
}  // namespace ceaseline
