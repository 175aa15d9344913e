#pragma once

#include <string>
#include <utility>
#include <vector>

#include "node.hpp"

namespace ceaseline {

/// One "--set": "world.period.length" = "30 days".
struct Override {
  std::string part;    ///< "study", "world" or "designs"
  std::string design;  ///< id of a design, or "*" for all of them
  std::string path;    ///< within the part
  Node value;
};

/// Splits the keys and reads the values. A key of no part is a problem.
[[nodiscard]] std::vector<Override> read_overrides(
    std::vector<std::pair<std::string, std::string>> const& given, std::vector<Diagnostic>& problems);

/// Puts a value into a world: `line` alone means the file of the line.
void put_in_world(Node& world, std::string const& path, Node value, std::vector<Diagnostic>& problems);

void override_study(Node& study, std::vector<Override> const& overrides, std::vector<Diagnostic>& problems);
void override_world(Node& world, std::vector<Override> const& overrides, std::vector<Diagnostic>& problems);
/// Keys that name other files of a design act before these are read, all others afterwards.
enum class DesignKeys { NamingFiles, Others };
void override_design(Node& design, std::string const& id, DesignKeys which,
                     std::vector<Override> const& overrides, std::vector<Diagnostic>& problems);

/// Notes overrides of designs that the study does not have.
void note_unknown_designs(std::vector<Override> const& overrides, std::vector<std::string> const& ids,
                          std::vector<Diagnostic>& problems);

}  // namespace ceaseline
