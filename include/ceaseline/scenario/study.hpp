#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ceaseline/geo/frame.hpp"
#include "ceaseline/geo/map_place.hpp"
#include "ceaseline/geo/terrain.hpp"
#include "ceaseline/mission/mission.hpp"
#include "ceaseline/model/violation_process.hpp"
#include "ceaseline/model/world.hpp"

namespace ceaseline {

/// A line as a map file gives it.
struct MapLine {
  std::vector<std::vector<LonLat>> parts;
  std::string title, date, side_a, side_b, tolerance, source;
  std::vector<std::string> notes;  ///< what was repaired or dropped
};

/// Where text and maps come from: the disk, or memory in tests and in `demo`.
class Files {
 public:
  virtual ~Files() = default;
  /// \throws InputError when there is no such file
  [[nodiscard]] virtual std::string text(std::string const& path) const = 0;
  [[nodiscard]] virtual MapLine line(std::string const& path) const = 0;
  [[nodiscard]] virtual std::vector<MapPlace> places(std::string const& path) const = 0;
  /// Rows of cells as text, the header first; empty lines are left out. Without tables of its own, there is
  /// none.
  [[nodiscard]] virtual std::vector<std::vector<std::string>> table(std::string const& path) const;
  /// Ground in a box, from a raster of heights. Without rasters of its own, there is none.
  [[nodiscard]] virtual std::shared_ptr<Terrain const> terrain(std::string const& path, Frame const& frame,
                                                               Point south_west, Point north_east,
                                                               Length cell) const;
};

/// Everything that is found by name.
struct Registries {
  ProcessRegistry processes;
  SensorRegistry sensors;
  PolicyRegistry policies;
  DispatchRegistry dispatches;
};
[[nodiscard]] Registries builtin_registries();

/// An override of the world that every design meets alike, or of figures that the case gives to designs.
struct CaseSpec {
  std::string id;
  std::string title;
  /// Dotted key and TOML value: "access_b.state" of the world, "designs.ID.KEY" of a design, "designs.*.KEY"
  /// of all of them.
  std::vector<std::pair<std::string, std::string>> set;
};

/// Which cases of a study are set up.
enum class CaseSet {
  Cases,   ///< those of the question
  Stress,  ///< the base case and the stress set, which then are the cases of the study
  All      ///< both, for a look at all that is written
};

/// The question, as written in study.toml.
struct StudySpec {
  std::string id;
  std::string title;
  std::string note;   ///< printed at the head of every result ("a calibration bench, not a forecast")
  std::string world;  ///< file
  std::vector<std::string> designs;  ///< files, in the order shown
  std::string baseline;              ///< id of a design
  std::string metric{"incidents_verified_in_time"};
  double difference{0.02};  ///< that matters, as a share
  int replications{40};
  int coverage_replications{8};  ///< replications in which coverage is computed too
  int seed{1};
  std::vector<CaseSpec> cases;   ///< the first is the base case; none: the world as it is
  std::vector<CaseSpec> stress;  ///< the stress set, run only when asked for
};

/// One case of a study, set up.
struct CaseWorld {
  CaseSpec spec;
  std::shared_ptr<World const> world;
  std::shared_ptr<ViolationProcess const> process;
  std::vector<std::shared_ptr<Mission const>> missions;  ///< one per design
  std::vector<DesignSpec> designs;                       ///< as they are in this case
};

/// What becomes of an input.
enum class InputKind {
  Resolved,  ///< all it says stands in the resolved study, the line or the places
  Data       ///< its bytes decide the rows: a log of incidents, a raster of heights
};

/// One input as it was read, for the copy in the result and for its hash.
struct InputFile {
  std::string path;  ///< relative to the study file's folder
  std::string text;
  InputKind kind{InputKind::Resolved};
};

/// A study with all its parts read, checked and set up.
struct Study {
  StudySpec spec;
  std::vector<DesignSpec> designs;  ///< as their files and overrides have them, before any case
  std::vector<CaseWorld> cases;
  std::vector<MapPlace> places;
  MapLine map;
  std::vector<InputFile> inputs;
  /// World and designs with every default and override written out, and sources; the stress set at its end,
  /// unless it is among the cases.
  std::string resolved;
};

/// Where the stress set begins in a resolved study.
inline constexpr char const* stress_header = "[[stress]]";

/// Reads a study, its world, its designs and its maps.
///
/// What lies over what, the later winning key by key (a list is replaced whole):
///   world:   world file; overrides "world.…"; the case
///   design:  the file it `extends`, with all that that one names; its `organisation` (a .toml file);
///   `sensors_from`;
///            its own keys; overrides "designs.<id>.…", where `*` stands for every id
/// All these files have the shape of a design. Ids and titles are not inherited; the title of an
/// organisation's file becomes the design's `organisation`. A figure that is replaced loses the source of the
/// old one.
///
/// Paths are relative to the file that names them, those in overrides to the current folder. "world.line" =
/// "FILE" is short for "world.line.file". Elements of a list are named by id or number:
/// "violations.kinds.small-arms.depth", "teams[2].base". In study.toml `world` and each of `designs` may be a
/// table instead of a file name; so `resolved` is itself a study. `[process]` of a world holds the fields of
/// its violation process, if that has any. What a case sets in a design comes last. A sensor that is used but
/// has no [sensors.NAME] is of the kind NAME with the defaults of that kind. The incidents of a world's log
/// (a table, see scenarios/README.md) follow those written one by one.
///
/// \param path      study.toml, as given by the user
/// \param overrides "world.period.length" = "30 days", "designs.ots.driving.speed" = "40 km/h",
///                  "study.replications" = "10": a TOML value, or text without its quotes
/// \param which     cases; `resolved` holds these, and the stress set unless it is among them
/// \throws InputError with everything that is wrong, at once, by file and line
[[nodiscard]] Study load_study(std::string const& path, Files const& files, Registries const& registries,
                               std::vector<std::pair<std::string, std::string>> const& overrides,
                               CaseSet which = CaseSet::Cases);

/// The study again, with one mission per design for another list of designs (for drivers and sweeps).
[[nodiscard]] std::shared_ptr<Mission const> set_up(CaseWorld const& in, std::vector<MapPlace> const& places,
                                                    DesignSpec const& design, Registries const& registries);

/// Every key with its default, unit and meaning, as commented TOML.
[[nodiscard]] std::string defaults_text(Registries const& registries);

}  // namespace ceaseline
