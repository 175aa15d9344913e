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

/// The first source of `key` between the header number `skip` that is `begin` and the next one that is `end`.
std::string source_between(std::string const& resolved, std::string const& begin, std::size_t skip,
                           std::string const& end, std::string const& key) {
  std::istringstream lines{resolved};
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && line == end) return "";
    if (line == begin) inside = skip-- == 0;
    if (!inside) continue;
    std::string source = source_on(line, key);
    if (!source.empty()) return source;
  }
  return "";
}

}  // namespace

std::string source_in_world(std::string const& resolved, std::string const& key) {
  return source_between(resolved, "[world]", 0, "[[designs]]", key);
}

std::string source_in_design(std::string const& resolved, std::size_t design, std::string const& key) {
  return source_between(resolved, "[[designs]]", design, "[[designs]]", key);
}

}  // namespace ceaseline
