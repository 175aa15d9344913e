// What lets go of its front keeps the indices of the rest.
#include "ceaseline/base/series.hpp"

#include <gtest/gtest.h>

namespace ceaseline {
namespace {

Series<int> tens(int n) {
  Series<int> s;
  for (int i = 0; i < n; ++i) s.push_back(10 * i);
  return s;
}

TEST(Series, KeepsIndicesWhenItLetsGo) {
  Series<int> s = tens(5);
  s.drop_before(3);
  EXPECT_EQ(s.first(), 3U);
  EXPECT_EQ(s.size(), 5U);
  EXPECT_EQ(s[3], 30);
  EXPECT_EQ(s.front(), 30);
  s.push_back(50);
  EXPECT_EQ(s[5], 50);
  s.resize(8);
  EXPECT_EQ(s.size(), 8U);
  EXPECT_EQ(s[7], 0);
}

TEST(Series, CountsFromNoughtAgainWhenCleared) {
  Series<int> s = tens(5);
  s.drop_before(5);
  EXPECT_TRUE(s.empty());
  EXPECT_EQ(s.size(), 5U);
  s.clear();
  EXPECT_EQ(s.size(), 0U);
  s.push_back(7);
  EXPECT_EQ(s[0], 7);
}

}  // namespace
}  // namespace ceaseline
