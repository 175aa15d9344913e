#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "ceaseline/base/input_error.hpp"

namespace ceaseline {

/// Which text a value came from.
struct Origin {
  std::string file;  ///< as the user wrote it; "--set" for a command-line override
  std::string
      scope;  ///< stands before its keys in messages: "world." in a file that holds more than the world
};

struct WrittenAt {
  std::shared_ptr<Origin const> origin;
  int line{0};  ///< from 1; 0 when the place is not known
  int column{0};
};

enum class NodeType { Table, List, Text, Whole, Number, Flag, Instant };

struct Member;

/// One value of a scenario text, with the place where it was written and where its figure comes from.
/// Files are merged and overridden as trees of these; reading leaves its marks on them.
struct Node {
  NodeType type{NodeType::Table};
  std::string text;           ///< of Text; of Instant, in ISO 8601
  double number{0};           ///< of Number and Whole
  std::int64_t whole{0};      ///< of Whole
  bool flag{false};           ///< of Flag
  std::vector<Member> table;  ///< in the order of the file
  std::vector<Node> list;
  WrittenAt at;
  std::string source;  ///< from a `sources` table; empty: none given

  bool read{false};                ///< somebody asked for it
  bool visited{false};             ///< of Table: somebody went through its keys
  std::vector<std::string> known;  ///< of Table: the names that were asked for

  [[nodiscard]] Node* find(std::string const& key);
  [[nodiscard]] Node const* find(std::string const& key) const;
  void erase(std::string const& key);
};

struct Member {
  std::string key;
  WrittenAt key_at;
  Node value;
};

[[nodiscard]] Node text_node(std::string text, WrittenAt at);

[[nodiscard]] Diagnostic wrong(WrittenAt const& at, std::string const& key, std::string what);

/// The value at "violations.kinds[0].acts.mean" or, by id, "violations.kinds.small-arms.acts.mean".
/// \returns nullptr when there is none
[[nodiscard]] Node* find_path(Node& root, std::string const& path);
[[nodiscard]] Node const* find_path(Node const& root, std::string const& path);

/// Puts `value` at such a path and makes the tables on the way.
/// \returns what is wrong with the path, or nothing
[[nodiscard]] std::string put(Node& root, std::string const& path, Node value);

/// Lays `over` upon `base`: tables key by key, all else whole. A table that names another `type` replaces the
/// whole table, for the fields of one kind of sensor mean nothing to another.
void merge(Node& base, Node const& over);

/// Gives a tree that was cut out of one text the origin of another.
void set_origin(Node& tree, std::shared_ptr<Origin const> const& origin);

}  // namespace ceaseline
