#include "ceaseline/experiment/explain.hpp"

#include <algorithm>
#include <functional>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/base/silent_fields.hpp"
#include "ceaseline/experiment/run_study.hpp"

namespace ceaseline {
namespace {

/// Something that could have been otherwise. What happens stays as it is: only the mission, what it is
/// allowed and how far it hears.
struct Change {
  char const* what;
  std::function<void(DesignSpec&, Incident const&)> of_design;
  std::function<void(WorldSpec&, Incident const&)> of_world;
};

void open_up(WorldSpec& w, AccessSpec& access, Side side) {
  access.state = AccessState::Open;
  w.access.erase(std::remove_if(w.access.begin(), w.access.end(),
                                [side](AccessRule const& r) { return r.side == side; }),
                 w.access.end());
}

/// From what costs an order to what costs a purchase; "smallest" is the first of these that helps.
std::vector<Change> stated_changes() {
  auto const post = [](char const* id, char const* sensor, Length height) {
    return [=](DesignSpec& d, Incident const& i) {
      PostSpec p;
      p.id = id;
      p.sensor = sensor;
      p.side = other(i.side);
      p.chainage = Length::metres(i.chainage);
      p.depth = Length::metres(500);
      p.height = height;
      d.posts.push_back(p);
    };
  };
  return {
      {"visits are also sent by night",
       [](DesignSpec& d, Incident const&) { d.rules.visits_after_dusk = true; },
       {}},
      {"a scene is tried five times", [](DesignSpec& d, Incident const&) { d.rules.visit_attempts = 5; }, {}},
      {"teams may cross the line", [](DesignSpec& d, Incident const&) { d.rules.crosses_line = true; }, {}},
      {"patrols go where much was reported",
       [](DesignSpec& d, Incident const&) { d.driving.policy = "hotspot-weighted"; },
       {}},
      {"patrols do not withdraw from fire",
       [](DesignSpec& d, Incident const&) { d.rules.withdraws = false; },
       {}},
      {"a quarter of the patrols go by night",
       [](DesignSpec& d, Incident const&) {
         d.hours.night_share = std::max(0.25, d.hours.night_share);
         d.rules.drives_after_dusk = true;
       },
       {}},
      {"every machine and vehicle is in order",
       [](DesignSpec& d, Incident const&) {
         d.equipment.camera_up = d.equipment.array_up = d.driving.vehicle_up = 1;
         for (PostSpec& p : d.posts) p.up = 1;
         for (AircraftSpec& a : d.aircraft) a.lost = 0;
       },
       {}},
      {"no aircraft is jammed",
       [](DesignSpec& d, Incident const&) {
         for (AircraftSpec& a : d.aircraft) a.jammed = 0;
       },
       {}},
      {"side A is open", {}, [](WorldSpec& w, Incident const&) { open_up(w, w.access_a, Side::A); }},
      {"side B is open", {}, [](WorldSpec& w, Incident const&) { open_up(w, w.access_b, Side::B); }},
      {"a listening post across the line from it", post("explain-listening", "ear", Length::metres(2)), {}},
      {"a camera across the line from it", post("explain-camera", "camera", Length::metres(25)), {}},
      {"an acoustic array across the line from it",
       post("explain-array", "acoustic-array", Length::metres(2)),
       {}},
      {"twice as many people",
       [](DesignSpec& d, Incident const&) {
         d.numbers.on_books *= 2;
         d.numbers.protection_on_books *= 2;
       },
       {}},
      {"everybody hears half as far again",
       {},
       [](WorldSpec& w, Incident const&) { w.sensing.listening_range *= 1.5; }},
  };
}

class Replayer {
 public:
  Replayer(Study const& study, Arm const& arm, std::uint32_t replication, Registries const& registries)
      : study_{study},
        in_{study.cases[arm.at_case]},
        design_{arm.mission->spec()},
        draws_{static_cast<std::uint32_t>(study.spec.seed), replication},
        registries_{registries} {}

  TriedChange try_out(Change const& change, Incident const& incident) const {
    TriedChange tried;
    tried.what = change.what;
    DesignSpec design = design_;
    if (change.of_design) {
      change.of_design(design, incident);
      add_sensors(design);
    }
    try {
      CaseWorld in = in_;
      if (change.of_world) {
        WorldSpec spec = in_.world->spec();
        change.of_world(spec, incident);
        in.world = in_.world->changed(std::move(spec), in_.world->ground());
      }
      auto const mission = set_up(in, study_.places, design, registries_);
      Record const record = simulate(*in.world, *in.process, *mission, draws_);
      auto const same = std::find_if(record.incidents.begin(), record.incidents.end(),
                                     [&](Incident const& i) { return i.key.value == incident.key.value; });
      Fate const& fate = record.fates[static_cast<std::size_t>(same - record.incidents.begin())];
      tried.step = fate.step;
      tried.reason = fate.reason;
    } catch (InputError const& e) {
      tried.possible = false;
      tried.why = e.diagnostics().front().what;
    }
    return tried;
  }

 private:
  /// A post may use a kind of sensor that the design did not have: then with its defaults.
  void add_sensors(DesignSpec& design) const {
    for (PostSpec const& p : design.posts) {
      auto const* entry = registries_.sensors.find(p.sensor);
      if (design.sensors.count(p.sensor) > 0 || entry == nullptr) continue;
      SilentFields none;
      design.sensors[p.sensor] = {p.sensor, entry->make(none), ""};
    }
  }

  Study const& study_;
  CaseWorld const& in_;
  DesignSpec design_;
  Draws draws_;
  Registries const& registries_;
};

}  // namespace

Explanation explain(Study const& study, Arm const& arm, std::uint32_t replication, std::uint32_t incident,
                    Registries const& registries) {
  CaseWorld const& in = study.cases[arm.at_case];
  Draws const draws{static_cast<std::uint32_t>(study.spec.seed), replication};
  Simulation simulation{*in.world, *arm.mission};
  auto const live = [&](Key watched) -> Record& {
    simulation.begin(draws);
    simulation.explain(watched);
    TruthStream truth{*in.world, *in.process, draws};
    TruthDay today;
    while (truth.next(today)) simulation.day(today);
    return simulation.finish();
  };
  Record const& first = live(Key{});
  if (incident >= first.incidents.size()) {
    throw InputError(Diagnostic{"--incident", 0, 0, "",
                                "replication " + std::to_string(replication) + " has " +
                                    std::to_string(first.incidents.size()) + " incidents, numbered from 0"});
  }
  Record const& record = live(first.incidents[incident].key);
  Explanation e;
  e.incident = record.incidents[incident];
  e.kind = in.world->kinds()[e.incident.kind].title;
  e.fate = record.fates[incident];
  e.opportunities = simulation.opportunities();
  e.sensor_ids = record.sensor_ids;
  e.team_ids = record.team_ids;
  for (Observation const& o : record.observations) {
    if (o.incident == static_cast<std::int32_t>(incident)) e.observations.push_back(o);
  }
  for (Visit const& v : record.visits) {
    if (v.incident == static_cast<std::int32_t>(incident)) e.visits.push_back(v);
  }
  if (e.fate.step == Step::InTime) return e;
  Replayer const replayer{study, arm, replication, registries};
  for (Change const& change : stated_changes()) e.changes.push_back(replayer.try_out(change, e.incident));
  return e;
}

}  // namespace ceaseline
