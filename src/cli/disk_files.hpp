#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// Texts, maps, tables and rasters from the disk, in every format the importers read. The text of a
/// Shapefile, which is several files, is what it holds as GeoJSON.
class DiskFiles : public Files {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override;
  [[nodiscard]] MapLine line(std::string const& path) const override;
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override;
  [[nodiscard]] std::vector<std::vector<std::string>> table(std::string const& path) const override;
  [[nodiscard]] std::shared_ptr<Terrain const> terrain(std::string const& path, Frame const& frame,
                                                       Point south_west, Point north_east,
                                                       Length cell) const override;
};

/// The inputs kept in a result folder, by the paths that its resolved study names.
class StoredFiles : public Files {
 public:
  explicit StoredFiles(std::string result) : result_{std::move(result)} {}
  [[nodiscard]] std::string text(std::string const& path) const override;
  [[nodiscard]] MapLine line(std::string const& path) const override;
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override;
  [[nodiscard]] std::vector<std::vector<std::string>> table(std::string const& path) const override;
  [[nodiscard]] std::shared_ptr<Terrain const> terrain(std::string const& path, Frame const& frame,
                                                       Point south_west, Point north_east,
                                                       Length cell) const override;

 private:
  [[nodiscard]] std::string stored(std::string const& path) const;

  std::string result_;
  DiskFiles disk_;
};

}  // namespace ceaseline
