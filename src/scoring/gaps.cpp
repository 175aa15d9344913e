#include "ceaseline/scoring/gaps.hpp"

#include <algorithm>
#include <cstddef>

namespace ceaseline {
namespace {

// A product of quotients that ought to be 0.05 may come out as 0.05 + 1e-17.
constexpr double rounding = 1e-12;

double longest(std::vector<Spells> const& ascending) {
  return ascending.empty() ? 0 : ascending.back().hours;
}

double weight(std::vector<Spells> const& spells) {
  double sum = 0;
  for (Spells const& s : spells) sum += s.weight;
  return sum;
}

}  // namespace

GapQuantile gap_quantile(std::vector<Spells> const& complete, std::vector<Spells> const& censored, double p) {
  double surviving = 1;
  double running = weight(complete) + weight(censored);
  std::size_t cut = 0;
  for (std::size_t ended = 0; ended < complete.size();) {
    double const length = complete[ended].hours;
    for (; cut < censored.size() && censored[cut].hours < length; ++cut) running -= censored[cut].weight;
    double ends_here = 0;
    for (; ended < complete.size() && complete[ended].hours <= length; ++ended)
      ends_here += complete[ended].weight;
    surviving *= std::max(0.0, 1 - ends_here / running);
    running -= ends_here;
    if (surviving <= 1 - p + rounding) return {length, false};
  }
  return {std::max(longest(complete), longest(censored)), !censored.empty()};
}

double naive_gap_quantile(std::vector<Spells> const& complete, std::vector<Spells> const& censored,
                          double p) {
  double const all = weight(complete) + weight(censored);
  double below = 0;
  std::size_t a = 0;
  std::size_t b = 0;
  double length = 0;
  while (a < complete.size() || b < censored.size()) {
    bool const take_complete =
        b == censored.size() || (a < complete.size() && complete[a].hours <= censored[b].hours);
    Spells const& next = take_complete ? complete[a++] : censored[b++];
    length = next.hours;
    below += next.weight;
    if (below >= (p - rounding) * all) break;
  }
  return length;
}

}  // namespace ceaseline
