#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>

#include "ceaseline/geo/frame.hpp"
#include "ceaseline/model/record.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline::toy {

/// Small-arms fire, mortars and weapons that stay on 20 km of straight line for ten days; local time is UTC +
/// 2 h.
inline World world(double kilometres = 20) {
  WorldSpec spec;
  spec.period.length = 10 * one_day;
  for (char const* const id : {"small-arms", "mortar", "weapon"}) {
    ViolationKind kind;
    kind.object = std::string{id} == "weapon";
    kind.id = id;
    kind.title = id;
    spec.violations.kinds.push_back(kind);
  }
  Frame const frame{LonLat{spec.line.centre_lon, spec.line.centre_lat}};
  return World{spec, Line::straight(Length::kilometres(kilometres), frame)};
}

inline SimTime at_hour(double h) { return SimTime{seconds_to_duration(h * 3600)}; }

/// Ten acts of small-arms fire from side A by day, at kilometre 1 and at the start of the period.
inline Incident incident() {
  Incident i;
  i.acts = 10;
  i.chainage = 1000;
  return i;
}

/// An incident and what became of it, written as a sentence: `missed(Reason::NotNoticed)`,
/// `noticed(3).seen().until(Step::Located, Reason::NotVisitable)`.
class Story {
 public:
  static Story missed(Reason r) { return Story{}.until(Step::Missed, r); }
  static Story heard(std::uint32_t acts) {
    Story s;
    s.fate_.acts_noticed = s.fate_.acts_heard = acts;
    return s.reported(5);
  }
  Story seen(std::uint32_t acts) {
    fate_.acts_seen = acts;
    if (acts > fate_.acts_noticed) fate_.acts_noticed = acts;
    return *this;
  }
  Story half_axis(double metres) {
    fate_.half_axis = metres;
    return *this;
  }
  Story verified(Verification how, double hour) {
    fate_.verification = how;
    fate_.verified = at_hour(hour);
    return *this;
  }
  Story visited_after(double hours) {
    fate_.time_to_scene = seconds_to_duration(hours * 3600);
    return *this;
  }
  Story blamed_on(Side side) {
    fate_.declared = side == Side::A ? DeclaredSide::A : DeclaredSide::B;
    return *this;
  }
  Story reported(double hour) {
    fate_.reported = at_hour(hour);
    return *this;
  }
  Story duplicated(std::uint16_t times) {
    fate_.duplicates = times;
    return *this;
  }
  /// It has no report of its own.
  Story merged() {
    own_report_ = false;
    return until(Step::Detected, Reason::Merged);
  }
  /// Nothing of it may be published.
  Story cue_only() {
    publishable_ = false;
    return until(Step::Detected, Reason::CueOnly);
  }
  static Story claimed() {
    Story s;
    s.fate_.claimed = true;
    return s.until(Step::Missed, Reason::NotNoticed);
  }
  static Story prevented() {
    Story s;
    s.fate_.prevented = true;
    return s;
  }
  Story until(Step step, Reason reason) {
    fate_.step = step;
    fate_.reason = reason;
    return *this;
  }
  [[nodiscard]] Fate const& fate() const { return fate_; }
  [[nodiscard]] bool has_report() const { return own_report_ && fate_.detected(); }
  [[nodiscard]] bool publishable() const { return publishable_; }

 private:
  Fate fate_;
  bool own_report_{true}, publishable_{true};
};

/// A list of a record.
template <class T>
Series<T> series(std::initializer_list<T> items) {
  Series<T> all;
  all.append(items.begin(), items.end());
  return all;
}

/// A report of some acts, published; `about` is the incident, -1 for none.
inline Report report(std::int32_t about, std::uint16_t kind, std::uint32_t acts) {
  Report r;
  r.incident = about;
  r.kind = kind;
  r.acts = acts;
  r.publishable = true;
  return r;
}

inline void tell(Record& record, Incident const& incident, Story const& story) {
  auto const index = static_cast<std::int32_t>(record.incidents.size());
  record.incidents.push_back(incident);
  record.fates.push_back(story.fate());
  if (!story.has_report()) return;
  Fate& fate = record.fates.back();
  fate.report = static_cast<std::int32_t>(record.reports.size());
  record.reports.push_back(report(index, incident.kind, fate.acts_noticed));
  record.reports.back().publishable = story.publishable();
}

}  // namespace ceaseline::toy
