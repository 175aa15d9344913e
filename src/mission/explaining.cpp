#include <cmath>

#include "ceaseline/model/purpose.hpp"
#include "state.hpp"

namespace ceaseline {
namespace {

/// Sensors farther off are no chance worth telling of, m.
constexpr double told_within = 30'000;

}  // namespace

char const* name(Chance c) {
  switch (c) {
    case Chance::Noticed:
      return "noticed";
    case Chance::Unlucky:
      return "not noticed";
    case Chance::TooFar:
      return "too far";
    case Chance::LooksAway:
      return "looks another way";
    case Chance::Hidden:
      return "hidden by the ground";
    case Chance::NotOut:
      return "not out";
    case Chance::NotAllowed:
      return "not allowed";
    case Chance::Broken:
      return "broken";
    case Chance::OffWatch:
      return "off watch";
    case Chance::NoSignature:
      return "nothing to notice";
  }
  return "";
}

/// Goes through all sensors with the same draws and tables as the loop over acts, and says of each what it
/// met with.
void Simulation::State::explain_act(Act const& a, Sky sky) {
  Incident const& incident = record_.incidents[a.incident];
  std::uint64_t const act_key = key_of(incident.key, a.number).value;
  for (std::uint32_t s = 0; s < watches_.size(); ++s) {
    Watch const& w = watches_[s];
    if (w.always_off) continue;
    Opportunity o;
    o.at = a.time;
    o.act = a.number;
    o.sensor = static_cast<std::int32_t>(s);
    Point from = w.place;
    bool moving = false;
    bool town = w.town;
    TeamState::Doing doing = TeamState::Doing::Patrol;
    bool out = true;
    if (w.team >= 0) {
      auto const i = static_cast<std::uint32_t>(w.team);
      doing = teams_[i].doing;
      out = teams_[i].watches();
      from = out ? place_of(i, a.time) : beside(i, incident);
      moving = out && teams_[i].cached_moving;
      town = out && teams_[i].cached_town;
    }
    o.range = std::sqrt(squared_distance(from, incident.place));
    if (o.range > told_within) continue;
    o.reach = std::max(0.0, w.table->curve(incident.kind, sky, moving, town).reach);
    Candidate c{s, w.team};
    bool const within = within_view(c, incident, sky, moving, town, from);
    o.chance = within ? c.chance : 0;
    Spans const& off = out_of_order_[s];
    Mounted const& m = mission_.sensors()[s];
    Block const own = draws_.at(purpose::notice, w.key, act_key);
    double const luck = own.unit(1) < world_.spec().sensing.shared_luck
                            ? draws_.at(purpose::notice_shared, w.key, incident.key.value).unit()
                            : own.unit();
    if (a.silent) {
      o.why = Chance::NoSignature;
    } else if (o.range > o.reach || o.reach <= 0) {
      o.why = Chance::TooFar;
    } else if (!within) {
      o.why = Chance::LooksAway;
    } else if (doing == TeamState::Doing::Denied || m.shut.contains(a.time)) {
      o.why = Chance::NotAllowed;
    } else if (doing == TeamState::Doing::Broken) {
      o.why = Chance::Broken;
    } else if (!out) {
      o.why = Chance::NotOut;
    } else if (hidden(w, incident.place, incident.kind)) {
      o.why = Chance::Hidden;
    } else if (m.off_watch.contains(a.time)) {
      o.why = Chance::OffWatch;
    } else if (off.contains(a.time)) {
      o.why = Chance::Broken;
    } else {
      o.why = luck < c.chance ? Chance::Noticed : Chance::Unlucky;
    }
    opportunities_.push_back(o);
  }
}

}  // namespace ceaseline
