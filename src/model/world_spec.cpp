#include "ceaseline/model/world_spec.hpp"

namespace ceaseline {

namespace {

std::vector<std::string> const side_words{"A", "B"};

/// A geographic coordinate is kept in degrees and written as an angle, because it may be negative.
void visit_degrees(Fields& f, char const* name, double& value, double limit, char const* meaning) {
  Angle const before = Angle::degrees(value);
  Angle now = before;
  f.angle(name, now, meaning);
  if (now == before) return;
  value = now.degrees();
  if (value < -limit || value > limit) f.refuse(name, "is not a place on the globe");
}

void visit_line(Fields& f, LineSpec& l) {
  f.text("file", l.file, "map of the line, relative to this file");
  f.text("places", l.places, "map of settlements, crossing points and sites, relative to this file");
  f.length("straight", l.straight,
           "instead of a file: length of a straight line running east, side A to the north");
  visit_degrees(f, "centre_lon", l.centre_lon, 180,
                "longitude of the middle of a straight line; sets its sun");
  visit_degrees(f, "centre_lat", l.centre_lat, 90, "latitude of the middle of a straight line; sets its sun");
}

void visit_period(Fields& f, PeriodSpec& p) {
  f.date("start", p.start, "UTC");
  f.duration("length", p.length, "of the period; its days are counted from the start");
  if (p.length <= Duration{0}) f.refuse("length", "a period must have a length, such as \"365 days\"");
  f.duration("local_time", p.local_time, "local mission time less UTC; standard time all year");
}

void visit_sensing(Fields& f, SensingSpec& s) {
  f.factor("listening_range", s.listening_range, "multiplies every distance of hearing");
  f.share("moving_ear", s.moving_ear, "multiplies it again while the vehicle moves");
  f.share("standing_share", s.standing_share, "of the time on the route");
  f.share("town_listening", s.town_listening, "multiplies every distance of hearing in a town");
  f.share("moonless_seeing", s.moonless_seeing,
          "multiplies an unaided eye's distance on a night without moon");
  f.share("shared_luck", s.shared_luck, "chance that an act uses its incident's draw for that sensor");
}

void visit_region(Fields& f, RegionSpec& r) {
  f.text("id", r.id, "names the region; its draws hang on it");
  f.text("title", r.title, "shown to people");
  f.length("from", r.from, "chainage");
  f.length("to", r.to, "chainage; 0: the end of the line");
  if (r.to != Length{} && r.to <= r.from) f.refuse("to", "does not lie beyond from");
  f.factor("share_of_acts", r.share_of_acts, "relative weight");
  f.factor("spread", r.spread, "standard deviation of the log of the daily level");
}

void visit_hotspot(Fields& f, HotspotSpec& h) {
  f.text("id", h.id, "names the hotspot; its draws hang on it");
  f.text("title", h.title, "shown to people");
  f.length("centre", h.centre, "chainage");
  f.length("width", h.width, "standard deviation along the line");
  f.share("share_of_acts", h.share_of_acts, "of all acts of the line");
}

void visit_replay(Fields& f, ReplaySpec& r) {
  f.text("id", r.id, "names the incident; its draws hang on it");
  f.duration("at", r.at, "since the start of the period");
  f.length("chainage", r.chainage, "where along the line");
  f.length("depth", r.depth, "behind the line on the side responsible");
  f.text("kind", r.kind, "id of one of the kinds");
  choice_of(f, "side", r.side, side_words, "responsible");
  f.count("acts", r.acts, "0 only for an object");
  f.duration("duration", r.duration, "from the first act to the last");
}

void visit_regime(Fields& f, RegimeSpec& r) {
  f.text("id", r.id, "names the step");
  f.duration("at", r.at, "since the start of the period");
  f.factor("factor", r.factor, "multiplies the level; 0.15 is a truce that takes away 85 %");
  f.duration("ramp", r.ramp, "over which the factor is reached; 0: at once");
  f.factor("rebound", r.rebound, "growth a week back towards the level before: 0.5 is +50 % a week");
}

void visit_retaliation(Fields& f, RetaliationSpec& r) {
  f.share("branching", r.branching, "mean number of incidents that one provokes; below 1");
  if (r.branching >= 1)
    f.refuse("branching", "every incident would provoke another for ever; write less than 1");
  f.duration("delay", r.delay, "mean time to the answer, exponential");
  f.length("spread", r.spread, "standard deviation of its distance along the line");
}

void visit_reaction(Fields& f, ReactionSpec& r) {
  f.share("deterrence", r.deterrence, "share of incidents prevented where a camera in order looks");
  f.share("displacement", r.displacement, "share of the prevented that move aside instead");
  f.length("moved", r.moved, "at most this far along the line");
}

void visit_violations(Fields& f, ViolationSpec& v) {
  f.text("process", v.process, "what draws the incidents, found by name");
  f.factor("acts_per_day", v.acts_per_day, "whole line, at level 1, answers included");
  f.factor("level", v.level, "multiplies acts_per_day and every per_day");
  f.share("memory", v.memory, "correlation of the log of the daily level from one day to the next");
  if (v.memory >= 1) f.refuse("memory", "a level that never forgets has no mean; write a number below 1");
  f.share("regions_together", v.regions_together, "same-day correlation of the log levels of two regions");
  choice_of(f, "clock", v.clock, {"night-share", "cosine", "flat"}, "how the rate varies over the day");
  f.share("night_share", v.night_share, "share of incidents between sunset and sunrise, over the period");
  f.share("clock_amplitude", v.clock_amplitude, "of the cosine clock");
  f.time_of_day("clock_peak", v.clock_peak, "of the cosine clock, UTC");
  f.share("side_a_share", v.side_a_share, "of incidents for which side A is responsible");
  f.share("hotspots_moved", v.hotspots_moved,
          "share of hotspots off their known place, drawn anew per replication");
  tables_of(f, "regions", v.regions, "stretches with a level of their own; none: one region", visit_region);
  tables_of(f, "hotspots", v.hotspots, "where violations gather; the rest is uniform within its region",
            visit_hotspot);
  tables_of(f, "kinds", v.kinds, "what happens", [](Fields& inner, ViolationKind& k) { visit(inner, k); });
  tables_of(f, "incidents", v.incidents, "the list that process \"replay\" plays", visit_replay);
  f.text("log", v.log, "table (.csv) of incidents for process \"replay\", relative to this file");
  tables_of(f, "regimes", v.regimes, "steps of the level: a truce, an escalation", visit_regime);
  f.table(
      "retaliation", [&v](Fields& inner) { visit_retaliation(inner, v.retaliation); },
      "incidents that answer incidents");
  f.table(
      "reaction", [&v](Fields& inner) { visit_reaction(inner, v.reaction); },
      "what being watched changes; the evidence for deterrence is nil");
}

void visit_evidence(Fields& f, EvidenceSpec& e) {
  f.length("located_within", e.located_within,
           "half-axis of the 95 % ellipse up to which a place counts as located");
  f.duration("visit_after", e.visit_after, "after the last act nobody visits before this");
  f.duration("visit_work", e.visit_work, "time on the scene");
  f.share("side_threshold", e.side_threshold, "a side is declared at this probability");
  f.share("sight_right", e.sight_right, "chance that a side read by sight is the right one");
  f.share("visit_readable", e.visit_readable, "chance that a scene lets a direction be read");
  f.share("visit_right", e.visit_right, "chance that it is then the right one");
  f.duration("in_time", e.in_time, "after the first act a report is late");
  f.flag("second_source_verifies", e.second_source_verifies, "two independent sources, one of them sight");
  f.flag("recognition_verifies", e.recognition_verifies, "one look from within the range of recognition");
  choice_of(f, "visit_law", e.visit_law, {"fixed", "exponential"}, "how the time on the scene varies");
  choice_of(f, "evidence_law", e.evidence_law, {"uniform", "exponential"},
            "how the lifetime of evidence varies; exponential: of mean evidence_longest");
  f.duration("association_window", e.association_window, "observations apart by more belong to two events");
  f.length("same_scene", e.same_scene, "scenes nearer than this, told of within a day, get one visit");
  f.share("association_gate", e.association_gate,
          "two places are taken for one unless they differ more than errors would in this share of cases");
}

void visit_coverage(Fields& f, CoverageSpec& c) {
  f.texts("kinds", c.kinds, "ids of kinds judged beside the reference kind");
  f.share("threshold", c.threshold, "covered is where one act would be noticed with at least this chance");
  if (!(c.threshold > 0)) f.refuse("threshold", "would cover everything; write a chance above 0");
  f.duration("lasting", c.lasting, "0: an act is to be noticed; otherwise something that stays so long");
  f.count("probes_per_day", c.probes_per_day,
          "instants of a day at which every replication is asked; 0: none");
  if (c.probes_per_day > 86'400) f.refuse("probes_per_day", "is more than one a second");
  f.length("near", c.near, "depth of the near band on either side");
  f.length("deep", c.deep, "depth of the deep band");
  f.length("step", c.step, "longest stretch of the line taken at once");
  f.length("finest", c.finest, "stretches no longer than this are judged at their middle alone");
  f.share("tolerance", c.tolerance, "error of covered share at which a stretch is divided no further");
  if (c.step < Length::metres(10)) f.refuse("step", "is finer than the map; write at least 10 m");
  if (c.finest <= Length{}) f.refuse("finest", "must be longer than 0");
}

void visit_danger(Fields& f, DangerSpec& d) {
  f.length("near", d.near, "live fire nearer than this exposes people");
  f.length("withdraw", d.withdraw, "unarmed patrols leave when fire is nearer than this; 0: they stay");
  if (d.withdraw > d.near) f.refuse("withdraw", "is farther than near: who leaves a fire is near it");
  f.duration("withdraw_for", d.withdraw_for, "before they come back to their lane");
  f.duration("spell", d.spell, "an act exposes people for this long");
  f.length("mined", d.mined, "a mine this near to the lane endangers and slows");
  f.speed("mined_speed", d.mined_speed, "where the road is checked for mines");
}

}  // namespace

void visit(Fields& f, WorldSpec& w) {
  f.text("title", w.title, "shown to people");
  f.table(
      "line", [&w](Fields& inner) { visit_line(inner, w.line); }, "where the contact line comes from");
  f.table(
      "period", [&w](Fields& inner) { visit_period(inner, w.period); }, "the time that is simulated");
  f.length("lane_depth_a", w.lane_depth_a, "of the roads patrols use, off the line, on side A");
  f.length("lane_depth_b", w.lane_depth_b, "the same on side B");
  f.table(
      "sensing", [&w](Fields& inner) { visit_sensing(inner, w.sensing); },
      "what ear and eye meet, whoever listens");
  f.table(
      "violations", [&w](Fields& inner) { visit_violations(inner, w.violations); }, "what breaks the truce");
  f.table(
      "access_a", [&w](Fields& inner) { visit(inner, w.access_a); }, "what side A allows");
  f.table(
      "access_b", [&w](Fields& inner) { visit(inner, w.access_b); }, "what side B allows");
  f.table(
      "evidence", [&w](Fields& inner) { visit_evidence(inner, w.evidence); },
      "when something counts as known");
  tables_of(f, "access", w.access, "rules that overrule a side's access; the last that fits holds",
            [](Fields& inner, AccessRule& r) { visit(inner, r); });
  f.table(
      "claims", [&w](Fields& inner) { visit(inner, w.claims); }, "complaints of the parties");
  f.table(
      "danger", [&w](Fields& inner) { visit_danger(inner, w.danger); }, "fire and mines");
  f.table(
      "weather", [&w](Fields& inner) { visit(inner, w.weather); }, "a Markov chain by season");
  tables_of(f, "towns", w.towns, "where one hears less far",
            [](Fields& inner, TownSpec& t) { visit(inner, t); });
  f.table(
      "terrain", [&w](Fields& inner) { visit(inner, w.terrain); }, "ground that hides");
  f.table(
      "coverage", [&w](Fields& inner) { visit_coverage(inner, w.coverage); },
      "when a place counts as covered, and where that is asked");
  f.text("reference_kind", w.reference_kind, "kind that coverage is judged for; empty: the first");
  f.length("segment", w.segment, "of reporting along the line");
  if (w.segment <= Length{}) f.refuse("segment", "must be longer than 0");
}

}  // namespace ceaseline
