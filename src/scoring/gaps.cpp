#include "ceaseline/scoring/gaps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace ceaseline {
namespace {

// A product of quotients that ought to be 0.05 may come out as 0.05 + 1e-17.
constexpr double rounding = 1e-12;

double longest(std::vector<double> const& ascending) { return ascending.empty() ? 0 : ascending.back(); }

}  // namespace

GapQuantile gap_quantile(std::vector<double> const& complete, std::vector<double> const& censored, double p) {
  double surviving = 1;
  std::size_t ended = 0;
  std::size_t cut = 0;
  while (ended < complete.size()) {
    double const length = complete[ended];
    while (cut < censored.size() && censored[cut] < length) ++cut;
    std::size_t const running = complete.size() - ended + censored.size() - cut;
    std::size_t ends_here = 0;
    while (ended < complete.size() && complete[ended] <= length) {
      ++ended;
      ++ends_here;
    }
    surviving *= 1 - static_cast<double>(ends_here) / static_cast<double>(running);
    if (surviving <= 1 - p + rounding) return {length, false};
  }
  return {std::max(longest(complete), longest(censored)), !censored.empty()};
}

double naive_gap_quantile(std::vector<double> const& complete, std::vector<double> const& censored,
                          double p) {
  std::size_t const n = complete.size() + censored.size();
  if (n == 0) return 0;
  auto const rank = static_cast<std::size_t>(std::ceil(p * static_cast<double>(n) - rounding));
  std::size_t a = 0;
  std::size_t b = 0;
  double length = 0;
  for (std::size_t i = 0; i < std::max<std::size_t>(rank, 1); ++i) {
    bool const take_complete = b == censored.size() || (a < complete.size() && complete[a] <= censored[b]);
    length = take_complete ? complete[a++] : censored[b++];
  }
  return length;
}

}  // namespace ceaseline
