#include "disk_files.hpp"

#include <utility>

#include "ceaseline/gdal/import.hpp"
#include "ceaseline/scenario/read_text.hpp"
#include "ceaseline/store/manifest.hpp"

namespace ceaseline {

std::string DiskFiles::text(std::string const& path) const { return read_text(path); }

MapLine DiskFiles::line(std::string const& path) const {
  ImportedLine read = import_line(path);
  return {std::move(read.parts),  std::move(read.title),     std::move(read.date),   std::move(read.side_a),
          std::move(read.side_b), std::move(read.tolerance), std::move(read.source), std::move(read.notes)};
}

std::vector<MapPlace> DiskFiles::places(std::string const& path) const {
  std::vector<MapPlace> places;
  for (ImportedPlace& p : import_places(path)) {
    Side const side = p.side == "B" ? Side::B : Side::A;
    places.push_back(
        {std::move(p.id), std::move(p.title), std::move(p.role), side, p.at, std::move(p.source)});
  }
  return places;
}

std::string StoredFiles::stored(std::string const& path) const { return result_ + "/" + stored_path(path); }
std::string StoredFiles::text(std::string const& path) const { return disk_.text(stored(path)); }
MapLine StoredFiles::line(std::string const& path) const { return disk_.line(stored(path)); }
std::vector<MapPlace> StoredFiles::places(std::string const& path) const {
  return disk_.places(stored(path));
}

}  // namespace ceaseline
