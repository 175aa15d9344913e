#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// A file of inputs/, with the hash of its bytes.
struct StoredInput {
  std::string path;    ///< as the study names it, relative to the study file's folder
  std::string stored;  ///< its copy, relative to the result folder
  std::string sha256;
};

/// How one run went: the only part of a result that differs from run to run.
struct RunNote {
  std::string command;
  int threads{0};
  std::string started, ended;  ///< ISO 8601, UTC
  std::string compiler;
};

/// What a result folder says about itself: enough to tell what it holds, and to make it again.
struct Manifest {
  std::string version, commit;  ///< of the program
  std::string study;            ///< id
  std::string study_file;       ///< among the inputs
  std::uint32_t seed{0};
  std::uint32_t replications{0};  ///< that tables/ and result.gpkg rest on; 0: not finished
  std::string identity;           ///< hash of everything that decides the rows: see identity_of()
  std::string resolved_sha256;    ///< of inputs/resolved.toml
  std::string fingerprint;        ///< SHA-256 of tables/fingerprints.csv; empty when not finished
  std::vector<std::pair<std::string, std::string>> overrides;
  std::vector<StoredInput> inputs;
  RunNote run;
};

/// Hash of all that decides the rows of a study: what is resolved, cases, designs, baseline, seed, the line,
/// the places, a log, the ground. Not how many replications, and not where files lie.
[[nodiscard]] std::string identity_of(Study const& study);

/// A manifest for a study about to be run. Inputs are named, not written.
[[nodiscard]] Manifest manifest_of(Study const& study,
                                   std::vector<std::pair<std::string, std::string>> const& overrides);

/// JSON, one key a line, `run` last; ends in a line break.
[[nodiscard]] std::string manifest_text(Manifest const& manifest);
/// \throws std::runtime_error when the text is no manifest of this program
[[nodiscard]] Manifest parse_manifest(std::string const& text);

/// Where the copy of an input lies, relative to the result folder: "../maps/line.geojson" becomes
/// "inputs/up/maps/line.geojson".
[[nodiscard]] std::string stored_path(std::string const& path);

}  // namespace ceaseline
