#include "ceaseline/detection/fusion.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ceaseline/base/elementary.hpp"
#include "gaussian.hpp"

namespace ceaseline {
namespace {

/// Quantile of chi-squared with 2 degrees of freedom: P(X <= x) = 1 - exp(-x / 2).
double chi_squared_2(double p) {
  return p < 1 ? -2 * portable_log(1 - p) : std::numeric_limits<double>::infinity();
}

/// The same with 4: P(X <= x) = 1 - exp(-x / 2) (1 + x / 2), by iteration.
double chi_squared_4(double p) {
  double const two = chi_squared_2(p);
  if (!(p < 1)) return two;
  double x = two;
  for (int i = 0; i < 200; ++i) x = two + 2 * portable_log(1 + x / 2);
  return x;
}

/// Chi-squared, with 4 degrees of freedom, of one place for two reports and a notice.
double of_one_place(Fusion::Event const& a, Fusion::Event const& b, Notice const& n) {
  Gaussian const both = gaussian(information(a) + information(b));
  return squared_distance(gaussian(information(a)), gaussian(information(b))) +
         squared_distance(both, gaussian(n));
}

}  // namespace

Fusion::Fusion(std::vector<ViolationKind> const& kinds, Duration window, double gate, Duration memory)
    : Fusion(kinds.size(), window, gate, memory) {
  possible_ = {};
  of_class_ = {};
  for (std::size_t k = 0; k < kinds_; ++k) {
    std::size_t const of = kinds[k].object ? 1 : 0;
    possible_[of][k] = true;
    ++of_class_[of];
  }
}

Fusion::Fusion(std::size_t kinds, Duration window, double gate, Duration memory)
    : kinds_{kinds},
      of_class_{kinds, kinds},
      pair_limit_{chi_squared_2(gate)},
      triple_limit_{chi_squared_4(gate)} {
  for (auto& all : possible_) std::fill_n(all.begin(), kinds, true);
  shelves_[0].window = window;
  shelves_[1].window = memory;
}

void Fusion::reset() {
  events_.clear();
  kept_.clear();
  now_ = SimTime{};
  for (Shelf& s : shelves_) {
    s.fresh.clear();
    s.old.clear();
    s.tidy_at = Shelf{}.tidy_at;
  }
}

std::uint32_t Fusion::take(Notice const& n) {
  now_ = std::max(now_, n.at);
  find_fitting(n);
  if (fitting_.empty()) {
    auto const report = static_cast<std::uint32_t>(events_.size());
    events_.emplace_back().object = n.object;
    kept_.push_back(Kept::No);
    absorb(events_[report], n);
    put_in_front(report);
    return report;
  }
  std::uint32_t best = likeliest_of_fitting(n);
  std::uint32_t const first = best;
  for (std::uint32_t const other : fitting_) {
    if (other == first) continue;
    if (of_one_place(events_[best], events_[other], n) <= triple_limit_) best = join(best, other);
  }
  absorb(events_[best], n);
  put_in_front(best);
  return best;
}

/// Lists the open reports that the notice may belong to, oldest first.
void Fusion::find_fitting(Notice const& n) {
  Shelf& shelf = shelves_[n.object ? 1 : 0];
  // What is fresh reaches two windows back, and so all that a notice of the last window can belong to.
  bool const late = n.at < now_ - shelf.window;
  tidy(shelf, late);
  fitting_.clear();
  auto const look_at = [&](std::vector<std::uint32_t> const& reports) {
    for (std::uint32_t const r : reports) {
      Event const& e = events_[r];
      if (n.at > e.last + shelf.window || n.at < e.first - shelf.window) continue;
      if (squared_distance(gaussian(information(e)), gaussian(n)) <= pair_limit_) fitting_.push_back(r);
    }
  };
  look_at(shelf.fresh);
  if (late) look_at(shelf.old);
  if (fitting_.size() > 1) std::sort(fitting_.begin(), fitting_.end());
}

std::uint32_t Fusion::likeliest_of_fitting(Notice const& n) const {
  Gaussian const put = gaussian(n);
  std::uint32_t best = fitting_.front();
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t const r : fitting_) {
    Gaussian const g = gaussian(information(events_[r]));
    double const unlikely = squared_distance(g, put) + portable_log(determinant_of_sum(g, put));
    if (unlikely < least) {
      least = unlikely;
      best = r;
    }
  }
  return best;
}

/// Closes the younger of two reports. \returns the older
std::uint32_t Fusion::join(std::uint32_t a, std::uint32_t b) {
  std::uint32_t const older = std::min(a, b);
  std::uint32_t const younger = std::max(a, b);
  add(events_[older], events_[younger]);
  events_[younger].merged_into = static_cast<std::int32_t>(older);
  take_off(younger);
  return older;
}

void Fusion::again(std::uint32_t report, SimTime at, bool first_to_notice) {
  std::uint32_t const standing = standing_for(report);
  Event& e = events_[standing];
  e.first = std::min(e.first, at);
  e.last = std::max(e.last, at);
  if (first_to_notice && !e.object) ++e.acts;
  put_in_front(standing);
}

void Fusion::read_side(std::uint32_t report, double log_odds_b) {
  events_[standing_for(report)].log_odds_b += log_odds_b;
}

/// Sets aside what only a late notice can reach, and lets go of what none can.
void Fusion::tidy(Shelf& shelf, bool old_too) {
  SimTime const out_of_reach = now_ - shelf.window - late_;
  std::size_t stay = 0;
  for (std::uint32_t const r : shelf.fresh) {
    SimTime const last = events_[r].last;
    if (last >= now_ - 2 * shelf.window) {
      shelf.fresh[stay++] = r;
    } else if (last < out_of_reach) {
      kept_[r] = Kept::No;
    } else {
      kept_[r] = Kept::Old;
      shelf.old.push_back(r);
    }
  }
  shelf.fresh.resize(stay);
  if (!old_too && shelf.old.size() < shelf.tidy_at) return;
  auto const let_go = [&](std::uint32_t r) {
    if (events_[r].last >= out_of_reach) return false;
    kept_[r] = Kept::No;
    return true;
  };
  shelf.old.erase(std::remove_if(shelf.old.begin(), shelf.old.end(), let_go), shelf.old.end());
  shelf.tidy_at = 2 * shelf.old.size() + 64;
}

void Fusion::take_off(std::uint32_t report) {
  Shelf& shelf = shelf_of(events_[report]);
  for (std::vector<std::uint32_t>* all : {&shelf.fresh, &shelf.old}) {
    auto const found = std::find(all->begin(), all->end(), report);
    if (found != all->end()) all->erase(found);
  }
  kept_[report] = Kept::No;
}

void Fusion::put_in_front(std::uint32_t report) {
  if (kept_[report] == Kept::Fresh) return;
  if (kept_[report] == Kept::Old) take_off(report);
  shelf_of(events_[report]).fresh.push_back(report);
  kept_[report] = Kept::Fresh;
}

}  // namespace ceaseline
