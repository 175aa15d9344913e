#include "ceaseline/scoring/verdict.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

std::size_t best_of(std::vector<Linearised> const& designs, bool more_is_better) {
  std::size_t best = 0;
  for (std::size_t d = 1; d < designs.size(); ++d) {
    if (designs[d].n == 0) continue;
    double const lead = designs[d].value - designs[best].value;
    if (designs[best].n == 0 || (more_is_better ? lead > 0 : lead < 0)) best = d;
  }
  return best;
}

bool within(Interval const& ci, double matters) {
  return std::max(std::abs(ci.low), std::abs(ci.high)) < matters;
}

}  // namespace

char const* name(Verdict v) {
  switch (v) {
    case Verdict::NoInterval:
      return "no interval";
    case Verdict::Equal:
      return "no difference";
    case Verdict::NotDistinguishable:
      return "not distinguishable";
    case Verdict::LessThanMatters:
      return "differs by less than matters";
    case Verdict::Preferred:
      return "preferred";
  }
  return "";
}

CaseVerdict judge(std::vector<Linearised> const& designs, double matters, bool more_is_better) {
  CaseVerdict v;
  if (designs.empty()) return v;
  v.best = v.rival = best_of(designs, more_is_better);
  std::vector<std::size_t> others;
  for (std::size_t d = 0; d < designs.size(); ++d) {
    if (d == v.best || designs[d].n == 0) continue;
    bool const same = paired_difference(designs[v.best], designs[d]).finding == Finding::NoDifference;
    (same ? v.equals : others).push_back(d);
  }
  if (others.empty()) {
    if (!v.equals.empty()) v.verdict = Verdict::Equal;
    return v;
  }
  v.confidence = 1 - (1 - usual_confidence) / static_cast<double>(others.size());
  for (std::size_t const d : others) {
    PairedDifference const lead = paired_difference(designs[v.best], designs[d], v.confidence);
    if (v.rival == v.best || std::abs(lead.difference.value) < std::abs(v.margin.difference.value)) {
      v.rival = d;
      v.margin = lead;
    }
    if (lead.finding != Finding::Distinguishable) v.level.push_back(d);
  }
  if (!v.margin.difference.has_interval)
    v.verdict = Verdict::NoInterval;
  else if (within(v.margin.difference.ci, matters))
    v.verdict = Verdict::LessThanMatters;
  else if (!v.level.empty())
    v.verdict = Verdict::NotDistinguishable;
  else
    v.verdict = std::abs(v.margin.difference.value) < matters ? Verdict::LessThanMatters : Verdict::Preferred;
  return v;
}

}  // namespace ceaseline
