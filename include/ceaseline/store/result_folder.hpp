#pragma once

#include <cstdint>
#include <string>

#include "ceaseline/experiment/comparison.hpp"
#include "ceaseline/store/manifest.hpp"
#include "ceaseline/store/planned_coverage.hpp"

namespace ceaseline {

/// The folder of one study: manifest.json, inputs/, journal, and once it is finished tables/ and result.gpkg.
class ResultFolder {
 public:
  enum class State {
    Free,          ///< not there, or empty
    NotAResult,    ///< holds something else
    OtherStudy,    ///< a result of another study, or of other figures
    OtherProgram,  ///< a result of this study by another version of the program
    Same           ///< a result of this study by this program, finished or not
  };

  /// Looks at a folder without changing it. \throws DiskError
  ResultFolder(std::string path, Manifest wanted);

  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] std::string const& path() const { return path_; }
  /// What was found there, in words: "study river-bend, seed 7"; empty unless it is a result.
  [[nodiscard]] std::string const& found() const { return found_; }
  /// Replications that tables/ and result.gpkg of the same study rest on; 0 when they are not there.
  [[nodiscard]] std::uint32_t finished() const { return finished_; }

  [[nodiscard]] Manifest const& manifest() const { return manifest_; }

  /// Takes the folder for this study: removes another result, writes the inputs and an unfinished manifest.
  /// \pre state() is not NotAResult \throws DiskError
  void take(Study const& study);
  [[nodiscard]] std::string journal_path() const { return path_ + "/journal"; }
  [[nodiscard]] std::string gpkg_path() const { return path_ + "/result.gpkg"; }
  /// Writes tables/, first half of finishing. \throws DiskError
  void write_tables(Study const& study, Plan const& plan, RowSource const& rows, Comparison const& comparison,
                    std::vector<PlannedCoverage> const& planned);
  /// Writes the manifest that says the result is finished. \pre tables/ and result.gpkg are written \throws
  /// DiskError
  void seal(RunNote const& run);

 private:
  void look();
  void write_manifest() const;

  std::string path_;
  Manifest manifest_;
  State state_{State::Free};
  std::string found_;
  std::uint32_t finished_{0};
};

/// Writes a copy of every file that was read, and the resolved study, into inputs/. \throws DiskError
void write_inputs(std::string const& folder, Study const& study);

/// The manifest of a finished result. \throws InputError when the folder holds none
[[nodiscard]] Manifest read_manifest(std::string const& folder);

}  // namespace ceaseline
