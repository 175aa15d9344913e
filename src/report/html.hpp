#pragma once

#include <string>
#include <vector>

namespace ceaseline::report {

/// Text as it stands between tags and within double quotes.
[[nodiscard]] std::string escaped(std::string const& text);

/// A table of cells that are HTML already.
struct HtmlTable {
  std::string caption;
  std::vector<std::string> head;
  struct Row {
    std::vector<std::string> cells;  ///< the first heads the row
    std::string style;               ///< class of the row; may be empty
  };
  std::vector<Row> rows;
  std::string style;  ///< class of the table; may be empty
};
/// In a frame of its own that scrolls sideways where the table is wider than the page.
[[nodiscard]] std::string html_of(HtmlTable const& table);

/// A word set off: "assumption", "baseline".
[[nodiscard]] std::string badge(std::string const& word, char const* style = "badge");

}  // namespace ceaseline::report
