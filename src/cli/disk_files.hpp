#pragma once

#include <string>

#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

/// Texts and maps from the disk; maps in every format the importer reads. The text of a Shapefile, which is
/// several files, is what it holds as GeoJSON.
class DiskFiles : public Files {
 public:
  [[nodiscard]] std::string text(std::string const& path) const override;
  [[nodiscard]] MapLine line(std::string const& path) const override;
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override;
};

/// The inputs kept in a result folder, by the paths that its resolved study names.
class StoredFiles : public Files {
 public:
  explicit StoredFiles(std::string result) : result_{std::move(result)} {}
  [[nodiscard]] std::string text(std::string const& path) const override;
  [[nodiscard]] MapLine line(std::string const& path) const override;
  [[nodiscard]] std::vector<MapPlace> places(std::string const& path) const override;

 private:
  [[nodiscard]] std::string stored(std::string const& path) const;

  std::string result_;
  DiskFiles disk_;
};

}  // namespace ceaseline
