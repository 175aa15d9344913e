#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>
#include <sstream>
#include <utility>

#include "ceaseline/gdal/import.hpp"
#include "ceaseline/geo/frame.hpp"
#include "limits.hpp"
#include "source.hpp"

namespace ceaseline {

namespace {

using namespace gdal;

struct Box {
  LonLat low;
  LonLat high;
  [[nodiscard]] bool holds(LonLat p) const {
    return p.lon >= low.lon && p.lon <= high.lon && p.lat >= low.lat && p.lat <= high.lat;
  }
};

double length_m(std::vector<LonLat> const& part) {
  double sum = 0;
  for (std::size_t i = 1; i < part.size(); ++i) sum += geodesic_length(part[i - 1], part[i]).metres();
  return sum;
}

bool crosses_itself(std::vector<std::vector<LonLat>> const& parts) {
  OGRMultiLineString all;
  for (auto const& part : parts) {
    OGRLineString line;
    for (auto const& v : part) line.addPoint(v.lon, v.lat);
    all.addGeometry(&line);
  }
  return !all.IsSimple();
}

/// Gathers the line of one file, feature by feature.
class LineImport {
 public:
  explicit LineImport(std::string const& path) : path_{path} {}

  void take(Incoming const& in) {
    ++features_;
    if (in.shapes.empty()) ++without_geometry_;
    bool has_line = false;
    for (auto const& shape : in.shapes) {
      if (shape.kind == Shape::Kind::Line) {
        add_part(shape.vertices, in.number);
        has_line = true;
      }
      if (shape.kind == Shape::Kind::Point) ++points_;
      if (shape.kind == Shape::Kind::Polygon) ++polygons_;
      if (shape.kind == Shape::Kind::Other) ++others_;
    }
    if (has_line) take_properties(in.feature);
  }

  ImportedLine finished(std::vector<std::string> notes) {
    auto const dropped = dropped_text();
    if (line_.parts.empty()) refuse_nothing(dropped);
    check_box();
    line_.notes = std::move(notes);
    if (!dropped.empty()) line_.notes.push_back("dropped: " + dropped);
    if (repeats_ > 0) line_.notes.push_back("repeated vertices dropped: " + std::to_string(repeats_));
    if (outside_box_) line_.notes.push_back("the line leaves its declared box");
    if (crosses_itself(line_.parts))
      line_.notes.push_back("the line crosses itself: near the crossing the sides are not well defined");
    return std::move(line_);
  }

 private:
  void add_part(std::vector<LonLat> const& vertices, std::size_t feature) {
    std::vector<LonLat> part;
    for (auto const& v : vertices) {
      if (!part.empty() && part.back() == v) {
        ++repeats_;
        continue;
      }
      if (!part.empty() && std::abs(part.back().lon - v.lon) > 180) {
        std::ostringstream text;
        text << "feature " << feature << ": a segment runs from longitude " << part.back().lon << " to "
             << v.lon << "; lines across the antimeridian are not supported, cut the line there";
        throw refusal(path_, text.str());
      }
      part.push_back(v);
    }
    if (part.size() >= 2 && length_m(part) >= min_length_m)
      line_.parts.push_back(std::move(part));
    else
      ++too_short_;
  }

  void take_properties(OGRFeature const& feature) {
    auto const fill = [&](std::string& value, char const* property) {
      if (value.empty()) value = text_of(feature, property);
    };
    fill(line_.date, "date");
    fill(line_.side_a, "side_a");
    fill(line_.side_b, "side_b");
    fill(line_.tolerance, "tolerance");
    fill(line_.source, "source");
    fill(line_.title, "title");
    fill(box_, "box");
  }

  [[nodiscard]] std::string dropped_text() const {
    std::string text;
    auto const add = [&](std::size_t n, std::string const& noun, std::string const& suffix) {
      if (n > 0) text += (text.empty() ? "" : ", ") + count_of(n, noun) + suffix;
    };
    add(without_geometry_, "feature", " without geometry");
    add(points_, "point", "");
    add(polygons_, "polygon", "");
    add(others_, "curved geometry or surface", "");
    add(too_short_, "part", " shorter than 100 m or with fewer than 2 distinct vertices");
    return text;
  }

  [[noreturn]] void refuse_nothing(std::string const& dropped) const {
    if (features_ == 0) throw refusal(path_, "holds no feature; draw the contact line as a LineString");
    if (polygons_ > 0 && too_short_ == 0)
      throw refusal(
          path_, "holds " + count_of(polygons_, "polygon") +
                     " and no line; a polygon's ring mixes the contact line with borders and coasts: turn it "
                     "into a line and keep only the contact part");
    throw refusal(path_, "holds no line (" + dropped + "); draw the contact line as a LineString");
  }

  /// Reads four numbers, west, south, east, north, whatever stands between them.
  [[nodiscard]] bool declared_box(Box& box) const {
    auto text =
        box_.substr(box_.find(':') == std::string::npos ? 0 : box_.find(':') + 1);  // GDAL: "(4:37,47,39,48)"
    for (char& c : text)
      if (std::string{"()[],;"}.find(c) != std::string::npos) c = ' ';
    std::istringstream numbers{text};
    return static_cast<bool>(numbers >> box.low.lon >> box.low.lat >> box.high.lon >> box.high.lat);
  }

  void check_box() {
    Box box;
    if (!declared_box(box)) return;
    auto const all = [&](auto const& holds) {
      return std::all_of(line_.parts.begin(), line_.parts.end(),
                         [&](auto const& part) { return std::all_of(part.begin(), part.end(), holds); });
    };
    outside_box_ = !all([&](LonLat p) { return box.holds(p); });
    if (outside_box_ && all([&](LonLat p) { return box.holds({p.lat, p.lon}); }))
      throw refusal(
          path_,
          "the line lies outside its declared box, but inside it with longitude and latitude exchanged; "
          "axes swapped? GeoJSON wants longitude first");
  }

  std::string const& path_;
  ImportedLine line_;
  std::string box_;
  bool outside_box_{false};
  std::size_t features_{0};
  std::size_t without_geometry_{0};
  std::size_t points_{0};
  std::size_t polygons_{0};
  std::size_t others_{0};
  std::size_t too_short_{0};
  std::size_t repeats_{0};
};

}  // namespace

ImportedLine import_line(std::string const& path) {
  LineImport line{path};
  auto notes = read_features(path, "line", [&](Incoming const& in) { line.take(in); });
  return line.finished(std::move(notes));
}

}  // namespace ceaseline
