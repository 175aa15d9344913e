#include "node.hpp"

#include <algorithm>
#include <utility>

#include "near_word.hpp"

namespace ceaseline {

namespace {

/// The first step of a path: a name, or a number in brackets; and what follows it.
struct Step {
  std::string name;
  bool numbered{false};
  std::string rest;
};

Step first_step(std::string const& path) {
  bool const numbered = !path.empty() && path.front() == '[';
  std::size_t const end = numbered ? path.find(']') : path.find_first_of(".[");
  if (end == std::string::npos) return {path, false, ""};
  std::string rest = path.substr(numbered ? end + 1 : end);
  if (!rest.empty() && rest.front() == '.') rest.erase(0, 1);
  return {numbered ? path.substr(1, end - 1) : path.substr(0, end), numbered, rest};
}

std::string id_of(Node const& item) {
  Node const* id = item.find("id");
  return id != nullptr && id->type == NodeType::Text ? id->text : "";
}

Node const* element(Node const& list, Step const& step) {
  for (std::size_t i = 0; i < list.list.size(); ++i) {
    if (step.numbered ? step.name == std::to_string(i) : step.name == id_of(list.list[i]))
      return &list.list[i];
  }
  return nullptr;
}

std::string no_such_element(Node const& list, Step const& step) {
  std::vector<std::string> ids;
  for (Node const& item : list.list) ids.push_back(id_of(item));
  std::string const name = step.numbered ? "[" + step.name + "]" : "\"" + step.name + "\"";
  return "there is no " + name + " in this list" + suggestion(step.name, ids);
}

}  // namespace

Node* Node::find(std::string const& key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

Node const* Node::find(std::string const& key) const {
  auto const at_key = [&key](Member const& m) { return m.key == key; };
  auto const found = std::find_if(table.begin(), table.end(), at_key);
  return found == table.end() ? nullptr : &found->value;
}

void Node::erase(std::string const& key) {
  auto const at_key = [&key](Member const& m) { return m.key == key; };
  table.erase(std::remove_if(table.begin(), table.end(), at_key), table.end());
}

Node text_node(std::string text, WrittenAt at) {
  Node n;
  n.type = NodeType::Text;
  n.text = std::move(text);
  n.at = std::move(at);
  return n;
}

Diagnostic wrong(WrittenAt const& at, std::string const& key, std::string what) {
  std::string const scope = at.origin ? at.origin->scope : "";
  return Diagnostic{at.origin ? at.origin->file : "", at.line, at.column, scope + key, std::move(what)};
}

Node* find_path(Node& root, std::string const& path) {
  return const_cast<Node*>(find_path(std::as_const(root), path));
}

Node const* find_path(Node const& root, std::string const& path) {
  if (path.empty()) return &root;
  // A quoted key may itself hold dots: `set = { "access_b.state" = "shut" }`.
  if (Node const* whole = root.find(path); whole != nullptr) return whole;
  Step const step = first_step(path);
  Node const* next = root.type == NodeType::List ? element(root, step) : root.find(step.name);
  return next == nullptr ? nullptr : find_path(*next, step.rest);
}

std::string put(Node& root, std::string const& path, Node value) {
  if (path.empty()) {
    root = std::move(value);
    return "";
  }
  Step const step = first_step(path);
  if (root.type == NodeType::List) {
    Node* item = const_cast<Node*>(element(root, step));
    return item == nullptr ? no_such_element(root, step) : put(*item, step.rest, std::move(value));
  }
  Node* next = root.find(step.name);
  if (next == nullptr) {
    Node empty;
    empty.at = value.at;
    root.table.push_back({step.name, value.at, std::move(empty)});
    next = &root.table.back().value;
  }
  return put(*next, step.rest, std::move(value));
}

void merge(Node& base, Node const& over) {
  for (Member const& m : over.table) {
    Node* old = base.find(m.key);
    if (old == nullptr) {
      base.table.push_back(m);
      continue;
    }
    Node const* new_type = m.value.find("type");
    Node const* old_type = old->find("type");
    bool const same_type = new_type == nullptr || (old_type != nullptr && old_type->text == new_type->text);
    if (old->type == NodeType::Table && m.value.type == NodeType::Table && same_type) {
      merge(*old, m.value);
    } else {
      *old = m.value;
    }
  }
}

void set_origin(Node& tree, std::shared_ptr<Origin const> const& origin) {
  tree.at.origin = origin;
  for (Member& m : tree.table) {
    m.key_at.origin = origin;
    set_origin(m.value, origin);
  }
  for (Node& item : tree.list) set_origin(item, origin);
}

}  // namespace ceaseline
