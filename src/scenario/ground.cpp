#include "ground.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "writing_fields.hpp"

namespace ceaseline {

namespace {

/// Nothing looks further than this from the line.
constexpr Length around = Length::kilometres(30);

struct Box {
  Point south_west, north_east;
};

Box box_of(Line const& line) {
  Point low = line.vertices().front();
  Point high = low;
  for (Point const p : line.vertices()) {
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  double const m = around.metres();
  return {{low.x - m, low.y - m}, {high.x + m, high.y + m}};
}

/// Why a grid of this cell would not do, or nothing.
std::string too_many_points(Box const& box, Length cell) {
  double const width = box.north_east.x - box.south_west.x;
  double const height = box.north_east.y - box.south_west.y;
  double const points = (width / cell.metres() + 2) * (height / cell.metres() + 2);
  if (points <= static_cast<double>(max_terrain_points)) return "";
  auto const whole = [](double x) { return std::to_string(std::llround(x)); };
  return "the ground 30 km around the line is " + whole(width / 1000) + " km by " + whole(height / 1000) +
         " km: " + whole(points / 1e6) +
         " million points at this distance, and at most 25 million are held; " + "make the cell larger";
}

std::string text_of(TerrainSpec spec) {
  WritingFields fields{"", "", nullptr, Style::Plain};
  visit(fields, spec);
  return fields.toml();
}

bool ends_with(std::string const& text, std::string const& tail) {
  return text.size() >= tail.size() && text.compare(text.size() - tail.size(), tail.size(), tail) == 0;
}

}  // namespace

std::shared_ptr<Terrain const> Grounds::of(WorldText const& world, Line const& line) {
  TerrainSpec const& spec = world.spec.terrain;
  if (spec.file.empty() && !(spec.relief > Length{})) return nullptr;
  std::string const key = text_of(spec);
  auto const known = made_.find(key);
  if (known == made_.end()) return made_[key] = make(world, line);
  return known->second;
}

std::shared_ptr<Terrain const> Grounds::make(WorldText const& world, Line const& line) {
  TerrainSpec const& spec = world.spec.terrain;
  auto const refuse = [&](char const* key, std::string const& why) {
    texts_.note(InputError{Diagnostic{"", 0, 0, std::string{"terrain."} + key, why}}, world.tree);
    return nullptr;
  };
  Box const box = box_of(line);
  if (!spec.file.empty() && spec.relief > Length{})
    return refuse("relief", "this ground comes from a file; give one of the two");
  std::string const too_many = too_many_points(box, spec.cell);
  if (!too_many.empty()) return refuse("cell", too_many);
  try {
    if (spec.file.empty()) {
      return std::make_shared<Terrain const>(made_up_terrain(box.south_west, box.north_east, spec.cell,
                                                             spec.relief, spec.wavelength,
                                                             static_cast<std::uint32_t>(spec.seed)));
    }
  } catch (InputError const& e) {
    texts_.note(e, world.tree);
    return nullptr;
  }
  Node named = *named_in(world.tree, "terrain", "file");
  if (!texts_.keep_map(named, "terrain.file", InputKind::Data)) return nullptr;
  auto ground = texts_.terrain(named, "terrain.file", line.frame(),
                               terrain_grid(box.south_west, box.north_east, spec.cell));
  // An ESRI grid says in a second file where on Earth it lies.
  if (ground != nullptr && ends_with(named.text, ".asc")) {
    named.text.replace(named.text.size() - 3, 3, "prj");
    (void)texts_.keep_map(named, "terrain.file", InputKind::Data);
  }
  return ground;
}

}  // namespace ceaseline
