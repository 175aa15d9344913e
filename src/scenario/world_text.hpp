#pragma once

#include <memory>
#include <optional>

#include "texts.hpp"

namespace ceaseline {

/// A world as its file and what overrides it give it.
struct WorldText {
  WorldSpec spec;  ///< the files of its line are relative to the folder of the study
  std::shared_ptr<ViolationProcess const> process;
  Node tree;
  bool sound{true};
};

/// Reads a world from its tree, in which overrides have taken place.
[[nodiscard]] WorldText read_world(Texts& texts, Node tree, ProcessRegistry const& processes);

/// The value under `key` of a table of a world, where it was written; nullptr when the file is silent.
[[nodiscard]] Node const* named_in(Node const& world, char const* table, char const* key);

/// The maps of a world.
struct Maps {
  MapLine map;
  std::vector<MapPlace> places;
  Line line;
};

/// \returns nothing when a map is missing or wrong; the reason is then among the problems
[[nodiscard]] std::optional<Maps> read_maps(Texts& texts, WorldText const& world);

/// Sets up the world, with the incidents of its log.
/// \param ground  nullptr where it is flat
/// \param like    the world of another case on the same line, or nullptr
/// \returns nullptr when its parts contradict each other; the reason is among the problems
[[nodiscard]] std::shared_ptr<World const> make_world(Texts& texts, WorldText const& world, Line const& line,
                                                      std::shared_ptr<Terrain const> ground,
                                                      World const* like);

}  // namespace ceaseline
