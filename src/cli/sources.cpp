#include "sources.hpp"

#include <sstream>

namespace ceaseline {
namespace {

/// The text of `sources.<key>` on a line, without its quotes; empty when it is another line.
std::string source_on(std::string const& line, std::string const& key) {
  std::string const head = "sources." + key + " = \"";
  if (line.rfind(head, 0) != 0 || line.size() <= head.size()) return "";
  return line.substr(head.size(), line.size() - head.size() - 1);
}

}  // namespace

std::string source_in_world(std::string const& resolved, std::string const& key) {
  std::istringstream lines{resolved};
  bool inside = false;
  for (std::string line; std::getline(lines, line) && line != "[[designs]]";) {
    inside = inside || line == "[world]";
    std::string source = inside ? source_on(line, key) : "";
    if (!source.empty()) return source;
  }
  return "";
}

}  // namespace ceaseline
