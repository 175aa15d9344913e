#include "ceaseline/experiment/explain.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <vector>

#include "commands.hpp"
#include "disk_files.hpp"
#include "terminal.hpp"

namespace ceaseline {
namespace {

/// The chances of one sensor that ended alike.
struct ChanceLine {
  Opportunity first;
  std::uint32_t acts{0};
  double best{0};  ///< chance at one of these acts
};

/// In order of time; a sensor that meets with the same at every act is one line.
std::vector<ChanceLine> together(std::vector<Opportunity> const& all) {
  std::vector<ChanceLine> lines;
  for (Opportunity const& o : all) {
    auto const same = std::find_if(lines.begin(), lines.end(), [&](ChanceLine const& l) {
      return l.first.sensor == o.sensor && l.first.why == o.why;
    });
    ChanceLine& line = same == lines.end() ? lines.emplace_back(ChanceLine{o, 0, 0}) : *same;
    ++line.acts;
    line.best = std::max(line.best, o.chance);
  }
  return lines;
}

/// What was near but could not have noticed anything is told last, as a number.
bool is_told(ChanceLine const& l) { return l.first.why != Chance::TooFar; }

class Teller {
 public:
  Teller(Study const& study, Arm const& arm, Explanation const& e)
      : world_{*study.cases[arm.at_case].world}, e_{e} {}

  [[nodiscard]] std::string text(std::uint32_t replication, std::uint32_t incident) const {
    Incident const& i = e_.incident;
    std::string out = fmt::format(
        "Incident {} of replication {}: {}, side {} responsible\n"
        "  {:.1f} km along the line, {:.1f} km behind it on side {}; from {} ({}), {}\n",
        incident, replication, e_.kind, name(i.side), i.chainage / 1000, std::abs(i.depth) / 1000,
        name(i.side), local(i.start), name(i.light), size());
    out += "It was " + verdict(e_.fate.step, e_.fate.reason) + ".\n";
    out += chances() + story() + changes();
    return out;
  }

  [[nodiscard]] nlohmann::ordered_json json(std::uint32_t replication, std::uint32_t incident) const {
    auto opportunities = nlohmann::ordered_json::array();
    for (Opportunity const& o : e_.opportunities)
      opportunities.push_back({{"at", utc(o.at)},
                               {"act", o.act},
                               {"sensor", e_.sensor_ids[static_cast<std::size_t>(o.sensor)]},
                               {"range_m", std::round(o.range)},
                               {"reach_m", std::round(o.reach)},
                               {"chance", o.chance},
                               {"why", name(o.why)}});
    auto tried = nlohmann::ordered_json::array();
    for (TriedChange const& c : e_.changes)
      tried.push_back({{"change", c.what},
                       {"possible", c.possible},
                       {"why_not", c.why},
                       {"step", name(c.step)},
                       {"reason", name(c.reason)},
                       {"helps", c.helps(e_.fate.step)}});
    return {{"replication", replication},     {"incident", incident},           {"kind", e_.kind},
            {"side", name(e_.incident.side)}, {"at", utc(e_.incident.start)},   {"step", name(e_.fate.step)},
            {"reason", name(e_.fate.reason)}, {"opportunities", opportunities}, {"changes", tried}};
  }

 private:
  [[nodiscard]] std::string local(SimTime t) const {
    auto const at = world_.spec().period.start + t.time_since_epoch() + world_.spec().period.local_time;
    return fmt::format("{:%Y-%m-%d %H:%M} local", std::chrono::time_point_cast<std::chrono::minutes>(at));
  }
  [[nodiscard]] std::string utc(SimTime t) const {
    auto const at = world_.spec().period.start + t.time_since_epoch();
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", std::chrono::time_point_cast<std::chrono::seconds>(at));
  }
  [[nodiscard]] std::string size() const {
    double const minutes = hours(e_.incident.duration) * 60;
    if (e_.incident.acts == 0) return fmt::format("there for {:.1f} days", minutes / 1440);
    return fmt::format("{} act{} in {:.0f} min", e_.incident.acts, e_.incident.acts == 1 ? "" : "s", minutes);
  }
  static std::string verdict(Step step, Reason reason) {
    if (step == Step::InTime) return "verified, attributed and reported in time";
    if (step == Step::Missed) return fmt::format("missed: {}", name(reason));
    return fmt::format("{}, and came no further: {}", name(step), name(reason));
  }

  [[nodiscard]] std::string chances() const {
    constexpr std::size_t most = 40;
    if (e_.opportunities.empty()) return "";
    std::string out = "\nChances to notice an act, in order\n";
    std::size_t told = 0;
    std::size_t far = 0;
    for (ChanceLine const& l : together(e_.opportunities)) {
      if (!is_told(l)) {
        ++far;
        continue;
      }
      if (told++ >= most) continue;
      out += fmt::format("  {}  {:<36.36} {:>5.1f} km  {:<21} {:>3} act{}", local(l.first.at).substr(5, 11),
                         e_.sensor_ids[static_cast<std::size_t>(l.first.sensor)], l.first.range / 1000,
                         name(l.first.why), l.acts, l.acts == 1 ? "" : "s");
      if (l.first.why == Chance::Unlucky) out += fmt::format(", chance {:.0f} %", 100 * l.best);
      out += "\n";
    }
    if (told > most) out += fmt::format("  and {} more; --json has all\n", told - most);
    if (told == 0) out += "  none\n";
    if (far > 0) out += fmt::format("  {} sensors within 30 km were too far to notice anything\n", far);
    return out;
  }

  [[nodiscard]] std::string story() const {
    std::string out;
    for (Observation const& o : e_.observations)
      out += fmt::format("  {}  {} by {}, put {:.1f} km off\n", local(o.at).substr(5, 11), name(o.channel),
                         o.sensor < 0 ? "a party" : e_.sensor_ids[static_cast<std::size_t>(o.sensor)],
                         distance(o.place, e_.incident.place).kilometres());
    for (Visit const& v : e_.visits)
      out += fmt::format("  {}  {} sent to the scene, {}\n", local(v.sent).substr(5, 11), e_.team_ids[v.team],
                         !v.allowed   ? "refused"
                         : !v.in_time ? "too late: nothing left to see"
                                      : fmt::format("there at {}", local(v.arrived).substr(5, 11)));
    return out.empty() ? out : "\nWhat the mission knew and did\n" + out;
  }

  [[nodiscard]] std::string changes() const {
    if (e_.changes.empty()) return "";
    std::string out = "\nWould it have come further, with the same luck, if one thing had been different?\n";
    bool smallest = true;
    for (TriedChange const& c : e_.changes) {
      bool const helps = c.helps(e_.fate.step);
      std::string const came = !c.possible ? "not possible: " + c.why
                               : helps     ? "yes: " + std::string{name(c.step)}
                                           : "no";
      out += fmt::format("  {:<44} {}{}\n", c.what, came,
                         helps && smallest ? "  <- the smallest that helps" : "");
      if (helps) smallest = false;
    }
    if (smallest) out += "None of these would have.\n";
    return out;
  }

  World const& world_;
  Explanation const& e_;
};

}  // namespace

ExitCode explain_command(Registries const& registries, Options const& options) {
  Study const study = load_target(registries, options, DiskFiles{}, CaseSet::All);
  Arm const arm = find_arm(study, options);
  auto const replication = static_cast<std::uint32_t>(options.first);
  auto const incident = static_cast<std::uint32_t>(options.incident);
  Explanation const e = explain(study, arm, replication, incident, registries);
  Teller const teller{study, arm, e};
  print(options.json ? teller.json(replication, incident).dump(2) + "\n"
                     : teller.text(replication, incident));
  return ExitCode::Done;
}

}  // namespace ceaseline
