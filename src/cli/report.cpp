#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/report/html_report.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/journal.hpp"
#include "ceaseline/store/manifest.hpp"
#include "ceaseline/store/result_folder.hpp"
#include "commands.hpp"
#include "run_result.hpp"
#include "stored_result.hpp"
#include "terminal.hpp"
#include "view.hpp"

namespace ceaseline {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(std::string const& file, std::string const& why) {
  throw InputError(Diagnostic{file, 0, 0, "", why});
}

/// The rows a result rests on, as its journal has them.
std::unique_ptr<Journal> open_journal(std::string const& folder, Manifest const& manifest,
                                      Study const& study) {
  std::string const path = folder + "/journal";
  if (identity_of(study) != manifest.identity)
    refuse(folder,
           "this version of ceaseline understands its inputs otherwise; report it with the version that made "
           "it");
  // Opening would make one.
  if (!fs::is_regular_file(path))
    refuse(path, "there is no such file; the report is made from its replications");
  auto journal = std::make_unique<Journal>(path, manifest.identity);
  if (journal->replications() < manifest.replications)
    refuse(path, fmt::format("holds {} replications, and the result rests on {}", journal->replications(),
                             manifest.replications));
  return journal;
}

void keep_what_is_there(std::string const& file, Options const& options) {
  if (fs::exists(file) && !options.force)
    refuse(file, "is there already; give another name, or replace it with --force");
}

void tell(std::vector<std::string> const& files, Options const& options) {
  if (options.json) {
    print(nlohmann::ordered_json{{"files", files}}.dump(2) + "\n");
    return;
  }
  std::string text;
  for (std::string const& file : files) text += file + "\n";
  print(text);
}

}  // namespace

ExitCode report_command(Registries const& registries, Options const& options) {
  // The report of a result belongs to it, and is made anew like its tables.
  std::string const own = options.target + "/report.html";
  std::string const out = options.out.empty() ? own : options.out;
  bool const figures = !options.figures.empty();
  bool const page = !figures || !options.out.empty();
  if (page && out != own) keep_what_is_there(out, options);
  if (figures && fs::exists(options.figures) && !fs::is_empty(options.figures) && !options.force)
    refuse(options.figures, "is not empty; give another folder, or write into it with --force");
  if (holds_run(options.target)) {
    if (figures)
      refuse(options.target, "was written by run: it has no comparison to draw; leave --figures out");
    write_file(out, report_of_run(options.target, registries, Talk{options}));
    tell({out}, options);
    return ExitCode::Done;
  }
  Manifest const manifest = read_manifest(options.target);
  Study const study = load_stored(options.target, manifest, registries, Talk{options});
  Plan const plan = plan_study(study, registries);
  auto const journal = open_journal(options.target, manifest, study);
  Comparison const comparison = compare_designs(study, plan, *journal, manifest.replications);
  ComparisonView const view = view_of(study, comparison, {});
  std::vector<PlannedCoverage> const planned = planned_coverage(study);
  ReportSource const source{study, plan, comparison, view, manifest, planned};
  std::vector<std::string> files;
  if (figures) files = write_figures(source, options.figures);
  if (page) {
    write_file(out, html_report(source));
    files.push_back(out);
  }
  tell(files, options);
  return ExitCode::Done;
}

}  // namespace ceaseline
