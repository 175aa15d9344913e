#include <algorithm>
#include <cmath>

#include "ceaseline/base/elementary.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

double log_odds(double p) { return portable_log(p / (1 - p)); }

}  // namespace

Reason Simulation::State::why_unverified(Incident const& incident, std::uint32_t report) const {
  std::int32_t const n = dossiers_[report].request;
  if (n >= 0) {
    Request const& r = requests_[static_cast<std::size_t>(n)];
    bool const open = r.state == Request::State::Waiting || r.state == Request::State::Under;
    if (r.failed != Reason::None) return r.failed;
    if (open) return Reason::StudyEnded;
  }
  return incident.visitable ? Reason::NoTeam : Reason::NotVisitable;
}

Reason Simulation::State::why_missed(Sense const& sense) const {
  if (sense.in_reach) return Reason::NotNoticed;
  if (sense.broken_in_reach) return Reason::Failed;
  if (sense.denied_in_reach) return Reason::NotAllowed;
  return sense.hidden_in_reach ? Reason::OutOfSight : Reason::NoAsset;
}

/// Writes down what the mission made of each event; where only the chain is asked for, no more than that
/// takes.
void Simulation::State::fill(Report& out, std::uint32_t index, Detail detail) const {
  Fusion::Event const& e = fusion_.events()[index];
  Dossier const& d = dossiers_[index];
  out.first = e.first;
  out.last = e.last;
  out.known = d.known;
  out.half_axis = e.half_axis();
  if (detail == Detail::Whole) {
    Fusion::KindGuess const kind = fusion_.likeliest_kind(index);
    out.kind = kind.kind;
    out.kind_probability = kind.probability;
  }
  out.acts = e.acts;
  out.observations = e.observations;
  out.heard = e.heard;
  out.seen = e.seen;
  out.claimed = e.claimed;
  out.verification = d.verification;
  out.verified = d.verified;
  out.publishable = (e.publishable && (e.heard || e.seen)) || d.verification != Verification::None;
  out.merged_into = e.merged_into;
  bool const verified = d.verification != Verification::None;
  if (detail == Detail::Whole || verified) declare_side(out, index);
  SimTime const noticed = d.evident < Motion::never ? d.evident : d.verified;
  SimTime const complete = verified && d.verified > noticed ? d.verified : noticed;
  out.published = complete + mission_.spec().rules.report_delay;
}

/// The side comes from where the report puts it and from what was seen there; the prior is even and never
/// learned.
void Simulation::State::declare_side(Report& out, std::uint32_t index) const {
  Fusion::Event const& e = fusion_.events()[index];
  double const threshold = world_.spec().evidence.side_threshold;
  out.place = e.place();
  LinePlace const near = world_.line().nearest(out.place);
  Point const foot = world_.line().at(near.chainage);
  double const off = distance(out.place, foot).metres();
  Point const across =
      off > 1e-6 ? Point{(out.place.x - foot.x) / off, (out.place.y - foot.y) / off} : Point{0, 1};
  double const sigma = std::sqrt(e.variance_along(across));
  // The smaller tail is computed for either side, so that mirrored places have opposite odds to the last bit.
  double const tail = std::fmax(normal_cdf(-std::abs(near.depth.metres()) / sigma), 1e-9);
  double const by_place = -log_odds(tail) * (near.depth.metres() < 0 ? -1 : 1);
  double const odds = by_place + e.log_odds_b;
  double const sure = 1 / (1 + portable_exp(-std::abs(odds)));
  out.p_side_b = odds >= 0 ? sure : 1 - sure;
  if (sure >= threshold && odds > 0) out.declared = DeclaredSide::B;
  if (sure >= threshold && odds < 0) out.declared = DeclaredSide::A;
}

void Simulation::State::close_reports(std::uint32_t end, std::size_t observations, Detail detail) {
  auto const begin = static_cast<std::uint32_t>(dossiers_.first());
  for (std::uint32_t r = begin; r < end; ++r) {
    std::uint32_t const to = fusion_.standing_for(r);
    if (to == r) continue;
    Dossier& into = dossiers_[to];
    Dossier const& from = dossiers_[r];
    into.known = std::min(into.known, from.known);
    into.evident = std::min(into.evident, from.evident);
    if (into.request < 0) into.request = from.request;
    bool const stronger = from.verification == Verification::Visit || into.verification == Verification::None;
    if (from.verification == Verification::None || !stronger) continue;
    into.verified =
        into.verification == Verification::None ? from.verified : std::min(into.verified, from.verified);
    into.verification = from.verification;
  }
  record_.reports.resize(end);
  for (std::uint32_t r = begin; r < end; ++r) {
    record_.reports[r] = Report{};
    fill(record_.reports[r], r, detail);
  }
  judge_reports(end, observations);
}

/// Which incident each report is really about: the one of most of its observations; and by which report each
/// incident is judged: the first that is about it.
void Simulation::State::judge_reports(std::uint32_t end, std::size_t observations) {
  auto const in_order = [](Belonging const& a, Belonging const& b) {
    return a.report != b.report ? a.report < b.report : a.incident < b.incident;
  };
  belongings_.clear();
  for (std::size_t n = record_.observations.first(); n < observations; ++n) {
    Observation& o = record_.observations[n];
    o.report = fusion_.standing_for(o.report);
    if (o.incident >= 0) belongings_.push_back({o.report, static_cast<std::uint32_t>(o.incident)});
  }
  if (!std::is_sorted(belongings_.begin(), belongings_.end(), in_order))
    std::sort(belongings_.begin(), belongings_.end(), in_order);
  std::uint32_t most = 0;
  for (std::size_t i = 0; i < belongings_.size();) {
    Belonging const b = belongings_[i];
    std::size_t run = i;
    while (run < belongings_.size() && belongings_[run].report == b.report &&
           belongings_[run].incident == b.incident)
      ++run;
    if (i == 0 || belongings_[i - 1].report != b.report) most = 0;
    if (run - i > most) {
      most = static_cast<std::uint32_t>(run - i);
      record_.reports[b.report].incident = static_cast<std::int32_t>(b.incident);
    }
    i = run;
  }
  for (auto r = static_cast<std::uint32_t>(record_.reports.first()); r < end; ++r) {
    Report const& report = record_.reports[r];
    if (report.incident < 0 || report.merged_into >= 0) continue;
    Fate& fate = record_.fates[static_cast<std::size_t>(report.incident)];
    if (fate.report < 0) {
      fate.report = static_cast<std::int32_t>(r);
      continue;
    }
    ++fate.duplicates;
    bool const unheard_of = !record_.reports[static_cast<std::size_t>(fate.report)].publishable;
    if (unheard_of && report.publishable) fate.report = static_cast<std::int32_t>(r);
  }
}

void Simulation::State::close(std::uint32_t index) {
  Incident const& incident = record_.incidents[index];
  Fate& fate = record_.fates[index];
  EvidenceSpec const& evidence = world_.spec().evidence;
  if (fate.report >= 0) {
    Report const& r = record_.reports[static_cast<std::size_t>(fate.report)];
    fate.estimate = r.place;
    fate.half_axis = r.half_axis;
    fate.p_side_b = r.p_side_b;
    fate.declared = r.declared;
    fate.verification = r.verification;
    fate.verified = r.verified;
    fate.reported = r.published;
  }
  if (!fate.detected()) {
    fate.step = Step::Missed;
    fate.reason = why_missed(senses_[index]);
    fate.declared = DeclaredSide::Unknown;
    return;
  }
  fate.step = Step::Detected;
  if (fate.report < 0) {
    fate.reason = Reason::Merged;
    return;
  }
  auto const r = static_cast<std::uint32_t>(fate.report);
  if (!record_.reports[r].publishable) {
    fate.reason = Reason::CueOnly;
    return;
  }
  if (Length::metres(fate.half_axis) > evidence.located_within) {
    fate.reason = Reason::TooUncertain;
    return;
  }
  fate.step = Step::Located;
  if (fate.verification == Verification::None) {
    fate.reason = why_unverified(incident, r);
    return;
  }
  fate.step = Step::Verified;
  if (!fate.side_known()) {
    fate.reason = Reason::SideUnclear;
    return;
  }
  fate.step = Step::Attributed;
  if (fate.reported - incident.start > evidence.in_time) {
    fate.reason = Reason::Late;
    return;
  }
  fate.step = Step::InTime;
  fate.reason = Reason::None;
}

}  // namespace ceaseline
