#include "ceaseline/report/resilience_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "ceaseline/report/comparison_view.hpp"
#include "ceaseline/report/text_table.hpp"
#include "comparison_parts.hpp"

namespace ceaseline {
namespace {

std::string in_unit(Unit const& unit) { return unit.of_value.empty() ? "" : ", " + unit.of_value; }

/// Prints one case after the other.
class Resilience {
 public:
  Resilience(Study const& study, Comparison const& comparison, report::Page const& page)
      : study_{study},
        comparison_{comparison},
        page_{page},
        view_{comparison_view(study, comparison)},
        unit_{printed_unit(asked_metric(study, comparison.cases.front()).metric.unit)} {
    for (DesignView const& d : view_.designs) widest_id_ = std::max(widest_id_, shown_width(d.id));
    widest_id_ = std::min(widest_id_, page.width / 3);
  }

  [[nodiscard]] std::string print() const {
    std::string text = page_.heading("Resilience: " + (view_.study.empty() ? study_.spec.id : view_.study));
    if (!view_.note.empty()) text += paragraph(view_.note, page_.width);
    std::string title = asked_metric(study_, comparison_.cases.front()).metric.title;
    title.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(title.front())));
    text +=
        paragraph(fmt::format("{}{} (n = {}). A change is that of the same design against its own base case, "
                              "paired by replication; brackets are 95 % intervals.",
                              title, in_unit(unit_), comparison_.replications),
                  page_.width);
    for (std::size_t c = 0; c < comparison_.cases.size(); ++c) text += "\n" + of_case(c);
    return text;
  }

 private:
  [[nodiscard]] std::string of_case(std::size_t at) const {
    CaseView const& shown = view_.cases[at];
    CaseComparison const& in = comparison_.cases[at];
    MetricResult const& asked = asked_metric(study_, in);
    std::string text = page_.heading((at == 0 ? "Base case: " : "") + shown.title);
    std::size_t const rest = page_.width - 2 - widest_id_ - 2;
    TextTable table{{1, widest_id_, rest * 4 / 10, rest - rest * 4 / 10 - 1}};
    for (std::size_t d = 0; d < view_.designs.size(); ++d)
      table.row(
          {"", view_.designs[d].id, estimate_text(asked.estimates[d], unit_), at == 0 ? "" : change(in, d)});
    text += table.text();
    text += paragraph(in_front(shown, in), page_.width, "  ");
    return text;
  }

  [[nodiscard]] std::string change(CaseComparison const& in, std::size_t design) const {
    return "change " + difference_text(in.change[design], unit_);
  }

  [[nodiscard]] std::string in_front(CaseView const& shown, CaseComparison const& in) const {
    std::string const verdict = report::verdict_text(view_, shown);
    if (in.verdict.verdict == Verdict::NoInterval || in.verdict.verdict == Verdict::Equal)
      return verdict + ".";
    return fmt::format("In front: {}{}; {}.", view_.designs[in.verdict.best].id,
                       shown.flip.empty() ? "" : "; the answer " + shown.flip, verdict);
  }

  Study const& study_;
  Comparison const& comparison_;
  report::Page const& page_;
  ComparisonView view_;
  Unit unit_;
  std::size_t widest_id_{1};
};

}  // namespace

std::string resilience_text(Study const& study, Comparison const& comparison, int width, bool colour) {
  report::Page const page{static_cast<std::size_t>(std::clamp(width, 40, 80)), colour};
  return Resilience{study, comparison, page}.print();
}

}  // namespace ceaseline
