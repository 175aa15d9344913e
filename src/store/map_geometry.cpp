#include "map_geometry.hpp"

#include <algorithm>
#include <cmath>

namespace ceaseline {
namespace {

double rounded(double degrees) { return std::round(degrees * 1e7) / 1e7; }

/// The part of a stretch that lies within one part of the line, the longest of those.
Stretch longest_within_a_part(Line const& line, Stretch stretch) {
  Stretch longest{stretch.from, stretch.from};
  for (std::size_t p = 0; p < line.parts(); ++p) {
    std::size_t const first = line.part_begins()[p];
    std::size_t const after = p + 1 < line.parts() ? line.part_begins()[p + 1] : line.vertices().size();
    Length const from = std::max(stretch.from, Length::metres(line.chainages()[first]));
    Length const to = std::min(stretch.to, Length::metres(line.chainages()[after - 1]));
    if (to - from > longest.length()) longest = {from, to};
  }
  return longest;
}

}  // namespace

LonLat shown_place(Frame const& frame, Point p) {
  LonLat const at = frame.to_geographic(p);
  return {rounded(at.lon), rounded(at.lat)};
}

std::vector<LonLat> shown_stretch(Line const& line, Stretch stretch) {
  Stretch const shown = longest_within_a_part(line, stretch);
  if (shown.from >= shown.to) return {};
  // A little inside, where a chainage at the seam of two parts would stand for both.
  Length const nudge = Length::metres(0.001);
  std::vector<LonLat> points{shown_place(line.frame(), line.at(shown.from + nudge))};
  for (std::size_t v = 0; v < line.vertices().size(); ++v) {
    Length const at = Length::metres(line.chainages()[v]);
    if (at > shown.from + nudge && at < shown.to - nudge)
      points.push_back(shown_place(line.frame(), line.vertices()[v]));
  }
  points.push_back(shown_place(line.frame(), line.at(shown.to - nudge)));
  return points;
}

}  // namespace ceaseline
