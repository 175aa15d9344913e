#include "ceaseline/mission/picture.hpp"

#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"

namespace ceaseline {
namespace {

constexpr double cell = 1000;  // m: visits and reports are remembered per kilometre
constexpr std::int64_t unvisited = -1;

double faded(Duration since) {
  return portable_exp(-static_cast<double>(since.count()) / static_cast<double>(Picture::memory.count()));
}

}  // namespace

Picture::Picture(Length line) {
  auto const cells = static_cast<std::size_t>(std::max(1.0, std::ceil(line.metres() / cell)));
  for (auto& side : visits_) side.assign(cells, unvisited);
  activity_.resize(cells);
}

void Picture::reset() {
  for (auto& side : visits_) std::fill(side.begin(), side.end(), unvisited);
  std::fill(activity_.begin(), activity_.end(), Activity{});
}

void Picture::visited(Side side, double from, double to, SimTime when) {
  auto& cells = visits_[static_cast<std::size_t>(side)];
  auto const last = static_cast<std::int64_t>(cells.size()) - 1;
  auto const i = std::clamp(static_cast<std::int64_t>(std::min(from, to) / cell), std::int64_t{0}, last);
  auto const j = std::clamp(static_cast<std::int64_t>(std::max(from, to) / cell), std::int64_t{0}, last);
  for (std::int64_t k = i; k <= j; ++k) {
    auto& c = cells[static_cast<std::size_t>(k)];
    c = std::max(c, ms_of(when));
  }
}

double Picture::stalest(Side side, Stretch lane, double from) const {
  auto const& cells = visits_[static_cast<std::size_t>(side)];
  double best = lane.from.metres();
  std::int64_t best_visit = INT64_MAX;
  double best_distance = 0;
  auto const first = static_cast<std::size_t>(lane.from.metres() / cell);
  for (std::size_t k = first; k < cells.size() && static_cast<double>(k) * cell < lane.to.metres(); ++k) {
    double const middle =
        std::clamp((static_cast<double>(k) + 0.5) * cell, lane.from.metres(), lane.to.metres());
    double const distance = std::abs(middle - from);
    bool const better = cells[k] < best_visit || (cells[k] == best_visit && distance < best_distance);
    if (!better) continue;
    best = middle;
    best_visit = cells[k];
    best_distance = distance;
  }
  return best;
}

void Picture::reported(double chainage, SimTime when) {
  auto const k = static_cast<std::size_t>(std::max(0.0, chainage / cell));
  Activity& a = activity_[std::min(k, activity_.size() - 1)];
  Duration const since = std::max(Duration{}, when - a.last);
  a.acts = a.acts * faded(since) + 1;
  a.last = std::max(a.last, when);
}

double Picture::activity(std::size_t kilometre, SimTime now) const {
  if (kilometre >= activity_.size()) return 0;
  Activity const& a = activity_[kilometre];
  return a.acts > 0 ? a.acts * faded(now - a.last) : 0;
}

}  // namespace ceaseline
