#include "ceaseline/model/violation_kind.hpp"

namespace ceaseline {

namespace {

void visit_acts(Fields& f, ActCount& a) {
  f.factor("mean", a.mean, "acts of one incident, mean over all, at least 1");
  if (a.mean < 1) f.refuse("mean", "an incident has at least one act; write 1 or more");
  f.share("large_share", a.large_share, "share of incidents that are large exchanges");
  f.factor("large_factor", a.large_factor, "mean of a large exchange divided by mean");
  // The small ones get what the large ones leave of the mean, and must still have at least one act each.
  double const left = (1 - a.large_share * a.large_factor) * a.mean;
  if (a.large_share > 0 && left < 1 - a.large_share) {
    f.refuse("large_factor",
             "the large exchanges alone exceed the mean; make large_share or large_factor smaller");
  }
}

}  // namespace

void visit(Fields& f, ViolationKind& k) {
  f.text("id", k.id, "names the kind; its draws hang on it");
  f.text("title", k.title, "shown to people");
  f.factor("share_of_acts", k.share_of_acts, "relative weight by acts, not by incidents");
  f.factor("per_day", k.per_day,
           "incidents a day on the whole line, beside acts_per_day; share_of_acts then has no effect");
  f.flag("object", k.object, "a thing that stays and is seen by passing it, not a series of acts");
  f.table(
      "acts", [&k](Fields& inner) { visit_acts(inner, k.acts); }, "how many acts an incident has");
  f.duration("duration", k.duration, "of an incident; the mean when exponential");
  choice_of(f, "duration_law", k.duration_law, {"exponential", "fixed"}, "how durations vary");
  f.length("depth", k.depth,
           "mean of the exponential distance of its origin behind the line; 0: on the line");
  f.share("signature_share", k.signature_share, "share of acts that can be noticed at all");
  f.length("heard_by_day", k.heard_by_day, "range at which the chance to hear an act has fallen to 37 %");
  f.length("heard_by_night", k.heard_by_night, "the same by night");
  f.length("seen_by_day", k.seen_by_day, "the same for an unaided eye by day");
  f.length("seen_by_night", k.seen_by_night, "the same for an unaided eye by night");
  f.share("visitable_share", k.visitable_share, "share of incidents with a scene a visit could verify");
  f.duration("evidence_shortest", k.evidence_shortest, "a scene stays readable at least this long");
  f.duration("evidence_longest", k.evidence_longest,
             "and at most this long, uniformly; the mean where evidence_law is exponential");
  f.flag("fire", k.fire, "live fire, which endangers people near it; never so for an object");
  f.flag("mined", k.mined, "an object that endangers and slows on the road");
  f.share("trace", k.trace, "multiplies the chance to make an object out from above");
  f.length("height", k.height, "above ground, of what there is to see");
  if (k.evidence_longest < k.evidence_shortest)
    f.refuse("evidence_longest", "is shorter than evidence_shortest");
}

}  // namespace ceaseline
