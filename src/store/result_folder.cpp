#include "ceaseline/store/result_folder.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <stdexcept>
#include <utility>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/sha256.hpp"
#include "ceaseline/store/tables.hpp"

namespace ceaseline {
namespace {

namespace fs = std::filesystem;

void remove(std::string const& path) {
  std::error_code why;
  fs::remove_all(path, why);
  if (why) throw DiskError("remove", path, why.value());
}

bool is_empty(std::string const& path) {
  std::error_code why;
  if (!fs::exists(path, why)) return true;
  if (!fs::is_directory(path, why)) return false;
  bool const empty = fs::is_empty(path, why);
  if (why) throw DiskError("read", path, why.value());
  return empty;
}

}  // namespace

ResultFolder::ResultFolder(std::string path, Manifest wanted)
    : path_{std::move(path)}, manifest_{std::move(wanted)} {
  look();
}

void ResultFolder::look() {
  if (is_empty(path_)) return;
  state_ = State::NotAResult;
  std::string const file = path_ + "/manifest.json";
  if (!fs::is_regular_file(file)) return;
  Manifest there;
  try {
    there = parse_manifest(read_file(file));
  } catch (DiskError const&) {
    throw;
  } catch (std::runtime_error const&) {
    return;
  }
  found_ = fmt::format("study \"{}\", seed {}", there.study, there.seed);
  if (there.identity != manifest_.identity) {
    state_ = State::OtherStudy;
  } else if (there.version != manifest_.version || there.commit != manifest_.commit) {
    state_ = State::OtherProgram;
  } else {
    state_ = State::Same;
    bool const whole = fs::exists(path_ + "/tables/estimates.csv") && fs::exists(gpkg_path());
    if (whole) finished_ = there.replications;
    manifest_.replications = finished_;
    manifest_.fingerprint = whole ? there.fingerprint : "";
    manifest_.run = there.run;
  }
}

void ResultFolder::take(Study const& study) {
  if (state_ == State::NotAResult) throw std::logic_error("this folder belongs to somebody else");
  make_folder(path_);
  if (state_ != State::Same) {
    for (char const* const own : {"/tables", "/inputs", "/result.gpkg", "/coverage_by_hour.tif",
                                  "/coverage_by_day.tif", "/report.html", "/journal"})
      remove(path_ + own);
  }
  write_manifest();
  write_inputs(path_, study);
}

void ResultFolder::write_tables(Study const& study, Plan const& plan, RowSource const& rows,
                                Comparison const& comparison, std::vector<PlannedCoverage> const& planned) {
  manifest_.fingerprint =
      sha256(ceaseline::write_tables(path_ + "/tables", study, plan, rows, comparison, planned));
  manifest_.replications = comparison.replications;
}

void ResultFolder::seal(RunNote const& run) {
  manifest_.run = run;
  write_manifest();
  finished_ = manifest_.replications;
  state_ = State::Same;
}

void ResultFolder::write_manifest() const { write_file(path_ + "/manifest.json", manifest_text(manifest_)); }

void write_inputs(std::string const& folder, Study const& study) {
  for (InputFile const& input : study.inputs) {
    std::string const copy = folder + "/" + stored_path(input.path);
    make_folder(fs::path{copy}.parent_path().string());
    write_file(copy, input.text);
  }
  make_folder(folder + "/inputs");
  write_file(folder + "/inputs/resolved.toml", study.resolved);
}

Manifest read_manifest(std::string const& folder) {
  std::string const file = folder + "/manifest.json";
  auto const refuse = [&file](std::string const& why) { throw InputError(Diagnostic{file, 0, 0, "", why}); };
  if (!fs::is_regular_file(file)) refuse("there is no such file; name the folder of a result");
  try {
    Manifest found = parse_manifest(read_file(file));
    if (found.replications == 0)
      refuse("this result is not finished; run the same comparison again to go on");
    return found;
  } catch (DiskError const&) {
    throw;
  } catch (InputError const&) {
    throw;
  } catch (std::runtime_error const& e) {
    refuse(e.what());
  }
  return {};
}

}  // namespace ceaseline
