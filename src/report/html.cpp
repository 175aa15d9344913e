#include "html.hpp"

#include <fmt/format.h>

namespace ceaseline::report {

std::string escaped(std::string const& text) {
  std::string out;
  out.reserve(text.size());
  for (char const c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string html_of(HtmlTable const& table) {
  std::string out = fmt::format("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><table",
                                escaped(table.caption));
  if (!table.style.empty()) out += fmt::format(" class=\"{}\"", table.style);
  out += fmt::format("><caption>{}</caption>", escaped(table.caption));
  if (!table.head.empty()) {
    out += "<thead><tr>";
    for (std::string const& cell : table.head)
      out += cell.empty() ? "<td></td>" : "<th scope=\"col\">" + cell + "</th>";
    out += "</tr></thead>";
  }
  out += "<tbody>";
  for (HtmlTable::Row const& row : table.rows) {
    out += row.style.empty() ? std::string{"<tr>"} : fmt::format("<tr class=\"{}\">", row.style);
    bool const heading = row.cells.size() == 1 && table.head.size() > 1;
    if (heading) {
      out +=
          fmt::format("<th scope=\"colgroup\" colspan=\"{}\">{}</th>", table.head.size(), row.cells.front());
    } else {
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        out += i == 0 ? "<th scope=\"row\">" + row.cells[i] + "</th>" : "<td>" + row.cells[i] + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table></div>\n";
}

std::string badge(std::string const& word, char const* style) {
  return fmt::format("<span class=\"{}\">{}</span>", style, escaped(word));
}

}  // namespace ceaseline::report
