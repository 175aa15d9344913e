#include "reading_fields.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "near_word.hpp"
#include "toml_text.hpp"

namespace ceaseline {

namespace {

constexpr double largest_factor = 1e12;
constexpr double largest_count = std::numeric_limits<int>::max();

/// A value as it can be quoted in a message.
std::string shown(Node const& value) {
  if (value.type == NodeType::Table) return "a table";
  if (value.type == NodeType::List) return "a list";
  return value_text(value);
}

bool is_number(Node const& value) { return value.type == NodeType::Number || value.type == NodeType::Whole; }

}  // namespace

Node* ReadingFields::asked(char const* name) {
  table_.known.emplace_back(name);
  Node* value = table_.find(name);
  if (value != nullptr) value->read = true;
  return value;
}

void ReadingFields::note(Node const& value, std::string const& name, std::string what) {
  problems_.push_back(wrong(value.at, path_ + name, std::move(what)));
}

std::optional<double> ReadingFields::measured(char const* name, Measure measure) {
  Node const* value = asked(name);
  if (value == nullptr) return std::nullopt;
  if (is_number(*value)) {
    note(*value, name, without_unit(measure, shown(*value)));
    return std::nullopt;
  }
  Measured const m = read_measure(measure, value->type == NodeType::Text ? value->text : shown(*value));
  if (m.problem.empty()) return m.value;
  note(*value, name, m.problem);
  return std::nullopt;
}

std::optional<double> ReadingFields::number(char const* name, char const* noun) {
  Node const* value = asked(name);
  if (value == nullptr) return std::nullopt;
  if (!is_number(*value) || !std::isfinite(value->number)) {
    note(*value, name, shown(*value) + " is not " + noun);
    return std::nullopt;
  }
  return value->number;
}

void ReadingFields::length(char const* name, Length& value, char const*) {
  if (auto const m = measured(name, Measure::Length)) value = Length::from_si(*m);
}
void ReadingFields::speed(char const* name, Speed& value, char const*) {
  if (auto const m = measured(name, Measure::Speed)) value = Speed::from_si(*m);
}
void ReadingFields::angle(char const* name, Angle& value, char const*) {
  if (auto const m = measured(name, Measure::Angle)) value = Angle::from_si(*m);
}
void ReadingFields::money(char const* name, Money& value, char const*) {
  if (auto const m = measured(name, Measure::Money)) value = Money::from_si(*m);
}
void ReadingFields::duration(char const* name, Duration& value, char const*) {
  if (auto const m = measured(name, Measure::Time)) value = Duration{static_cast<std::int64_t>(*m)};
}

void ReadingFields::time_of_day(char const* name, Duration& value, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  bool const written = node->type == NodeType::Text || node->type == NodeType::Instant;
  long const ms = written ? read_time_of_day(node->text) : -1;
  if (ms < 0) return note(*node, name, shown(*node) + " is not a time of day; write it as \"08:30\"");
  value = Duration{ms};
}

void ReadingFields::date(char const* name, UtcTime& value, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  bool const written = node->type == NodeType::Text || node->type == NodeType::Instant;
  if (written && parse_utc(node->text, value)) return;
  note(*node, name, shown(*node) + R"( is not a date; write it as "2021-03-01" or "2021-03-01T06:00Z")");
}

void ReadingFields::share(char const* name, double& value, char const*) {
  char const* const noun = "a share; write a number from 0 to 1";
  auto const n = number(name, noun);
  if (!n) return;
  if (*n < 0 || *n > 1) return note(*table_.find(name), name, shown(*table_.find(name)) + " is not " + noun);
  value = *n;
}

void ReadingFields::factor(char const* name, double& value, char const*) {
  auto const n = number(name, "a number, such as 1.5");
  if (!n) return;
  Node const& node = *table_.find(name);
  if (*n < 0) return note(node, name, shown(node) + " is negative; write 0 or more");
  if (*n > largest_factor) return note(node, name, shown(node) + " is too large to be meant");
  value = *n;
}

void ReadingFields::count(char const* name, int& value, char const*) {
  auto const n = number(name, "a whole number");
  if (!n) return;
  Node const& node = *table_.find(name);
  if (*n < 0) return note(node, name, shown(node) + " is negative; write a whole number, 0 or more");
  if (*n != std::floor(*n)) return note(node, name, shown(node) + " is not a whole number");
  if (*n > largest_count) return note(node, name, shown(node) + " is too large to be meant");
  value = static_cast<int>(*n);
}

void ReadingFields::text(char const* name, std::string& value, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  if (node->type != NodeType::Text)
    return note(*node, name, shown(*node) + " is not text; write it in quotes");
  value = node->text;
}

void ReadingFields::texts(char const* name, std::vector<std::string>& value, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  if (node->type != NodeType::List) {
    return note(*node, name, shown(*node) + R"( is not a list of texts; write ["one", "two"])");
  }
  std::vector<std::string> all;
  std::size_t const problems_before = problems_.size();
  for (std::size_t i = 0; i < node->list.size(); ++i) {
    Node const& item = node->list[i];
    if (item.type != NodeType::Text) {
      note(item, std::string{name} + '[' + std::to_string(i) + ']',
           shown(item) + " is not text; write it in quotes");
    }
    all.push_back(item.text);
  }
  if (problems_.size() == problems_before) value = all;
}

void ReadingFields::flag(char const* name, bool& value, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  if (node->type != NodeType::Flag) return note(*node, name, shown(*node) + " is neither true nor false");
  value = node->flag;
}

void ReadingFields::choice(char const* name, int& value, std::vector<std::string> const& words, char const*) {
  Node const* node = asked(name);
  if (node == nullptr) return;
  auto const found = std::find(words.begin(), words.end(), node->text);
  if (node->type != NodeType::Text || found == words.end()) {
    return note(*node, name, shown(*node) + " is not one of " + quoted_list(words));
  }
  value = static_cast<int>(found - words.begin());
}

void ReadingFields::table(char const* name, std::function<void(Fields&)> const& inner, char const*) {
  Node* node = asked(name);
  Node silent;
  if (node != nullptr && node->type != NodeType::Table) {
    note(*node, name, shown(*node) + " is not a table; write its keys below [" + path_ + name + ']');
    node = nullptr;
  }
  ReadingFields fields{node == nullptr ? silent : *node, path_ + name + '.', problems_};
  inner(fields);
}

void ReadingFields::tables(char const* name, std::size_t, std::function<void(std::size_t)> const& resize,
                           std::function<void(Fields&, std::size_t)> const& inner, char const*) {
  Node* node = asked(name);
  if (node == nullptr) return;
  auto const is_table = [](Node const& item) { return item.type == NodeType::Table; };
  if (node->type != NodeType::List || !std::all_of(node->list.begin(), node->list.end(), is_table)) {
    return note(*node, name,
                "must be a list of tables; write [[" + path_ + name + "]] above the keys of each");
  }
  resize(node->list.size());
  for (std::size_t i = 0; i < node->list.size(); ++i) {
    ReadingFields fields{node->list[i], path_ + name + '[' + std::to_string(i) + "].", problems_};
    inner(fields, i);
  }
  check_ids(*node, name);
}

void ReadingFields::check_ids(Node& list, std::string const& name) {
  std::vector<std::string> seen;
  for (std::size_t i = 0; i < list.list.size(); ++i) {
    Node const& item = list.list[i];
    if (std::find(item.known.begin(), item.known.end(), "id") == item.known.end()) return;
    std::string const element = name + '[' + std::to_string(i) + ']';
    Node const* id = item.find("id");
    if (id == nullptr) {
      note(item, element, "has no id; its draws hang on one");
      continue;
    }
    if (id->type != NodeType::Text) continue;
    std::string problem = id_problem(id->text);
    if (std::find(seen.begin(), seen.end(), id->text) != seen.end())
      problem = "two of this list have this id";
    if (!problem.empty()) note(*id, element + ".id", problem);
    seen.push_back(id->text);
  }
}

void ReadingFields::refuse(char const* name, std::string const& why) {
  Node const* node = table_.find(name);
  note(node == nullptr ? table_ : *node, name, why);
}

std::string id_problem(std::string const& id) {
  bool const plain = !id.empty() && key_text(id) == id;
  return plain ? "" : quoted(id) + " is not an id; write letters, digits, '-' and '_' only";
}

void note_unknown_keys(Node const& table, std::string const& path, std::vector<Diagnostic>& problems,
                       std::function<std::string(std::string const&)> const& why) {
  for (Member const& m : table.table) {
    if (!m.value.read) {
      std::string what = why ? why(m.key) : "";
      if (what.empty()) what = "unknown key" + suggestion(m.key, table.known);
      problems.push_back(wrong(m.key_at, path + m.key, what));
      continue;
    }
    if (m.value.visited) note_unknown_keys(m.value, path + m.key + '.', problems);
    for (std::size_t i = 0; i < m.value.list.size(); ++i) {
      if (!m.value.list[i].visited) continue;
      note_unknown_keys(m.value.list[i], path + m.key + '[' + std::to_string(i) + "].", problems);
    }
  }
}

}  // namespace ceaseline
