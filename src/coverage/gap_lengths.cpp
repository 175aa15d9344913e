#include "gap_lengths.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

constexpr int finest_octave = -22;  // a millisecond, in hours
constexpr int octaves = 46;         // up to two thousand years
constexpr std::size_t to_an_octave = 1024;

}  // namespace

void GapLengths::add(double hours, double weight) {
  if (bins_.empty()) bins_.assign(static_cast<std::size_t>(octaves) * to_an_octave, Spells{0, 0});
  int octave = 0;
  double const mantissa = std::frexp(hours, &octave);  // 0.5 to 1
  auto const step = static_cast<std::size_t>((mantissa - 0.5) * 2 * static_cast<double>(to_an_octave));
  auto const at = static_cast<std::size_t>(std::clamp(octave - finest_octave, 0, octaves - 1));
  Spells& bin = bins_[at * to_an_octave + step];
  bin.hours += hours * weight;
  bin.weight += weight;
}

std::vector<Spells> GapLengths::list() const {
  std::vector<Spells> all;
  for (Spells const& bin : bins_)
    if (bin.weight > 0) all.push_back({bin.hours / bin.weight, bin.weight});
  return all;
}

}  // namespace ceaseline
