#include "ceaseline/coverage/place_figures.hpp"

#include <algorithm>
#include <cstdint>

namespace ceaseline {
namespace {

constexpr double hour = 3.6e6;

/// An asset begins or ends to cover.
struct Change {
  double at;
  std::int32_t by;  ///< +1, -1
  std::uint32_t asset;
};

/// What touches is one: at one instant, beginnings come first.
bool before(Change const& a, Change const& b) { return a.at != b.at ? a.at < b.at : a.by > b.by; }

/// All changes in order: sorted lists merged two by two.
std::vector<Change> changes(std::vector<AssetSpells> const& assets, double end) {
  std::vector<std::vector<Change>> lists;
  for (AssetSpells const& a : assets) {
    auto const index = static_cast<std::uint32_t>(lists.size());
    std::vector<Change>& list = lists.emplace_back();
    list.reserve(2 * a.spells.size());
    for (Spell const& s : a.spells) {
      if (s.from >= end) break;
      list.push_back({s.from, 1, index});
      list.push_back({std::min(s.to, end), -1, index});
    }
  }
  if (lists.empty()) return {};
  while (lists.size() > 1) {
    std::vector<std::vector<Change>> fewer;
    for (std::size_t i = 0; i < lists.size(); i += 2) {
      if (i + 1 == lists.size()) {
        fewer.push_back(std::move(lists[i]));
        continue;
      }
      std::vector<Change>& both = fewer.emplace_back(lists[i].size() + lists[i + 1].size());
      std::merge(lists[i].begin(), lists[i].end(), lists[i + 1].begin(), lists[i + 1].end(), both.begin(),
                 before);
    }
    lists = std::move(fewer);
  }
  return std::move(lists.front());
}

class Sweep {
 public:
  Sweep(std::vector<AssetSpells> const& assets, double end, Fold const& fold, Spans const* days)
      : assets_{assets}, end_{end}, fold_{fold}, days_{days} {}

  PlaceFigures figures() {
    for (Change const& c : changes(assets_, end_)) {
      pass(c.at);
      if (c.by > 0 && count_ == 0) covered_again();
      count_ += c.by;
      account(c);
      if (count_ == 0) uncovered_since_ = c.at;
    }
    pass(end_);
    if (count_ == 0) gap(end_, true);
    return std::move(figures_);
  }

 private:
  void account(Change const& c) {
    double const up = assets_[c.asset].up;
    if (up >= 1) {
      certain_ += c.by;
      return;
    }
    uncertain_ += c.by;
    none_ = c.by > 0 ? none_ * (1 - up) : none_ / (1 - up);
    if (uncertain_ == 0) none_ = 1;
  }
  void add(PlaceFigures::Sum s, double value) { figures_.sum[static_cast<std::size_t>(s)] += value; }

  void pass(double to) {
    double const from = now_;
    now_ = to;
    if (to <= from || count_ == 0) return;
    double const length = fold_.length(from, to) * fold_.weight(from) / hour;
    add(PlaceFigures::OneAsset, length);
    if (count_ > 1) add(PlaceFigures::TwoAssets, length);
    if (count_ > 2) add(PlaceFigures::ThreeAssets, length);
    add(PlaceFigures::AssetHours, length * count_);
    double const chance = certain_ > 0 ? 1 : 1 - none_;
    double const lit = days_ == nullptr ? length : daylight(from, to) / hour;
    add(PlaceFigures::Day, chance * lit);
    if (days_ != nullptr) add(PlaceFigures::Night, chance * (length - lit));
  }

  double daylight(double from, double to) {
    auto const& days = days_->list();
    auto const at = [](SimTime t) { return static_cast<double>(ms_of(t)); };
    while (day_ < days.size() && at(days[day_].to) <= from) ++day_;
    if (day_ == days.size() || at(days[day_].from) >= to) return 0;
    double lit = 0;
    for (std::size_t d = day_; d < days.size() && at(days[d].from) < to; ++d)
      lit += std::min(to, at(days[d].to)) - std::max(from, at(days[d].from));
    return lit;
  }

  void covered_again() {
    add(PlaceFigures::Accesses, fold_.weight(now_));
    gap(now_, uncovered_since_ <= 0);
  }

  void gap(double to, bool cut) {
    double const from = uncovered_since_;
    if (to <= from) return;
    double const length = fold_.length(from, to) / hour;
    double const times = fold_.weight(from);
    add(cut ? PlaceFigures::CutGaps : PlaceFigures::Gaps, times);
    add(cut ? PlaceFigures::CutGapHours : PlaceFigures::GapHours, times * length);
    add(cut ? PlaceFigures::CutGapSquares : PlaceFigures::GapSquares, times * length * length);
    figures_.longest = std::max(figures_.longest, length);
    figures_.gaps.push_back({length, times, cut});
  }

  std::vector<AssetSpells> const& assets_;
  double end_;
  Fold const& fold_;
  Spans const* days_;
  PlaceFigures figures_;
  double now_{0}, uncovered_since_{0}, none_{1};
  int count_{0}, certain_{0}, uncertain_{0};
  std::size_t day_{0};
};

}  // namespace

PlaceFigures place_figures(std::vector<AssetSpells> const& assets, double end, Fold const& fold,
                           Spans const* days) {
  return Sweep(assets, end, fold, days).figures();
}

}  // namespace ceaseline
