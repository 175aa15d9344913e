#include <algorithm>
#include <cmath>
#include <map>

#include "builder.hpp"

namespace ceaseline {
namespace {

/// Teams of one sort in the order in which they come, and from the back of which they go: spread over bases
/// by their keys, so that no stretch loses all of its own.
template <class Pick>
std::vector<Team*> in_order(std::vector<Team>& teams, Pick pick) {
  std::vector<Team*> all;
  for (Team& t : teams) {
    if (pick(t)) all.push_back(&t);
  }
  return all;
}

void leave_out(Team& team, Span when) {
  std::vector<Span> kept;
  for (Span const& r : team.routes) {
    if (r.from < when.from) kept.push_back({r.from, std::min(r.to, when.from)});
    if (r.to > when.to) kept.push_back({std::max(r.from, when.to), r.to});
  }
  team.routes = std::move(kept);
}

}  // namespace

/// A mission that is not at strength from the first day sends a patrol more whenever it has the people for
/// one.
void Mission::Builder::ramp_up() {
  Numbers const& n = m_.spec_.numbers;
  if (n.at_strength) return;
  auto const patrols = in_order(m_.teams_, [](Team const& t) { return t.aircraft < 0; });
  if (patrols.empty()) return;
  double const people = n.on_books + n.protection_on_books;
  for (std::size_t i = 0; i < patrols.size(); ++i) {
    double const weeks = !(n.ramp_up > 0) ? 1e5
                                          : people * static_cast<double>(i + 1) /
                                                static_cast<double>(patrols.size()) / n.ramp_up;
    Duration const starts{static_cast<std::int64_t>(std::min(weeks, 1e5) * 7 * 86'400'000.0)};
    leave_out(*patrols[i], {SimTime{}, SimTime{starts}});
  }
}

void Mission::Builder::disrupt() {
  for (Disruption const& d : m_.spec_.disruptions) {
    disrupt_teams(d, during(d));
  }
}

Span Mission::Builder::during(Disruption const& d) const {
  return {SimTime{d.begins}, d.ends > Duration{} ? SimTime{d.ends} : world_.end()};
}

void Mission::Builder::disrupt_teams(Disruption const& d, Span when) {
  bool const ends = d.what == DisruptionKind::MissionEnds;
  bool const patrols =
      ends || d.what == DisruptionKind::PatrolsReduced || d.what == DisruptionKind::ContributorLeaves;
  bool const aircraft = ends || d.what == DisruptionKind::AircraftGrounded;
  auto const hit = in_order(m_.teams_, [&](Team const& t) { return t.aircraft >= 0 ? aircraft : patrols; });
  double const share = ends ? 1 : d.what == DisruptionKind::ContributorLeaves ? share_leaving() : d.share;
  auto const gone = static_cast<std::size_t>(std::lround(share * static_cast<double>(hit.size())));
  for (std::size_t i = hit.size() - gone; i < hit.size(); ++i) leave_out(*hit[i], when);
}

/// Of its people: the largest contributor, or all of the largest bloc.
double Mission::Builder::share_leaving() const {
  std::map<std::string, double> together;
  double all = 0;
  for (Contributor const& c : m_.spec_.contributors) {
    if (c.people <= 0) continue;
    if (!c.several) together[c.bloc.empty() ? c.id : c.bloc] += c.people;
    all += c.people;
  }
  double most = 0;
  for (auto const& [name, people] : together) most = std::max(most, people);
  return all > 0 ? most / all : 0;
}

}  // namespace ceaseline
