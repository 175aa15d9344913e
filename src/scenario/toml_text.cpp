#include "toml_text.hpp"

#include <algorithm>
#include <sstream>
#include <utility>

// The only file that includes the library; it is compiled into Debian's libtomlplusplus because the
// header-only form of 3.3.0 aborts on malformed text.
#include <toml++/toml.h>

#include "ceaseline/scenario/quantity_text.hpp"

namespace ceaseline {

namespace {

constexpr std::size_t longest_text = 4'000'000;
constexpr int deepest = 32;

using OriginPtr = std::shared_ptr<Origin const>;

WrittenAt place(toml::source_region const& where, OriginPtr const& origin) {
  return {origin, static_cast<int>(where.begin.line), static_cast<int>(where.begin.column)};
}

/// The parser puts no bound on dotted keys, and walks them by recursion. So they are counted before it sees
/// them: dots outside of texts and comments, since the last character that cannot stand in a key.
void refuse_long_keys(std::string const& text, OriginPtr const& origin) {
  int line = 1;
  int dots = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char const c = text[i];
    if (c == '"' || c == '\'') {
      std::string const thrice(3, c);
      std::string const end = text.compare(i, 3, thrice) == 0 ? thrice : std::string(1, c);
      std::size_t j = i + end.size();
      while (j < text.size() && text.compare(j, end.size(), end) != 0 &&
             (end.size() == 3 || text[j] != '\n')) {
        if (text[j] == '\n') ++line;
        j += c == '"' && text[j] == '\\' ? 2 : 1;
      }
      i = j < text.size() && text[j] == '\n' ? j - 1 : j + end.size() - 1;
    } else if (c == '#') {
      i = std::min(text.find('\n', i), text.size()) - 1;
    } else if (c == '.') {
      if (++dots > deepest) throw InputError{wrong({origin, line, 0}, "", "a key of more than 32 parts")};
    } else if (std::string{"=[]{},\n"}.find(c) != std::string::npos) {
      dots = 0;
      if (c == '\n') ++line;
    }
  }
}

template <class T>
std::string printed(T const& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

Node converted(toml::node const& from, OriginPtr const& origin, int depth) {
  Node to;
  to.at = place(from.source(), origin);
  if (depth > deepest) throw InputError{wrong(to.at, "", "nested deeper than 32 tables and lists")};
  switch (from.type()) {
    case toml::node_type::table:
      for (auto const& [key, value] : *from.as_table()) {
        to.table.push_back(
            {std::string{key.str()}, place(key.source(), origin), converted(value, origin, depth + 1)});
      }
      std::stable_sort(to.table.begin(), to.table.end(), [](Member const& a, Member const& b) {
        return std::pair{a.key_at.line, a.key_at.column} < std::pair{b.key_at.line, b.key_at.column};
      });
      break;
    case toml::node_type::array:
      to.type = NodeType::List;
      for (toml::node const& item : *from.as_array()) to.list.push_back(converted(item, origin, depth + 1));
      break;
    case toml::node_type::string:
      to.type = NodeType::Text;
      to.text = from.as_string()->get();
      break;
    case toml::node_type::integer:
      to.type = NodeType::Whole;
      to.whole = from.as_integer()->get();
      to.number = static_cast<double>(to.whole);
      break;
    case toml::node_type::floating_point:
      to.type = NodeType::Number;
      to.number = from.as_floating_point()->get();
      break;
    case toml::node_type::boolean:
      to.type = NodeType::Flag;
      to.flag = from.as_boolean()->get();
      break;
    default:
      to.type = NodeType::Instant;
      if (from.is_date()) to.text = printed(from.as_date()->get());
      if (from.is_time()) to.text = printed(from.as_time()->get());
      if (from.is_date_time()) to.text = printed(from.as_date_time()->get());
      break;
  }
  return to;
}

}  // namespace

Node parse_toml(std::string const& text, OriginPtr const& origin) {
  if (text.size() > longest_text) {
    throw InputError{
        wrong({origin, 0, 0}, "", "is larger than 4 MB; geometry belongs in a map, not in a scenario")};
  }
  refuse_long_keys(text, origin);
  try {
    return converted(toml::parse(text), origin, 0);
  } catch (toml::parse_error const& e) {
    throw InputError{wrong(place(e.source(), origin), "", std::string{e.description()})};
  }
}

Node parse_value(std::string const& text, OriginPtr const& origin) {
  Node value = text_node(text, {origin, 0, 0});
  try {
    Node const line = parse_toml("value = " + text, origin);
    if (line.table.size() == 1) value = line.table.front().value;
  } catch (InputError const&) {
    // Not TOML: a text for which the shell has taken the quotes away.
  }
  value.at = {origin, 0, 0};
  value.source = origin->file;
  return value;
}

std::string quoted(std::string const& text) {
  static char const* const hex = "0123456789ABCDEF";
  std::string out = "\"";
  for (char const c : text) {
    auto const code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += std::string{'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (code < 0x20 || code == 0x7F) {
      out += std::string{"\\u00"} + hex[code >> 4U] + hex[code & 15U];
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string key_text(std::string const& key) {
  bool const bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return bare ? key : quoted(key);
}

std::string value_text(Node const& value) {
  std::string out;
  switch (value.type) {
    case NodeType::Table:
      for (Member const& m : value.table) {
        out += (out.empty() ? "" : ", ") + key_text(m.key) + " = " + value_text(m.value);
      }
      return out.empty() ? "{}" : "{ " + out + " }";
    case NodeType::List:
      for (Node const& item : value.list) out += (out.empty() ? "" : ", ") + value_text(item);
      return '[' + out + ']';
    case NodeType::Text:
      return quoted(value.text);
    case NodeType::Whole:
      return std::to_string(value.whole);
    case NodeType::Number:
      return number_text(value.number);
    case NodeType::Flag:
      return value.flag ? "true" : "false";
    case NodeType::Instant:
      return value.text;
  }
  return out;
}

}  // namespace ceaseline
