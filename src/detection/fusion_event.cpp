#include <algorithm>
#include <cmath>
#include <limits>

#include "ceaseline/base/elementary.hpp"
#include "gaussian.hpp"

// What is known of one event, and how a notice or a second report adds to it.

namespace ceaseline {
namespace {

/// Nothing is taken to be more certain than this, so that one wrong "certain" can be outvoted by two.
constexpr double most_certain = 100;
/// 95 % radius of a two-dimensional normal in units of its standard error: sqrt(-2 ln 0.05).
constexpr double radius_95 = 2.447746830680816;

double log_of_share(double p) { return p > 0 ? std::max(-most_certain, portable_log(p)) : -most_certain; }

}  // namespace

Point Fusion::Event::place() const { return gaussian(information(*this)).mean; }

double Fusion::Event::half_axis() const {
  double const mean = 0.5 * (ixx + iyy);
  double const apart = std::sqrt(0.25 * (ixx - iyy) * (ixx - iyy) + ixy * ixy);
  // The lesser eigenvalue as determinant over the greater, which keeps its digits in a long ellipse.
  return radius_95 * std::sqrt((mean + apart) / (ixx * iyy - ixy * ixy));
}

double Fusion::Event::variance_along(Point unit) const {
  Gaussian const g = gaussian(information(*this));
  return g.xx * unit.x * unit.x + 2 * g.xy * unit.x * unit.y + g.yy * unit.y * unit.y;
}

double Fusion::Event::p_side_b() const { return 1 / (1 + portable_exp(-log_odds_b)); }

void Fusion::absorb(Event& e, Notice const& n) {
  Information const i = information(n);
  e.ixx += i.xx;
  e.ixy += i.xy;
  e.iyy += i.yy;
  e.bx += i.bx;
  e.by += i.by;
  weigh_kind(e, n);
  // What may not be published is no more evidence than what a party says.
  bool const claim = n.channel == Channel::Claim || !n.publishable;
  bool const times_replaced = e.observations == 0 || (e.acts == 0 && !claim);
  bool const covered = !times_replaced && n.at >= e.first && n.at <= e.last;
  if (times_replaced) {
    e.first = e.last = n.at;
  } else if (e.acts == 0 || !claim) {
    e.first = std::min(e.first, n.at);
    e.last = std::max(e.last, n.at);
  }
  ++e.observations;
  e.publishable = e.publishable || n.publishable;
  if (claim) {
    e.claimed = e.claimed || n.channel == Channel::Claim;
    return;
  }
  if (e.acts == 0) e.first_platform = n.platform;
  if (n.platform != e.first_platform) e.several_platforms = true;
  if (e.acts == 0 || (!e.object && !covered)) ++e.acts;
  (n.channel == Channel::Sound ? e.heard : e.seen) = true;
  e.recognised = e.recognised || n.recognised;
  e.log_odds_b += n.log_odds_b;
}

void Fusion::weigh_kind(Event& e, Notice const& n) {
  std::size_t const of = n.object ? 1 : 0;
  if (of_class_[of] < 2) return;  // it is the only one, whatever it was taken for
  double const others = static_cast<double>(of_class_[of]) - 1;
  if (shares_.right != n.kind_right || shares_.others != others) {
    double const wrong = log_of_share((1 - n.kind_right) / others);
    shares_ = {n.kind_right, others, log_of_share(n.kind_right), wrong};
  }
  for (std::size_t k = 0; k < kinds_; ++k) {
    if (possible_[of][k]) e.log_kind[k] += k == n.kind ? shares_.log_right : shares_.log_wrong;
  }
}

/// Adds the sums of a younger report.
void Fusion::add(Event& o, Event const& y) const {
  o.ixx += y.ixx;
  o.ixy += y.ixy;
  o.iyy += y.iyy;
  o.bx += y.bx;
  o.by += y.by;
  for (std::size_t k = 0; k < kinds_; ++k) o.log_kind[k] += y.log_kind[k];
  o.log_odds_b += y.log_odds_b;
  if (o.acts == 0 && y.acts > 0) {
    o.first = y.first;
    o.last = y.last;
    o.acts = y.acts;
    o.first_platform = y.first_platform;
    o.several_platforms = y.several_platforms;
  } else if ((o.acts > 0) == (y.acts > 0)) {
    bool const covered = y.acts > 0 && y.first >= o.first && y.first <= o.last;
    o.acts = o.object ? std::max(o.acts, y.acts) : o.acts + y.acts - (covered ? 1U : 0U);
    o.first = std::min(o.first, y.first);
    o.last = std::max(o.last, y.last);
    o.several_platforms =
        o.several_platforms || y.several_platforms || (y.acts > 0 && o.first_platform != y.first_platform);
  }
  o.observations += y.observations;
  o.heard = o.heard || y.heard;
  o.seen = o.seen || y.seen;
  o.claimed = o.claimed || y.claimed;
  o.recognised = o.recognised || y.recognised;
  o.publishable = o.publishable || y.publishable;
}

Fusion::KindGuess Fusion::likeliest_kind(std::uint32_t report) const {
  Event const& e = events_[standing_for(report)];
  auto const& possible = possible_[e.object ? 1 : 0];
  KindGuess best{0, 0};
  double most = -std::numeric_limits<double>::infinity();
  for (std::size_t k = 0; k < kinds_; ++k) {
    if (!possible[k] || !(e.log_kind[k] > most)) continue;
    most = e.log_kind[k];
    best.kind = static_cast<std::uint16_t>(k);
  }
  double total = 0;
  for (std::size_t k = 0; k < kinds_; ++k) {
    if (possible[k]) total += e.log_kind[k] == most ? 1 : portable_exp(e.log_kind[k] - most);
  }
  best.probability = total > 0 ? 1 / total : 0;
  return best;
}

}  // namespace ceaseline
