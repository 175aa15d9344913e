#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "ceaseline/store/build_info.hpp"
#include "ceaseline/store/difference.hpp"
#include "ceaseline/store/disk.hpp"
#include "ceaseline/store/manifest.hpp"
#include "ceaseline/store/result_folder.hpp"
#include "ceaseline/store/sha256.hpp"
#include "comparing.hpp"
#include "disk_files.hpp"
#include "stored_result.hpp"
#include "terminal.hpp"

namespace ceaseline {
namespace {

/// A folder that goes with its owner.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_{(std::filesystem::temp_directory_path() / "ceaseline-verify-XXXXXX").string()} {
    if (::mkdtemp(path_.data()) == nullptr) throw DiskError("make the folder", path_, errno);
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(TemporaryFolder const&) = delete;
  TemporaryFolder& operator=(TemporaryFolder const&) = delete;
  TemporaryFolder(TemporaryFolder&&) = delete;
  TemporaryFolder& operator=(TemporaryFolder&&) = delete;
  [[nodiscard]] std::string const& path() const { return path_; }

 private:
  std::string path_;
};

void tell(Options const& options, Manifest const& manifest, std::optional<std::string> const& difference) {
  if (options.json) {
    nlohmann::ordered_json j{
        {"identical", !difference}, {"replications", manifest.replications}, {"difference", nullptr}};
    if (difference) j["difference"] = *difference;
    print(j.dump(2) + "\n");
  } else if (difference) {
    print("differs first in " + *difference + "\n");
  } else {
    print(fmt::format("identical: {} replications of {}, all tables and result.gpkg\n", manifest.replications,
                      manifest.study));
  }
}

}  // namespace

ExitCode verify_command(Registries const& registries, Options const& options) {
  Talk const talk{options};
  Manifest const manifest = read_manifest(options.target);
  Study const study = load_stored(options.target, manifest, registries, talk);
  TemporaryFolder const again;
  if (!compare_into(again.path(), study, registries, options, manifest.replications)) {
    talk.error("interrupted");
    return ExitCode::Interrupted;
  }
  std::optional<std::string> const difference = first_difference(options.target, again.path());
  tell(options, manifest, difference);
  return difference ? ExitCode::MachineFailed : ExitCode::Done;
}

}  // namespace ceaseline
