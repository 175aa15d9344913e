// The generator against its published known answers (Random123 tests/kat_vectors) and the C++26 standard.
#include <gtest/gtest.h>

#include "ceaseline/base/random.hpp"

namespace ceaseline {
namespace {

using Words = std::array<std::uint32_t, 4>;

TEST(Philox, KnownAnswersOfRandom123) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
  EXPECT_EQ(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
            (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
  EXPECT_EQ(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
            (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Philox, SevenRoundsDifferFromTen) {
  EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}, 7), (Words{0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48}));
}

// std::philox4x32: "the 10000th consecutive invocation produces 1955073260" from the default seed 20111115.
TEST(Philox, BlockOrderIsThatOfTheStandard) {
  constexpr std::uint32_t block = (10'000 - 1) / 4;
  EXPECT_EQ(philox4x32({block, 0, 0, 0}, {20111115, 0})[(10'000 - 1) % 4], 1955073260U);
}

}  // namespace
}  // namespace ceaseline
