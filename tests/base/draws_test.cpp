// The addressing of draws: one-to-one, independent of turn and thread, and uniform along every field.
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "ceaseline/base/random.hpp"

namespace ceaseline {
namespace {

constexpr Purpose purpose_a{1};
constexpr Purpose purpose_b{2};

TEST(Draws, AddressStandsInKeyAndCounterAsDocumented) {
  Draws const draws{0xCAFEF00D, 0xABCDEF};
  EXPECT_EQ(draws.at(Purpose{0x5A}, Key{0x1122334455667788}, 0x99AABBCCDDEEFF00).words(),
            philox4x32({0x55667788, 0x11223344, 0xDDEEFF00, 0x99AABBCC}, {0xCAFEF00D, 0xABCDEF5A}));
}

TEST(Draws, AnyOneFieldMakesAnotherBlock) {
  std::set<std::array<std::uint32_t, 4>> blocks;
  std::size_t addresses = 0;
  for (std::uint32_t const seed : {0U, 1U, 0xFFFFFFFFU}) {
    for (std::uint32_t const replication : {0U, 1U, 256U, Draws::max_replication}) {
      for (int const purpose : {0, 1, 255}) {
        for (std::uint64_t const entity : {0ULL, 1ULL, 1ULL << 32U, ~0ULL}) {
          for (std::uint64_t const subject : {0ULL, 1ULL, 1ULL << 32U, ~0ULL}) {
            blocks.insert(
                Draws{seed, replication}.at(static_cast<Purpose>(purpose), Key{entity}, subject).words());
            ++addresses;
          }
        }
      }
    }
  }
  EXPECT_EQ(blocks.size(), addresses);
}

TEST(Draws, OrderOtherDrawsAndThreadsChangeNothing) {
  Draws const draws{7, 3};
  constexpr std::uint64_t n = 1000;
  std::vector<double> forwards(n);
  std::vector<double> backwards(n);
  for (std::uint64_t i = 0; i < n; ++i) forwards[i] = draws.at(purpose_a, Key{i}, 5).unit();
  std::thread elsewhere{[&] {
    for (std::uint64_t i = n; i-- > 0;) {
      backwards[i] = draws.at(purpose_a, Key{i}, 5).unit();
      (void)draws.at(purpose_b, Key{i}, 5);
    }
  }};
  elsewhere.join();
  EXPECT_EQ(forwards, backwards);
}

/// Chi-square of 1000 cells and correlation of neighbours, over 10^6 uniforms of a stream. The bounds leave
/// 0.0005 in each tail of chi-square with 999 degrees of freedom, and 4 / sqrt(n) for the correlation.
template <class Stream>
void expect_uniform_and_uncorrelated(Stream const& stream) {
  constexpr std::uint32_t n = 1'000'000;
  constexpr std::size_t cells = 1000;
  std::vector<int> counts(cells, 0);
  double products = 0;
  double before = 0.5;
  for (std::uint32_t i = 0; i < n; ++i) {
    double const u = stream(i);
    ASSERT_GE(u, 0.0);
    ASSERT_LT(u, 1.0);
    ++counts[static_cast<std::size_t>(u * cells)];
    products += (u - 0.5) * (before - 0.5);
    before = u;
  }
  double chi_square = 0;
  constexpr double expected = n / double{cells};
  for (int const count : counts) chi_square += (count - expected) * (count - expected) / expected;
  EXPECT_GT(chi_square, 858);
  EXPECT_LT(chi_square, 1153);
  EXPECT_LT(std::abs(products / n * 12), 0.004);
}

TEST(Draws, ConsecutiveEntitiesAreUniform) {
  expect_uniform_and_uncorrelated([](std::uint32_t i) {
    return Draws{1, 0}.at(purpose_a, Key{i}, 0).unit();
  });
}

TEST(Draws, ConsecutiveSubjectsAreUniformInBothHalves) {
  expect_uniform_and_uncorrelated([](std::uint32_t i) {
    return Draws{1, 0}.at(purpose_a, key_of("post-1"), i / 2).unit(static_cast<int>(i % 2));
  });
}

TEST(Draws, ConsecutiveReplicationsAreUniform) {
  expect_uniform_and_uncorrelated([](std::uint32_t i) {
    return Draws{1, i}.at(purpose_a, Key{42}, 0).unit();
  });
}

TEST(Draws, InterleavedPurposesAreUniform) {
  expect_uniform_and_uncorrelated([](std::uint32_t i) {
    return Draws{1, 0}.at(i % 2 == 0 ? purpose_a : purpose_b, Key{42}, i / 2).unit();
  });
}

TEST(Block, EndsOfTheIntervalsAreKept) {
  Block const lowest{{0, 0, 0, 0}};
  Block const highest{{~0U, ~0U, ~0U, ~0U}};
  for (int const which : {0, 1}) {
    EXPECT_EQ(lowest.unit(which), 0.0);
    EXPECT_EQ(highest.unit(which), 1.0 - 0x1p-53);
    EXPECT_EQ(lowest.open_unit(which), 0x1p-53);
    EXPECT_EQ(highest.open_unit(which), 1.0 - 0x1p-53);
  }
}

TEST(Block, TheTwoUniformsUseDifferentWords) {
  Block const block{{1U << 31U, 1U << 31U, 0, 1U << 30U}};
  EXPECT_EQ(block.unit(0), 0.5 + 0x1p-33);
  EXPECT_EQ(block.unit(1), 0.25);
}

TEST(Draws, ManyAtOnceAreThoseOneByOne) {
  // Around the sixteen that are ciphered together, and the few that are not.
  for (std::size_t n : {0U, 1U, 3U, 4U, 15U, 16U, 17U, 19U, 33U}) {
    std::vector<Subject> about;
    for (std::size_t i = 0; i < n; ++i)
      about.push_back({key_of("entity " + std::to_string(i % 5)), 0x123456789ABCDEFULL * i});
    std::vector<Block> drawn;
    Draws const draws(2021, 77);
    draws.fill(Purpose{9}, about, drawn);
    ASSERT_EQ(drawn.size(), n);
    for (std::size_t i = 0; i < n; ++i)
      EXPECT_EQ(drawn[i].words(), draws.at(Purpose{9}, about[i].entity, about[i].part).words())
          << i << " of " << n;
  }
}

}  // namespace
}  // namespace ceaseline
