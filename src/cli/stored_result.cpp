#include "stored_result.hpp"

#include <fmt/format.h>

#include "ceaseline/base/input_error.hpp"
#include "ceaseline/store/build_info.hpp"
#include "ceaseline/store/sha256.hpp"
#include "disk_files.hpp"

namespace ceaseline {
namespace {

void check_inputs(std::string const& folder, Manifest const& manifest) {
  std::vector<Diagnostic> changed;
  auto const check = [&](std::string const& file, std::string const& hash) {
    std::string const path = folder + "/" + file;
    if (sha256(DiskFiles{}.text(path)) != hash)
      changed.push_back({path, 0, 0, "", "was changed after the run: its hash is not that of the manifest"});
  };
  check("inputs/resolved.toml", manifest.resolved_sha256);
  for (StoredInput const& input : manifest.inputs) check(input.stored, input.sha256);
  if (!changed.empty()) throw InputError(std::move(changed));
}

}  // namespace

Study load_stored(std::string const& folder, Manifest const& manifest, Registries const& registries,
                  Talk const& talk, CaseSet which) {
  check_inputs(folder, manifest);
  BuildInfo const build = build_info();
  if (manifest.version != build.version || manifest.commit != build.commit)
    talk.note(fmt::format("{} was made by ceaseline {}, commit {}", folder, manifest.version,
                          manifest.commit.empty() ? "unknown" : manifest.commit));
  return load_study("resolved.toml", StoredFiles{folder}, registries, {}, which);
}

}  // namespace ceaseline
