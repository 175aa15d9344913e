#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <vector>

#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/store/record_tables.hpp"
#include "commands.hpp"
#include "disk_files.hpp"
#include "run_result.hpp"
#include "terminal.hpp"

namespace ceaseline {
namespace {

/// How many incidents of one record came how far, and why the others did not; and what else went on.
struct Tallies {
  std::uint32_t incidents{0}, prevented{0}, patrols{0}, sorties{0}, journeys{0};
  std::uint32_t published{0}, untrue{0}, claims{0};
  std::vector<std::uint32_t> reached = std::vector<std::uint32_t>(step_count, 0);
  std::vector<std::uint32_t> ended = std::vector<std::uint32_t>(reason_count, 0);

  explicit Tallies(Record const& record) {
    for (Fate const& f : record.fates) {
      if (f.prevented) {
        ++prevented;
        continue;
      }
      ++incidents;
      for (std::size_t s = 0; s <= static_cast<std::size_t>(f.step); ++s) ++reached[s];
      ++ended[static_cast<std::size_t>(f.reason)];
    }
    for (Outing const& o : record.outings) {
      bool const stayed = !o.allowed || o.fate == OutingFate::NoVehicle || o.fate == OutingFate::Grounded;
      if (!stayed) ++(o.aircraft ? sorties : patrols);
    }
    for (Report const& r : record.reports) {
      if (r.merged_into >= 0 || !r.publishable) continue;
      ++published;
      if (r.incident < 0) ++untrue;
    }
    for (Observation const& o : record.observations)
      if (o.channel == Channel::Claim) ++claims;
    journeys = static_cast<std::uint32_t>(record.visits.size());
  }
};

template <class Thing>
std::size_t index_of(std::vector<Thing> const& all, std::string const& id, char const* option,
                     char const* noun) {
  std::string known;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i] == id) return i;
    known += (known.empty() ? "" : ", ") + all[i];
  }
  throw InputError(Diagnostic{option, 0, 0, "",
                              "there is no " + std::string{noun} + " \"" + id + "\"; there are " + known});
}

std::string in_words(Record const& record, std::uint32_t replication) {
  Tallies const tallies{record};
  std::string text = fmt::format(
      "replication {}: {} incidents, {} patrols out, {} journeys to scenes; fingerprint {:016x}\n",
      replication, tallies.incidents, tallies.patrols, tallies.journeys, record.fingerprint());
  text += fmt::format("  {} reports published, {} of them of nothing that happened\n", tallies.published,
                      tallies.untrue);
  if (tallies.sorties > 0) text += fmt::format("  {} sorties flown\n", tallies.sorties);
  if (tallies.claims > 0) text += fmt::format("  {} complaints of the parties\n", tallies.claims);
  if (tallies.prevented > 0) text += fmt::format("  {} incidents prevented\n", tallies.prevented);
  for (std::size_t s = 1; s < step_count; ++s)
    text += fmt::format("  {:<16}{:>7}\n", name(static_cast<Step>(s)), tallies.reached[s]);
  text += "  came no further because\n";
  for (std::size_t r = 1; r < reason_count; ++r)
    if (tallies.ended[r] > 0)
      text += fmt::format("    {:<14}{:>7}\n", name(static_cast<Reason>(r)), tallies.ended[r]);
  return text;
}

nlohmann::ordered_json in_json(Record const& record, std::uint32_t replication) {
  Tallies const tallies{record};
  nlohmann::ordered_json reached;
  for (std::size_t s = 1; s < step_count; ++s) reached[name(static_cast<Step>(s))] = tallies.reached[s];
  nlohmann::ordered_json ended;
  for (std::size_t r = 0; r < reason_count; ++r) ended[name(static_cast<Reason>(r))] = tallies.ended[r];
  return {{"replication", replication},
          {"incidents", tallies.incidents},
          {"prevented", tallies.prevented},
          {"patrols", tallies.patrols},
          {"sorties", tallies.sorties},
          {"journeys", tallies.journeys},
          {"reports_published", tallies.published},
          {"published_false", tallies.untrue},
          {"claims", tallies.claims},
          {"reached", reached},
          {"ended", ended},
          {"fingerprint", fmt::format("{:016x}", record.fingerprint())}};
}

bool is_free(std::string const& folder) {
  std::error_code why;
  return !std::filesystem::exists(folder, why) || std::filesystem::is_empty(folder, why);
}

}  // namespace

Arm find_arm(Study const& study, Options const& options) {
  std::vector<std::string> designs;
  for (DesignSpec const& d : study.designs) designs.push_back(d.id);
  std::vector<std::string> cases;
  for (CaseWorld const& c : study.cases) cases.push_back(c.spec.id);
  std::string const& wanted = options.design.empty() ? study.spec.baseline : options.design;
  std::size_t const design = index_of(designs, wanted, "--design", "design");
  std::size_t const at_case =
      options.in_case.empty() ? 0 : index_of(cases, options.in_case, "--case", "case");
  return {at_case, study.cases[at_case].missions[design], false};
}

ExitCode run_command(Registries const& registries, Options const& options) {
  Study const study = load_target(registries, options, DiskFiles{}, CaseSet::All);
  Arm const arm = find_arm(study, options);
  CaseSpec const& in = study.cases[arm.at_case].spec;
  if (!options.out.empty() && !is_free(options.out)) {
    Talk{options}.error(options.out + " is not empty; give another folder with --out");
    return ExitCode::BadInput;
  }
  std::int64_t const last = std::int64_t{options.first} + std::max(options.reps, 1) - 1;
  if (last > Draws::max_replication) {
    Talk{options}.error(fmt::format("--first and --reps reach replication {}; the last there is is {}", last,
                                    Draws::max_replication));
    return ExitCode::BadInput;
  }
  World const& world = *study.cases[arm.at_case].world;
  std::string text = fmt::format("{}: design {} in case {}, seed {}\n", study.spec.id, arm.mission->spec().id,
                                 in.id, study.spec.seed);
  auto all = nlohmann::ordered_json::array();
  RecordTables tables;
  for (int i = 0; i < std::max(options.reps, 1); ++i) {
    auto const replication = static_cast<std::uint32_t>(options.first + i);
    auto const [record, tracks] = replay_with_tracks(study, arm, replication);
    text += in_words(record, replication);
    all.push_back(in_json(record, replication));
    if (options.out.empty()) continue;
    tables.add(record, world, replication);
    tables.add_tracks(*arm.mission, tracks, world, replication);
  }
  if (!options.out.empty()) {
    tables.write(options.out);
    write_run_result(options.out, study,
                     {arm.mission->spec().id, in.id, static_cast<std::uint32_t>(options.first),
                      static_cast<std::uint32_t>(std::max(options.reps, 1))},
                     registries, options);
  }
  print(options.json ? all.dump(2) + "\n" : text);
  return ExitCode::Done;
}

}  // namespace ceaseline
