#include "run_result.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/experiment/run_study.hpp"
#include "ceaseline/report/html_report.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/manifest.hpp"
#include "ceaseline/store/result_folder.hpp"
#include "commands.hpp"
#include "stored_result.hpp"
#include "view.hpp"

namespace ceaseline {
namespace {

using Json = nlohmann::ordered_json;
constexpr char const* file_name = "/run.json";

/// The study as if it asked about this design in this case alone.
Study of_one_design(Study const& study, Arm const& arm, std::string const& design) {
  Study one = study;
  auto const is_it = [&design](DesignSpec const& d) { return d.id == design; };
  auto const found = std::find_if(study.designs.begin(), study.designs.end(), is_it);
  auto const index = static_cast<std::size_t>(found - study.designs.begin());
  CaseWorld in = study.cases[arm.at_case];
  in.missions = {in.missions[index]};
  in.designs = {in.designs[index]};
  one.designs = {*found};
  one.cases = {std::move(in)};
  one.spec.baseline = design;
  return one;
}

std::string html_of_run(Study const& study, RunOfDesign const& run, Manifest manifest,
                        Registries const& registries) {
  Options which;
  which.design = run.design;
  which.in_case = run.in_case;
  Study const one = of_one_design(study, find_arm(study, which), run.design);
  Plan const plan = plan_study(one, registries);
  RowsInMemory rows;
  run_study(one, plan, RunOptions{run.first, run.first + run.replications, 0, {}, {}}, rows);
  Comparison const comparison = compare_designs(one, plan, rows, run.replications);
  ComparisonView const view = view_of(one, comparison, {});
  manifest.replications = run.replications;
  return html_report({one, plan, comparison, view, manifest, planned_coverage(one), run.first});
}

}  // namespace

void write_run_result(std::string const& folder, Study const& study, RunOfDesign const& run,
                      Registries const& registries, Options const& options) {
  Manifest const manifest = manifest_of(study, options.set);
  write_inputs(folder, study);
  Json const json{{"format", 1},
                  {"design", run.design},
                  {"case", run.in_case},
                  {"first", run.first},
                  {"replications", run.replications},
                  {"manifest", Json::parse(manifest_text(manifest))}};
  write_file(folder + file_name, json.dump(2) + "\n");
  write_file(folder + "/report.html", html_of_run(study, run, manifest, registries));
}

bool holds_run(std::string const& folder) { return std::filesystem::is_regular_file(folder + file_name); }

std::string report_of_run(std::string const& folder, Registries const& registries, Talk const& talk) {
  std::string const path = folder + file_name;
  try {
    Json const json = Json::parse(read_file(path));
    Manifest const manifest = parse_manifest(json.at("manifest").dump());
    RunOfDesign const run{json.at("design"), json.at("case"), json.at("first"), json.at("replications")};
    return html_of_run(load_stored(folder, manifest, registries, talk, CaseSet::All), run, manifest,
                       registries);
  } catch (Json::exception const& e) {
    throw InputError(Diagnostic{path, 0, 0, "", e.what()});
  }
}

}  // namespace ceaseline
