#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ceaseline {

/// Columns of a terminal that `text` takes: its code points, for nothing printed here is wider than one
/// column.
[[nodiscard]] std::size_t shown_width(std::string const& text);

/// `text` in lines of at most `width` columns. Breaks at spaces, and at one inside [brackets] only when the
/// bracket itself is too wide; a single word that is too wide is cut. No line is empty unless `text` is. \pre
/// width > 0
[[nodiscard]] std::vector<std::string> wrapped(std::string const& text, std::size_t width);

/// A paragraph: the first line begins with `first`, the others are indented as far. Ends with a line break.
[[nodiscard]] std::string paragraph(std::string const& text, std::size_t width,
                                    std::string const& first = "");

/// Rows of cells in columns of fixed widths, one space between them; a cell that is too long goes on below.
class TextTable {
 public:
  explicit TextTable(std::vector<std::size_t> widths) : widths_{std::move(widths)} {}
  /// \pre cells.size() <= number of columns
  void row(std::vector<std::string> const& cells);
  /// One line across all columns, wrapped and indented like paragraph().
  void across(std::string const& text, std::string const& first = "");
  [[nodiscard]] std::string const& text() const { return text_; }

 private:
  std::vector<std::size_t> widths_;
  std::string text_;
};

}  // namespace ceaseline
