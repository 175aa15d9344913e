// How long a line is depends on the ruler: every shipped line, simplified (Douglas and Peucker) ever more
// coarsely.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <boost/geometry.hpp>
#include <filesystem>

#include "ceaseline/geo/line.hpp"
#include "table.hpp"
#include "toy/shipped_files.hpp"

namespace ceaseline::validation {
namespace {

constexpr std::array tolerances_km{0.5, 1.0, 2.0, 5.0, 10.0, 20.0};

using Flat = boost::geometry::model::d2::point_xy<double>;
using Polyline = boost::geometry::model::linestring<Flat>;

/// Geodesic length of a line of one part, simplified in its local frame, km.
double simplified_length(std::vector<LonLat> const& part, double tolerance_km) {
  Frame const frame(part[part.size() / 2]);
  Polyline raw;
  for (LonLat const& at : part) {
    Point const p = frame.to_local(at);
    boost::geometry::append(raw, Flat(p.x, p.y));
  }
  Polyline simple;
  boost::geometry::simplify(raw, simple, tolerance_km * 1000);
  std::vector<LonLat> kept;
  for (Flat const& p : simple) kept.push_back(frame.to_geographic({p.x(), p.y()}));
  return Line::from_parts({kept}, frame).length().kilometres();
}

TEST(Fact11, EveryShippedLineIsShorterByACoarserRuler) {
  std::vector<std::filesystem::path> maps;
  for (auto const& entry : std::filesystem::directory_iterator(std::string(CEASELINE_SOURCE_DIR) + "/maps")) {
    if (std::filesystem::exists(entry.path() / "line.geojson")) maps.push_back(entry.path());
  }
  std::sort(maps.begin(), maps.end());
  ASSERT_FALSE(maps.empty());
  for (std::filesystem::path const& map : maps) {
    MapLine const line = toy::ShippedFiles{}.line((map / "line.geojson").string());
    double const raw = simplified_length(line.parts.front(), 0);
    std::string lengths = fixed(raw, 1);
    double last = raw;
    bool falls = true;
    for (double const tolerance : tolerances_km) {
      double const length = simplified_length(line.parts.front(), tolerance);
      falls = falls && length < last;
      last = length;
      lengths += ", " + fixed(length, 1);
    }
    state({11, "length of " + map.filename().string() + " in km: as shipped and at 0.5, 1, 2, 5, 10, 20 km",
           "falls strictly", lengths, "1 line", falls});
  }
}

}  // namespace
}  // namespace ceaseline::validation
