#include "ceaseline/report/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace ceaseline {
namespace {

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::vector<std::string> words(std::string const& text, bool keep_brackets) {
  std::vector<std::string> all;
  std::string word;
  bool in_bracket = false;
  bool leading = true;  // spaces in front indent the first line
  for (char const c : text) {
    if (c == '[') in_bracket = true;
    if (c == ']') in_bracket = false;
    leading = leading && c == ' ';
    if (c != ' ' || leading || (in_bracket && keep_brackets)) {
      word += c;
    } else if (!word.empty()) {
      all.push_back(word);
      word.clear();
    }
  }
  if (!word.empty()) all.push_back(word);
  return all;
}

// Cuts the first `width` columns off `word`.
std::string take(std::string& word, std::size_t width) {
  std::size_t end = 0;
  for (std::size_t columns = 0; end < word.size(); ++end)
    if (!continues_code_point(word[end]) && columns++ == width) break;
  std::string head = word.substr(0, end);
  word.erase(0, end);
  return head;
}

void append_word(std::vector<std::string>& lines, std::string word, std::size_t width) {
  if (!lines.back().empty() && shown_width(lines.back()) + 1 + shown_width(word) > width)
    lines.emplace_back();
  while (shown_width(word) > width) {
    lines.back() = take(word, width);
    lines.emplace_back();
  }
  lines.back() += (lines.back().empty() ? "" : " ") + word;
}

}  // namespace

std::size_t shown_width(std::string const& text) {
  return text.size() -
         static_cast<std::size_t>(std::count_if(text.begin(), text.end(), continues_code_point));
}

std::vector<std::string> wrapped(std::string const& text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::string const& word : words(text, true)) {
    if (shown_width(word) <= width) {
      append_word(lines, word, width);
    } else {
      for (std::string const& part : words(word, false)) append_word(lines, part, width);
    }
  }
  return lines;
}

std::string paragraph(std::string const& text, std::size_t width, std::string const& first) {
  std::size_t const indent = shown_width(first);
  std::string out;
  for (std::string const& line : wrapped(text, width > indent ? width - indent : 1))
    out += (out.empty() ? first : std::string(indent, ' ')) + line + "\n";
  return out;
}

void TextTable::row(std::vector<std::string> const& cells) {
  std::vector<std::vector<std::string>> lines;
  std::size_t height = 1;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    lines.push_back(wrapped(cells[c], widths_[c]));
    height = std::max(height, lines.back().size());
  }
  for (std::size_t l = 0; l < height; ++l) {
    std::string line;
    for (std::size_t c = 0; c < cells.size(); ++c)
      line += fmt::format("{:<{}} ", l < lines[c].size() ? lines[c][l] : "", widths_[c]);
    line.erase(line.find_last_not_of(' ') + 1);
    text_ += line + "\n";
  }
}

void TextTable::across(std::string const& text, std::string const& first) {
  std::size_t width = widths_.size() - 1;
  for (std::size_t const w : widths_) width += w;
  text_ += paragraph(text, width, first);
}

}  // namespace ceaseline
