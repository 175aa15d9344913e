#include "play_map.hpp"

#include <algorithm>
#include <cmath>

#include "web_bundle.hpp"

namespace ceaseline::report {
namespace {

using Json = nlohmann::ordered_json;
constexpr double grid = 1e4;      ///< points of the base map a degree
constexpr double margin = 120e3;  ///< base map beyond the line and its sites, m

std::int64_t whole(double v) { return std::llround(v); }

class Varints {
 public:
  explicit Varints(std::string const& bytes) : bytes_{bytes} {}
  [[nodiscard]] bool done() const { return at_ >= bytes_.size(); }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; at_ < bytes_.size(); shift += 7) {
      auto const byte = static_cast<unsigned char>(bytes_[at_++]);
      value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }
  std::int64_t difference() {
    std::uint64_t const n = number();
    return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1);
  }

 private:
  std::string const& bytes_;
  std::size_t at_{0};
};

/// The window that holds a set of places.
struct Window {
  double west{1e9}, south{1e9}, east{-1e9}, north{-1e9};
  void take(Point p) {
    west = std::min(west, p.x);
    east = std::max(east, p.x);
    south = std::min(south, p.y);
    north = std::max(north, p.y);
  }
};

Json line_json(Line const& line, Pack& pack) {
  Json parts = Json::array();
  for (std::size_t p = 0; p < line.parts(); ++p) {
    std::size_t const first = line.part_begins()[p];
    std::size_t const after = p + 1 < line.parts() ? line.part_begins()[p + 1] : line.vertices().size();
    std::vector<std::int64_t> x, y, chainage;
    for (std::size_t v = first; v < after; ++v) {
      x.push_back(whole(line.vertices()[v].x));
      y.push_back(whole(line.vertices()[v].y));
      chainage.push_back(whole(line.chainages()[v]));
    }
    parts.push_back({{"x", pack.steps(x)}, {"y", pack.steps(y)}, {"chainage", pack.steps(chainage)}});
  }
  return parts;
}

/// The points of a course in the local frame, as columns "x" and "y" of `into`.
Json with_course(Json into, std::vector<LonLat> const& course, Frame const& frame, Pack& pack) {
  std::vector<std::int64_t> x, y;
  for (LonLat const& at : course) {
    Point const p = frame.to_local(at);
    x.push_back(whole(p.x));
    y.push_back(whole(p.y));
  }
  into["x"] = pack.steps(x);
  into["y"] = pack.steps(y);
  return into;
}

Json basemap_json(World const& world, Window const& around, std::string const& packed, Pack& pack) {
  Json lines = Json::array();
  // A made-up line lies nowhere.
  if (world.spec().line.file.empty() || packed.empty()) return lines;
  Frame const& frame = world.line().frame();
  LonLat low{180, 90};
  LonLat high{-180, -90};
  for (double const x : {around.west - margin, 0.5 * (around.west + around.east), around.east + margin}) {
    for (double const y :
         {around.south - margin, 0.5 * (around.south + around.north), around.north + margin}) {
      LonLat const at = frame.to_geographic({x, y});
      low = {std::min(low.lon, at.lon), std::min(low.lat, at.lat)};
      high = {std::max(high.lon, at.lon), std::max(high.lat, at.lat)};
    }
  }
  for (BaseLine const& line : clipped_basemap(packed, low, high))
    lines.push_back(with_course({{"border", line.border}}, line.points, frame, pack));
  return lines;
}

char const* kind_of(Mounted const& m) {
  switch (m.asset) {
    case Asset::Camera:
      return "camera";
    case Asset::Array:
      return "acoustic array";
    default:
      return "listening post";
  }
}

bool at_base(Mission const& mission, Point p) {
  return std::any_of(mission.bases().begin(), mission.bases().end(),
                     [p](Base const& b) { return b.place == p; });
}

}  // namespace

std::vector<BaseLine> clipped_basemap(std::string const& packed, LonLat south_west, LonLat north_east) {
  std::vector<BaseLine> all;
  Varints in{packed};
  auto const inside = [&](LonLat p) {
    return p.lon >= south_west.lon && p.lon <= north_east.lon && p.lat >= south_west.lat &&
           p.lat <= north_east.lat;
  };
  while (!in.done()) {
    bool const border = in.number() == 1;
    std::uint64_t const n = in.number();
    std::int64_t lon = 0;
    std::int64_t lat = 0;
    BaseLine run{border, {}};
    LonLat before;
    bool was_inside = false;
    for (std::uint64_t i = 0; i < n; ++i) {
      lon += in.difference();
      lat += in.difference();
      LonLat const here{static_cast<double>(lon) / grid, static_cast<double>(lat) / grid};
      bool const is_inside = inside(here);
      if (is_inside || was_inside) {
        // One point beyond the window on either side, so that no line ends short of its edge.
        if (run.points.empty() && i > 0) run.points.push_back(before);
        run.points.push_back(here);
      }
      if (!is_inside && was_inside) {
        all.push_back(run);
        run.points.clear();
      }
      before = here;
      was_inside = is_inside;
    }
    if (run.points.size() > 1) all.push_back(std::move(run));
  }
  return all;
}

Json map_json(Study const& study, Pack& pack) {
  World const& world = *study.cases.front().world;
  Line const& line = world.line();
  Frame const& frame = line.frame();
  Window window;
  for (Point const& p : line.vertices()) window.take(p);
  Json places = Json::array();
  Json rivers = Json::array();
  for (MapPlace const& place : study.places) {
    if (!place.course.empty()) {
      std::string const& title = place.title.empty() ? place.id : place.title;
      rivers.push_back(with_course({{"title", title}}, place.course, frame, pack));
      continue;
    }
    Point const p = frame.to_local(place.at);
    window.take(p);
    places.push_back({{"title", place.title.empty() ? place.id : place.title},
                      {"role", place.role},
                      {"x", whole(p.x)},
                      {"y", whole(p.y)}});
  }
  Json hotspots = Json::array();
  for (HotspotSpec const& h : world.spec().violations.hotspots)
    hotspots.push_back({{"title", h.title.empty() ? h.id : h.title},
                        {"centre", whole(h.centre.metres())},
                        {"width", whole(h.width.metres())}});
  return {{"length", line.length().metres()},
          {"segment", world.spec().segment.metres()},
          {"side_a", study.map.side_a},
          {"side_b", study.map.side_b},
          {"title", study.map.title},
          {"date", study.map.date},
          {"tolerance", study.map.tolerance},
          {"real", !world.spec().line.file.empty()},
          {"parts", line_json(line, pack)},
          {"places", places},
          {"rivers", rivers},
          {"hotspots", hotspots},
          {"base", basemap_json(world, window, basemap_bytes(), pack)}};
}

Json sites_json(Mission const& mission) {
  Json sites = Json::array();
  auto const add = [&sites](std::string const& id, char const* kind, Side side, Point p) {
    sites.push_back({{"id", id}, {"kind", kind}, {"side", name(side)}, {"x", whole(p.x)}, {"y", whole(p.y)}});
  };
  for (Base const& b : mission.bases()) add(b.title.empty() ? b.id : b.title, "base", b.side, b.place);
  for (Mounted const& m : mission.sensors()) {
    if (m.team >= 0 || m.satellite >= 0 || at_base(mission, m.place)) continue;
    std::string const platform = m.id.substr(0, m.id.find('/'));
    // One mark a platform, however many sensors stand on it.
    if (!sites.empty() && sites.back().at("id") == platform && sites.back().at("kind") == kind_of(m))
      continue;
    add(platform, kind_of(m), m.side, m.place);
  }
  return sites;
}

}  // namespace ceaseline::report
