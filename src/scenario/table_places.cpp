#include "table_places.hpp"

#include <algorithm>

namespace ceaseline {

namespace {

/// The one of comma, semicolon and tab that stands most often in the first line, outside quotes.
char separator_of(std::string const& line) {
  std::size_t most = 0;
  char found = ',';
  for (char const c : {',', ';', '\t'}) {
    std::size_t count = 0;
    bool quoted = false;
    for (char const letter : line) {
      if (letter == '"') quoted = !quoted;
      if (!quoted && letter == c) ++count;
    }
    if (count > most) {
      most = count;
      found = c;
    }
  }
  return found;
}

}  // namespace

TablePlaces::TablePlaces(std::string const& text) : text_{&text} {
  bool quoted = false;
  bool begins = true;  // a row may begin here
  int line = 1;
  std::size_t const mark = text.compare(0, 3, "\xef\xbb\xbf") == 0 ? 3 : 0;
  for (std::size_t i = mark; i < text.size(); ++i) {
    char const c = text[i];
    bool const end = c == '\n' || c == '\r';
    if (begins && !end) {
      rows_.push_back({i, line});
      begins = false;
    }
    if (c == '"') quoted = !quoted;
    if (end && !quoted) begins = true;
    if (c == '\n') ++line;
  }
  if (rows_.empty()) return;
  std::size_t const first = rows_.front().offset;
  separator_ = separator_of(text.substr(first, text.find_first_of("\r\n", first) - first));
}

int TablePlaces::line(std::size_t row) const { return row < rows_.size() ? rows_[row].line : 0; }

int TablePlaces::column(std::size_t row, std::size_t cell) const {
  if (row >= rows_.size()) return 0;
  std::size_t const begin = rows_[row].offset;
  std::size_t at = begin;
  bool quoted = false;
  for (std::size_t i = begin; i < text_->size() && cell > 0; ++i) {
    char const c = (*text_)[i];
    if (c == '"') quoted = !quoted;
    if (!quoted && c == '\n') break;
    if (quoted || c != separator_) continue;
    at = i + 1;
    --cell;
  }
  return static_cast<int>(at - begin) + 1;
}

}  // namespace ceaseline
