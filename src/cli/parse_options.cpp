#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdlib>
#include <iostream>

#include "options.hpp"

namespace ceaseline {
namespace {

constexpr long long largest_seed = 2147483647;
constexpr int most_replications = 1 << 24;  // an address of a draw has 24 bits for the replication
constexpr int most_threads = 1024;

constexpr char const* program_about =
    "ceaseline: which composition of a ceasefire monitoring mission detects, verifies and attributes more\n"
    "along a line of contact, by how much, and what drives the difference.";
constexpr char const* program_examples = R"(Examples:
  ceaseline demo                                          a small made-up line, no files needed
  ceaseline compare scenarios/donbas-2021/study.toml      compare the designs of a study
  ceaseline COMMAND --help                                more about a command

Exit codes: 0 done; 1 the machine failed, or verify differs; 2 bad input or usage; 3 no design can operate;
            4 precision not reached; 130 interrupted, finished replications are kept)";

constexpr char const* compare_examples = R"(Examples:
  ceaseline compare STUDY                                 results in out/<id of the study>
  ceaseline compare STUDY --reps 100                      goes on from the replications that are there
  ceaseline compare STUDY --set world.violations.level=2 --out out/twice
  ceaseline compare STUDY --stress                        how well each design stands a bad month
  ceaseline compare STUDY --precision 0.005 --reps 1000   until the answer is known to half a point)";
constexpr char const* run_examples = R"(Examples:
  ceaseline run STUDY --design ots                        one replication, a summary
  ceaseline run STUDY --design ots --case b-shut --first 7 --reps 3 --out records)";
constexpr char const* explain_examples = R"(Examples:
  ceaseline explain STUDY --design ots --replication 0 --incident 17
  ceaseline run STUDY --design ots --out records          lists the incidents, with their numbers, in incidents.csv)";
constexpr char const* validate_examples = R"(Example:
  ceaseline validate STUDY                                every problem at once, nothing is run)";
constexpr char const* map_examples = R"(Example:
  ceaseline map maps/donbas-2021/line.geojson             length, tolerance, sides, what was repaired)";
constexpr char const* verify_examples = R"(Example:
  ceaseline verify out/donbas-2021                        runs the stored inputs again; 0 identical, 1 not)";
constexpr char const* report_examples = R"(Examples:
  ceaseline report out/donbas-2021                        makes out/donbas-2021/report.html again
  ceaseline report out/donbas-2021 --figures pictures     each chart as SVG, with its numbers as CSV)";
constexpr char const* show_examples = R"(Examples:
  ceaseline show --defaults                               every key with its default, unit and meaning
  ceaseline show STUDY --set world.lane_depth_a="3 km"    the study with all defaults and overrides written out)";
constexpr char const* demo_examples = R"(Examples:
  ceaseline demo                                          writes nothing
  ceaseline demo --out demo                               with all files of a result)";

/// `--set key=value` as typed; split once everything is parsed.
struct Raw {
  Options options;
  std::vector<std::string> set;
  bool version{false};
};

void add_overrides(CLI::App& app, Raw& raw) {
  app.add_option("--set", raw.set, "override a value of the study: world.KEY, designs.ID.KEY or study.KEY")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  app.add_option("--seed", raw.options.seed, "seed of all draws, instead of the study's")
      ->check(CLI::Range(0LL, largest_seed))
      ->type_name("N");
}

void add_running(CLI::App& app, Raw& raw) {
  app.add_option("--reps", raw.options.reps, "replications, instead of the study's")
      ->check(CLI::Range(1, most_replications))
      ->type_name("N");
  app.add_option("--threads", raw.options.threads, "threads (default: one per processor); changes no result")
      ->check(CLI::Range(1, most_threads))
      ->type_name("N");
  app.add_flag("--no-progress", raw.options.no_progress, "no progress on stderr");
}

void add_talking(CLI::App& app, Raw& raw) {
  app.add_flag("--quiet", raw.options.quiet, "nothing on stderr but errors");
  app.add_flag("--json", raw.options.json, "JSON on stdout, and for errors on stderr");
}

void add_comparing(CLI::App& app, Raw& raw) {
  add_running(app, raw);
  app.add_option(
         "--precision", raw.options.precision,
         "go on until the 95 % interval of the study's metric is within plus or minus this for every design "
         "in the first case; looks at 20, 40, 80, ... replications, and ends with 4 when --reps is reached "
         "first")
      ->check(CLI::Range(1e-9, 1.0))
      ->check([](std::string const& text) {
        // No comparison holds for what is not a number, so a range lets it through.
        bool const number = !std::isnan(std::strtod(text.c_str(), nullptr));
        return number ? std::string{} : "Value " + text + " is not a number";
      })
      ->type_name("SHARE");
  app.add_flag("--force", raw.options.force, "replace a result of another study");
  add_talking(app, raw);
}

CLI::App* add_command(CLI::App& app, Raw& raw, Command command, char const* name, char const* about,
                      char const* examples) {
  CLI::App* const sub = app.add_subcommand(name, about);
  sub->footer(examples);
  sub->callback([&raw, command] { raw.options.command = command; });
  return sub;
}

void add_target(CLI::App& app, Raw& raw, char const* name, char const* about) {
  app.add_option(name, raw.options.target, about)->required()->type_name("");
}

void add_out(CLI::App& app, Raw& raw, char const* about) {
  app.add_option("--out", raw.options.out, about)->type_name("DIR");
}

void add_commands(CLI::App& app, Raw& raw) {
  CLI::App* sub =
      add_command(app, raw, Command::Compare, "compare", "Compare the designs of a study", compare_examples);
  add_target(*sub, raw, "STUDY", "study.toml");
  add_out(*sub, raw,
          "folder for the results (default: out/<id of the study>, with --stress out/<id>-stress)");
  sub->add_flag("--stress", raw.options.stress,
                "the stress set instead of the cases: what each [[stress]] does to every design");
  add_overrides(*sub, raw);
  add_comparing(*sub, raw);

  sub = add_command(app, raw, Command::Run, "run", "Run one design and tell what happened", run_examples);
  add_target(*sub, raw, "STUDY", "study.toml");
  sub->add_option("--design", raw.options.design, "id of the design (default: the baseline)")
      ->type_name("ID");
  sub->add_option("--case", raw.options.in_case, "id of the case (default: the first)")->type_name("ID");
  sub->add_option("--first", raw.options.first, "number of the first replication")
      ->check(CLI::Range(0, most_replications - 1))
      ->type_name("N");
  sub->add_option("--reps", raw.options.reps, "replications (default: 1)")
      ->check(CLI::Range(1, most_replications))
      ->type_name("N");
  add_out(*sub, raw, "write the records into this folder (default: write nothing)");
  add_overrides(*sub, raw);
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Explain, "explain",
                    "Tell why one incident was missed, or came no further, and what would have helped",
                    explain_examples);
  add_target(*sub, raw, "STUDY", "study.toml");
  sub->add_option("--design", raw.options.design, "id of the design (default: the baseline)")
      ->type_name("ID");
  sub->add_option("--case", raw.options.in_case, "id of the case (default: the first)")->type_name("ID");
  sub->add_option("--replication", raw.options.first, "number of the replication (default: 0)")
      ->check(CLI::Range(0, most_replications - 1))
      ->type_name("N");
  sub->add_option("--incident", raw.options.incident, "number of the incident in that replication")
      ->required()
      ->check(CLI::Range(0, 2147483647))
      ->type_name("I");
  add_overrides(*sub, raw);
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Validate, "validate", "Check a study and all its files",
                    validate_examples);
  add_target(*sub, raw, "STUDY", "study.toml");
  add_overrides(*sub, raw);
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Map, "map", "Tell what the map of a line holds", map_examples);
  add_target(*sub, raw, "FILE", "GeoJSON, GeoPackage, Shapefile or KML with lines");
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Verify, "verify", "Make a result again and compare", verify_examples);
  add_target(*sub, raw, "RESULT", "folder of a result");
  sub->add_option("--threads", raw.options.threads, "threads (default: one per processor)")
      ->check(CLI::Range(1, most_threads))
      ->type_name("N");
  sub->add_flag("--no-progress", raw.options.no_progress, "no progress on stderr");
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Report, "report",
                    "Make the report of a result again, or its charts as files", report_examples);
  add_target(*sub, raw, "RESULT", "folder of a result");
  sub->add_option("-o,--out", raw.options.out, "file of the report (default: RESULT/report.html)")
      ->type_name("FILE");
  sub->add_option("--figures", raw.options.figures, "write each chart into this folder, as SVG and as CSV")
      ->type_name("DIR");
  sub->add_flag("--force", raw.options.force, "replace files that are there");
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Show, "show", "Print defaults, or a study as it is understood",
                    show_examples);
  sub->add_option("STUDY", raw.options.target, "study.toml")->type_name("");
  sub->add_flag("--defaults", raw.options.defaults, "every key with its default, unit and meaning");
  add_overrides(*sub, raw);
  add_talking(*sub, raw);

  sub = add_command(app, raw, Command::Demo, "demo", "Compare two designs on a small made-up line",
                    demo_examples);
  add_out(*sub, raw, "folder for the results (default: write nothing)");
  add_overrides(*sub, raw);
  add_comparing(*sub, raw);
}

std::string command_line(int argc, char const* const* argv) {
  std::string line = "ceaseline";
  for (int i = 1; i < argc; ++i) {
    std::string const word = argv[i];
    bool const plain = !word.empty() && word.find_first_of(" \t\"'\\$*;&|<>()") == std::string::npos;
    line += plain ? " " + word : " '" + word + "'";
  }
  return line;
}

void refuse(std::string const& why) { std::cerr << "ceaseline: " << why << "\nTry: ceaseline --help\n"; }

/// Everything CLI11 cannot check. \returns false when something is wrong, after saying so
bool complete(Raw& raw, CLI::App const& app) {
  Options& o = raw.options;
  for (std::string const& one : raw.set) {
    std::size_t const equals = one.find('=');
    if (equals == std::string::npos || equals == 0) {
      refuse("--set " + one + ": write KEY=VALUE, such as world.violations.level=2");
      return false;
    }
    o.set.emplace_back(one.substr(0, equals), one.substr(equals + 1));
  }
  if (raw.version) {
    o.command = Command::Version;
    return true;
  }
  if (app.get_subcommands().empty()) {
    refuse("name a command, such as compare, run or demo");
    return false;
  }
  if (o.command == Command::Show && o.defaults == !o.target.empty()) {
    refuse("show: give a study, or --defaults");
    return false;
  }
  return true;
}

}  // namespace

std::variant<Options, ExitCode> parse_options(int argc, char const* const* argv) {
  Raw raw;
  CLI::App app{program_about, "ceaseline"};
  app.footer(program_examples);
  app.get_formatter()->column_width(34);
  app.add_flag("--version", raw.version, "version, commit and compiler");
  app.add_flag("--json", raw.options.json, "with --version: as JSON");
  app.require_subcommand(0, 1);
  add_commands(app, raw);
  try {
    app.parse(argc, argv);
  } catch (CLI::Success const& e) {
    app.exit(e);
    return ExitCode::Done;
  } catch (CLI::ParseError const& e) {
    refuse(e.what());
    return ExitCode::BadInput;
  }
  if (!complete(raw, app)) return ExitCode::BadInput;
  raw.options.command_line = command_line(argc, argv);
  return raw.options;
}

}  // namespace ceaseline
