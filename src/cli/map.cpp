#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "ceaseline/geo/line.hpp"
#include "commands.hpp"
#include "disk_files.hpp"
#include "terminal.hpp"

namespace ceaseline {
namespace {

LonLat middle(std::vector<std::vector<LonLat>> const& parts) {
  LonLat low = parts.front().front();
  LonLat high = low;
  for (auto const& part : parts) {
    for (LonLat const at : part) {
      low = {std::min(low.lon, at.lon), std::min(low.lat, at.lat)};
      high = {std::max(high.lon, at.lon), std::max(high.lat, at.lat)};
    }
  }
  return {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2};
}

std::string or_not_stated(std::string const& text) { return text.empty() ? "not stated" : text; }

std::string in_words(std::string const& file, MapLine const& map, Line const& line) {
  std::string text = fmt::format(
      "{}\n"
      "title      {}\n"
      "date       {}\n"
      "length     {:.1f} km, measured along the vertices\n"
      "tolerance  {}\n"
      "frame      {}\n"
      "parts      {}\n"
      "vertices   {}\n"
      "side A     {} (left of the direction of the line)\n"
      "side B     {}\n"
      "source     {}\n",
      file, or_not_stated(map.title), or_not_stated(map.date), line.length().kilometres(),
      or_not_stated(map.tolerance), line.frame().text(), line.parts(), line.vertices().size(),
      or_not_stated(map.side_a), or_not_stated(map.side_b), or_not_stated(map.source));
  for (std::string const& note : map.notes) text += "note       " + note + "\n";
  if (map.notes.empty()) text += "note       nothing was repaired or dropped\n";
  return text;
}

std::string in_json(std::string const& file, MapLine const& map, Line const& line) {
  return nlohmann::ordered_json{{"file", file},
                                {"title", map.title},
                                {"date", map.date},
                                {"length_m", line.length().metres()},
                                {"tolerance", map.tolerance},
                                {"frame", line.frame().text()},
                                {"parts", line.parts()},
                                {"vertices", line.vertices().size()},
                                {"side_a", map.side_a},
                                {"side_b", map.side_b},
                                {"source", map.source},
                                {"notes", map.notes}}
             .dump(2) +
         "\n";
}

}  // namespace

ExitCode map_command(Options const& options) {
  MapLine const map = DiskFiles{}.line(options.target);
  Line const line = Line::from_parts(map.parts, Frame{middle(map.parts)});
  print(options.json ? in_json(options.target, map, line) : in_words(options.target, map, line));
  return ExitCode::Done;
}

}  // namespace ceaseline
