#include "ceaseline/base/input_error.hpp"
#include "ceaseline/scenario/study.hpp"

namespace ceaseline {

std::vector<std::vector<std::string>> Files::table(std::string const& path) const {
  throw InputError{Diagnostic{path, 0, 0, "", "no such table"}};
}

std::shared_ptr<Terrain const> Files::terrain(std::string const& path, Frame const&, Point, Point,
                                              Length) const {
  throw InputError{Diagnostic{path, 0, 0, "", "no such raster"}};
}

}  // namespace ceaseline
