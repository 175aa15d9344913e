#include "sources.hpp"

#include "ceaseline/scenario/figures.hpp"
#include "ceaseline/scenario/quantity_text.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

char const* const sources_key = "sources";

void spread(Node& to, std::string const& source) {
  for (Member& m : to.table) spread(m.value, source);
  bool const holds_tables = !to.list.empty() && to.list.front().type == NodeType::Table;
  if (holds_tables) {
    for (Node& item : to.list) spread(item, source);
  } else if (to.type != NodeType::Table && to.source.empty()) {
    to.source = source;
  }
}

/// Entries deeper in come first, so that a figure's own source wins over its table's.
struct Named {
  std::string path;
  Node const* text;
};

void collect(Node const& sources, std::string const& prefix, std::vector<Named>& out) {
  for (Member const& m : sources.table) {
    if (m.value.type == NodeType::Table) {
      collect(m.value, prefix + m.key + '.', out);
    } else {
      out.push_back({prefix + m.key, &m.value});
    }
  }
}

void attach(Node& table, Node const& sources, std::string const& path, std::vector<Diagnostic>& problems) {
  std::vector<Named> all;
  collect(sources, "", all);
  std::vector<Named> of_tables;
  for (Named const& named : all) {
    std::string const key = path + sources_key + '.' + named.path;
    Node* figure = find_path(table, named.path);
    if (named.text->type != NodeType::Text) {
      problems.push_back(wrong(named.text->at, key, R"(a source is text, such as "S42" or "assumption")"));
    } else if (figure == nullptr) {
      problems.push_back(wrong(named.text->at, key, "source of a key that is not in this table"));
    } else if (figure->type == NodeType::Table) {
      of_tables.push_back(named);
    } else {
      spread(*figure, named.text->text);
    }
  }
  for (Named const& named : of_tables) spread(*find_path(table, named.path), named.text->text);
}

void take(Node& node, std::string const& path, std::vector<Diagnostic>& problems) {
  for (Member& m : node.table) {
    if (m.key != sources_key) take(m.value, path + m.key + '.', problems);
  }
  for (std::size_t i = 0; i < node.list.size(); ++i) {
    std::string const list = path.empty() ? path : path.substr(0, path.size() - 1);
    take(node.list[i], list + '[' + std::to_string(i) + "].", problems);
  }
  Node const* found = node.find(sources_key);
  if (found == nullptr) return;
  Node const sources = *found;
  node.erase(sources_key);
  if (sources.type == NodeType::Table) {
    attach(node, sources, path, problems);
  } else {
    problems.push_back(wrong(sources.at, path + sources_key, "must be a table of texts, one for each key"));
  }
}

bool is_figure(Node const& value) {
  if (value.type == NodeType::Text) return is_quantity(value.text) || read_time_of_day(value.text) >= 0;
  return value.type == NodeType::Whole || value.type == NodeType::Number || value.type == NodeType::Instant;
}

void find_bare(Node const& node, std::string const& path, std::vector<Diagnostic>& out) {
  if (is_figure(node) && node.source.empty())
    out.push_back(wrong(node.at, path, "a figure without a source"));
  for (Member const& m : node.table) find_bare(m.value, path.empty() ? m.key : path + '.' + m.key, out);
  for (std::size_t i = 0; i < node.list.size(); ++i) {
    find_bare(node.list[i], path + '[' + std::to_string(i) + ']', out);
  }
}

}  // namespace

void take_sources(Node& root, std::vector<Diagnostic>& problems) { take(root, "", problems); }

std::vector<Diagnostic> figures_without_source(std::string const& file, std::string const& text) {
  std::vector<Diagnostic> out;
  Node root = parse_toml(text, std::make_shared<Origin const>(Origin{file, ""}));
  take_sources(root, out);
  find_bare(root, "", out);
  return out;
}

}  // namespace ceaseline
