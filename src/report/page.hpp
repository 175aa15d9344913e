#pragma once

#include <string>
#include <vector>

#include "ceaseline/report/comparison_table.hpp"
#include "ceaseline/scenario/study.hpp"
#include "ceaseline/store/manifest.hpp"

namespace ceaseline::report {

/// The style of the page: light, dark and on paper.
[[nodiscard]] char const* page_style();

/// One section with its heading. \param id  of its anchor
[[nodiscard]] std::string section(std::string const& id, std::string const& title, std::string const& body);
/// A paragraph of plain text.
[[nodiscard]] std::string words(std::string const& text);

// Bodies of sections.
[[nodiscard]] std::string answer_html(ComparisonView const& view);
[[nodiscard]] std::string side_by_side_html(ComparisonView const& view);
[[nodiscard]] std::string cases_html(ComparisonView const& view);
[[nodiscard]] std::string assumptions_html(Study const& study, ComparisonView const& view);
[[nodiscard]] std::string manifest_html(Manifest const& manifest);

/// One figure of a resolved study.
struct Figure {
  std::string section;  ///< "world.sensing", "civilian: rules"
  std::string key, value;
  std::string source;  ///< empty: the default of the program
  [[nodiscard]] bool assumed() const { return source.find("assumption") != std::string::npos; }
};
/// All figures of a resolved study, without lists of ids and titles. What all designs have alike stands once,
/// under "all designs".
[[nodiscard]] std::vector<Figure> figures_of(std::string const& resolved);

}  // namespace ceaseline::report
