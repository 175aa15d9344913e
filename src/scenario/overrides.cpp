#include "overrides.hpp"

#include <algorithm>
#include <memory>

#include "near_word.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

std::vector<std::string> const parts{"study", "world", "designs"};
std::vector<std::string> const keys_naming_files{"extends", "organisation", "sensors_from"};

std::pair<std::string, std::string> split(std::string const& key) {
  std::size_t const dot = key.find('.');
  return dot == std::string::npos ? std::pair{key, std::string{}}
                                  : std::pair{key.substr(0, dot), key.substr(dot + 1)};
}

void put_noting(Node& tree, std::string const& path, Node value, std::vector<Diagnostic>& problems) {
  WrittenAt const at = value.at;
  std::string const problem = put(tree, path, std::move(value));
  if (!problem.empty()) problems.push_back(wrong(at, path, problem));
}

bool holds(std::vector<std::string> const& words, std::string const& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

std::vector<Override> read_overrides(std::vector<std::pair<std::string, std::string>> const& given,
                                     std::vector<Diagnostic>& problems) {
  std::vector<Override> all;
  for (auto const& [key, text] : given) {
    Override o;
    std::tie(o.part, o.path) = split(key);
    if (!holds(parts, o.part)) {
      problems.push_back({"--set", 0, 0, key, "unknown key" + suggestion(o.part, parts)});
      continue;
    }
    std::string scope = o.part + '.';
    if (o.part == "designs") {
      std::tie(o.design, o.path) = split(o.path);
      scope += o.design + '.';
    }
    if (o.path.empty()) {
      problems.push_back({"--set", 0, 0, key, "names no key; write " + scope + "KEY=VALUE"});
      continue;
    }
    o.value = parse_value(text, std::make_shared<Origin const>(Origin{"--set", scope}));
    all.push_back(std::move(o));
  }
  return all;
}

void put_in_world(Node& world, std::string const& path, Node value, std::vector<Diagnostic>& problems) {
  bool const file_of_the_line = path == "line" && value.type == NodeType::Text;
  put_noting(world, file_of_the_line ? "line.file" : path, std::move(value), problems);
}

void override_study(Node& study, std::vector<Override> const& overrides, std::vector<Diagnostic>& problems) {
  for (Override const& o : overrides) {
    if (o.part == "study") put_noting(study, o.path, o.value, problems);
  }
}

void override_world(Node& world, std::vector<Override> const& overrides, std::vector<Diagnostic>& problems) {
  for (Override const& o : overrides) {
    if (o.part == "world") put_in_world(world, o.path, o.value, problems);
  }
}

void override_design(Node& design, std::string const& id, DesignKeys which,
                     std::vector<Override> const& overrides, std::vector<Diagnostic>& problems) {
  for (Override const& o : overrides) {
    bool const meant = o.part == "designs" && (o.design == id || o.design == "*");
    bool const naming_files = holds(keys_naming_files, o.path);
    if (meant && naming_files == (which == DesignKeys::NamingFiles))
      put_noting(design, o.path, o.value, problems);
  }
}

void note_unknown_designs(std::vector<Override> const& overrides, std::vector<std::string> const& ids,
                          std::vector<Diagnostic>& problems) {
  for (Override const& o : overrides) {
    if (o.part != "designs" || o.design == "*" || holds(ids, o.design)) continue;
    problems.push_back(
        wrong(o.value.at, o.path, "there is no design \"" + o.design + '"' + suggestion(o.design, ids)));
  }
}

}  // namespace ceaseline
