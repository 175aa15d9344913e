#pragma once

#include <map>
#include <memory>
#include <string>

#include "world_text.hpp"

namespace ceaseline {

/// The grounds of a study: cases that leave the ground alone share one.
class Grounds {
 public:
  explicit Grounds(Texts& texts) : texts_{texts} {}
  /// Ground within 30 km around the line, from the world's raster or made up.
  /// \returns nullptr where it is flat, and when it cannot be had; the reason is then among the problems
  [[nodiscard]] std::shared_ptr<Terrain const> of(WorldText const& world, Line const& line);

 private:
  [[nodiscard]] std::shared_ptr<Terrain const> make(WorldText const& world, Line const& line);

  Texts& texts_;
  std::map<std::string, std::shared_ptr<Terrain const>> made_;  ///< by the text of its spec
};

}  // namespace ceaseline
