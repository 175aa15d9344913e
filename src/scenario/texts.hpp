#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ceaseline/scenario/study.hpp"
#include "node.hpp"

namespace ceaseline {

/// Rows of cells.
using Rows = std::vector<std::vector<std::string>>;

/// The texts of one study: each is kept for the record, and all that is wrong with them is gathered here.
class Texts {
 public:
  Texts(Files const& files, std::string study);

  /// A file of the study as a tree, its sources in place.
  /// \param named  the value that names the file: a file that cannot be read is a mistake there
  /// \param key    of that value
  /// \returns nothing when it cannot be read; the reason is then among the problems
  [[nodiscard]] std::optional<Node> tree(Node const& named, std::string const& key);
  /// The study file itself.
  [[nodiscard]] std::optional<Node> study_tree();

  /// Keeps the text of a map, a log or a raster for the record. \returns false when it cannot be read
  bool keep_map(Node const& named, std::string const& key, InputKind kind = InputKind::Resolved);
  [[nodiscard]] std::optional<MapLine> line(Node const& named, std::string const& key);
  [[nodiscard]] std::vector<MapPlace> places(Node const& named, std::string const& key);
  /// Rows of a table, read once. \returns nullptr when it cannot be read
  [[nodiscard]] Rows const* table(Node const& named, std::string const& key);
  /// \returns nullptr when it cannot be read
  [[nodiscard]] std::shared_ptr<Terrain const> terrain(Node const& named, std::string const& key,
                                                       Frame const& frame, TerrainGrid const& grid);
  /// The text of a file that was kept. \pre it was
  [[nodiscard]] std::string const& kept(std::string const& path) const;

  /// Where the file lies that `named` names: paths are relative to the file they stand in; on the command
  /// line to the current folder.
  [[nodiscard]] static std::string path_of(Node const& named);
  /// The same, relative to the folder of the study.
  [[nodiscard]] std::string relative(std::string const& path) const;

  [[nodiscard]] std::string const& study() const { return study_; }
  [[nodiscard]] std::vector<InputFile>& inputs() { return inputs_; }
  [[nodiscard]] std::vector<Diagnostic>& problems() { return problems_; }

  void note(WrittenAt const& at, std::string const& key, std::string what);
  /// Notes what a part of the house found wrong with `tree`, at the value it names.
  /// \param scope  what that part puts before its keys: "world."
  void note(InputError const& error, Node const& tree, std::string const& scope = "");
  /// \throws InputError with all problems, by file and line, when there are any
  void refuse_if_wrong() const;

 private:
  void keep(std::string const& path, std::string const& text, InputKind kind);
  void cannot_read(Node const& named, std::string const& key, InputError const& error);

  Files const& files_;
  std::string study_;
  std::vector<InputFile> inputs_;
  std::map<std::string, Rows> tables_;  ///< by path
  std::vector<Diagnostic> problems_;
};

}  // namespace ceaseline
