// Quantities and keys: units in and out, and what a key is made of.
#include <gtest/gtest.h>

#include <set>
#include <string>
#include <type_traits>

#include "ceaseline/base/key.hpp"
#include "ceaseline/base/quantity.hpp"

namespace ceaseline {
namespace {

template <class A, class B, class = void>
struct Adds : std::false_type {};
template <class A, class B>
struct Adds<A, B, std::void_t<decltype(std::declval<A>() + std::declval<B>())>> : std::true_type {};

static_assert(Adds<Length, Length>::value);
static_assert(!Adds<Length, Speed>::value, "quantities of different kinds must not add");
static_assert(!Adds<Length, double>::value, "a number has no unit");

TEST(Quantity, NumbersEnterAndLeaveWithTheirUnit) {
  EXPECT_EQ(Length::kilometres(1.5).metres(), 1500);
  EXPECT_DOUBLE_EQ(Speed::kilometres_per_hour(36).metres_per_second(), 10);
  EXPECT_DOUBLE_EQ(Angle::degrees(180).radians(), Angle::pi);
  EXPECT_DOUBLE_EQ(Angle::radians(Angle::pi / 2).degrees(), 90);
}

TEST(Quantity, RatioOfTwoIsANumber) { EXPECT_EQ(Length::kilometres(3) / Length::metres(500), 6); }

TEST(Key, IsTheSameForeverForTheSameId) {
  EXPECT_EQ(key_of("").value, mixed(0xcbf29ce484222325ULL)) << "FNV-1a of nothing is its offset";
  EXPECT_EQ(key_of("a").value, mixed(0xaf63dc4c8601ec8cULL)) << "published FNV-1a of \"a\"";
  EXPECT_EQ(key_of("foobar").value, mixed(0x85944171f73967e8ULL)) << "published FNV-1a of \"foobar\"";
}

TEST(Key, NeighboursDiffer) {
  std::set<std::uint64_t> keys;
  for (int i = 0; i < 10'000; ++i) {
    keys.insert(key_of("camera-" + std::to_string(i)).value);
    keys.insert(key_of(key_of("region"), static_cast<std::uint64_t>(i)).value);
  }
  EXPECT_EQ(keys.size(), 20'000U);
}

}  // namespace
}  // namespace ceaseline
