#include "ceaseline/model/access_spec.hpp"

namespace ceaseline {
namespace {

std::vector<std::string> const state_words{"open", "restricted", "shut"};
std::vector<std::string> const asset_words{"any", "patrol", "post", "camera", "array", "aircraft"};

}  // namespace

void visit(Fields& f, AccessSpec& a) {
  choice_of(f, "state", a.state, state_words, "what the side lets the mission do");
  f.share("refusal", a.refusal, "when restricted: chance that one outing or visit is refused");
  f.factor("after_incident", a.after_incident, "times likelier where an incident occurred within recent");
  f.duration("recent", a.recent, "how long an incident makes refusal likelier");
  f.duration("closure_every", a.closure_every,
             "when restricted: mean time between closures of a sector; 0: none");
  f.duration("closure_length", a.closure_length, "mean length of a closure");
  if (a.closure_every > Duration{} && (a.closure_every < one_minute || a.closure_length < one_minute))
    f.refuse("closure_length", "closures and the times between them last at least a minute");
  f.duration("checkpoint_shortest", a.checkpoint_shortest, "delay of a visit, at least");
  f.duration("checkpoint_longest", a.checkpoint_longest, "and at most, uniformly");
  if (a.checkpoint_longest < a.checkpoint_shortest) {
    f.refuse("checkpoint_longest", "is shorter than checkpoint_shortest");
  }
}

void visit(Fields& f, AccessRule& r) {
  f.text("id", r.id, "names the rule");
  choice_of(f, "side", r.side, {"A", "B"}, "whose rule it is");
  f.text("organisation", r.organisation, "flag of the designs it is meant for; empty: all");
  choice_of(f, "asset", r.asset, asset_words, "what it is meant for");
  f.length("from", r.from, "chainage");
  f.length("to", r.to, "chainage; both 0: the whole line");
  if (r.to < r.from) f.refuse("to", "does not lie beyond from");
  f.time_of_day("hours_from", r.hours_from, "local mission time");
  f.time_of_day("hours_to", r.hours_to, "local mission time; equal to hours_from: all day");
  f.duration("begins", r.begins, "since the start of the period");
  f.duration("ends", r.ends, "since the start of the period; 0: its end");
  if (r.ends > Duration{} && r.ends <= r.begins) f.refuse("ends", "does not lie after begins");
  choice_of(f, "state", r.state, state_words, "what the side then allows");
  f.share("refusal", r.refusal, "when restricted: chance that one outing or visit is refused");
}

void visit(Fields& f, ClaimSpec& c) {
  f.share("share_a", c.share_a, "of the incidents that side A suffers, those it complains of");
  f.share("share_b", c.share_b, "the same for side B");
  f.factor("invented_per_day_a", c.invented_per_day_a, "complaints of side A about what did not happen");
  f.factor("invented_per_day_b", c.invented_per_day_b, "the same for side B");
  f.duration("delay", c.delay, "mean time from the end of the incident to the complaint");
  f.length("place_error", c.place_error, "standard error of the place it names");
}

}  // namespace ceaseline
