#include <algorithm>

#include "state.hpp"

// What is over before the end of the period: incidents, observations and reports that nothing can change any
// more, as far as nothing that stays refers to them.

namespace ceaseline {

Simulation::State::Settled Simulation::State::settled(SimTime now) const {
  Settled s{record_.incidents.first(), record_.observations.size(), dossiers_.first()};
  SimTime const quiet = now - world_.spec().evidence.association_window;
  while (s.incidents < record_.incidents.size() && record_.incidents[s.incidents].end() < quiet)
    ++s.incidents;
  auto const open = [&](std::size_t report) {
    std::int32_t const n = dossiers_[report].request;
    if (n < 0) return false;
    Request::State const state = requests_[static_cast<std::size_t>(n)].state;
    return state == Request::State::Waiting || state == Request::State::Under;
  };
  while (s.reports < dossiers_.size() && fusion_.settled(static_cast<std::uint32_t>(s.reports)) &&
         !open(s.reports))
    ++s.reports;
  // Shrunk until nothing before a cut refers to anything behind another.
  for (Settled before{}; before.incidents != s.incidents || before.reports != s.reports ||
                         before.observations != s.observations;) {
    before = s;
    std::size_t o = record_.observations.first();
    for (; o < s.observations; ++o) {
      Observation const& seen = record_.observations[o];
      if (seen.incident >= static_cast<std::int32_t>(s.incidents)) break;
      if (seen.report >= s.reports || fusion_.standing_for(seen.report) >= s.reports) break;
    }
    s.observations = o;
    std::size_t i = record_.incidents.first();
    while (i < s.incidents && senses_[i].last_observation < static_cast<std::int32_t>(o)) ++i;
    s.incidents = i;
    std::size_t r = dossiers_.first();
    while (r < s.reports && dossiers_[r].last < o) ++r;
    s.reports = r;
  }
  return s;
}

std::size_t Simulation::State::closed_visits() const {
  std::size_t end = record_.visits.size();
  for (Wanderer const& w : wanderers_) end = std::min<std::size_t>(end, teams_[w.team].visit);
  return end;
}

void Simulation::State::let_go(Closing& to) {
  Settled s{record_.incidents.size(), record_.observations.size(), dossiers_.size()};
  std::size_t visits = record_.visits.size();
  if (today_ends_ < Motion::never) {
    if (!settles_) return;
    decide_until(std::min(today_ends_, world_.end()));
    s = settled(today_ends_);
    visits = closed_visits();
    close_reports(static_cast<std::uint32_t>(s.reports), s.observations, Detail::Chain);
    for (std::size_t i = record_.incidents.first(); i < s.incidents; ++i)
      close(static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = record_.incidents.first(); i < s.incidents; ++i)
    to.incident(record_.incidents[i], record_.fates[i]);
  for (std::size_t v = record_.visits.first(); v < visits; ++v) to.visit(record_.visits[v]);
  // Requests of reports that stay come after those of reports that go, but for one that several share.
  std::size_t requests = requests_.size();
  for (std::size_t r = s.reports; r < dossiers_.size(); ++r)
    if (dossiers_[r].request >= 0)
      requests = std::min(requests, static_cast<std::size_t>(dossiers_[r].request));
  if (!open_.empty()) requests = std::min<std::size_t>(requests, open_.front());
  requests_.drop_before(std::max(requests, requests_.first()));
  record_.incidents.drop_before(s.incidents);
  record_.fates.drop_before(s.incidents);
  senses_.drop_before(s.incidents);
  record_.observations.drop_before(s.observations);
  previous_.drop_before(s.observations);
  dossiers_.drop_before(s.reports);
  record_.reports.drop_before(s.reports);
  fusion_.drop_before(static_cast<std::uint32_t>(s.reports));
  record_.visits.drop_before(visits);
}

}  // namespace ceaseline
